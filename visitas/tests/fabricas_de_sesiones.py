"""Rows of group sessions and of the learning community, for tests."""

from datetime import date, time, timedelta

from django.utils import timezone

from docentes.models import MotivoDeFin
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas.models import (
    Asistencia,
    Competencia,
    EstadoDeFragmento,
    FragmentoDePractica,
    Necesidad,
    SesionGrupal,
)


def crear_grupal(*, acompanante, invitados=(), asistio=None, **cambios) -> SesionGrupal:
    """A microtaller of four hours planned for 29/10/2026. The invited have `asistio`."""
    fecha = cambios.get("fecha", date(2026, 10, 29))
    datos = {
        "tipo": "microtaller",
        "anio": fecha.year,
        "fecha": fecha,
        "fecha_original": fecha,
        "inicio": time(8),
        "fin": time(12),
        "minutos": 240,
        "lugar": "Salón comunal",
        "tema": "Tiempo de aprendizaje",
    }
    sesion = SesionGrupal.objects.create(acompanante=acompanante, **(datos | cambios))
    Asistencia.objects.bulk_create(Asistencia(sesion=sesion, docente=d, asistio=asistio) for d in invitados)
    return sesion


def crear_grupo(acompanante, cuantos, **cambios) -> list:
    """Teachers accompanied today."""
    docentes = [crear_docente(**cambios) for _ in range(cuantos)]
    for docente in docentes:
        crear_asignacion(docente=docente, acompanante=acompanante)
    return docentes


def terminar(usuario, hoy) -> None:
    """The teacher's assignments ended last week."""
    usuario.docente.asignaciones.update(hasta=hoy - timedelta(days=7), motivo_fin=MotivoDeFin.RENUNCIA)


def crear_necesidad(docente, acompanante, numero=2, anio=2026) -> Necesidad:
    competencia = Competencia.objects.get(instrumento__vigente=True, numero=numero)
    return Necesidad.objects.create(
        docente=docente,
        anio=anio,
        competencia=competencia,
        texto="Rutinas de inicio.",
        prioridad=1,
        autor=acompanante,
    )


def crear_fragmento(autor, acompanante=None, **cambios) -> FragmentoDePractica:
    """Shared with the community of `acompanante`; without one, a draft."""
    datos = {
        "titulo": "Contar con tapas",
        "texto": "Los chicos contaron solos.",
        "pregunta": "¿Cómo esperan?",
    }
    if acompanante:
        datos |= {
            "acompanante": acompanante,
            "estado": EstadoDeFragmento.COMPARTIDO,
            "compartido_en": timezone.now(),
        }
    return FragmentoDePractica.objects.create(autor=autor, **(datos | cambios))
