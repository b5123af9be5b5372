"""The observation instrument: versioned, and a visit keeps for ever the version it was made with."""

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from acompanamiento.comun.tratamiento import Conservacion, Dato

from .calendario import CatalogoQuerySet


class InstrumentoQuerySet(CatalogoQuerySet):
    def vigente(self):
        """Return the instrument for new visits: the last version in force."""
        return self.filter(vigente=True).order_by("-version").first()


class Instrumento(models.Model):
    """A version of the instrument. `etiquetas` labels the levels I to IV, in order, for this version only."""

    codigo = models.SlugField("código", max_length=40)
    version = models.PositiveSmallIntegerField("versión")
    nombre = models.CharField(max_length=120)
    etiquetas = models.JSONField(default=list)
    vigente = models.BooleanField(default=True)

    objects = InstrumentoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo version nombre etiquetas vigente",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "instrumento"
        ordering = ["codigo", "version"]
        constraints = [
            models.UniqueConstraint(fields=["codigo", "version"], name="instrumento_version_unica")
        ]

    def __str__(self):
        return f"{self.nombre}, versión {self.version}"

    @cached_property
    def por_numero(self) -> dict:
        """{number: Competencia}, read once."""
        return {c.numero: c for c in self.competencias.all()}


class Competencia(models.Model):
    """One of the competencies that the programme develops (domain.md §4). `nombre` is the short form."""

    instrumento = models.ForeignKey(Instrumento, on_delete=models.PROTECT, related_name="competencias")
    numero = models.PositiveSmallIntegerField("número")
    nombre = models.CharField(max_length=80)
    texto = models.TextField()

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id instrumento numero nombre texto",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "competencia"
        ordering = ["instrumento", "numero"]
        constraints = [models.UniqueConstraint(fields=["instrumento", "numero"], name="competencia_unica")]

    def __str__(self):
        return f"{self.numero}. {self.nombre}"


class Descriptor(models.Model):
    """What a level (1 to 4) of a competency looks like in a rural classroom."""

    competencia = models.ForeignKey(Competencia, on_delete=models.PROTECT, related_name="descriptores")
    nivel = models.PositiveSmallIntegerField()
    texto = models.TextField()

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id competencia nivel texto",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "descriptor"
        verbose_name_plural = "descriptores"
        ordering = ["competencia", "nivel"]
        constraints = [
            models.UniqueConstraint(fields=["competencia", "nivel"], name="descriptor_unico"),
            models.CheckConstraint(condition=Q(nivel__range=(1, 4)), name="descriptor_nivel_de_1_a_4"),
        ]

    def __str__(self):
        return self.texto
