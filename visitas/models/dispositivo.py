"""The acompañante's laptop, as the server last heard of it."""

from django.db import models

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante


class DispositivoQuerySet(models.QuerySet):
    def agregables_para(self, usuario):
        """Devices that may only be counted, with the acompañantes they belong to."""
        return self.filter(acompanante__in=Acompanante.objects.agregables_para(usuario).values("pk"))


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
