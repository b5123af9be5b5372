"""From the stops of a trip to what its pages show: days, totals, and what to watch out for.

Receives querysets that the caller has already scoped, and returns lists: templates walk no relation.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from django.db.models import Count, F, Max, Min, Q, Sum
from django.db.models.functions import Coalesce

from .agenda import citas
from .dias import por_que_no_hay_clases, sin_clases
from .models import Caracterizacion, EstadoDeViaje, Parada
from .rutas import HUECO, Candidata, proponer_rutas
from .tramos import Sabido, anotados_de, tramos_de


@dataclass(frozen=True)
class ParadaDeViaje:
    """A stop with its visit as the calendar shows it (visitas.agenda.Cita). `alterna` is the other visit, or None."""

    parada: object
    cita: object
    alterna: object

    @property
    def fecha(self) -> date:
        return self.cita.programada.fecha


@dataclass(frozen=True)
class DiaDeViaje:
    """One day of a trip. `avisos` are sentences: a day without classes, two visits on one day, a long gap before."""

    fecha: date
    paradas: list
    avisos: list

    @property
    def se_puede_mover(self) -> bool:
        return any(p.cita.por_hacer for p in self.paradas)

    @property
    def minutos(self) -> int:
        return sum(p.parada.minutos_de_viaje or 0 for p in self.paradas)


@dataclass(frozen=True)
class TotalesDeViaje:
    """`dias` from the first to the last; `minutos` of travel that are estimated, and how many legs are not."""

    dias: int
    visitas: int
    hechas: int
    minutos: int
    sin_estimar: int
    minutos_de_visita: int


def con_resumen(viajes):
    """Annotate trips with `desde`, `hasta`, `visitas` and `minutos` (of travel, as far as it is estimated)."""
    activas = Q(paradas__activa=True) | ~Q(estado="en_pie")
    return viajes.annotate(
        desde=Min("paradas__programada__fecha", filter=activas),
        hasta=Max("paradas__programada__fecha", filter=activas),
        visitas=Count("paradas", filter=activas),
        minutos=Coalesce(Sum("paradas__minutos_de_viaje", filter=activas), 0)
        + Coalesce(F("minutos_de_regreso"), 0),
    )


def paradas_de_viaje(paradas, programadas, hoy: date) -> list[ParadaDeViaje]:
    """Return the stops in the order of the route. `paradas` and `programadas` are scoped querysets."""
    filas = list(paradas.select_related("alterna__tipo", "alterna__docente__escuela__distrito"))
    de_la_visita = {
        c.programada.pk: c for c in citas(programadas.filter(pk__in=[p.programada_id for p in filas]), hoy)
    }
    visibles = set(programadas.filter(pk__in=[p.alterna_id for p in filas]).values_list("pk", flat=True))
    vistas = [
        ParadaDeViaje(p, de_la_visita[p.programada_id], p.alterna if p.alterna_id in visibles else None)
        for p in filas
        if p.programada_id in de_la_visita
    ]
    return sorted(vistas, key=lambda v: (v.fecha, v.parada.orden, v.parada.pk))


def dias_de_viaje(paradas: list[ParadaDeViaje], ocupadas: dict, escolares) -> list[DiaDeViaje]:
    """Return the days. `ocupadas` is {day: visits to make on it, of this trip or not}."""
    cerrados = {dia for escolar in escolares for dia in sin_clases(escolar)}
    dias = [(dia, list(grupo)) for dia, grupo in groupby(paradas, key=lambda p: p.fecha)]
    anteriores = dict((despues, antes) for (antes, _), (despues, _) in pairwise(dias))
    return [
        DiaDeViaje(dia, grupo, _avisos(dia, grupo, ocupadas, cerrados, anteriores.get(dia)))
        for dia, grupo in dias
    ]


def _avisos(dia, grupo, ocupadas, cerrados, anterior):
    avisos = []
    if motivo := por_que_no_hay_clases(dia) or ("semana sin clases" if dia in cerrados else ""):
        avisos.append(f"Ese día no hay clases: {motivo}.")
    if (cuantas := max(ocupadas.get(dia, 0), len(grupo))) > 1:
        avisos.append(f"Ese día tienes {cuantas} visitas.")
    if anterior and dia - anterior > HUECO:
        avisos.append(f"Pasan {(dia - anterior).days} días desde la parada anterior.")
    return avisos


def ocupadas_por_dia(programadas, dias) -> dict:
    """Return {day: visits to make} among scoped scheduled visits."""
    filas = programadas.por_hacer().filter(fecha__in=list(dias)).order_by()
    return dict(filas.values_list("fecha").annotate(Count("pk")))


def totales(viaje, paradas: list[ParadaDeViaje]) -> TotalesDeViaje:
    tramos = [p.parada.minutos_de_viaje for p in paradas] + ([viaje.minutos_de_regreso] if paradas else [])
    return TotalesDeViaje(
        dias=(paradas[-1].fecha - paradas[0].fecha).days + 1 if paradas else 0,
        visitas=len(paradas),
        hechas=sum(p.cita.estado == "hecha" for p in paradas),
        minutos=sum(t or 0 for t in tramos),
        sin_estimar=sum(t is None for t in tramos),
        minutos_de_visita=sum(p.cita.programada.tipo.minutos for p in paradas),
    )


def libres_para_viajar(programadas, acompanante, desde: date, hasta: date):
    """Narrow scheduled visits to those still to make in the range and in no standing trip of the acompañante."""
    en_viaje = Parada.objects.en_pie().filter(viaje__acompanante=acompanante).values("programada")
    return (
        programadas.por_hacer()
        .filter(fecha__range=(desde, hasta))
        .exclude(pk__in=en_viaje)
        .select_related("tipo", "docente__escuela__distrito")
        .order_by("fecha", "docente__apellidos", "pk")
    )


def rutas_de(programadas) -> list:
    """Return the proposed trips (visitas.rutas.Ruta) of scheduled visits, one district each."""
    return proponer_rutas(
        Candidata(p, p.fecha, p.docente.escuela.distrito.nombre, (p.docente.escuela.codigo, str(p.pk)))
        for p in programadas
    )


def minutos_hasta(escuelas) -> dict:
    """Return {school: minutes from the usual starting point}, as the latest characterisation of each says."""
    filas = Caracterizacion.objects.filter(escuela__in=escuelas, minutos_de_viaje__isnull=False)
    return dict(filas.order_by("anio", "-momento").values_list("escuela", "minutos_de_viaje"))


def tramos_propuestos(viaje, paradas: list[ParadaDeViaje]) -> list:
    """Return the legs (visitas.tramos.Tramo) to each stop of a trip, and the way back. Two queries."""
    escuelas = [v.cita.programada.docente.escuela for v in paradas]
    sabido = Sabido(minutos_hasta(escuelas), anotados_de(_viajes_anteriores(viaje)))
    return tramos_de([(e.pk, e.distrito_id) for e in escuelas], sabido)


def _viajes_anteriores(viaje):
    """The other trips of who travels that stand, the earliest first, as `anotados_de` takes them."""
    filas = (
        Parada.objects.filter(viaje__acompanante=viaje.acompanante_id, viaje__estado=EstadoDeViaje.EN_PIE)
        .exclude(viaje=viaje.pk)
        .order_by("viaje__creado_en", "viaje", "programada__fecha", "orden", "pk")
        .values_list(
            "viaje",
            "viaje__nombre",
            "viaje__minutos_de_regreso",
            "programada__docente__escuela",
            "minutos_de_viaje",
        )
    )
    for (_, nombre, regreso), grupo in groupby(filas, key=lambda fila: fila[:3]):
        yield nombre, [(escuela, minutos) for *_, escuela, minutos in grupo], regreso
