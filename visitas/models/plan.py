"""The Plan de Acompañamiento of an acompañante for a year (domain.md §2): born from the baseline, approved by a formador."""

from django.db import models
from django.db.models import F, Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Docente, Rol, Usuario

from .linea_de_base import Necesidad
from .traspaso import Traspaso


class EstadoDePlan(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    ENVIADO = "enviado", "Enviado"
    OBSERVADO = "observado", "Con observaciones"
    APROBADO = "aprobado", "Aprobado"


class PlanQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own. The formador: the region's, once sent, and shown without teachers' names."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.FORMADOR:
            enviados = self.exclude(estado=EstadoDePlan.BORRADOR)
            return enviados.filter(acompanante__usuario__ugel__region_id=usuario.region_id)
        return self.none()

    def agregables_para(self, usuario):
        """Plans that may only be counted."""
        return self.filter(acompanante__in=Acompanante.objects.agregables_para(usuario).values("pk"))


class Plan(models.Model):
    """The plan of one acompañante for one year. `version` counts the times that it was sent; 0 before the first."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="planes")
    anio = models.PositiveSmallIntegerField("año")
    estado = models.CharField(max_length=9, choices=EstadoDePlan.choices, default=EstadoDePlan.BORRADOR)
    version = models.PositiveSmallIntegerField("versión", default=0)
    caracterizacion = models.TextField("de dónde partimos", blank=True)
    objetivo = models.TextField("objetivo general", blank=True)
    objetivos = models.TextField("objetivos específicos, uno por línea", blank=True)
    recursos = models.TextField(blank=True)
    evaluacion = models.TextField("cómo se evaluará", blank=True)
    creado_en = models.DateTimeField(auto_now_add=True)
    guardado_en = models.DateTimeField(auto_now=True)
    enviado_en = models.DateTimeField(null=True, blank=True)
    revisado_en = models.DateTimeField(null=True, blank=True)
    revisado_por = models.ForeignKey(
        Usuario, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PlanQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante anio estado version creado_en guardado_en enviado_en revisado_en revisado_por",
            "Seguir la elaboración y la aprobación del plan.",
            Conservacion.PROGRAMA,
            "Su autor y el formador regional",
        ),
        Dato(
            "caracterizacion objetivo objetivos recursos evaluacion",
            "Planificar el acompañamiento del año.",
            Conservacion.PROGRAMA,
            "Su autor y el formador regional",
        ),
    ]

    class Meta:
        verbose_name = "plan de acompañamiento"
        verbose_name_plural = "planes de acompañamiento"
        ordering = ["-anio", "acompanante"]
        constraints = [
            models.UniqueConstraint(fields=["acompanante", "anio"], name="plan_unico"),
            models.CheckConstraint(condition=Q(estado__in=EstadoDePlan.values), name="plan_estado"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDePlan.BORRADOR) | Q(version__gte=1, enviado_en__isnull=False),
                name="plan_enviado_tiene_version",
            ),
        ]

    def __str__(self):
        return f"Plan de Acompañamiento {self.anio}"

    @property
    def editable(self) -> bool:
        """Whether its author may write in it: not while the formador has it, nor once approved."""
        return self.estado in (EstadoDePlan.BORRADOR, EstadoDePlan.OBSERVADO)


class MetaDePlan(models.Model):
    """A goal: what is measured, from where, to where. Free text: the programme's own indicators differ by year."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="metas")
    orden = models.PositiveSmallIntegerField(default=0)
    indicador = models.CharField(max_length=200)
    partida = models.CharField("de dónde parte", max_length=60, blank=True)
    meta = models.CharField(max_length=60)

    TRATAMIENTO = [
        Dato(
            "id plan orden indicador partida meta",
            "Metas del plan, con su indicador.",
            Conservacion.PROGRAMA,
            "Su autor y el formador regional",
        ),
    ]

    class Meta:
        verbose_name = "meta del plan"
        verbose_name_plural = "metas del plan"
        ordering = ["orden", "pk"]

    def __str__(self):
        return f"{self.indicador}: {self.meta}"


class LineaDePlanQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante's own, of the teachers assigned today: who no longer accompanies reads no one's matrix."""
        if usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE:
            suyos = Docente.objects.visibles_para(usuario).values("pk")
            return self.filter(plan__acompanante__usuario_id=usuario.pk, docente__in=suyos)
        return self.none()

    def que_pasan_a(self, usuario):
        """Own ones, and those that no teacher withheld from who came after their author."""
        retenida = Traspaso.objects.retienen("plan", acompanante="plan__acompanante")
        return self.filter(Q(plan__acompanante__usuario_id=usuario.pk) | ~Q(retenida))


class LineaDePlan(models.Model):
    """One row of a teacher's matrix: need → differentiated strategy, with its reason.

    `sugerida` names the pattern that proposed it (visitas/estrategias), "" when the acompañante wrote it.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="lineas")
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="lineas_de_plan")
    necesidad = models.ForeignKey(
        Necesidad, on_delete=models.SET_NULL, null=True, blank=True, related_name="lineas"
    )
    orden = models.PositiveSmallIntegerField(default=0)
    estrategia = models.TextField()
    razon = models.TextField("por qué esta estrategia", blank=True)
    sugerida = models.CharField(max_length=40, blank=True)

    objects = LineaDePlanQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id plan docente necesidad orden estrategia razon sugerida",
            "Matriz individual: qué estrategia responde a cada necesidad del docente.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y el formador regional sin el nombre",
        ),
    ]

    class Meta:
        verbose_name = "línea del plan"
        verbose_name_plural = "líneas del plan"
        ordering = ["docente", "orden", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(estrategia=""), name="linea_lleva_estrategia")]

    def __str__(self):
        return self.estrategia


class TipoDeActividad(models.TextChoices):
    """How a strategy is carried out."""

    VISITA = "visita", "Visita en aula"
    MICROTALLER = "microtaller", "Microtaller"
    TALLER = "taller", "Taller de actualización"
    GIA = "gia", "Grupo de interaprendizaje"
    PASANTIA = "pasantia", "Pasantía"
    MATERIALES = "materiales", "Materiales"


class ActividadDePlan(models.Model):
    """What will be done for a strategy, and its term."""

    linea = models.ForeignKey(LineaDePlan, on_delete=models.CASCADE, related_name="actividades")
    orden = models.PositiveSmallIntegerField(default=0)
    tipo = models.CharField(max_length=12, choices=TipoDeActividad.choices)
    que = models.CharField("qué se hará", max_length=300)
    desde = models.DateField()
    hasta = models.DateField()

    TRATAMIENTO = [
        Dato(
            "id linea orden tipo que desde hasta",
            "Actividades y plazos de cada estrategia.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y el formador regional sin el nombre",
        ),
    ]

    class Meta:
        verbose_name = "actividad del plan"
        verbose_name_plural = "actividades del plan"
        ordering = ["desde", "orden", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tipo__in=TipoDeActividad.values), name="actividad_tipo"),
            models.CheckConstraint(condition=Q(hasta__gte=F("desde")), name="actividad_fechas_en_orden"),
        ]

    def __str__(self):
        return self.que
