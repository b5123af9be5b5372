"""What became of a plan each time that it was sent: its immutable text, the formador's decision and the comments."""

import json

from django.db import models
from django.db.models import Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Docente, Rol, Usuario

from .plan import Plan


class DecisionDePlan(models.TextChoices):
    PENDIENTE = "pendiente", "Por revisar"
    OBSERVADA = "observada", "Con observaciones"
    APROBADA = "aprobada", "Aprobada"
    RETIRADA = "retirada", "Retirada"


class VersionDePlanQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own. The formador: the region's that were not withdrawn, shown without teachers' names."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(plan__acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.FORMADOR:
            return self.enviadas().filter(plan__acompanante__usuario__ugel__region_id=usuario.region_id)
        return self.none()

    def parciales_para(self, usuario):
        """Versions of which the person may read only the own part: the teacher's matrix."""
        if usuario.is_authenticated and usuario.rol == Rol.DOCENTE:
            return self.enviadas().filter(docentes__usuario_id=usuario.pk)
        return self.none()

    def enviadas(self):
        return self.exclude(decision=DecisionDePlan.RETIRADA)


class VersionDePlan(models.Model):
    """One sending of a plan. `texto` is the canonical JSON of planes/foto and `huella` its hash: neither changes.

    `docentes` are those whose matrix it holds. The decision is written once.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versiones")
    numero = models.PositiveSmallIntegerField("número")
    texto = models.TextField()
    huella = models.CharField(max_length=71)
    docentes = models.ManyToManyField(Docente, blank=True, related_name="+")
    enviada_en = models.DateTimeField(default=timezone.now)
    enviada_por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(
        "decisión", max_length=9, choices=DecisionDePlan.choices, default=DecisionDePlan.PENDIENTE
    )
    revisada_en = models.DateTimeField(null=True, blank=True)
    revisada_por = models.ForeignKey(
        Usuario, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VersionDePlanQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id plan numero huella enviada_en enviada_por decision revisada_en revisada_por",
            "Saber qué se envió, cuándo, y qué decidió el formador.",
            Conservacion.PROGRAMA,
            "Su autor y el formador regional",
        ),
        Dato(
            "texto docentes",
            "Conservar el plan tal como se envió, con la matriz individual de cada docente.",
            Conservacion.PROGRAMA,
            "El docente, su parte; su acompañante actual; el formador regional sin los nombres",
        ),
    ]

    class Meta:
        verbose_name = "versión del plan"
        verbose_name_plural = "versiones del plan"
        ordering = ["plan", "-numero"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "numero"], name="version_de_plan_unica"),
            models.CheckConstraint(
                condition=Q(
                    decision__in=[DecisionDePlan.PENDIENTE, DecisionDePlan.RETIRADA],
                    revisada_en__isnull=True,
                    revisada_por__isnull=True,
                )
                | Q(
                    decision__in=[DecisionDePlan.OBSERVADA, DecisionDePlan.APROBADA],
                    revisada_en__isnull=False,
                    revisada_por__isnull=False,
                ),
                name="version_de_plan_decidida_por_alguien",
            ),
        ]

    def __str__(self):
        return f"Versión {self.numero}"

    @property
    def contenido(self) -> dict:
        return json.loads(self.texto)


class SeccionDePlan(models.TextChoices):
    """The parts of a plan, in reading order."""

    CARACTERIZACION = "caracterizacion", "De dónde partimos"
    OBJETIVO = "objetivo", "Objetivo general"
    OBJETIVOS = "objetivos", "Objetivos específicos"
    METAS = "metas", "Metas"
    MATRIZ = "matriz", "Matriz por docente"
    CALENDARIO = "calendario", "Calendario"
    RECURSOS = "recursos", "Recursos"
    EVALUACION = "evaluacion", "Evaluación"


class ComentarioDePlanQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Those of the versions that the person may read. Its author, of the teachers accompanied today and no other."""
        visibles = self.filter(version__in=VersionDePlan.objects.visibles_para(usuario).values("pk"))
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            suyos = Docente.objects.visibles_para(usuario).values("pk")
            return visibles.filter(Q(docente__isnull=True) | Q(docente__in=suyos))
        return visibles


class ComentarioDePlan(models.Model):
    """What the formador observes of a section, or what the acompañante answers. `docente` only in the matrix."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    version = models.ForeignKey(VersionDePlan, on_delete=models.CASCADE, related_name="comentarios")
    seccion = models.CharField("sección", max_length=15, choices=SeccionDePlan.choices)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    texto = models.TextField()
    momento = models.DateTimeField(default=timezone.now)

    objects = ComentarioDePlanQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id version seccion docente autor texto momento",
            "Conversar sobre el plan para mejorarlo antes de aprobarlo.",
            Conservacion.PROGRAMA,
            "El autor del plan y el formador regional sin los nombres",
        ),
    ]

    class Meta:
        verbose_name = "comentario del plan"
        verbose_name_plural = "comentarios del plan"
        ordering = ["momento", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(texto=""), name="comentario_de_plan_lleva_texto"),
            models.CheckConstraint(
                condition=Q(seccion__in=SeccionDePlan.values), name="comentario_de_plan_seccion"
            ),
            models.CheckConstraint(
                condition=Q(docente__isnull=True) | Q(seccion=SeccionDePlan.MATRIZ),
                name="comentario_de_plan_docente_en_su_matriz",
            ),
        ]

    def __str__(self):
        return self.texto
