"""From group sessions to what a page shows: the quota of the protocol, and the year by month.

Receives querysets that the caller has already scoped, and returns lists: templates walk no relation.
"""

from dataclasses import dataclass
from itertools import groupby

from acompanamiento.comun.formato import MESES, horas
from docentes.models import Asignacion

from .models import EstadoDeSesion, NivelEducativo, Protocolo, TipoDeSesion


@dataclass(frozen=True)
class Avance:
    """What was done of one kind of session against the protocol; `cuota` 0 when it asks for none."""

    tipo: TipoDeSesion
    hechas: int
    minutos: int
    invitados: int
    asistieron: int
    cuota: int
    minutos_cuota: int

    @property
    def cantidad(self) -> str:
        return f"{self.hechas} de {self.cuota}" if self.cuota else str(self.hechas)

    @property
    def horas(self) -> str:
        return f"{horas(self.minutos)} de {horas(self.minutos_cuota)}" if self.cuota else horas(self.minutos)


@dataclass(frozen=True)
class MesDeSesiones:
    numero: int
    sesiones: list

    @property
    def nombre(self) -> str:
        return MESES[self.numero - 1]


def cuotas_de(acompanante, anio: int) -> dict:
    """Return {kind: CuotaDeSesion} of the protocols of the acompañante's teachers of the year; the larger one stays."""
    asignaciones = Asignacion.objects.del_anio(anio).filter(acompanante=acompanante)
    niveles = {
        NivelEducativo.de_escuela(a.docente.escuela) for a in asignaciones.select_related("docente__escuela")
    }
    en_vigor = Protocolo.objects.filter(vigente=True, nivel__in=niveles).order_by("version")
    por_nivel = {p.nivel: p for p in en_vigor.prefetch_related("cuotas")}
    cuotas = sorted((c for p in por_nivel.values() for c in p.cuotas.all()), key=lambda c: c.cantidad)
    return {c.tipo: c for c in cuotas}


def avance(sesiones, cuotas: dict) -> list[Avance]:
    """Return a row for each kind that the protocol asks for or that was held. `sesiones` carry their attendance."""
    filas = []
    for tipo in TipoDeSesion:
        hechas = [s for s in sesiones if s.tipo == tipo and s.estado == EstadoDeSesion.REALIZADA]
        cuota = cuotas.get(tipo)
        if hechas or cuota:
            filas.append(_avance(tipo, hechas, cuota))
    return filas


def _avance(tipo, hechas, cuota):
    return Avance(
        tipo,
        len(hechas),
        sum(s.minutos for s in hechas),
        sum(s.invitados for s in hechas),
        sum(s.asistieron for s in hechas),
        cuota.cantidad if cuota else 0,
        cuota.cantidad * cuota.minutos if cuota else 0,
    )


def por_mes(sesiones) -> list[MesDeSesiones]:
    """Return the sessions by month, the latest first."""
    ultimas = sorted(sesiones, key=lambda s: (s.fecha, s.inicio), reverse=True)
    return [MesDeSesiones(mes, list(g)) for mes, g in groupby(ultimas, key=lambda s: s.fecha.month)]
