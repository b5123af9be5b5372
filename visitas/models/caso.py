"""A visit shared with the formadores as a case: a copy without names, its question and its discussion (trust.md §2)."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Docente, Rol, Usuario
from visitas.anonimato import seudonimo

from .visita import Visita


class CasoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own, while they may read the visit. The formador: the region's, while they are shared."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            legibles = Visita.objects.visibles_para(usuario).values("pk")
            return self.filter(acompanante__usuario_id=usuario.pk, visita__in=legibles)
        if usuario.rol == Rol.FORMADOR:
            return self.compartidos().filter(acompanante__usuario__ugel__region_id=usuario.region_id)
        return self.none()

    def compartidos(self):
        return self.filter(retirado_en__isnull=True)


class Caso(models.Model):
    """What was confirmed to go, and nothing else. Random id (uuid4): it tells no moment.

    `partes` is [{"grupo", "titulo", "nivel", "texto"}], without names. `termino` is the bimestre of sharing
    ("2026-B4") and `mes` the first day of the visit's month: the exact day would point to a school.
    A withdrawn case keeps its discussion for its author and loses its copy.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    visita = models.ForeignKey(Visita, on_delete=models.PROTECT, related_name="casos")
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="casos")
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="casos")
    termino = models.CharField("término", max_length=7)
    mes = models.DateField()
    modalidad = models.CharField(max_length=60, blank=True)
    area = models.CharField("área", max_length=60, blank=True)
    pregunta = models.TextField()
    partes = models.JSONField(default=list)
    compartido_en = models.DateTimeField(auto_now_add=True)
    retirado_en = models.DateTimeField(null=True, blank=True)

    objects = CasoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id visita docente acompanante termino compartido_en retirado_en",
            "Saber de quién es el caso, sin mostrarlo, y anotar quién lo lee.",
            Conservacion.PROGRAMA,
            "Su acompañante; el formador regional ve un seudónimo que cambia por lector y por bimestre",
        ),
        Dato(
            "mes modalidad area pregunta partes",
            "Conversar sobre un caso del acompañamiento sin nombres.",
            Conservacion.PROGRAMA,
            "Su acompañante y el formador regional, sin nombres",
        ),
    ]

    class Meta:
        verbose_name = "caso compartido"
        verbose_name_plural = "casos compartidos"
        ordering = ["-compartido_en"]
        constraints = [
            models.UniqueConstraint(
                fields=["visita"], condition=Q(retirado_en__isnull=True), name="caso_uno_por_visita"
            ),
            models.CheckConstraint(condition=~Q(pregunta=""), name="caso_lleva_pregunta"),
        ]

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        return reverse("caso_detail", args=[self.pk])

    @property
    def retirado(self) -> bool:
        return self.retirado_en is not None

    def seudonimo_para(self, lector) -> str:
        return seudonimo(
            secreto=settings.SECRET_KEY,
            docente_id=self.docente_id,
            lector_id=lector.pk,
            termino=self.termino,
        )


class MensajeDeCaso(models.Model):
    """One message of the discussion. The known names are taken out of it too before it is kept."""

    caso = models.ForeignKey(Caso, on_delete=models.CASCADE, related_name="mensajes")
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    texto = models.TextField()
    enviado_en = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "id caso autor texto enviado_en",
            "Conversar sobre un caso del acompañamiento sin nombres.",
            Conservacion.PROGRAMA,
            "Su acompañante y el formador regional, sin nombres",
        ),
    ]

    class Meta:
        verbose_name = "mensaje de un caso"
        verbose_name_plural = "mensajes de casos"
        ordering = ["enviado_en", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(texto=""), name="mensaje_lleva_texto")]

    def __str__(self):
        return self.texto[:40]
