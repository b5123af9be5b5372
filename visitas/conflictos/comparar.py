"""Which fields of two contents differ, and the content that a person's choices make."""

import copy
from dataclasses import dataclass
from typing import Any

from .campo import Campo

SERVIDOR, MIA, AMBAS = "servidor", "mia", "ambas"


@dataclass(frozen=True)
class Diferencia:
    """A field whose two values differ. `ambas` keeps both, or is None when only one side changed it or both do not fit. `base` is what the two started from."""

    campo: Campo
    base: Any
    servidor: Any
    mia: Any
    ambas: Any

    @property
    def cambio_solo(self) -> str:
        """The side that changed it when the other one left it as it was; "" when both did."""
        if self.base == self.servidor:
            return MIA
        return SERVIDOR if self.base == self.mia else ""

    @property
    def valores(self) -> dict:
        """{choice: value} of what can be chosen."""
        ambas = {AMBAS: self.ambas} if self.ambas is not None else {}
        return {SERVIDOR: self.servidor, MIA: self.mia} | ambas


def comparar(campos, *, base, servidor, mia, rotulos) -> tuple[list[Diferencia], list[tuple[Campo, Any]]]:
    """Return the fields that differ between two contents, and (field, value) of those that are equal and say something.

    `base` is the content that both amended, {} when there was none; `rotulos` are the lines that say which is whose.
    """
    distintas, iguales = [], []
    for campo in campos:
        suya, otra = campo.leer(servidor), campo.leer(mia)
        if suya == otra:
            iguales += [(campo, suya)] if suya is not None else []
        else:
            antes = campo.leer(base)
            ambas = campo.unir(suya, otra, rotulos) if antes not in (suya, otra) else None
            distintas.append(Diferencia(campo, antes, suya, otra, ambas))
    return distintas, iguales


def juntar(servidor: dict, diferencias, elegidas: dict) -> dict:
    """Return the server's content with what was chosen: `elegidas` is {field: SERVIDOR, MIA or AMBAS} of every difference."""
    contenido = copy.deepcopy(servidor)
    for d in diferencias:
        elegida = elegidas[d.campo.clave]
        if elegida != SERVIDOR:
            d.campo.poner(contenido, copy.deepcopy(d.valores[elegida]))
    return contenido
