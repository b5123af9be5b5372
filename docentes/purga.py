"""What is erased when its time is over, as rules that each app registers (trust.md §5).

An app declares its rules in `purgas.py`, imported by its AppConfig. `corte` is the last year that is past its time:

    regla("Diálogos", lambda corte: DialogoReflexivo.objects.filter(visita__anio__lte=corte))
    regla("Compromisos", lambda corte: Compromiso.objects.filter(…), textos="que como comentario")

Without `textos` the rows are deleted; with them the rows stay, as counts, and their words are replaced by BORRADO
(or by `con`, where the column holds more than a sentence); a JSON column goes back to its empty default.
Rules run in the order in which they were registered. A test walks every text declared Conservacion.PROGRAMA and
fails when no rule erases it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import JSONField, Q, QuerySet

BORRADO = "(borrado al vencer su plazo)"
REGLAS: list["Regla"] = []


@dataclass(frozen=True)
class Regla:
    """`filas` gives, for the last year past its time, the rows that are deleted or whose `textos` are replaced."""

    nombre: str
    filas: Callable[[int], QuerySet]
    textos: tuple = ()
    con: str = BORRADO

    def pendientes(self, corte: int) -> QuerySet:
        """Return the rows that still have something to erase, so that a second run finds none."""
        filas = self.filas(corte)
        if not self.textos:
            return filas
        con_texto = Q()
        for campo in self.textos:
            con_texto |= self._dice_algo(filas.model._meta.get_field(campo))
        return filas.filter(con_texto)

    def aplicar(self, corte: int) -> int:
        """Erase, and return how many rows it touched."""
        filas = self.pendientes(corte)
        cuantas = filas.count()
        if not self.textos:
            filas.delete()
            return cuantas
        for nombre in self.textos:
            campo = filas.model._meta.get_field(nombre)
            self.filas(corte).filter(self._dice_algo(campo)).update(**{nombre: self._vacio(campo)})
        return cuantas

    def _vacio(self, campo):
        return campo.get_default() if isinstance(campo, JSONField) else self.con

    def _dice_algo(self, campo) -> Q:
        """Rows whose column still says something of its own."""
        lleno = ~Q(**{campo.name: self._vacio(campo)})
        return lleno if isinstance(campo, JSONField) else lleno & ~Q(**{campo.name: ""})


def regla(nombre: str, filas: Callable[[int], QuerySet], *, textos: str = "", con: str = BORRADO) -> None:
    """Register a rule. `textos` are field names separated by spaces; `con`, what is written in their place."""
    REGLAS.append(Regla(nombre, filas, tuple(textos.split()), con))
