"""Exclusive dedication (domain.md §1.4): time outside accompaniment, only as an aggregate by kind and month.

There is no place for a text, an author or an order: it cannot hold an errand, and nobody can assign one.
"""

from calendar import monthrange

from django.db import models
from django.db.models import Q

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol

MEDIAS_HORAS_DE_UN_DIA = 48


class ClaseDeDedicacion(models.TextChoices):
    """What took time from accompaniment."""

    REUNION = "reunion", "Reuniones convocadas"
    TRAMITE = "tramite", "Trámites administrativos"
    UGEL = "ugel", "Apoyo a la UGEL"
    CAPACITACION = "capacitacion", "Capacitación recibida"
    OTRO = "otro", "Otro"


def medias_horas_del_mes(anio: int, mes: int) -> int:
    """Return how many half-hours a month has."""
    return monthrange(anio, mes)[1] * MEDIAS_HORAS_DE_UN_DIA


class DedicacionFueraQuerySet(models.QuerySet):
    def editables_para(self, usuario):
        """The acompañante's own, and nobody else's: nobody records time for another."""
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        return self.none()

    def agregables_para(self, usuario):
        """The formador's region, to defend the time of its acompañantes."""
        if usuario.is_authenticated and usuario.rol == Rol.FORMADOR:
            return self.filter(acompanante__usuario__ugel__region_id=usuario.region_id)
        return self.none()


class DedicacionFuera(models.Model):
    """Half-hours that one kind of task took from one acompañante in one month. No row is no time."""

    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="dedicacion_fuera")
    anio = models.PositiveSmallIntegerField("año")
    mes = models.PositiveSmallIntegerField()
    clase = models.CharField(max_length=12, choices=ClaseDeDedicacion.choices)
    medias_horas = models.PositiveSmallIntegerField()
    guardada_en = models.DateTimeField(auto_now=True)

    objects = DedicacionFueraQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante anio mes clase medias_horas guardada_en",
            "Defender la dedicación exclusiva: cuánto tiempo quitan al acompañamiento otras tareas, sin decir cuáles.",
            Conservacion.PROGRAMA,
            "Quien lo registra y el formador de su región",
        ),
    ]

    class Meta:
        verbose_name = "dedicación fuera del acompañamiento"
        verbose_name_plural = "dedicación fuera del acompañamiento"
        ordering = ["anio", "mes", "clase"]
        constraints = [
            models.UniqueConstraint(
                fields=["acompanante", "anio", "mes", "clase"], name="dedicacion_una_por_mes_y_clase"
            ),
            models.CheckConstraint(condition=Q(clase__in=ClaseDeDedicacion.values), name="dedicacion_clase"),
            models.CheckConstraint(condition=Q(mes__range=(1, 12)), name="dedicacion_mes"),
            models.CheckConstraint(
                condition=Q(medias_horas__range=(1, 31 * MEDIAS_HORAS_DE_UN_DIA)),
                name="dedicacion_cabe_en_un_mes",
            ),
        ]

    def __str__(self):
        return f"{self.get_clase_display()}, {self.mes}/{self.anio}"
