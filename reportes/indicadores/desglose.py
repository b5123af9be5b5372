"""Additive figures by cell: asked of the database once, summed here along any dimension."""

from collections import defaultdict
from dataclasses import dataclass, fields
from functools import reduce


class Sumable:
    """Base of the frozen figures: `a + b` adds every field; `mayor` names the fields of which the latest stays."""

    mayor: tuple[str, ...] = ()

    def __add__(self, otra):
        return type(self)(**{c.name: self._juntar(otra, c.name) for c in fields(self)})

    def _juntar(self, otra, campo):
        a, b = getattr(self, campo), getattr(otra, campo)
        if campo in self.mayor:
            return max((v for v in (a, b) if v is not None), default=None)
        return a + b


@dataclass(frozen=True)
class Desglose:
    """Figures of one kind by cell. `dimensiones` names the parts of each cell's key, in order."""

    dimensiones: tuple[str, ...]
    celdas: tuple
    cero: Sumable

    @property
    def total(self):
        return reduce(lambda suma, celda: suma + celda[1], self.celdas, self.cero)

    def por(self, *dimensiones) -> dict:
        """Return {key: figure}; the key is a tuple when more than one dimension is asked for."""
        lugares = self._lugares(dimensiones)
        sumas = defaultdict(lambda: self.cero)
        for clave, valor in self.celdas:
            parte = tuple(clave[lugar] for lugar in lugares)
            sumas[parte if len(parte) > 1 else parte[0]] += valor
        return dict(sumas)

    def distintos(self, *dimensiones) -> set:
        """Return the different keys that have a cell."""
        return set(self.por(*dimensiones))

    def solo(self, **valores) -> "Desglose":
        """Return the cells whose dimensions have these values."""
        lugares = dict(zip(valores, self._lugares(valores), strict=True))
        celdas = tuple(c for c in self.celdas if all(c[0][lugares[d]] == v for d, v in valores.items()))
        return Desglose(self.dimensiones, celdas, self.cero)

    def _lugares(self, dimensiones):
        return [self.dimensiones.index(dimension) for dimension in dimensiones]


def desglosar(filas, dimensiones: dict[str, str], tipo: type[Sumable]) -> Desglose:
    """Read `filas` (dictionaries of a grouped query) into a Desglose.

    `dimensiones` is {name: column}; a field `x` of `tipo` comes from the column `n_x`.
    """
    campos = [c.name for c in fields(tipo)]
    celdas = tuple(
        (
            tuple(fila[columna] for columna in dimensiones.values()),
            tipo(**{c: fila[f"n_{c}"] for c in campos}),
        )
        for fila in filas
    )
    return Desglose(tuple(dimensiones), celdas, tipo())


def territorio(escuela: str, acompanante: str) -> dict[str, str]:
    """Return the columns of the four dimensions; `escuela` and `acompanante` are paths from the row counted."""
    return {
        "ugel": f"{escuela}__ugel_id",
        "provincia": f"{escuela}__distrito__provincia_id",
        "distrito": f"{escuela}__distrito_id",
        "acompanante": acompanante,
    }


def porcentaje(parte: int, todo: int) -> int | None:
    """Return `parte` of `todo` in whole per cent, None of nothing. 100 means all, and 0 means none."""
    if not todo:
        return None
    if parte in (0, todo):
        return 100 * parte // todo
    return min(max(round(100 * parte / todo), 1), 99)
