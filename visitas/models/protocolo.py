"""The protocol of accompaniment: versioned, because it changes by year, level and model (domain.md §2)."""

from django.db import models
from django.db.models import F, Q

from acompanamiento.comun.tratamiento import Conservacion, Dato
from escuelas.models import Nivel

from .calendario import CatalogoQuerySet


class NivelEducativo(models.TextChoices):
    """The level that a protocol is for."""

    INICIAL = "inicial", "Inicial, II ciclo"
    PRIMARIA = "primaria", "Primaria"
    SECUNDARIA = "secundaria", "Secundaria"

    @classmethod
    def de_escuela(cls, escuela):
        """Return the level whose protocol an Escuela follows; primaria when the register does not say."""
        if escuela.nivel in (
            Nivel.INICIAL_JARDIN,
            Nivel.INICIAL_CUNA_JARDIN,
            Nivel.INICIAL_PRONOEI,
        ):
            return cls.INICIAL
        return cls.SECUNDARIA if escuela.nivel == Nivel.SECUNDARIA else cls.PRIMARIA


class ClaseDeVisita(models.TextChoices):
    """What a kind of visit is for."""

    DIAGNOSTICA = "diagnostica", "Diagnóstica"
    ASESORIA = "asesoria", "Asesoría personalizada"
    CIERRE = "cierre", "De cierre"
    ADICIONAL = "adicional", "Adicional, fuera del plan"


class TipoDeSesion(models.TextChoices):
    """Kinds of group session."""

    MICROTALLER = "microtaller", "Microtaller"
    TALLER = "taller", "Taller de actualización"
    GIA = "gia", "Grupo de interaprendizaje"
    PASANTIA = "pasantia", "Pasantía"


class ProtocoloQuerySet(CatalogoQuerySet):
    def vigente_para(self, nivel: str):
        """Return the protocol in force for a NivelEducativo: its last version."""
        return self.filter(nivel=nivel, vigente=True).order_by("-version").first()


class Protocolo(models.Model):
    """How many visits and sessions, of what kind and length, and how many teachers each acompañante takes."""

    codigo = models.SlugField("código", max_length=40)
    version = models.PositiveSmallIntegerField("versión", default=1)
    nombre = models.CharField(max_length=120)
    nivel = models.CharField(max_length=10, choices=NivelEducativo.choices)
    fuente = models.CharField(max_length=300, blank=True)
    carga_minima = models.PositiveSmallIntegerField("docentes por acompañante, desde")
    carga_maxima = models.PositiveSmallIntegerField("docentes por acompañante, hasta")
    carga_de_aviso = models.PositiveSmallIntegerField("aviso por encima de")
    vigente = models.BooleanField(default=True)

    objects = ProtocoloQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo version nombre nivel fuente carga_minima carga_maxima carga_de_aviso vigente",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "protocolo"
        ordering = ["nombre", "version"]
        constraints = [
            models.UniqueConstraint(fields=["codigo", "version"], name="protocolo_version_unica"),
            models.CheckConstraint(condition=Q(nivel__in=NivelEducativo.values), name="protocolo_nivel"),
            models.CheckConstraint(
                condition=Q(
                    carga_minima__lte=F("carga_maxima"),
                    carga_maxima__lte=F("carga_de_aviso"),
                ),
                name="protocolo_carga_en_orden",
            ),
        ]

    def __str__(self):
        return f"{self.nombre}, versión {self.version}"


class TipoDeVisita(models.Model):
    """A visit of the protocol: "D", "A1" … "C". `minutos` is its length, `mes` the month it is planned for."""

    protocolo = models.ForeignKey(Protocolo, on_delete=models.PROTECT, related_name="tipos")
    codigo = models.CharField("código", max_length=4)
    nombre = models.CharField(max_length=60)
    clase = models.CharField(max_length=12, choices=ClaseDeVisita.choices)
    orden = models.PositiveSmallIntegerField()
    minutos = models.PositiveSmallIntegerField("duración (minutos)")
    mes = models.PositiveSmallIntegerField("mes previsto", null=True, blank=True)
    obligatoria = models.BooleanField(default=True)

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id protocolo codigo nombre clase orden minutos mes obligatoria",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "tipo de visita"
        verbose_name_plural = "tipos de visita"
        ordering = ["protocolo", "orden"]
        constraints = [
            models.UniqueConstraint(fields=["protocolo", "codigo"], name="tipo_de_visita_unico"),
            models.CheckConstraint(condition=Q(clase__in=ClaseDeVisita.values), name="tipo_de_visita_clase"),
            models.CheckConstraint(
                condition=Q(mes__isnull=True) | Q(mes__range=(1, 12)),
                name="tipo_de_visita_mes",
            ),
            models.CheckConstraint(
                condition=~Q(clase=ClaseDeVisita.ADICIONAL) | Q(mes__isnull=True, obligatoria=False),
                name="tipo_de_visita_adicional_sin_plan",
            ),
        ]

    def __str__(self):
        return self.nombre


class CuotaDeSesion(models.Model):
    """How many group sessions of a kind the protocol asks for in the year, and how long each is."""

    protocolo = models.ForeignKey(Protocolo, on_delete=models.PROTECT, related_name="cuotas")
    tipo = models.CharField(max_length=12, choices=TipoDeSesion.choices)
    cantidad = models.PositiveSmallIntegerField()
    minutos = models.PositiveSmallIntegerField("duración (minutos)")

    objects = CatalogoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id protocolo tipo cantidad minutos",
            "Decir qué pide el programa cada año, sin datos de personas.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "cuota de sesiones"
        verbose_name_plural = "cuotas de sesiones"
        ordering = ["protocolo", "tipo"]
        constraints = [
            models.UniqueConstraint(fields=["protocolo", "tipo"], name="cuota_unica"),
            models.CheckConstraint(condition=Q(tipo__in=TipoDeSesion.values), name="cuota_tipo"),
        ]

    def __str__(self):
        return f"{self.cantidad} × {self.get_tipo_display()}"
