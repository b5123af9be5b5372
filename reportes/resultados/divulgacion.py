"""Disclosure control of results (trust.md §4): what may be printed so that nobody can be subtracted out.

The grain of everything printed is a *step*: the teachers of one crossing of UGEL and province who enter a
competency's group in the same bimestre, or whose latest level changes in the same bimestre. A step is taken
only when it has 5 teachers, 3 schools and 2 acompañantes; until then its teachers wait. Every group printed,
of a UGEL, a province or the region, in any bimestre, is a union of whole steps, so any sum or difference of
printed groups is one too, and none is small.
"""

from collections import defaultdict
from dataclasses import dataclass

DOCENTES_MINIMOS = 5
ESCUELAS_MINIMAS = 3
ACOMPANANTES_MINIMOS = 2

PASO_DE_LA_REGION = 1
PASO_DEL_AMBITO = 5


@dataclass(frozen=True)
class Medida:
    """One teacher's level in one competency, at the baseline and at the latest visit where it was observed."""

    docente: object
    escuela: object
    acompanante: object
    cruce: tuple
    base: int
    ultima: int
    visita_base: object
    visita_ultima: object


def alcanza(medidas) -> bool:
    """Tell whether a set of teachers is large and mixed enough to be described."""
    return (
        len({m.docente for m in medidas}) >= DOCENTES_MINIMOS
        and len({m.escuela for m in medidas}) >= ESCUELAS_MINIMAS
        and len({m.acompanante for m in medidas}) >= ACOMPANANTES_MINIMOS
    )


def avanzar(grupo: dict, medidas: dict) -> dict:
    """Return the group of one competency after a bimestre; both are {teacher: Medida}, and neither changes.

    In each crossing, those who enter and those whose latest visit changed are two steps. A step that does
    not reach the thresholds is not taken: new teachers stay out and the others keep what they had.
    """
    siguiente = dict(grupo)
    for paso in _pasos(grupo, medidas):
        if alcanza(paso):
            siguiente.update((medida.docente, medida) for medida in paso)
    return siguiente


def _pasos(grupo, medidas):
    entran, cambian = defaultdict(list), defaultdict(list)
    for docente, medida in medidas.items():
        antes = grupo.get(docente)
        if antes is None:
            entran[medida.cruce].append(medida)
        elif antes.visita_ultima != medida.visita_ultima:
            cambian[antes.cruce].append(medida)
    return [*entran.values(), *cambian.values()]


def redondear(parte: int, todo: int, paso: int) -> int:
    """Return `parte` of `todo` in per cent, to the nearest multiple of `paso`."""
    return (200 * parte + paso * todo) // (2 * paso * todo) * paso


def porcentajes(niveles, paso: int) -> list[int]:
    """Return the coarse shares of levels I to IV among `niveles`."""
    return [redondear(sum(n == nivel for n in niveles), len(niveles), paso) for nivel in (1, 2, 3, 4)]


def en_palabras(porcentaje: int, paso: int) -> str:
    """Return the share as text, never 0 % nor 100 %: "everybody is at level I" is disclosure too."""
    if porcentaje < paso:
        return f"<{paso}"
    return f">{100 - paso}" if porcentaje > 100 - paso else str(porcentaje)
