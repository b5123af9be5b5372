"""What the field sync keeps of its own: records that wait for the coordinator, and the epoch of the database."""

from django.db import models
from django.db.models import Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Rol, Usuario


class CuarentenaQuerySet(models.QuerySet):
    def agregables_para(self, usuario):
        """Records that may only be counted, with their age: the coordinator's region (offline-sync.md §4)."""
        if usuario.is_authenticated and usuario.rol == Rol.COORDINADOR:
            return self.filter(autor__ugel__region_id=usuario.region_id)
        return self.none()


class Cuarentena(models.Model):
    """A revision whose author never held the assignment: stored and not lost, read by nobody.

    `texto` is the canonical content exactly as it came, `huella` its hash, as in ContenidoDeRevision and Revision.
    """

    revision_id = models.UUIDField(primary_key=True)
    visita_id = models.UUIDField("visita")
    base_id = models.UUIDField("base", null=True, blank=True)
    formulario = models.CharField(max_length=20)
    formulario_version = models.PositiveSmallIntegerField()
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    dispositivo = models.UUIDField()
    huella = models.CharField(max_length=71)
    texto = models.TextField()
    finalizada_en = models.DateTimeField()
    recibida_en = models.DateTimeField(auto_now_add=True)

    objects = CuarentenaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "revision_id visita_id base_id formulario formulario_version autor dispositivo huella finalizada_en "
            "recibida_en",
            "Saber cuántos registros esperan que se corrija una asignación, y desde cuándo.",
            Conservacion.PROGRAMA,
            "La coordinación regional, como cuentas y antigüedad",
        ),
        Dato("texto", "No perder lo que se escribió en el campo.", Conservacion.PROGRAMA, "Nadie"),
    ]

    class Meta:
        verbose_name = "registro en cuarentena"
        verbose_name_plural = "registros en cuarentena"
        ordering = ["recibida_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(huella__regex=r"^sha256:[0-9a-f]{64}$"), name="cuarentena_huella"
            )
        ]

    def __str__(self):
        return str(self.pk)


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
