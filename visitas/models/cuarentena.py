"""Records that came from the field without an assignment, and wait for the coordinator."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Rol, Usuario

from .visita import Revision


class CuarentenaQuerySet(models.QuerySet):
    def agregables_para(self, usuario):
        """Records that may only be counted, with their age: the coordinator's region (offline-sync.md §4); one's own."""
        if usuario.is_authenticated and usuario.rol == Rol.COORDINADOR:
            return self.filter(autor__ugel__region_id=usuario.region_id)
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            return self.filter(autor_id=usuario.pk)
        return self.none()

    def esperan(self):
        """Those that an assignment would let in."""
        return self.filter(errores=[])

    def por_corregir(self):
        """Those that were tried and refused, and whose author has sent nothing newer of that visit since."""
        despues = Revision.objects.filter(
            visita_id=OuterRef("visita_id"),
            autor=OuterRef("autor"),
            finalizada_en__gt=OuterRef("finalizada_en"),
        )
        return self.exclude(errores=[]).filter(~Exists(despues))


class Cuarentena(models.Model):
    """A revision whose author did not hold the assignment: stored and not lost, read by nobody.

    It leaves when it is received as a revision (services.reintentar_cuarentena). `errores` says why it was refused when
    it was tried again: [{campo, codigo, mensaje}], empty while it waits. `texto` is the canonical content exactly as it came, `huella` its hash, as in ContenidoDeRevision and Revision.
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
    errores = models.JSONField(default=list)
    intentada_en = models.DateTimeField(null=True, blank=True)

    objects = CuarentenaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "revision_id visita_id base_id formulario formulario_version autor dispositivo huella finalizada_en "
            "recibida_en intentada_en",
            "Saber cuántos registros esperan que se corrija una asignación, y desde cuándo.",
            Conservacion.PROGRAMA,
            "La coordinación regional, como cuentas y antigüedad",
        ),
        Dato("texto", "No perder lo que se escribió en el campo.", Conservacion.PROGRAMA, "Nadie"),
        Dato(
            "errores",
            "Decir a su autor por qué no se recibió.",
            Conservacion.PROGRAMA,
            "Solo quien lo escribió",
        ),
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
