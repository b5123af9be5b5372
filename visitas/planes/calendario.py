"""The year of a plan by month, and its travel days grouped by route. Receives the content of planes/foto."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from acompanamiento.comun.formato import MESES
from visitas.models import TipoDeSesion

UN_DIA = timedelta(days=1)


@dataclass(frozen=True)
class Viaje:
    """Consecutive days of visits in one district. `distrito` is "" where it is not told."""

    distrito: str
    desde: date
    hasta: date
    visitas: int

    @property
    def dias(self) -> int:
        return (self.hasta - self.desde).days + 1


@dataclass(frozen=True)
class MesDePlan:
    """`sesiones` are (kind in words, day, topic)."""

    numero: int
    visitas: int
    sesiones: list
    viajes: list

    @property
    def nombre(self) -> str:
        return MESES[self.numero - 1]

    @property
    def dias_de_viaje(self) -> int:
        return sum(v.dias for v in self.viajes)

    @property
    def rutas(self) -> list:
        """(district, its trips), districts in alphabetical order."""
        por_distrito = sorted(self.viajes, key=lambda v: (v.distrito, v.desde))
        return [(d, list(g)) for d, g in groupby(por_distrito, key=lambda v: v.distrito)]


def meses_de(calendario: dict) -> list[MesDePlan]:
    """Return the months that have something, in order. A trip belongs to the month in which it starts."""
    visitas = sorted((date.fromisoformat(v["fecha"]), v["distrito"]) for v in calendario["visitas"])
    sesiones = sorted((date.fromisoformat(s["fecha"]), s["tipo"], s["tema"]) for s in calendario["sesiones"])
    todos = viajes(visitas)
    numeros = sorted({dia.month for dia, *_ in [*visitas, *sesiones]})
    return [
        MesDePlan(
            numero,
            sum(dia.month == numero for dia, _ in visitas),
            [(TipoDeSesion(tipo).label, dia, tema) for dia, tipo, tema in sesiones if dia.month == numero],
            [v for v in todos if v.desde.month == numero],
        )
        for numero in numeros
    ]


def viajes(visitas: list[tuple[date, str]]) -> list[Viaje]:
    """Group (day, district), in order: the same district on days in a row is one trip."""
    salidas = []
    for (dia, distrito), grupo in groupby(visitas):
        cuantas = len(list(grupo))
        ultimo = salidas[-1] if salidas else None
        if ultimo and ultimo.distrito == distrito and dia - ultimo.hasta <= UN_DIA:
            salidas[-1] = Viaje(distrito, ultimo.desde, dia, ultimo.visitas + cuantas)
        else:
            salidas.append(Viaje(distrito, dia, dia, cuantas))
    return salidas
