"""The year's calendar of visits. The original date never changes, so that the plan stays visible."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Docente, Rol, Usuario

from .informe import InformeFinal
from .protocolo import TipoDeVisita
from .visita import Visita


class EstadoProgramada(models.TextChoices):
    """Whether a scheduled visit is still to come or is known not to happen. Done is a fact of Visita."""

    PENDIENTE = "pendiente", "Por hacer"
    NO_REALIZADA = "no_realizada", "No realizada"


class MotivoNoRealizada(models.TextChoices):
    """Why a visit was not held or was moved."""

    VIA_CORTADA = "via_cortada", "Vía cortada"
    LLUVIA = "lluvia", "Lluvias"
    PARO = "paro", "Paro o huelga"
    LICENCIA = "licencia", "Licencia"
    ACTIVIDAD = "actividad", "Actividad de la escuela"
    OTRO = "otro", "Otro motivo"


class VisitaProgramadaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Dates one by one: the acompañante's current teachers', and the teacher's own."""
        if usuario.is_authenticated and usuario.rol in (Rol.ACOMPANANTE, Rol.DOCENTE):
            return self.filter(docente__in=Docente.objects.visibles_para(usuario).values("pk"))
        return self.none()

    def fechas_para(self, usuario):
        """Dates of visits to the director's school, without the teacher."""
        if usuario.is_authenticated and usuario.rol == Rol.DIRECTOR:
            return self.filter(docente__escuela_id=usuario.escuela_id)
        return self.none()

    def agregables_para(self, usuario):
        """Scheduled visits that may only be counted."""
        return self.filter(docente__in=Docente.objects.agregables_para(usuario).values("pk"))

    def con_hecha(self):
        """Annotate `hecha`: whether a finished visit answers it."""
        return self.annotate(hecha=Exists(Visita.objects.filter(programada=OuterRef("pk"))))

    def hechas(self):
        return self.con_hecha().filter(hecha=True)

    def por_hacer(self):
        return self.con_hecha().filter(hecha=False, estado=EstadoProgramada.PENDIENTE)

    def atrasadas(self, hoy=None):
        return self.por_hacer().filter(fecha__lt=hoy or timezone.localdate())

    def en_curso(self, usuario, hoy):
        """This year's, and those of last year that `usuario` planned and has said nothing of: neither held nor not held.

        They stay until that year's final report is sent, and come back if it is reopened.
        """
        anterior = hoy.year - 1
        suyas = Q(anio=anterior, acompanante__usuario_id=usuario.pk, estado=EstadoProgramada.PENDIENTE)
        hecha = Exists(Visita.objects.filter(programada=OuterRef("pk")))
        enviado = Exists(
            InformeFinal.objects.enviados().filter(acompanante=OuterRef("acompanante"), anio=anterior)
        )
        return self.filter(Q(anio=hoy.year) | (suyas & ~hecha & ~enviado))


class VisitaProgramada(models.Model):
    """A visit of the protocol with its date. `fecha_original` is the first plan, `fecha` the plan now."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="programadas")
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="programadas")
    tipo = models.ForeignKey(TipoDeVisita, on_delete=models.PROTECT, related_name="+")
    anio = models.PositiveSmallIntegerField("año")
    fecha_original = models.DateField("fecha del plan original")
    fecha = models.DateField("fecha prevista")
    estado = models.CharField(
        max_length=12,
        choices=EstadoProgramada.choices,
        default=EstadoProgramada.PENDIENTE,
    )
    motivo = models.CharField(max_length=12, choices=MotivoNoRealizada.choices, blank=True)
    motivo_texto = models.CharField("detalle", max_length=300, blank=True)

    objects = VisitaProgramadaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente acompanante tipo anio fecha_original fecha estado motivo motivo_texto",
            "Planificar las visitas del año y decir por qué una no se hizo.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y la dirección de la escuela, sin el nombre; la región y la UGEL, como cuentas",
        ),
    ]

    class Meta:
        verbose_name = "visita programada"
        verbose_name_plural = "visitas programadas"
        ordering = ["fecha"]
        constraints = [
            models.UniqueConstraint(fields=["docente", "tipo", "anio"], name="programada_unica"),
            models.CheckConstraint(
                condition=Q(estado=EstadoProgramada.PENDIENTE, motivo="")
                | Q(
                    estado=EstadoProgramada.NO_REALIZADA,
                    motivo__in=MotivoNoRealizada.values,
                ),
                name="programada_no_realizada_lleva_motivo",
            ),
            models.CheckConstraint(
                condition=~Q(motivo=MotivoNoRealizada.OTRO) | ~Q(motivo_texto=""),
                name="programada_otro_lleva_texto",
            ),
            models.CheckConstraint(condition=Q(fecha__year=F("anio")), name="programada_en_su_anio"),
        ]
        indexes = [
            models.Index(fields=["acompanante", "fecha"], name="programada_por_acompanante"),
            models.Index(fields=["anio", "fecha"], name="programada_por_fecha"),
        ]

    def __str__(self):
        return f"{self.tipo_id} · {self.fecha:%d/%m/%Y}"

    @property
    def se_movio(self) -> bool:
        return self.fecha != self.fecha_original


class Reprogramacion(models.Model):
    """One change of date, with its reason. Append-only."""

    programada = models.ForeignKey(VisitaProgramada, on_delete=models.PROTECT, related_name="cambios")
    de = models.DateField()
    a = models.DateField()
    motivo = models.CharField(max_length=12, choices=MotivoNoRealizada.choices)
    motivo_texto = models.CharField("detalle", max_length=300, blank=True)
    hecha_por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "id programada de a motivo motivo_texto hecha_por momento",
            "Que el plan original siga a la vista, con el motivo de cada cambio.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "reprogramación"
        verbose_name_plural = "reprogramaciones"
        ordering = ["momento"]
        constraints = [
            models.CheckConstraint(condition=~Q(de=F("a")), name="reprogramacion_cambia_la_fecha"),
            models.CheckConstraint(
                condition=~Q(motivo=MotivoNoRealizada.OTRO) | ~Q(motivo_texto=""),
                name="reprogramacion_otro_lleva_texto",
            ),
        ]

    def __str__(self):
        return f"{self.de} a {self.a}"
