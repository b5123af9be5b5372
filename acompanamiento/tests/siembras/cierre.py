"""Advice to directors, handovers and final reports of the three tenants."""

from docentes.models import MotivoDeFin
from docentes.tests.fabricas import crear_acompanante, crear_asignacion
from visitas import services
from visitas.models import CompromisoDirectivo
from visitas.tests.fabricas_cierre import contenido_de_asesoria, crear_asesoria

CANARIOS = {
    "canario-propio-asesoria": {"ana", "hugo"},
    "canario-ajeno-asesoria": {"beto"},
    "canario-lejos-asesoria": set(),
    "canario-propio-asesoria-borrador": {"ana"},
    "canario-ajeno-asesoria-borrador": {"beto"},
    "canario-propio-informe": {"ana", "fidel"},
    "canario-ajeno-informe": {"beto", "fidel"},
    "canario-lejos-informe": set(),
    "canario-propio-decision": {"ana", "nora", "rosa"},
    "canario-entrega-propio-leida": {"ana", "nora", "rosa"},
    "canario-ajeno-decision": {"beto"},
    "canario-lejos-decision": set(),
    "canario-entrega-ajeno-sin-leer": set(),
}


def _asesorias(nombre, objeto):
    acompanante, escuela = objeto["acompanante"], objeto["docente"].escuela
    dicho = f"canario-{nombre}-asesoria."
    asesoria = crear_asesoria(
        escuela=escuela,
        acompanante=acompanante,
        contenido=contenido_de_asesoria(
            observado=dicho, compromisos=[{"orden": 1, "que": dicho, "hasta": "2026-12-01", "como": ""}]
        ),
    )
    borrador = services.abrir_asesoria(acompanante=acompanante, escuela=escuela, anio=2026)
    services.guardar_asesoria(asesoria=borrador, datos={"observado": f"canario-{nombre}-asesoria-borrador"})
    return {
        "asesoria": asesoria,
        "asesoria_borrador": borrador,
        "compromiso_directivo": CompromisoDirectivo.objects.get(asesoria=asesoria),
    }


def _traspaso(anterior, *, nombre, por, leida):
    traspaso = services.abrir_traspaso(asignacion=anterior)
    nota = f"canario-entrega-{nombre}-{'leida' if leida else 'sin-leer'}"
    decision = {"visitas": True, "necesidades": True, "plan": True, "palabra": f"canario-{nombre}-decision"}
    services.decidir_traspaso(traspaso=traspaso, por=por, **decision)
    services.escribir_nota_de_traspaso(traspaso=traspaso, texto=nota)
    return services.leer_nota_de_traspaso(traspaso=traspaso) if leida else traspaso


def _anterior_de(objeto):
    """An assignment of somebody else that ended before the tenant's own began."""
    antes = objeto["asignacion"].desde.replace(year=objeto["asignacion"].desde.year - 1)
    return crear_asignacion(
        docente=objeto["docente"],
        acompanante=crear_acompanante(ugel=objeto["docente"].escuela.ugel),
        desde=antes,
        hasta=antes,
        motivo_fin=MotivoDeFin.LICENCIA,
    )


def _informe(nombre, acompanante, anio, *, reabierto=False):
    textos = dict.fromkeys(
        ("logros", "dificultades", "lecciones", "recomendaciones"), f"canario-{nombre}-informe"
    )
    informe = services.guardar_informe(acompanante=acompanante, anio=anio, textos=textos, por_escuela={})
    informe = services.enviar_informe(informe=informe, por=acompanante.usuario)
    return services.reabrir_informe(informe=informe, por=acompanante.usuario) if reabierto else informe


def sembrar(mundo):
    for nombre, objeto in mundo.objetos.items():
        objeto |= _asesorias(nombre, objeto)
        propio = nombre == "propio"
        anterior = objeto["docente"].asignaciones.exclude(hasta=None).first() or _anterior_de(objeto)
        por = mundo.personas["rosa"] if propio else objeto["acompanante"].usuario
        objeto["traspaso"] = _traspaso(anterior, nombre=nombre, por=por, leida=propio)
        objeto["informe"] = _informe(nombre, objeto["acompanante"], 2025)
        objeto["informe_reabierto"] = _informe(nombre, objeto["acompanante"], 2024, reabierto=True)
