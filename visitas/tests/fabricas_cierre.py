"""Rows for the tests of advice to directors, handovers and final reports."""

from datetime import date, timedelta

from docentes.models import MotivoDeFin
from docentes.tests.fabricas import crear_asignacion
from visitas import services

DIA_DE_ASESORIA = date(2026, 6, 16)


def contenido_de_asesoria(**cambios) -> dict:
    """A complete content of AsesoriaForm, on 16 June 2026; every key can be changed."""
    return {
        "fecha": DIA_DE_ASESORIA.isoformat(),
        "inicio": "11:00",
        "fin": "12:30",
        "dimensiones": ["conduccion", "organizacion"],
        "observado": "La reunión de los lunes revisa el libro de asistencia y no las clases.",
        "evidencia": "Acta del 8 de junio: cuatro puntos de asistencia, ninguno de aula.",
        "dialogo": {
            "describir": "Junto a todos los lunes para ver lo pendiente.",
            "explicar": "",
            "confrontar": "",
            "reconstruir": "",
        },
        "verificaciones": [],
        "compromisos": [
            {
                "orden": 1,
                "que": "Dedicar media reunión a las clases.",
                "hasta": "2026-07-15",
                "como": "Actas.",
            }
        ],
    } | cambios


def crear_asesoria(*, escuela, acompanante, contenido=None, **cambios):
    """A finished advice to the director of `escuela`, by the same door as a real one."""
    contenido = contenido or contenido_de_asesoria(**cambios)
    asesoria = services.abrir_asesoria(
        acompanante=acompanante, escuela=escuela, anio=int(contenido["fecha"][:4])
    )
    return services.terminar_asesoria(asesoria=asesoria, contenido=contenido, por=acompanante.usuario)


def cambiar_de_acompanante(docente, nuevo, *, ultimo_dia):
    """End the teacher's assignment on `ultimo_dia`, start one with `nuevo` the day after; return the Traspaso."""
    anterior = docente.asignaciones.get(hasta=None)
    anterior.hasta, anterior.motivo_fin = ultimo_dia, MotivoDeFin.LICENCIA
    anterior.save()
    crear_asignacion(docente=docente, acompanante=nuevo, desde=ultimo_dia + timedelta(days=1))
    return services.abrir_traspaso(asignacion=anterior)


def retener(traspaso, **cambios):
    """Decide as the teacher: nothing passes unless told."""
    decision = {"visitas": False, "necesidades": False, "plan": False} | cambios
    return services.decidir_traspaso(traspaso=traspaso, por=traspaso.docente.usuario, **decision)
