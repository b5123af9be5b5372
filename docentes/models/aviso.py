"""Who accepted which version of the notice, and when."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato

from .usuario import Usuario


class AceptacionDeAvisoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Everybody their own."""
        return self.filter(usuario_id=usuario.pk) if usuario.is_authenticated else self.none()


class AceptacionDeAviso(models.Model):
    """One account accepted one version of the notice. Append-only: it is the proof of `Usuario.aviso_aceptado`."""

    usuario = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="aceptaciones")
    version = models.PositiveSmallIntegerField("versión")
    momento = models.DateTimeField(auto_now_add=True)

    objects = AceptacionDeAvisoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id usuario version momento",
            "Probar que cada persona conoció el aviso de datos antes de usar el sistema.",
            Conservacion.REGISTRO,
            "La propia persona",
        ),
    ]

    class Meta:
        verbose_name = "aceptación del aviso"
        verbose_name_plural = "aceptaciones del aviso"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["usuario", "version"], name="aceptacion_una_por_version"),
        ]

    def __str__(self):
        return f"Versión {self.version}, {self.momento:%d/%m/%Y}"
