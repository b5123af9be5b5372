"""Visits as rows, for pages and figures that count them: no text, no service, no device. They need `catalogos`."""

from datetime import UTC, date, datetime, time, timedelta

from docentes.models import Asignacion
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_distrito, crear_escuela, crear_ugel
from visitas.models import (
    Competencia,
    Compromiso,
    Instrumento,
    NivelEducativo,
    NivelObservado,
    Protocolo,
    TipoDeVisita,
    Visita,
    VisitaProgramada,
)


def tipo_de_visita(codigo) -> TipoDeVisita:
    return Protocolo.objects.vigente_para(NivelEducativo.PRIMARIA).tipos.get(codigo=codigo)


def crear_prevista(docente=None, tipo="A1", **cambios) -> VisitaProgramada:
    """A visit planned for 15/10/2026, of a teacher with an assignment."""
    docente = docente or crear_asignacion().docente
    fecha = cambios.get("fecha", date(2026, 10, 15))
    datos = {
        "acompanante": acompanante_de(docente),
        "anio": fecha.year,
        "fecha": fecha,
        "fecha_original": fecha,
    }
    return VisitaProgramada.objects.create(docente=docente, tipo=tipo_de_visita(tipo), **(datos | cambios))


def crear_hecha(docente=None, **cambios) -> Visita:
    """A finished visit of three hours on 15/04/2026 ("D" unless told), received that same afternoon.

    `niveles` is {number of competency: level or None}; `programada` gives teacher, type and acompañante.
    """
    programada = cambios.get("programada")
    docente = docente or (programada.docente if programada else crear_asignacion().docente)
    tipo = cambios.pop("tipo", None) or (programada.tipo if programada else "D")
    niveles = cambios.pop("niveles", {})
    fecha = cambios.setdefault("fecha", programada.fecha if programada else date(2026, 4, 15))
    acompanante = cambios.pop("acompanante", None) or acompanante_de(docente)
    recibida = datetime.combine(fecha, time(22), UTC)
    datos = {
        "docente": docente,
        "escuela": docente.escuela,
        "acompanante": acompanante,
        "tipo": tipo_de_visita(tipo) if isinstance(tipo, str) else tipo,
        "instrumento": Instrumento.objects.get(),
        "anio": fecha.year,
        "inicio": time(8),
        "fin": time(11),
        "minutos": 180,
        "recibida_en": recibida,
    }
    visita = Visita.objects.create(**(datos | cambios))
    poner_niveles(visita, niveles)
    return visita


def acompanante_de(docente):
    return Asignacion.objects.filter(docente=docente).order_by("desde").last().acompanante


def poner_niveles(visita, niveles):
    competencias = {c.numero: c for c in Competencia.objects.filter(instrumento=visita.instrumento)}
    NivelObservado.objects.bulk_create(
        NivelObservado(
            visita=visita,
            competencia=competencias[numero],
            nivel=nivel,
            evidencia="Lo vio en el cuaderno." if nivel else "",
        )
        for numero, nivel in niveles.items()
    )


def crear_compromiso(visita, **cambios) -> Compromiso:
    datos = {"orden": 1, "que": "Preguntar por qué", "hasta": visita.fecha + timedelta(days=30)}
    return Compromiso.objects.create(visita=visita, **(datos | cambios))


def crear_grupo(ugel="130012", distrito="131101", docentes=5, escuelas=3, acompanantes=2, **cambios):
    """Teachers with an assignment in the crossing of a UGEL and a district, dealt over schools and acompañantes."""
    la_ugel = crear_ugel(
        ugel, cambios.get("nombre_ugel", f"Ugel {ugel}") if ugel != "130012" else "Gran Chimú"
    )
    el_distrito = crear_distrito(distrito)
    las_escuelas = [crear_escuela(ugel=la_ugel, distrito=el_distrito) for _ in range(escuelas)]
    los_acompanantes = [crear_acompanante(ugel=la_ugel) for _ in range(acompanantes)]
    grupo = [crear_docente(escuela=las_escuelas[n % escuelas]) for n in range(docentes)]
    for n, docente in enumerate(grupo):
        crear_asignacion(docente=docente, acompanante=los_acompanantes[n % acompanantes])
    return grupo
