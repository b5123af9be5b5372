"""Which differentiated strategy to suggest for a need, by the pattern of the baseline: pure, no database.

The patterns are data (catalogos/estrategias.toml). A suggestion is a start: the acompañante edits or drops it.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from escuelas.models import Modalidad

from .catalogos import leer

NO_OBSERVADO = 0
# What each condition weighs: which pattern is the most specific does not depend on how many it states.
PESOS = {"lenguas": 8, "niveles": 4, "competencia": 2, "aulas": 1}
AULAS = {
    Modalidad.UNIDOCENTE: "unidocente",
    Modalidad.MULTIGRADO: "multigrado",
    Modalidad.COMPLETO: "completo",
}
DIAS_SI_YA_PASO = 45


@dataclass(frozen=True)
class Situacion:
    """What a strategy is chosen by. `nivel` is 1 to 4, or 0 when the diagnostic visit did not observe it."""

    competencia: int
    aula: str
    nivel: int = NO_OBSERVADO
    lenguas: frozenset = frozenset()


@dataclass(frozen=True)
class Actividad:
    """What to do, of which kind, from the first day of a month to the last day of another."""

    tipo: str
    que: str
    meses: tuple[int, int]

    def plazo(self, anio: int, desde: date | None = None, hasta: date | None = None) -> tuple[date, date]:
        """Return its first and last day; moved ahead when it would be over before `desde`, never past `hasta`."""
        primero = date(anio, self.meses[0], 1)
        ultimo = date(anio, self.meses[1], monthrange(anio, self.meses[1])[1])
        if desde and ultimo < desde:
            primero, ultimo = desde, desde + timedelta(days=DIAS_SI_YA_PASO)
        fin = hasta or date(anio, 12, 31)
        return min(primero, fin), min(ultimo, fin)


@dataclass(frozen=True)
class Estrategia:
    """A pattern of the catalogue. A condition that is empty asks nothing."""

    codigo: str
    texto: str
    razon: str
    actividades: tuple[Actividad, ...]
    competencia: int | None = None
    aulas: frozenset = frozenset()
    niveles: frozenset = frozenset()
    lenguas: frozenset = frozenset()

    def sirve_para(self, situacion: Situacion) -> bool:
        return (
            self.competencia in (None, situacion.competencia)
            and (not self.aulas or situacion.aula in self.aulas)
            and (not self.niveles or situacion.nivel in self.niveles)
            and (not self.lenguas or bool(self.lenguas & situacion.lenguas))
        )

    @property
    def precision(self) -> int:
        return sum(peso for condicion, peso in PESOS.items() if getattr(self, condicion))


def aula_de(modalidad: str, grados: list[str]) -> str:
    """Return the kind of room; by the grades taught together when the register does not say."""
    if modalidad in AULAS:
        return AULAS[modalidad]
    return "multigrado" if len(grados) > 1 else "completo"


def proponer(situacion: Situacion) -> Estrategia | None:
    """Return the most specific strategy of the catalogue that fits; the first of the file among equals."""
    posibles = [e for e in catalogo() if e.sirve_para(situacion)]
    return max(posibles, key=lambda e: e.precision, default=None)


@cache
def catalogo() -> tuple[Estrategia, ...]:
    """Return the strategies of the catalogue, in the order of the file."""
    return tuple(_estrategia(fila) for fila in leer("estrategias")["estrategia"])


def _estrategia(fila):
    return Estrategia(
        codigo=fila["codigo"],
        texto=fila["texto"],
        razon=fila["razon"],
        actividades=tuple(Actividad(a["tipo"], a["que"], tuple(a["meses"])) for a in fila["actividades"]),
        competencia=fila.get("competencia"),
        **{c: frozenset(fila.get(c, ())) for c in ("aulas", "niveles", "lenguas")},
    )
