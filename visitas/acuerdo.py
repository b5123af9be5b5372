"""Agreement between people who scored the same lessons. Pure: pairs of levels in, figures out.

A pair is (level of one, level of the other), 1 to 4, None for *no observado*. The library does the statistics; here
is what it cannot know: which pairs count, and when there are too few lessons for a kappa to mean anything.
"""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
from agreement.metrics import cohens_kappa
from agreement.utils.kernels import quadratic_kernel

NIVELES = (1, 2, 3, 4)
LECCIONES_MINIMAS = 3
PARES_MINIMOS = 10
SEPARACION = 2
# Readings: Landis and Koch (1977), as words for conversation and never as a pass mark.
LECTURAS = ((0.81, "casi completo"), (0.61, "alto"), (0.41, "moderado"), (0.21, "bajo"), (-1, "muy bajo"))


@dataclass(frozen=True)
class Acuerdo:
    """`pares` compared; `iguales` of them; mean `distancia` in levels of those with both levels; `kappa` or why not."""

    pares: int
    iguales: int
    distancia: float | None
    kappa: float | None = None
    por_que_no: str = ""

    @property
    def exacto(self) -> float | None:
        """Percentage of equal pairs."""
        return 100 * self.iguales / self.pares if self.pares else None

    @property
    def en_palabras(self) -> str:
        return "" if self.kappa is None else next(t for minimo, t in LECTURAS if self.kappa >= minimo)


def kappa_ponderado(pares) -> float | None:
    """Return Cohen's kappa with quadratic weights over all four levels; None when it is undefined.

    Undefined: no pair with both levels, or both sides always the same single level.
    """
    pares = [(a, b) for a, b in pares if a and b]
    if not pares or len({nivel for par in pares for nivel in par}) < 2:
        return None
    respuestas, personas = np.zeros((len(pares), 4)), np.zeros((2, 4))
    for fila, par in enumerate(pares):
        for persona, nivel in enumerate(par):
            respuestas[fila, nivel - 1] += 1
            personas[persona, nivel - 1] += 1
    return float(cohens_kappa(respuestas, personas, weights_kernel=quadratic_kernel))


def comparar(pares, *, items: int, items_minimos: int = LECCIONES_MINIMAS) -> Acuerdo:
    """Return the agreement of `pares`, which came from `items` different things scored.

    With fewer than `items_minimos`, or PARES_MINIMOS, or no variety, kappa would be an accident: it says why instead.
    """
    pares = list(pares)
    con_nivel = [(a, b) for a, b in pares if a and b]
    base = {
        "pares": len(pares),
        "iguales": sum(a == b for a, b in pares),
        "distancia": sum(abs(a - b) for a, b in con_nivel) / len(con_nivel) if con_nivel else None,
    }
    if motivo := _por_que_no(con_nivel, items, items_minimos):
        return Acuerdo(**base, por_que_no=motivo)
    return Acuerdo(**base, kappa=kappa_ponderado(con_nivel))


def _por_que_no(pares, items, minimos):
    if items < minimos:
        return f"hacen falta {minimos} lecciones y hay {items}"
    if len(pares) < PARES_MINIMOS:
        return f"hacen falta {PARES_MINIMOS} comparaciones con nivel y hay {len(pares)}"
    if len({a for a, _ in pares}) < 2 or len({b for _, b in pares}) < 2:
        return "todas las lecciones mostraron un mismo nivel"
    return ""


def pares_con(referencia, niveles) -> list[tuple]:
    """Return each level against the reference."""
    return [(referencia, nivel) for nivel in niveles]


def pares_entre(niveles) -> list[tuple]:
    """Return every pair of people in both orders, so that nobody stands as the reference."""
    return list(permutations(niveles, 2))


def separacion(niveles) -> int:
    """Return how many levels lie between the lowest and the highest chosen, a tenth of the people at each end aside."""
    con_nivel = sorted(n for n in niveles if n)
    fuera = len(con_nivel) // 10
    dentro = con_nivel[fuera : len(con_nivel) - fuera]
    return dentro[-1] - dentro[0] if dentro else 0
