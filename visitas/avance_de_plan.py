"""How a plan advances as visits and sessions happen: counted from their rows, never stored.

Done, planned and what is overdue of the work, for each teacher and for all: no level and no result of anybody.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from .models import EstadoDeSesion, SesionGrupal, TipoDeActividad, Visita

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
    """Return the progress of the teachers in `docentes` (ids as text), in two queries.

    `contenido` is planes/foto of the plan now: its calendar has the visits planned.
    """
    por_docente = {d: Avance() for d in docentes}
    for visita in contenido["calendario"]["visitas"]:
        if visita["docente"] in por_docente:
            por_docente[visita["docente"]].visitas_del_plan += 1
    dias = defaultdict(list)
    _contar_visitas(plan, por_docente, dias)
    realizadas = _contar_sesiones(plan, por_docente, dias)
    for dato in contenido["docentes"]:
        if dato["docente"] in por_docente:
            por_docente[dato["docente"]].vencidas = _vencidas(dato, dias, hoy)
    total = _total(por_docente.values(), len(contenido["calendario"]["sesiones"]), realizadas)
    return AvanceDePlan(total, por_docente)


def _contar_visitas(plan, por_docente, dias):
    """A visit counts for the plan when it answers one of its calendar; any visit meets an activity's term."""
    visitas = Visita.objects.filter(docente__in=list(por_docente), anio=plan.anio)
    for docente, dia, de_quien in visitas.values_list("docente", "fecha", "programada__acompanante"):
        dias[str(docente), TipoDeActividad.VISITA].append(dia)
        por_docente[str(docente)].visitas += de_quien == plan.acompanante_id


def _contar_sesiones(plan, por_docente, dias) -> int:
    """Count each teacher's sessions and return how many of the acompañante's were held."""
    sesiones = SesionGrupal.objects.filter(acompanante_id=plan.acompanante_id, anio=plan.anio)
    sesiones = sesiones.exclude(estado=EstadoDeSesion.NO_REALIZADA)
    realizadas = set()
    for pk, estado, tipo, dia, docente, asistio in sesiones.values_list(
        "pk", "estado", "tipo", "fecha", "asistencias__docente", "asistencias__asistio"
    ):
        realizada = estado == EstadoDeSesion.REALIZADA
        if realizada:
            realizadas.add(pk)
        if str(docente) not in por_docente:
            continue
        fue = realizada and asistio is not False
        por_docente[str(docente)].sesiones_del_plan += 1
        por_docente[str(docente)].sesiones += fue
        if fue:
            dias[str(docente), tipo].append(dia)
    return len(realizadas)


def _vencidas(dato, dias, hoy):
    return [
        (f"{TipoDeActividad(a['tipo']).label}: {a['que']}", date.fromisoformat(a["hasta"]))
        for linea in dato["lineas"]
        for a in linea["actividades"]
        if _esta_vencida(a, dias[dato["docente"], a["tipo"]], hoy)
    ]


def _esta_vencida(actividad, dias, hoy):
    """Materials leave no row of their own, so they are never called overdue."""
    desde, hasta = (date.fromisoformat(actividad[c]) for c in ("desde", "hasta"))
    if actividad["tipo"] in SIN_REGISTRO or hasta >= hoy:
        return False
    return not any(desde <= dia <= hasta for dia in dias)


def _total(suyos, sesiones_del_plan, sesiones):
    return Avance(
        visitas=sum(a.visitas for a in suyos),
        visitas_del_plan=sum(a.visitas_del_plan for a in suyos),
        sesiones=sesiones,
        sesiones_del_plan=sesiones_del_plan,
        vencidas=[v for a in suyos for v in a.vencidas],
    )
