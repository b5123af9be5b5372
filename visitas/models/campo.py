"""The epoch of the database, by which a device knows that it came back from a backup."""

from django.db import models
from django.db.models import Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato


class Epoca(models.Model):
    """One row. It changes when the database comes back from a backup: devices then check their receipts."""

    unica = models.BooleanField(primary_key=True, default=True)
    id_de_epoca = models.UUIDField(default=nuevo_id)
    desde = models.DateTimeField(auto_now=True)

    TRATAMIENTO = [
        Dato(
            "unica id_de_epoca desde",
            "Avisar a los equipos que la base volvió de un respaldo; no es dato personal.",
            Conservacion.REGISTRO,
            "Los equipos de campo",
        )
    ]

    class Meta:
        verbose_name = "época"
        constraints = [models.CheckConstraint(condition=Q(unica=True), name="epoca_una_sola")]

    def __str__(self):
        return str(self.id_de_epoca)
