"""What a person chose between two versions of a visit."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Usuario

from .visita import Revision


class ResolucionDeConflicto(models.Model):
    """What the author chose between a branch and the head. `resultado` is the head that stood from then on.

    `elegido` is {field: "servidor", "mia" or "ambas"} of the fields that differed; it holds no text.
    """

    rama = models.OneToOneField(
        Revision, on_delete=models.PROTECT, primary_key=True, related_name="resolucion"
    )
    resultado = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="resoluciones")
    por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    elegido = models.JSONField(default=dict)
    resuelta_en = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "rama resultado por elegido resuelta_en",
            "Que conste quién eligió entre dos versiones de una visita, cuándo y qué.",
            Conservacion.PROGRAMA,
            "Solo quien la escribió",
        ),
    ]

    class Meta:
        verbose_name = "resolución de conflicto"
        verbose_name_plural = "resoluciones de conflictos"

    def __str__(self):
        return str(self.pk)
