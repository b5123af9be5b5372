"""How each visit is written, as counts: what the formador reads instead of the narrative (visitas/calidad.py)."""

from django.db import models
from django.db.models import F, Q

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Rol

from .visita import Visita


class CalidadQuerySet(models.QuerySet):
    def agregables_para(self, usuario):
        """Rows that may only be counted, by acompañante: the formador, the region's; each acompañante, own."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.FORMADOR:
            return self.filter(visita__acompanante__usuario__ugel__region_id=usuario.region_id)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(visita__acompanante__usuario_id=usuario.pk)
        return self.none()


class CalidadDeVisita(models.Model):
    """Counts about the writing of one visit's accepted head. `version` is that of the rule that counted."""

    visita = models.OneToOneField(Visita, on_delete=models.CASCADE, primary_key=True, related_name="calidad")
    niveles = models.PositiveSmallIntegerField()
    niveles_descriptivos = models.PositiveSmallIntegerField()
    compromisos = models.PositiveSmallIntegerField()
    compromisos_especificos = models.PositiveSmallIntegerField()
    con_palabra = models.BooleanField()
    palabras_de_dialogo = models.PositiveIntegerField()
    dias_hasta_registro = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()

    objects = CalidadQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "visita niveles niveles_descriptivos compromisos compromisos_especificos con_palabra "
            "palabras_de_dialogo dias_hasta_registro version",
            "Formar a los acompañantes: cómo escriben la evidencia y los compromisos, solo en cuentas.",
            Conservacion.PROGRAMA,
            "El acompañante y el formador regional, sumado por bimestre",
        ),
    ]

    class Meta:
        verbose_name = "calidad de una visita"
        verbose_name_plural = "calidad de las visitas"
        constraints = [
            models.CheckConstraint(
                condition=Q(niveles_descriptivos__lte=F("niveles"))
                & Q(compromisos_especificos__lte=F("compromisos")),
                name="calidad_partes_no_pasan_del_todo",
            )
        ]

    def __str__(self):
        return str(self.pk)
