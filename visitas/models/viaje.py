"""Trips: the visits of several schools, over several days, in one route (domain.md §1.11, "better logistics")."""

from django.db import models
from django.db.models import Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol

from .programacion import MotivoNoRealizada, VisitaProgramada


class MedioDeViaje(models.TextChoices):
    """How the acompañante travels most of the way."""

    COLECTIVO = "colectivo", "Colectivo o combi"
    CAMIONETA = "camioneta", "Camioneta rural"
    MOTO = "moto", "Moto o mototaxi"
    CAMION = "camion", "Camión"
    ACEMILA = "acemila", "Acémila"
    A_PIE = "a_pie", "A pie"
    OTRO = "otro", "Otro medio"


class EstadoDeViaje(models.TextChoices):
    EN_PIE = "en_pie", "En pie"
    CANCELADO = "cancelado", "Cancelado"


class ViajeQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante's own trips. Nobody else's business: the visits are what counts."""
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        return self.none()

    def en_pie(self):
        return self.filter(estado=EstadoDeViaje.EN_PIE)


class Viaje(models.Model):
    """A route of an acompañante. Its days are those of its stops' visits, so that a date is written in one place.

    `minutos_de_regreso` go from the last stop to the starting point; null when nobody has estimated it.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="viajes")
    anio = models.PositiveSmallIntegerField("año")
    nombre = models.CharField(max_length=80)
    medio = models.CharField(
        "medio de transporte", max_length=10, choices=MedioDeViaje.choices, default=MedioDeViaje.COLECTIVO
    )
    alojamiento = models.CharField("dónde te alojas", max_length=160, blank=True)
    costo = models.DecimalField(
        "costo estimado (soles)", max_digits=7, decimal_places=2, null=True, blank=True
    )
    minutos_de_regreso = models.PositiveSmallIntegerField("minutos de regreso", null=True, blank=True)
    estado = models.CharField(max_length=9, choices=EstadoDeViaje.choices, default=EstadoDeViaje.EN_PIE)
    motivo = models.CharField(max_length=12, choices=MotivoNoRealizada.choices, blank=True)
    motivo_texto = models.CharField("detalle", max_length=300, blank=True)
    creado_en = models.DateTimeField(auto_now_add=True)
    guardado_en = models.DateTimeField(auto_now=True)

    objects = ViajeQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante anio nombre medio alojamiento costo minutos_de_regreso estado motivo motivo_texto "
            "creado_en guardado_en",
            "Organizar los viajes a las escuelas: ruta, alojamiento y costo.",
            Conservacion.PROGRAMA,
            "El acompañante que viaja",
        ),
    ]

    class Meta:
        verbose_name = "viaje"
        ordering = ["-creado_en"]
        constraints = [
            models.CheckConstraint(condition=Q(medio__in=MedioDeViaje.values), name="viaje_medio"),
            models.CheckConstraint(condition=Q(costo__isnull=True) | Q(costo__gte=0), name="viaje_costo"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeViaje.EN_PIE, motivo="")
                | Q(estado=EstadoDeViaje.CANCELADO, motivo__in=MotivoNoRealizada.values),
                name="viaje_cancelado_lleva_motivo",
            ),
            models.CheckConstraint(
                condition=~Q(motivo=MotivoNoRealizada.OTRO) | ~Q(motivo_texto=""),
                name="viaje_otro_lleva_texto",
            ),
        ]
        indexes = [models.Index(fields=["acompanante", "anio"], name="viaje_por_acompanante")]

    def __str__(self):
        return self.nombre

    @property
    def cancelado(self) -> bool:
        return self.estado == EstadoDeViaje.CANCELADO


class ParadaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Stops of own trips, as long as the teacher is accompanied by the person today."""
        return self.filter(
            viaje__in=Viaje.objects.visibles_para(usuario).values("pk"),
            programada__in=VisitaProgramada.objects.visibles_para(usuario).values("pk"),
        )

    def en_pie(self):
        return self.filter(activa=True)


class Parada(models.Model):
    """A visit of a trip. Its day is the visit's; `orden` decides only between visits of one day.

    `minutos_de_viaje` go from the stop before (the starting point, for the first); null when not estimated.
    `alterna` and `plan_b` say what is done if the road is cut: another visit, or in words. `activa` ends with the trip.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    viaje = models.ForeignKey(Viaje, on_delete=models.CASCADE, related_name="paradas")
    programada = models.ForeignKey(VisitaProgramada, on_delete=models.PROTECT, related_name="paradas")
    orden = models.PositiveSmallIntegerField(default=1)
    minutos_de_viaje = models.PositiveSmallIntegerField("minutos de viaje", null=True, blank=True)
    alterna = models.ForeignKey(
        VisitaProgramada, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    plan_b = models.CharField("si se corta la vía", max_length=200, blank=True)
    activa = models.BooleanField(default=True)

    objects = ParadaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id viaje programada orden minutos_de_viaje alterna plan_b activa",
            "Ordenar la ruta y prever qué hacer si se corta la vía.",
            Conservacion.PROGRAMA,
            "El acompañante que viaja",
        ),
    ]

    class Meta:
        verbose_name = "parada"
        ordering = ["programada__fecha", "orden", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programada"], condition=Q(activa=True), name="parada_en_un_solo_viaje"
            ),
            models.UniqueConstraint(fields=["viaje", "programada"], name="parada_una_vez_por_viaje"),
            models.CheckConstraint(
                condition=Q(alterna__isnull=True) | ~Q(alterna=models.F("programada")),
                name="parada_alterna_es_otra",
            ),
        ]

    def __str__(self):
        return f"{self.viaje_id} · {self.orden}"
