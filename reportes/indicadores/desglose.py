"""Additive figures by cell: asked of the database once, summed here along any dimension."""

from collections import defaultdict
from dataclasses import dataclass, fields
from operator import attrgetter, itemgetter


class Sumable:
    """Base of the frozen figures: `a + b` adds every field; `mayor` names the fields of which the latest stays."""

    mayor: tuple[str, ...] = ()

    def __add__(self, otra):
        return self.sumar([self, otra])

    @classmethod
    def sumar(cls, figuras: list):
        """Return the sum of many at once: a region has thousands of cells, and each is read once for each field."""
        return cls(**{c.name: cls._juntar(c.name, map(attrgetter(c.name), figuras)) for c in fields(cls)})

    @classmethod
    def _juntar(cls, campo, valores):
        if campo in cls.mayor:
            return max((v for v in valores if v is not None), default=None)
        return sum(valores)


@dataclass(frozen=True)
class Desglose:
    """Figures of one kind by cell. `dimensiones` names the parts of each cell's key, in order."""

    dimensiones: tuple[str, ...]
    celdas: tuple
    cero: Sumable

    @property
    def total(self):
        return self.cero.sumar([figura for _, figura in self.celdas])

    def por(self, *dimensiones) -> dict:
        """Return {key: figure}; the key is a tuple when more than one dimension is asked for."""
        parte = itemgetter(*self._lugares(dimensiones))
        grupos = defaultdict(list)
        for clave, figura in self.celdas:
            grupos[parte(clave)].append(figura)
        return {clave: self.cero.sumar(figuras) for clave, figuras in grupos.items()}

    def distintos(self, *dimensiones) -> set:
        """Return the different keys that have a cell."""
        parte = itemgetter(*self._lugares(dimensiones))
        return {parte(clave) for clave, _ in self.celdas}

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


def elegir(dimensiones: dict[str, str], nombres=None) -> dict[str, str]:
    """Return the dimensions with these names; all of them without names."""
    return dimensiones if nombres is None else {nombre: dimensiones[nombre] for nombre in nombres}


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
