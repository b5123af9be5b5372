"""The final report of an acompañante on a year: facts that count themselves, and what the acompañante writes.

It holds no level of any teacher, not even in groups: one acompañante's own never reach two acompañantes (trust.md §4).
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol, Usuario
from escuelas.models import Escuela

LECTORES = "Su autor y el formador regional"


class EstadoDeInforme(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    ENVIADO = "enviado", "Enviado"
    LEIDO = "leido", "Leído por el formador"
    CERRADO = "cerrado", "Cerrado"


class InformeQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own. The formador: the region's, once sent."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.FORMADOR:
            return self.enviados().filter(acompanante__usuario__ugel__region_id=usuario.region_id)
        return self.none()

    def enviados(self):
        """Those sent and not reopened, whatever came after."""
        return self.exclude(estado=EstadoDeInforme.BORRADOR)

    def agregables_para(self, usuario):
        """Reports that may only be counted."""
        return self.filter(acompanante__in=Acompanante.objects.agregables_para(usuario).values("pk"))


class InformeFinal(models.Model):
    """One report for each acompañante and year. `hechos` are the figures frozen when it was sent, {} before.

    `version` counts the times that it was sent.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="informes")
    anio = models.PositiveSmallIntegerField("año")
    estado = models.CharField(max_length=8, choices=EstadoDeInforme.choices, default=EstadoDeInforme.BORRADOR)
    version = models.PositiveSmallIntegerField("versión", default=0)
    hechos = models.JSONField(default=dict, blank=True)
    logros = models.TextField(blank=True)
    dificultades = models.TextField(blank=True)
    lecciones = models.TextField(blank=True)
    recomendaciones = models.TextField(blank=True)
    comentario = models.TextField("comentario del formador", blank=True)
    creado_en = models.DateTimeField(auto_now_add=True)
    guardado_en = models.DateTimeField(auto_now=True)
    enviado_en = models.DateTimeField(null=True, blank=True)

    objects = InformeQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante anio estado version creado_en guardado_en enviado_en",
            "Seguir el cierre del año de cada acompañante.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
        Dato(
            "hechos",
            "Lo hecho en el año, como cuentas: ningún docente y ningún nivel.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
        Dato(
            "logros dificultades lecciones recomendaciones comentario",
            "Aprender del año y preparar el que sigue.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
    ]

    class Meta:
        verbose_name = "informe final"
        verbose_name_plural = "informes finales"
        ordering = ["-anio", "acompanante"]
        constraints = [
            models.UniqueConstraint(fields=["acompanante", "anio"], name="informe_unico"),
            models.CheckConstraint(condition=Q(estado__in=EstadoDeInforme.values), name="informe_estado"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeInforme.BORRADOR) | Q(version__gte=1, enviado_en__isnull=False),
                name="informe_enviado_tiene_version",
            ),
        ]

    def __str__(self):
        return f"Informe final {self.anio}"


class InformeDeEscuela(models.Model):
    """What the acompañante writes about the management of one school. No teacher is named."""

    informe = models.ForeignKey(InformeFinal, on_delete=models.CASCADE, related_name="escuelas")
    escuela = models.ForeignKey(Escuela, on_delete=models.PROTECT, related_name="+")
    texto = models.TextField()

    TRATAMIENTO = [
        Dato(
            "id informe escuela texto",
            "Contar cómo cierra el año la gestión de cada escuela.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
    ]

    class Meta:
        verbose_name = "informe de una escuela"
        verbose_name_plural = "informes de escuelas"
        ordering = ["escuela"]
        constraints = [
            models.UniqueConstraint(fields=["informe", "escuela"], name="informe_de_escuela_unico"),
            models.CheckConstraint(condition=~Q(texto=""), name="informe_de_escuela_lleva_texto"),
        ]

    def __str__(self):
        return self.texto


class PasoDeInforme(models.Model):
    """One step of a report: sent, reopened, read, closed, or its PDF taken. Append-only.

    A sending keeps what was sent, facts and texts, in `contenido`.
    """

    class Que(models.TextChoices):
        ENVIADO = "enviado", "Enviado"
        REABIERTO = "reabierto", "Reabierto"
        LEIDO = "leido", "Leído"
        CERRADO = "cerrado", "Cerrado"
        DESCARGADO = "descargado", "Descargado"

    informe = models.ForeignKey(InformeFinal, on_delete=models.PROTECT, related_name="pasos")
    que = models.CharField(max_length=10, choices=Que.choices)
    por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    comentario = models.TextField(blank=True)
    contenido = models.JSONField(default=dict, blank=True)
    momento = models.DateTimeField(default=timezone.now)

    TRATAMIENTO = [
        Dato(
            "id informe que por comentario contenido momento",
            "Probar cuándo se envió, se leyó, se cerró y se descargó un informe, y qué decía.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
    ]

    class Meta:
        verbose_name = "paso de un informe"
        verbose_name_plural = "pasos de informes"
        ordering = ["momento", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(que__in=["enviado", "reabierto", "leido", "cerrado", "descargado"]),
                name="paso_de_informe_que",
            )
        ]

    def __str__(self):
        return self.get_que_display()
