"""What is erased when its time is over, as rules that each app registers (trust.md §5).

An app declares its rules in `purgas.py`, imported by its AppConfig. `corte` is the last year that is past its time:

    regla("Diálogos", lambda corte: DialogoReflexivo.objects.filter(visita__anio__lte=corte))
    regla("Compromisos", lambda corte: Compromiso.objects.filter(…), textos="que como comentario")

Without `textos` the rows are deleted; with them the rows stay, as counts, and their words are replaced by BORRADO.
Rules run in the order in which they were registered. A test walks every text declared Conservacion.PROGRAMA and
fails when no rule erases it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

BORRADO = "(borrado al vencer su plazo)"
REGLAS: list["Regla"] = []


@dataclass(frozen=True)
class Regla:
    """`filas` gives, for the last year past its time, the rows that are deleted or whose `textos` are replaced."""

    nombre: str
    filas: Callable[[int], QuerySet]
    textos: tuple = ()

    def pendientes(self, corte: int) -> QuerySet:
        """Return the rows that still have something to erase, so that a second run finds none."""
        filas = self.filas(corte)
        if not self.textos:
            return filas
        con_texto = Q()
        for campo in self.textos:
            con_texto |= ~Q(**{campo: ""}) & ~Q(**{campo: BORRADO})
        return filas.filter(con_texto)

    def aplicar(self, corte: int) -> int:
        """Erase, and return how many rows it touched."""
        filas = self.pendientes(corte)
        cuantas = filas.count()
        if not self.textos:
            filas.delete()
            return cuantas
        for campo in self.textos:
            self.filas(corte).exclude(**{campo: ""}).update(**{campo: BORRADO})
        return cuantas


def regla(nombre: str, filas: Callable[[int], QuerySet], *, textos: str = "") -> None:
    """Register a rule. `textos` are field names separated by spaces."""
    REGLAS.append(Regla(nombre, filas, tuple(textos.split())))
