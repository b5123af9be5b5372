"""The school year and its four bimestres: data that changes every year, never constants."""

from django.db import models
from django.db.models import F, Q

from acompanamiento.comun.tratamiento import Conservacion, Dato


class CatalogoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Catalogues hold no personal data: every signed-in person may read them."""
        return self if usuario.is_authenticated else self.none()


class AnioEscolar(models.Model):
    """A school year: classes run from `inicio` to `fin`, visits from `visitas_desde` to `visitas_hasta`.

    `sin_clases` are the weeks without pupils in between: [["2026-07-27", "2026-08-07"], …], both ends included.
    """

    anio = models.PositiveSmallIntegerField("año", primary_key=True)
    inicio = models.DateField("inicio de clases")
    fin = models.DateField("fin de clases")
    visitas_desde = models.DateField()
    visitas_hasta = models.DateField()
    sin_clases = models.JSONField("semanas sin clases", default=list, blank=True)

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "anio inicio fin visitas_desde visitas_hasta sin_clases",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "año escolar"
        verbose_name_plural = "años escolares"
        ordering = ["-anio"]
        constraints = [
            models.CheckConstraint(
                condition=Q(inicio__lte=F("visitas_desde"), visitas_desde__lt=F("visitas_hasta"))
                & Q(visitas_hasta__lte=F("fin")),
                name="anio_escolar_fechas_en_orden",
            ),
            models.CheckConstraint(
                condition=Q(inicio__year=F("anio"), fin__year=F("anio")),
                name="anio_escolar_dentro_de_su_anio",
            ),
        ]

    def __str__(self):
        return str(self.anio)


class Bimestre(models.Model):
    """One of the four parts of a school year; contiguous, so that every day of class belongs to one."""

    anio = models.ForeignKey(
        AnioEscolar,
        on_delete=models.PROTECT,
        related_name="bimestres",
        verbose_name="año",
    )
    numero = models.PositiveSmallIntegerField("número")
    inicio = models.DateField()
    fin = models.DateField()

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id anio numero inicio fin",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "bimestre"
        ordering = ["anio", "numero"]
        constraints = [
            models.UniqueConstraint(fields=["anio", "numero"], name="bimestre_unico"),
            models.CheckConstraint(condition=Q(numero__range=(1, 4)), name="bimestre_de_1_a_4"),
            models.CheckConstraint(condition=Q(inicio__lt=F("fin")), name="bimestre_fechas_en_orden"),
        ]

    def __str__(self):
        return f"Bimestre {self.numero} de {self.anio_id}"

    @property
    def codigo(self) -> str:
        return f"{self.anio_id}-B{self.numero}"
