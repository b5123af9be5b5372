"""The agenda as an .ics feed: a secret address, of which only the hash of the secret is stored."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol


class SuscripcionQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante's own."""
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        return self.none()


class SuscripcionDeAgenda(models.Model):
    """That an acompañante's agenda can be read at a secret address; switching it off deletes the row.

    The token is `selector` + secret. The selector finds the row, `huella` is the SHA-256 of the secret.
    """

    acompanante = models.OneToOneField(Acompanante, on_delete=models.CASCADE, related_name="suscripcion")
    selector = models.CharField(max_length=16, unique=True)
    huella = models.CharField(max_length=64)
    creada_en = models.DateTimeField()

    objects = SuscripcionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante selector huella creada_en",
            "Reconocer la dirección secreta con la que el acompañante ve su agenda en su propio teléfono.",
            Conservacion.CUENTA,
            "Nadie: se guarda solo la huella del secreto",
        ),
    ]

    class Meta:
        verbose_name = "suscripción de agenda"
        verbose_name_plural = "suscripciones de agenda"

    def __str__(self):
        return self.selector
