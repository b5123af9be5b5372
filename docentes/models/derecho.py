"""Rights requests (Ley 29733): access, rectification, cancellation and opposition, each with its term."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.dias_habiles import contar_dias_habiles
from acompanamiento.comun.formato import fecha
from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato

from .usuario import Rol, Usuario


class Derecho(models.TextChoices):
    """The four rights. Term and explanation of each are in docentes/catalogos/derechos.toml."""

    ACCESO = "acceso", "Acceso"
    RECTIFICACION = "rectificacion", "Rectificación"
    CANCELACION = "cancelacion", "Cancelación"
    OPOSICION = "oposicion", "Oposición"


class EstadoDeSolicitud(models.TextChoices):
    RECIBIDA = "recibida", "Recibida"
    EN_TRAMITE = "en_tramite", "En trámite"
    ATENDIDA = "atendida", "Atendida"
    DENEGADA = "denegada", "Denegada"


CERRADAS = [EstadoDeSolicitud.ATENDIDA, EstadoDeSolicitud.DENEGADA]


class SolicitudQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Everybody their own."""
        return self.filter(usuario_id=usuario.pk) if usuario.is_authenticated else self.none()

    def atendibles_para(self, usuario):
        """The data officer: those of the region's people."""
        if not usuario.is_authenticated or usuario.rol != Rol.OFICIAL:
            return self.none()
        region = usuario.region_id
        return self.filter(
            Q(usuario__region=region)
            | Q(usuario__ugel__region=region)
            | Q(usuario__escuela__ugel__region=region)
            | Q(usuario__docente__escuela__ugel__region=region)
        )

    def abiertas(self):
        return self.exclude(estado__in=CERRADAS)

    def vencidas(self, hoy=None):
        """Open, and their last day has passed."""
        return self.abiertas().filter(vence__lt=hoy or timezone.localdate())


class SolicitudDeDerecho(models.Model):
    """A request. `vence` is the last day to answer, in working days from the day after it was made."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    usuario = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="solicitudes")
    derecho = models.CharField(max_length=13, choices=Derecho.choices)
    texto = models.TextField("qué pides")
    estado = models.CharField(
        max_length=10, choices=EstadoDeSolicitud.choices, default=EstadoDeSolicitud.RECIBIDA
    )
    presentada_en = models.DateTimeField(default=timezone.now)
    vence = models.DateField("último día para responder")
    respuesta = models.TextField(blank=True)
    cerrada_en = models.DateTimeField(null=True, blank=True)

    objects = SolicitudQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id usuario derecho estado presentada_en vence cerrada_en",
            "Atender los derechos de cada persona sobre sus datos y probar en qué plazo se hizo.",
            Conservacion.REGISTRO,
            "La propia persona y la oficial de datos",
        ),
        Dato(
            "texto respuesta",
            "Saber qué pidió la persona y qué se le respondió.",
            Conservacion.PROGRAMA,
            "La propia persona y la oficial de datos",
        ),
    ]

    class Meta:
        verbose_name = "solicitud de derechos"
        verbose_name_plural = "solicitudes de derechos"
        ordering = ["-presentada_en"]
        constraints = [
            models.CheckConstraint(condition=Q(derecho__in=Derecho.values), name="solicitud_derecho"),
            models.CheckConstraint(condition=~Q(texto=""), name="solicitud_lleva_texto"),
            models.CheckConstraint(
                condition=Q(estado__in=CERRADAS, cerrada_en__isnull=False) & ~Q(respuesta="")
                | Q(
                    estado__in=[EstadoDeSolicitud.RECIBIDA, EstadoDeSolicitud.EN_TRAMITE],
                    cerrada_en__isnull=True,
                    respuesta="",
                ),
                name="solicitud_cerrada_lleva_respuesta",
            ),
        ]
        indexes = [models.Index(fields=["estado", "vence"], name="solicitud_por_plazo")]

    def __str__(self):
        return f"{self.get_derecho_display()}, {fecha(self.presentada_en)}"

    def get_absolute_url(self):
        return reverse("derecho_detail", args=[self.pk])

    @property
    def abierta(self) -> bool:
        return self.estado not in CERRADAS

    @property
    def vencida(self) -> bool:
        return self.abierta and self.vence < timezone.localdate()

    @property
    def plazo(self) -> str:
        """The working days left, in words."""
        if not self.abierta:
            return f"cerrada el {fecha(self.cerrada_en)}"
        faltan = contar_dias_habiles(timezone.localdate(), self.vence)
        if faltan == 0:
            return "vence hoy" if self.vence == timezone.localdate() else "sin días hábiles"
        cuantos = f"{abs(faltan)} {'día hábil' if abs(faltan) == 1 else 'días hábiles'}"
        verbo = "queda" if abs(faltan) == 1 else "quedan"
        return f"{verbo} {cuantos}" if faltan > 0 else f"venció hace {cuantos}"


class CambioDeSolicitud(models.Model):
    """One step of a request: who, when, from which state to which, and what was noted. Append-only."""

    solicitud = models.ForeignKey(SolicitudDeDerecho, on_delete=models.PROTECT, related_name="cambios")
    de = models.CharField(max_length=10, choices=EstadoDeSolicitud.choices, blank=True)
    a = models.CharField(max_length=10, choices=EstadoDeSolicitud.choices)
    nota = models.CharField(max_length=120, blank=True)
    hecho_por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField(default=timezone.now)

    TRATAMIENTO = [
        Dato(
            "id solicitud de a nota hecho_por momento",
            "Probar cada paso de una solicitud de derechos.",
            Conservacion.REGISTRO,
            "La propia persona y la oficial de datos",
        ),
    ]

    class Meta:
        verbose_name = "paso de una solicitud"
        verbose_name_plural = "pasos de solicitudes"
        ordering = ["momento", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(a__in=EstadoDeSolicitud.values), name="cambio_de_solicitud_estado"
            ),
        ]

    def __str__(self):
        return f"{self.get_a_display()}, {fecha(self.momento)}"
