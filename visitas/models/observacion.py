"""The formador's field visits to the acompañante, with their own instrument. Nothing about the teacher observed."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol, Usuario


class ClaseDeObservacion(models.TextChoices):
    CAMPO = "campo", "Acompañamiento en campo"
    REUNION = "reunion", "Reunión de trabajo"


class EstadoDeObservacion(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    TERMINADA = "terminada", "Terminada"


class ObservacionQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The formador: those they wrote. The acompañante: those about them, once finished. Nobody else."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.FORMADOR:
            return self.filter(formador_id=usuario.pk)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.terminadas().filter(acompanante__usuario_id=usuario.pk)
        return self.none()

    def terminadas(self):
        return self.filter(estado=EstadoDeObservacion.TERMINADA)

    def borradores(self):
        return self.filter(estado=EstadoDeObservacion.BORRADOR)


class ObservacionDeAcompanante(models.Model):
    """One visit or meeting. `respuestas` is {statement: "si" | "parte" | "no"} of the catalogue's `version`."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    formador = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="observaciones")
    clase = models.CharField(
        max_length=7, choices=ClaseDeObservacion.choices, default=ClaseDeObservacion.CAMPO
    )
    fecha = models.DateField()
    version = models.PositiveSmallIntegerField("versión", default=1)
    respuestas = models.JSONField(default=dict, blank=True)
    devolucion = models.TextField("devolución", blank=True)
    acuerdos = models.TextField(blank=True)
    estado = models.CharField(
        max_length=9, choices=EstadoDeObservacion.choices, default=EstadoDeObservacion.BORRADOR
    )
    comentario = models.TextField(blank=True)
    creada_en = models.DateTimeField(auto_now_add=True)
    terminada_en = models.DateTimeField(null=True, blank=True)
    comentada_en = models.DateTimeField(null=True, blank=True)

    objects = ObservacionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id formador acompanante clase fecha version respuestas devolucion acuerdos estado creada_en terminada_en",
            "Formar al acompañante en su propia práctica.",
            Conservacion.PROGRAMA,
            "El formador que la escribió y el acompañante",
        ),
        Dato(
            "comentario comentada_en",
            "La palabra del acompañante sobre la devolución.",
            Conservacion.PROGRAMA,
            "El formador que la escribió y el acompañante",
        ),
    ]

    class Meta:
        verbose_name = "visita al acompañante"
        verbose_name_plural = "visitas a los acompañantes"
        ordering = ["-fecha", "-creada_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(clase__in=ClaseDeObservacion.values), name="observacion_clase"
            ),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeObservacion.BORRADOR, terminada_en__isnull=True)
                | Q(estado=EstadoDeObservacion.TERMINADA, terminada_en__isnull=False),
                name="observacion_terminada_lleva_momento",
            ),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeObservacion.BORRADOR) | ~Q(devolucion=""),
                name="observacion_terminada_lleva_devolucion",
            ),
        ]

    def __str__(self):
        return f"{self.get_clase_display()}, {self.fecha:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("observacion_detail", args=[self.pk])

    @property
    def en_borrador(self) -> bool:
        return self.estado == EstadoDeObservacion.BORRADOR
