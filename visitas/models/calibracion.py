"""Calibration: acompañantes score the same lesson, to see where the instrument is read differently."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Rol, Usuario
from escuelas.models import Region

from .instrumento import Competencia, Instrumento

QUIENES = "Los acompañantes de la región y el formador regional"


class ClaseDeLeccion(models.TextChoices):
    ESCRITA = "escrita", "Escrita: se lee aquí"
    GRABADA = "grabada", "Grabada: se ve juntos en una reunión"


class EjercicioQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The formador: the region's. The acompañante: the region's, from the day on which they open."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.FORMADOR:
            return self.filter(region_id=usuario.region_id)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(region_id=usuario.ugel.region_id, abre__lte=timezone.localdate())
        return self.none()

    def cerrados(self, hoy=None):
        return self.filter(cierra__lt=hoy or timezone.localdate())


class EjercicioDeCalibracion(models.Model):
    """A lesson to score, open from `abre` to `cierra`, both included. The lesson is made up: nobody's class."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    instrumento = models.ForeignKey(Instrumento, on_delete=models.PROTECT, related_name="+")
    titulo = models.CharField("título", max_length=120)
    clase = models.CharField(max_length=8, choices=ClaseDeLeccion.choices, default=ClaseDeLeccion.ESCRITA)
    leccion = models.TextField("la clase")
    abre = models.DateField()
    cierra = models.DateField()
    creado_por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    creado_en = models.DateTimeField(auto_now_add=True)

    objects = EjercicioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id region instrumento titulo clase leccion abre cierra creado_por creado_en",
            "Poner de acuerdo la lectura del instrumento con una clase inventada o grabada con permiso.",
            Conservacion.PROGRAMA,
            QUIENES,
        ),
    ]

    class Meta:
        verbose_name = "ejercicio de calibración"
        verbose_name_plural = "ejercicios de calibración"
        ordering = ["-abre", "titulo"]
        constraints = [
            models.CheckConstraint(condition=Q(cierra__gte=F("abre")), name="ejercicio_fechas_en_orden"),
            models.CheckConstraint(condition=Q(clase__in=ClaseDeLeccion.values), name="ejercicio_clase"),
        ]

    def __str__(self):
        return self.titulo

    def get_absolute_url(self):
        return reverse("calibracion_detail", args=[self.pk])

    @property
    def cerrado(self) -> bool:
        return self.cierra < timezone.localdate()

    @property
    def abierto(self) -> bool:
        return self.abre <= timezone.localdate() <= self.cierra


def _nivel_de(nombre):
    return models.CheckConstraint(condition=Q(nivel__isnull=True) | Q(nivel__range=(1, 4)), name=nombre)


class NivelDeReferencia(models.Model):
    """What the formador reads in the lesson, with the reason. `nivel` null means *no observado*."""

    ejercicio = models.ForeignKey(EjercicioDeCalibracion, on_delete=models.CASCADE, related_name="referencia")
    competencia = models.ForeignKey(Competencia, on_delete=models.PROTECT, related_name="+")
    nivel = models.PositiveSmallIntegerField(null=True, blank=True)
    razon = models.TextField("razón", blank=True)

    TRATAMIENTO = [
        Dato(
            "id ejercicio competencia nivel razon",
            "Comparar la lectura del instrumento con una de referencia.",
            Conservacion.PROGRAMA,
            QUIENES,
        ),
    ]

    class Meta:
        verbose_name = "nivel de referencia"
        verbose_name_plural = "niveles de referencia"
        ordering = ["competencia"]
        constraints = [
            models.UniqueConstraint(
                fields=["ejercicio", "competencia"], name="referencia_una_por_competencia"
            ),
            _nivel_de("referencia_nivel_de_1_a_4"),
        ]

    def __str__(self):
        return f"{self.competencia_id}: {self.nivel or 'no observado'}"


class RespuestaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own. The formador: those sent to the region's exercises."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.FORMADOR:
            return self.enviadas().filter(ejercicio__region_id=usuario.region_id)
        return self.none()

    def enviadas(self):
        return self.filter(enviada_en__isnull=False)


class RespuestaDeCalibracion(models.Model):
    """One acompañante's answer to an exercise. `borrador` holds the raw values until it is sent, for the author."""

    ejercicio = models.ForeignKey(EjercicioDeCalibracion, on_delete=models.CASCADE, related_name="respuestas")
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="calibraciones")
    borrador = models.JSONField(default=dict, blank=True)
    enviada_en = models.DateTimeField(null=True, blank=True)

    objects = RespuestaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id ejercicio acompanante enviada_en",
            "Saber quién respondió y conversar sobre su lectura del instrumento.",
            Conservacion.PROGRAMA,
            "El acompañante y el formador regional",
        ),
        Dato(
            "borrador",
            "Guardar lo que aún no se envía.",
            Conservacion.TRABAJO,
            "El acompañante",
        ),
    ]

    class Meta:
        verbose_name = "respuesta de calibración"
        verbose_name_plural = "respuestas de calibración"
        constraints = [
            models.UniqueConstraint(fields=["ejercicio", "acompanante"], name="respuesta_una_por_acompanante")
        ]

    def __str__(self):
        return str(self.pk)


class NivelDeRespuesta(models.Model):
    """The level read in one competency and a short reason. `nivel` null means *no observado*."""

    respuesta = models.ForeignKey(RespuestaDeCalibracion, on_delete=models.CASCADE, related_name="niveles")
    competencia = models.ForeignKey(Competencia, on_delete=models.PROTECT, related_name="+")
    nivel = models.PositiveSmallIntegerField(null=True, blank=True)
    razon = models.CharField("razón", max_length=300, blank=True)

    TRATAMIENTO = [
        Dato(
            "id respuesta competencia nivel razon",
            "Ver dónde el instrumento se lee de distinta manera.",
            Conservacion.PROGRAMA,
            "El acompañante y el formador regional; los demás acompañantes, sin firma",
        ),
    ]

    class Meta:
        verbose_name = "nivel de una respuesta"
        verbose_name_plural = "niveles de respuestas"
        ordering = ["competencia"]
        constraints = [
            models.UniqueConstraint(
                fields=["respuesta", "competencia"], name="respuesta_nivel_por_competencia"
            ),
            _nivel_de("respuesta_nivel_de_1_a_4"),
            models.CheckConstraint(
                condition=Q(nivel__isnull=True) | ~Q(razon=""), name="respuesta_nivel_lleva_razon"
            ),
        ]

    def __str__(self):
        return f"{self.competencia_id}: {self.nivel or 'no observado'}"
