"""A report asked for. The row is the truth, the broker only a bell (reliability.md §1)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Rol, Usuario

INTENTOS_MAXIMOS = 3


class Ambito(models.TextChoices):
    """The two partitions of the schools that have a report."""

    UGEL = "ugel", "UGEL"
    PROVINCIA = "provincia", "Provincia"


class EstadoDeReporte(models.TextChoices):
    """From asking to file."""

    PENDIENTE = "pendiente", "En cola"
    GENERANDO = "generando", "Preparando"
    LISTO = "listo", "Listo"
    FALLIDO = "fallido", "No se pudo"


EN_CURSO = [EstadoDeReporte.PENDIENTE, EstadoDeReporte.GENERANDO]


class ReporteQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Each person's own requests: the file is stamped with who asked for it."""
        return self.filter(pedido_por_id=usuario.pk) if usuario.is_authenticated else self.none()

    def en_curso(self):
        return self.filter(estado__in=EN_CURSO)


class Reporte(models.Model):
    """A progress report of one UGEL or province at the close of a period (`2026-B3` or `2026`).

    `clave` makes asking twice the same request while the first is under way. A worker holds the row by
    `turno` until `arrendado_hasta`; a stale owner's write is refused. `archivo` is a name inside DIR_REPORTES
    made of the file's own SHA-256.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    clave = models.CharField(max_length=120)
    ambito = models.CharField("ámbito", max_length=10, choices=Ambito.choices)
    codigo = models.CharField("código", max_length=6)
    nombre = models.CharField(max_length=100)
    periodo = models.CharField(max_length=7)
    pedido_por = models.ForeignKey(
        Usuario,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reportes",
    )
    pedido_en = models.DateTimeField(auto_now_add=True)
    estado = models.CharField(
        max_length=10,
        choices=EstadoDeReporte.choices,
        default=EstadoDeReporte.PENDIENTE,
    )
    paso = models.PositiveSmallIntegerField(default=0)
    intentos = models.PositiveSmallIntegerField(default=0)
    turno = models.UUIDField(null=True, blank=True)
    arrendado_hasta = models.DateTimeField(null=True, blank=True)
    avisado_en = models.DateTimeField("último aviso a la cola", null=True, blank=True)
    archivo = models.CharField(max_length=80, blank=True)
    bytes = models.PositiveIntegerField(default=0)
    paginas = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    terminado_en = models.DateTimeField(null=True, blank=True)

    objects = ReporteQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id clave ambito codigo nombre periodo pedido_por pedido_en estado paso intentos turno arrendado_hasta avisado_en archivo bytes paginas error terminado_en",
            "Preparar el reporte que una persona pidió y decir en cada página quién lo pidió.",
            Conservacion.REGISTRO,
            "Quien lo pidió",
        ),
    ]

    class Meta:
        verbose_name = "reporte"
        ordering = ["-pedido_en"]
        constraints = [
            models.UniqueConstraint(
                fields=["clave"],
                condition=Q(estado__in=EN_CURSO),
                name="reporte_uno_en_curso",
            ),
            models.CheckConstraint(condition=Q(ambito__in=Ambito.values), name="reporte_ambito"),
            models.CheckConstraint(
                condition=Q(periodo__regex=r"^[0-9]{4}(-B[1-4])?$"),
                name="reporte_periodo",
            ),
            models.CheckConstraint(
                condition=~Q(estado=EstadoDeReporte.LISTO) | ~Q(archivo=""),
                name="reporte_listo_lleva_archivo",
            ),
            models.CheckConstraint(
                condition=~Q(estado=EstadoDeReporte.FALLIDO) | ~Q(error=""),
                name="reporte_fallido_dice_por_que",
            ),
        ]
        indexes = [
            models.Index(fields=["pedido_por", "-pedido_en"], name="reporte_por_persona"),
            models.Index(fields=["estado", "arrendado_hasta"], name="reporte_por_estado"),
        ]

    def __str__(self):
        return f"{self.nombre}, {self.periodo}"

    def get_absolute_url(self):
        return reverse("reporte_detail", args=[self.pk])

    @property
    def en_curso(self) -> bool:
        return self.estado in EN_CURSO


class Descarga(models.Model):
    """Who downloaded which report and when. Append-only."""

    reporte = models.ForeignKey(Reporte, on_delete=models.PROTECT, related_name="descargas")
    usuario = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=15, choices=Rol.choices)
    momento = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "id reporte usuario rol momento",
            "Saber quién se llevó cada reporte.",
            Conservacion.REGISTRO,
            "La oficial de datos, a pedido",
        ),
    ]

    class Meta:
        verbose_name = "descarga"
        ordering = ["-momento"]

    def __str__(self):
        return f"{self.reporte_id}, {self.momento:%d/%m/%Y %H:%M}"
