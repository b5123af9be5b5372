"""Which visits make one trip: pure, deterministic, no database.

The visits of one district on days in a row are one journey; a weekend does not cut it, a longer gap does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

HUECO = timedelta(days=4)


@dataclass(frozen=True)
class Candidata:
    """A visit that could be part of a trip. `zona` is what is travelled to; `lugar` orders the visits of a day."""

    visita: object
    fecha: date
    zona: str
    lugar: tuple


@dataclass(frozen=True)
class Ruta:
    """A proposed trip: its visits by date."""

    zona: str
    candidatas: tuple

    @property
    def desde(self) -> date:
        return self.candidatas[0].fecha

    @property
    def hasta(self) -> date:
        return self.candidatas[-1].fecha

    @property
    def dias(self) -> int:
        return (self.hasta - self.desde).days + 1

    @property
    def visitas(self) -> list:
        return [c.visita for c in self.candidatas]


def proponer_rutas(candidatas: Iterable[Candidata]) -> list[Ruta]:
    """Return the trips, by first day and zone. Each candidate is in exactly one, and the dates of one are in order."""
    rutas = []
    for candidata in sorted(candidatas, key=lambda c: (c.zona, c.fecha, c.lugar)):
        sigue = rutas and _sigue(rutas[-1][-1], candidata)
        if sigue:
            rutas[-1].append(candidata)
        else:
            rutas.append([candidata])
    return sorted((Ruta(r[0].zona, tuple(r)) for r in rutas), key=lambda r: (r.desde, r.zona))


def _sigue(anterior, candidata) -> bool:
    return anterior.zona == candidata.zona and candidata.fecha - anterior.fecha <= HUECO
