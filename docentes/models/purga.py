"""The proof that what was past its time was erased."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato


class PurgaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """What was erased and when is no secret: it names nobody."""
        return self if usuario.is_authenticated else self.none()


class Purga(models.Model):
    """One run of `manage.py purgar --aplicar`: up to which year, and how many rows of each kind. Append-only.

    `hecha_por` is the system's account that ran the command: it has no session of the product.
    """

    momento = models.DateTimeField(auto_now_add=True)
    hasta_anio = models.PositiveSmallIntegerField("hasta el año")
    hecha_por = models.CharField(max_length=60)
    cuentas = models.JSONField(default=dict)

    objects = PurgaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id momento hasta_anio hecha_por cuentas",
            "Probar que los datos se borraron al vencer su plazo.",
            Conservacion.REGISTRO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "purga"
        ordering = ["-momento"]

    def __str__(self):
        return f"Hasta {self.hasta_anio}, {self.momento:%d/%m/%Y}"
