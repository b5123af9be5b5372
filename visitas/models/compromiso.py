"""What the two agreed to do, and what came of it at the next visit."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato

from .visita import Visita


class EstadoDeCompromiso(models.TextChoices):
    """Verified in a later visit, never by anybody else."""

    PENDIENTE = "pendiente", "En curso"
    CUMPLIDO = "cumplido", "Cumplido"
    EN_PARTE = "en_parte", "En parte"
    NO_SE_PUDO = "no_se_pudo", "No se pudo"


class CompromisoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Those of the visits that the person may read, made or verified there.

        Open ones always pass to who accompanies the teacher today, even when the teacher withheld the visit.
        """
        visitas = Visita.objects.visibles_para(usuario).values("pk")
        suyos = Q(visita__in=visitas) | Q(verificado_en__in=visitas)
        retenidas = Visita.objects.retenidas_para(usuario).values("pk")
        return self.filter(suyos | Q(estado=EstadoDeCompromiso.PENDIENTE, visita__in=retenidas))

    def con_retencion(self, usuario):
        """Annotate `visita_retenida` and `verificacion_legible`.

        Whether the visit that it came from is not for the person to open, and whether the one that verified it is:
        `comentario` was written there.
        """
        retenidas = Visita.objects.retenidas_para(usuario).filter(pk=OuterRef("visita"))
        legibles = Visita.objects.visibles_para(usuario).filter(pk=OuterRef("verificado_en"))
        return self.annotate(visita_retenida=Exists(retenidas), verificacion_legible=Exists(legibles))

    def agregables_para(self, usuario):
        """Commitments that may only be counted."""
        return self.filter(visita__in=Visita.objects.agregables_para(usuario).values("pk"))

    def por_verificar(self):
        return self.filter(estado=EstadoDeCompromiso.PENDIENTE)

    def vencidos(self, corte=None):
        """Whose term is over on `corte` (today when not given), whatever came of them."""
        return self.filter(hasta__lte=corte or timezone.localdate())


class Compromiso(models.Model):
    """A commitment: what, until when and how it will be known. The id is minted with the revision, and stays."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    visita = models.ForeignKey(Visita, on_delete=models.PROTECT, related_name="compromisos")
    orden = models.PositiveSmallIntegerField()
    que = models.TextField("qué haremos")
    hasta = models.DateField("hasta cuándo")
    como = models.TextField("cómo lo sabremos", blank=True)
    estado = models.CharField(
        max_length=10,
        choices=EstadoDeCompromiso.choices,
        default=EstadoDeCompromiso.PENDIENTE,
    )
    verificado_en = models.ForeignKey(
        Visita,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="verificaciones",
    )
    comentario = models.TextField("qué se vio", blank=True)

    objects = CompromisoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id visita orden que hasta como estado verificado_en comentario",
            "Recordar lo que acordaron y verlo juntos en la visita siguiente.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual; la región y la UGEL, como cuentas",
        ),
    ]

    class Meta:
        verbose_name = "compromiso"
        ordering = ["visita", "orden"]
        constraints = [
            models.CheckConstraint(condition=Q(orden__range=(1, 3)), name="compromiso_de_uno_a_tres"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeCompromiso.PENDIENTE, verificado_en__isnull=True)
                | (~Q(estado=EstadoDeCompromiso.PENDIENTE) & Q(verificado_en__isnull=False)),
                name="compromiso_verificado_en_una_visita",
            ),
            models.CheckConstraint(
                condition=Q(estado__in=EstadoDeCompromiso.values),
                name="compromiso_estado",
            ),
        ]
        indexes = [models.Index(fields=["estado", "hasta"], name="compromiso_por_plazo")]

    def __str__(self):
        return self.que
