"""How a plan advances as visits and sessions happen: counted from their rows, never stored.

Done, planned and what is overdue of the work, for each teacher and for all: no level and no result of anybody.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from .models import Asistencia, EstadoDeSesion, SesionGrupal, TipoDeActividad, Visita, VisitaProgramada

SIN_REGISTRO = {TipoDeActividad.MATERIALES}


@dataclass
class Avance:
    """Of one teacher, or of all. `vencidas` are (what, last day) whose term passed with nothing of that kind in it."""

    visitas: int = 0
    visitas_del_plan: int = 0
    sesiones: int = 0
    sesiones_del_plan: int = 0
    vencidas: list = field(default_factory=list)


@dataclass(frozen=True)
class AvanceDePlan:
    """`por_docente` is {teacher id as text: Avance}; the sessions of `total` are the acompañante's, each once."""

    total: Avance
    por_docente: dict


def avance_de(plan, contenido: dict, docentes: list[str], hoy: date) -> AvanceDePlan:
    """Return the progress of the teachers in `docentes` (ids as text), in four queries."""
    por_docente = {d: Avance() for d in docentes}
    for docente, hecha in _visitas_del_plan(plan, docentes):
        por_docente[docente].visitas_del_plan += 1
        por_docente[docente].visitas += hecha
    hechos = _hechos(plan, docentes, por_docente)
    for dato in contenido["docentes"]:
        if dato["docente"] in por_docente:
            por_docente[dato["docente"]].vencidas = _vencidas(dato, hechos, hoy)
    return AvanceDePlan(_total(plan, por_docente), por_docente)


def _visitas_del_plan(plan, docentes):
    programadas = VisitaProgramada.objects.filter(docente__in=docentes, anio=plan.anio).con_hecha()
    return [(str(d), hecha) for d, hecha in programadas.values_list("docente", "hecha")]


def _hechos(plan, docentes, por_docente) -> dict:
    """Return {(teacher, kind of activity): days}, and count each teacher's sessions on the way."""
    dias = defaultdict(list)
    visitas = Visita.objects.filter(docente__in=docentes, anio=plan.anio)
    for docente, dia in visitas.values_list("docente", "fecha"):
        dias[str(docente), TipoDeActividad.VISITA].append(dia)
    invitados = Asistencia.objects.filter(docente__in=docentes, sesion__anio=plan.anio)
    for docente, asistio, estado, tipo, dia in invitados.values_list(
        "docente", "asistio", "sesion__estado", "sesion__tipo", "sesion__fecha"
    ):
        if estado == EstadoDeSesion.NO_REALIZADA:
            continue
        fue = estado == EstadoDeSesion.REALIZADA and asistio is not False
        por_docente[str(docente)].sesiones_del_plan += 1
        por_docente[str(docente)].sesiones += fue
        if fue:
            dias[str(docente), tipo].append(dia)
    return dias


def _vencidas(dato, hechos, hoy):
    return [
        (f"{TipoDeActividad(a['tipo']).label}: {a['que']}", date.fromisoformat(a["hasta"]))
        for linea in dato["lineas"]
        for a in linea["actividades"]
        if _esta_vencida(a, hechos[dato["docente"], a["tipo"]], hoy)
    ]


def _esta_vencida(actividad, dias, hoy):
    """Materials leave no row of their own, so they are never called overdue."""
    desde, hasta = (date.fromisoformat(actividad[c]) for c in ("desde", "hasta"))
    if actividad["tipo"] in SIN_REGISTRO or hasta >= hoy:
        return False
    return not any(desde <= dia <= hasta for dia in dias)


def _total(plan, por_docente):
    suyos = por_docente.values()
    estados = list(
        SesionGrupal.objects.filter(acompanante_id=plan.acompanante_id, anio=plan.anio)
        .exclude(estado=EstadoDeSesion.NO_REALIZADA)
        .values_list("estado", flat=True)
    )
    return Avance(
        visitas=sum(a.visitas for a in suyos),
        visitas_del_plan=sum(a.visitas_del_plan for a in suyos),
        sesiones=estados.count(EstadoDeSesion.REALIZADA),
        sesiones_del_plan=len(estados),
        vencidas=[v for a in suyos for v in a.vencidas],
    )
