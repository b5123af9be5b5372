"""The agenda of a week or a month: scheduled visits, group sessions, trips and days without classes, day by day.

Receives querysets that the caller has already scoped, and returns lists: templates walk no relation.
"""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

from acompanamiento.comun.formato import MESES

from .dias import feriados, sin_clases
from .models import EstadoDeSesion
from .reparto import limites_del_mes

SEMANA, MES = "semana", "mes"
UN_DIA = timedelta(days=1)
PRIMER_ANIO, ULTIMO_ANIO = 2000, 2100


@dataclass(frozen=True)
class Periodo:
    """A week (Monday to Sunday) or a month. `anterior` and `siguiente` are days of the neighbouring ones."""

    vista: str
    desde: date
    hasta: date

    @property
    def anterior(self) -> date:
        return self.desde - UN_DIA

    @property
    def siguiente(self) -> date:
        return self.hasta + UN_DIA

    @property
    def nombre(self) -> str:
        if self.vista == MES:
            return f"{MESES[self.desde.month - 1].capitalize()} de {self.desde.year}"
        return f"Semana del {self._primer_dia()} al {_dia_y_mes(self.hasta)} de {self.hasta.year}"

    @property
    def semanas(self) -> list[list[date]]:
        """Rows of seven days; those of a month begin and end with days of its neighbours."""
        if self.vista == MES:
            return Calendar().monthdatescalendar(self.desde.year, self.desde.month)
        return [[self.desde + timedelta(days=n) for n in range(7)]]

    def _primer_dia(self) -> str:
        """The first day of a week, with its month and year only where the last day does not say them."""
        if self.desde.year != self.hasta.year:
            return f"{_dia_y_mes(self.desde)} de {self.desde.year}"
        return str(self.desde.day) if self.desde.month == self.hasta.month else _dia_y_mes(self.desde)

    def incluye(self, dia: date) -> bool:
        return self.desde <= dia <= self.hasta


@dataclass(frozen=True)
class SesionDeAgenda:
    """A group session with its dot."""

    sesion: object
    estado: str


@dataclass
class DiaDeAgenda:
    """A day with what happens on it. `sin_clases` says why there are none, "" on a school day and on a weekend."""

    fecha: date
    del_periodo: bool
    es_hoy: bool
    sin_clases: str = ""
    citas: list = field(default_factory=list)
    sesiones: list = field(default_factory=list)
    viajes: list = field(default_factory=list)

    @property
    def empiezan(self) -> list:
        """The trips whose first day it is."""
        return [v for v in self.viajes if v.desde == self.fecha]

    @property
    def libre(self) -> bool:
        return bool(self.sin_clases) or self.fecha.weekday() > 4

    @property
    def dice_algo(self) -> bool:
        return bool(self.citas or self.sesiones or self.empiezan or self.sin_clases)


def periodo_de(vista: str, dia: date) -> Periodo:
    """Return the week of `dia`, or its month when `vista` says so."""
    if vista == MES:
        return Periodo(MES, *limites_del_mes(dia.year, dia.month))
    lunes = dia - timedelta(days=dia.weekday())
    return Periodo(SEMANA, lunes, lunes + timedelta(days=6))


def dia_pedido(texto: str, hoy: date) -> date:
    """Return the day of "2026-10-15"; today when it is absent or nonsense."""
    try:
        dia = date.fromisoformat(texto)
    except ValueError:
        return hoy
    return dia if PRIMER_ANIO < dia.year < ULTIMO_ANIO else hoy


def estado_de_sesion(sesion, hoy: date) -> str:
    """Return the dot of a group session, as `agenda.estado_de` does for a visit."""
    if sesion.estado == EstadoDeSesion.REALIZADA:
        return "hecha"
    if sesion.estado == EstadoDeSesion.NO_REALIZADA:
        return "no-realizada"
    if sesion.fecha == hoy:
        return "hoy"
    return "atrasada" if sesion.fecha < hoy else "por-hacer"


def semanas_de_agenda(periodo: Periodo, hoy: date, *, citas, sesiones, viajes, escolares) -> list[list]:
    """Return the weeks of the period as rows of seven DiaDeAgenda. `viajes` carry `desde` and `hasta`."""
    dias = {
        dia: DiaDeAgenda(dia, periodo.incluye(dia), dia == hoy, motivo)
        for dia, motivo in _con_motivo(periodo, escolares)
    }
    for cita in citas:
        dias[cita.programada.fecha].citas.append(cita)
    for sesion in sesiones:
        dias[sesion.fecha].sesiones.append(SesionDeAgenda(sesion, estado_de_sesion(sesion, hoy)))
    for viaje in viajes:
        for dia, fila in dias.items():
            if fila.del_periodo and viaje.desde <= dia <= viaje.hasta:
                fila.viajes.append(viaje)
    return [[dias[dia] for dia in semana] for semana in periodo.semanas]


def _con_motivo(periodo, escolares):
    cerrados = {dia for escolar in escolares for dia in sin_clases(escolar)}
    for semana in periodo.semanas:
        for dia in semana:
            yield dia, feriados(dia.year).get(dia) or ("Sin clases" if dia in cerrados else "")


def _dia_y_mes(dia: date) -> str:
    return f"{dia.day} de {MESES[dia.month - 1]}"
