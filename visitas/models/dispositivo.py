"""The acompañante's laptop, as the server last heard of it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante

DIAS_DE_SILENCIO = 7


class DispositivoQuerySet(models.QuerySet):
    def agregables_para(self, usuario):
        """Devices that may only be counted, with the acompañantes they belong to."""
        return self.filter(acompanante__in=Acompanante.objects.agregables_para(usuario).values("pk"))

    def callados(self):
        """Devices that hold unsent work and have said nothing for more than a week."""
        return self.filter(sin_enviar__gt=0, ultimo_contacto__lt=_hace_una_semana())


def _hace_una_semana():
    return timezone.now() - timedelta(days=DIAS_DE_SILENCIO)


class Dispositivo(models.Model):
    """A device that captures visits. `sin_enviar` is what it said it still held at its last contact."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="dispositivos")
    ultimo_contacto = models.DateTimeField("último contacto")
    sin_enviar = models.PositiveSmallIntegerField(default=0)
    espera_desde = models.DateTimeField("la más antigua espera desde", null=True, blank=True)

    objects = DispositivoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante ultimo_contacto sin_enviar espera_desde",
            "Saber cuántas visitas esperan señal en un equipo.",
            Conservacion.CUENTA,
            "Su acompañante; la región, como cuentas",
        ),
    ]

    class Meta:
        verbose_name = "equipo"
        ordering = ["-ultimo_contacto"]

    def __str__(self):
        return str(self.pk)

    @property
    def callado(self) -> bool:
        """Whether it holds unsent work and has said nothing for more than a week."""
        return self.sin_enviar > 0 and self.ultimo_contacto < _hace_una_semana()
