"""The time of an acompañante: outside accompaniment by kind, beside the hours of direct accompaniment.

Direct accompaniment is the length of the visits made and of the group sessions held. Hours tell about the programme's
work and never about a teacher. Receives querysets that the caller has already scoped.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from .models import ClaseDeDedicacion, SesionGrupal, Visita


@dataclass(frozen=True)
class FilaDeDedicacion:
    """An acompañante in a year, in minutes. `por_clase` follows the order of ClaseDeDedicacion."""

    acompanante: object
    por_clase: list
    visitas: int
    sesiones: int

    @property
    def fuera(self) -> int:
        return sum(self.por_clase)

    @property
    def directo(self) -> int:
        return self.visitas + self.sesiones


@dataclass(frozen=True)
class Totales:
    """The sum of several rows, in minutes."""

    filas: list = field(default_factory=list)

    @property
    def por_clase(self) -> list:
        return [sum(c) for c in zip(*(f.por_clase for f in self.filas), strict=True)]

    @property
    def fuera(self) -> int:
        return sum(f.fuera for f in self.filas)

    @property
    def directo(self) -> int:
        return sum(f.directo for f in self.filas)

    @property
    def parte_fuera(self) -> float | None:
        """Percentage of the recorded time that went outside accompaniment; None when there is none recorded."""
        todo = self.fuera + self.directo
        return self.fuera * 100 / todo if todo else None


def filas_de_dedicacion(acompanantes, anio: int, *, fuera, visitas, sesiones) -> list[FilaDeDedicacion]:
    """Return a row for each acompañante, in the order given. The other arguments are scoped querysets."""
    medias = _sumas(fuera.filter(anio=anio), "medias_horas", "acompanante", "clase")
    en_visitas = _sumas(visitas.filter(anio=anio), "minutos", "acompanante")
    en_sesiones = _sumas(sesiones.realizadas().filter(anio=anio), "minutos", "acompanante")
    return [
        FilaDeDedicacion(
            a,
            [medias.get((a.pk, clase), 0) * 30 for clase in ClaseDeDedicacion.values],
            en_visitas.get((a.pk,), 0),
            en_sesiones.get((a.pk,), 0),
        )
        for a in acompanantes
    ]


def directos_por_mes(acompanante, anio: int) -> dict[int, int]:
    """Return {month: minutes of direct accompaniment} of one's own work, also with teachers accompanied before."""
    propias = {"acompanante": acompanante, "anio": anio}
    por_mes = dict.fromkeys(range(1, 13), 0)
    for filas in (Visita.objects.filter(**propias), SesionGrupal.objects.realizadas().filter(**propias)):
        for (mes,), minutos in _sumas(filas, "minutos", "fecha__month").items():
            por_mes[mes] += minutos
    return por_mes


def ultimo_mes(anio: int, hoy: date) -> int:
    """Return the last month of a year in which time can be recorded; 0 when the year has not begun."""
    return 12 if anio < hoy.year else hoy.month if anio == hoy.year else 0


def _sumas(filas, campo, *claves) -> dict:
    filas = filas.order_by().values_list(*claves).annotate(suma=Sum(campo))
    return {fila[:-1]: fila[-1] for fila in filas}
