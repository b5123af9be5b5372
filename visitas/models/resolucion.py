"""What a person chose between two versions of a visit, of a session or of a baseline."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Usuario

from .registro import RevisionDeRegistro
from .visita import Revision

COLUMNAS = "rama resultado por elegido resuelta_en"


class Resolucion(models.Model):
    """What the author chose between a branch and the head. `resultado` is the head that stood from then on.

    `elegido` is {field: "servidor", "mia" or "ambas"} of the fields that differed; it holds no text. Each chain of
    revisions has its own table, so that a choice always points at exactly one branch.
    """

    por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    elegido = models.JSONField(default=dict)
    resuelta_en = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.pk)


class ResolucionDeConflicto(Resolucion):
    """Of a visit."""

    rama = models.OneToOneField(
        Revision, on_delete=models.PROTECT, primary_key=True, related_name="resolucion"
    )
    resultado = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="resoluciones")

    TRATAMIENTO = [
        Dato(
            COLUMNAS,
            "Que conste quién eligió entre dos versiones de una visita, cuándo y qué.",
            Conservacion.PROGRAMA,
            "Solo quien la escribió",
        ),
    ]

    class Meta:
        verbose_name = "resolución de conflicto"
        verbose_name_plural = "resoluciones de conflictos"


class ResolucionDeRegistro(Resolucion):
    """Of a group session or of a school's baseline."""

    rama = models.OneToOneField(
        RevisionDeRegistro, on_delete=models.PROTECT, primary_key=True, related_name="resolucion"
    )
    resultado = models.ForeignKey(RevisionDeRegistro, on_delete=models.PROTECT, related_name="resoluciones")

    TRATAMIENTO = [
        Dato(
            COLUMNAS,
            "Que conste quién eligió entre dos versiones de una sesión o de una línea de base, cuándo y qué.",
            Conservacion.PROGRAMA,
            "Solo quien la escribió",
        ),
    ]

    class Meta:
        verbose_name = "resolución de un registro"
        verbose_name_plural = "resoluciones de registros"
