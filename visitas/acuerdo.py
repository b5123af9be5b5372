"""Agreement between people who scored the same lessons. Pure: levels in, figures out.

A level is 1 to 4, None for *no observado*, which is compared as such and never enters a distance or a kappa. The
library does the statistics; here is what it cannot know: which pairs count, and when a kappa would mean nothing.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from agreement.metrics import cohens_kappa
from agreement.utils.kernels import quadratic_kernel

NIVELES = (1, 2, 3, 4)
LECCIONES_MINIMAS = 3
COMPETENCIAS_MINIMAS = 5
PARES_MINIMOS = 10
COSAS = "clases"
# Landis and Koch (1977), as words for a conversation and never as a pass mark.
LECTURAS = ((0.81, "casi completo"), (0.61, "alto"), (0.41, "moderado"), (0.21, "bajo"), (-1.01, "muy bajo"))


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


def comparar(pares, *, distintos: int, minimos: int, cosas: str = COSAS) -> Acuerdo:
    """Return the agreement of two sides. `pares` is an iterable or a Counter of (level, level).

    They came from `distintos` things scored (`cosas`, in words); with fewer than `minimos` it says why it has no kappa.
    """
    tabla = pares if isinstance(pares, Counter) else Counter(pares)
    con_nivel = Counter({(a, b): n for (a, b), n in tabla.items() if a and b})
    total = con_nivel.total()
    lados = ({a for a, _ in con_nivel}, {b for _, b in con_nivel})
    motivo = _por_que_no(total, distintos, minimos, cosas, any(len(lado) < 2 for lado in lados))
    return Acuerdo(
        pares=tabla.total(),
        iguales=sum(n for (a, b), n in tabla.items() if a == b),
        distancia=sum(abs(a - b) * n for (a, b), n in con_nivel.items()) / total if total else None,
        kappa=None if motivo else kappa_de_pares(con_nivel),
        por_que_no=motivo,
    )


def comparar_grupo(items, *, distintos: int, minimos: int, cosas: str = COSAS) -> Acuerdo:
    """Return the agreement of all with all. `items` is a list of {person: level}, one for each thing scored."""
    cuentas = [Counter(item.values()) for item in items]
    con_nivel = [Counter({nivel: n for nivel, n in cuenta.items() if nivel}) for cuenta in cuentas]
    total = sum(map(_pares, con_nivel))
    distancia = sum(c[a] * c[b] * (b - a) for c in con_nivel for a, b in combinations(NIVELES, 2))
    variedad = {nivel for cuenta in con_nivel for nivel in cuenta}
    motivo = _por_que_no(total, distintos, minimos, cosas, len(variedad) < 2)
    return Acuerdo(
        pares=sum(map(_pares, cuentas)),
        iguales=sum(n * (n - 1) // 2 for cuenta in cuentas for n in cuenta.values()),
        distancia=distancia / total if total else None,
        kappa=None if motivo else kappa_de_grupo(items),
        por_que_no=motivo,
    )


def _pares(cuenta):
    return cuenta.total() * (cuenta.total() - 1) // 2


def _por_que_no(pares, distintos, minimos, cosas, sin_variedad):
    if distintos < minimos:
        return f"hacen falta {minimos} {cosas} y hay {distintos}"
    if pares < PARES_MINIMOS:
        return f"hacen falta {PARES_MINIMOS} comparaciones con nivel y hay {pares}"
    return "todo se leyó en un mismo nivel" if sin_variedad else ""


def kappa_de_pares(tabla: Counter) -> float:
    """Cohen's kappa with quadratic weights over the four levels. `tabla` counts pairs of levels, two of each side."""
    respuestas, personas = np.zeros((len(tabla), 4)), np.zeros((2, 4))
    for fila, ((a, b), n) in enumerate(tabla.items()):
        for persona, nivel in enumerate((a, b)):
            respuestas[fila, nivel - 1] += 1
            personas[persona, nivel - 1] += n
    return _kappa(np.repeat(respuestas, list(tabla.values()), axis=0), personas)


def kappa_de_grupo(items) -> float:
    """Conger's kappa, quadratic: Cohen's for any number of people, all pairs of them pooled."""
    quienes = {persona: i for i, persona in enumerate({p: None for item in items for p in item})}
    respuestas, personas = np.zeros((len(items), 4)), np.zeros((len(quienes), 4))
    for fila, item in enumerate(items):
        for persona, nivel in item.items():
            if nivel:
                respuestas[fila, nivel - 1] += 1
                personas[quienes[persona], nivel - 1] += 1
    return _kappa(respuestas, personas[personas.sum(axis=1) > 0])


def _kappa(respuestas, personas):
    """The library takes the order of the columns as the distance: all four stand, also those nobody chose."""
    return float(cohens_kappa(respuestas, personas, weights_kernel=quadratic_kernel))


def separacion(niveles) -> int:
    """Return the levels between the lowest and the highest chosen, leaving out a tenth of the people at each end."""
    con_nivel = sorted(n for n in niveles if n)
    fuera = len(con_nivel) // 10
    dentro = con_nivel[fuera : len(con_nivel) - fuera]
    return dentro[-1] - dentro[0] if dentro else 0
