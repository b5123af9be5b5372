"""The línea de base: what a school and its teachers start the year from (domain.md §1.2).

Of a school: context, inventory of strengths and weaknesses, and pupils' learning as counts per level, never pupils.
Of a teacher: the needs that follow from the diagnostic visit.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Docente, Rol
from escuelas.models import Escuela

from .instrumento import Competencia
from .traspaso import Traspaso
from .visita import Visita


class Momento(models.TextChoices):
    """When of the year a school is characterised; the difference is the year's progress."""

    INICIO = "inicio", "Inicio del año"
    CIERRE = "cierre", "Fin del año"


class EstadoDeCaracterizacion(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    TERMINADA = "terminada", "Terminada"


class CaracterizacionQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Baselines read one by one (trust.md §2, row "baseline of a school").

        The acompañante: of the schools with a teacher assigned today. Director and teacher: own school, once
        finished. The formador: the region's, once finished. Nobody else.
        """
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.editables_para(usuario)
        terminadas = self.filter(estado=EstadoDeCaracterizacion.TERMINADA)
        if usuario.rol == Rol.DIRECTOR:
            return terminadas.filter(escuela_id=usuario.escuela_id)
        if usuario.rol == Rol.DOCENTE:
            return terminadas.filter(escuela__docentes__usuario_id=usuario.pk)
        if usuario.rol == Rol.FORMADOR:
            return terminadas.filter(escuela__ugel__region_id=usuario.region_id)
        return self.none()

    def editables_para(self, usuario):
        """Of the schools where the acompañante has a teacher assigned today."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        return self.filter(escuela__in=Docente.objects.visibles_para(usuario).values("escuela"))

    def agregables_para(self, usuario):
        """Baselines that may only be counted: over the schools that the person may see counted."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.editables_para(usuario)
        if usuario.rol in (Rol.FORMADOR, Rol.COORDINADOR, Rol.ESPECIALISTA, Rol.OFICIAL, Rol.ADMINISTRADOR):
            return self.filter(escuela__in=Escuela.objects.agregables_para(usuario).values("pk"))
        return self.none()

    def terminadas(self):
        return self.filter(estado=EstadoDeCaracterizacion.TERMINADA)


class Caracterizacion(models.Model):
    """A school at one moment of the year: its context. One for each school, year and moment.

    `aulas` is [{"nombre": "Aula 1", "grados": ["1", "2"]}], the grades that share a room. `lenguas` and `servicios`
    are lists of codes (forms/linea_de_base). `distancia_km` and `minutos_de_viaje` go from the acompañante's usual
    starting point, one way; `como_llegar` has the way in words. `matricula` is {grade: pupils enrolled}.

    Columns and children always say what was finished last; `borrador` are the raw values of the form while somebody
    writes, and {} when nobody does. `terminada_en` is the first finish, `corregida_en` the last correction.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    escuela = models.ForeignKey(Escuela, on_delete=models.PROTECT, related_name="caracterizaciones")
    anio = models.PositiveSmallIntegerField("año")
    momento = models.CharField(max_length=6, choices=Momento.choices, default=Momento.INICIO)
    autor = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="caracterizaciones")
    estado = models.CharField(
        max_length=9, choices=EstadoDeCaracterizacion.choices, default=EstadoDeCaracterizacion.BORRADOR
    )
    aulas = models.JSONField(default=list, blank=True)
    lenguas = models.JSONField(default=list, blank=True)
    servicios = models.JSONField(default=list, blank=True)
    distancia_km = models.DecimalField(
        "distancia (km)", max_digits=5, decimal_places=1, null=True, blank=True
    )
    minutos_de_viaje = models.PositiveSmallIntegerField("tiempo de viaje (minutos)", null=True, blank=True)
    medio = models.CharField("medio de transporte", max_length=20, blank=True)
    como_llegar = models.TextField("cómo se llega", blank=True)
    contexto = models.TextField("la comunidad y la escuela", blank=True)
    matricula = models.JSONField("matrícula por grado", default=dict, blank=True)
    borrador = models.JSONField(default=dict, blank=True)
    creada_en = models.DateTimeField(auto_now_add=True)
    guardada_en = models.DateTimeField(auto_now=True)
    terminada_en = models.DateTimeField(null=True, blank=True)
    corregida_en = models.DateTimeField(null=True, blank=True)
    corregida_por = models.ForeignKey(
        Acompanante, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CaracterizacionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id escuela anio momento autor estado creada_en guardada_en terminada_en corregida_en corregida_por",
            "Saber qué escuelas tienen línea de base y quién la hizo.",
            Conservacion.PROGRAMA,
            "Acompañante actual, dirección y docentes de la escuela, formador regional",
        ),
        Dato(
            "aulas lenguas servicios distancia_km minutos_de_viaje medio como_llegar contexto matricula",
            "Adaptar el acompañamiento y sus viajes a las condiciones de la escuela.",
            Conservacion.PROGRAMA,
            "Acompañante actual, dirección y docentes de la escuela, formador regional",
        ),
        Dato(
            "borrador",
            "Que nada de lo escrito se pierda mientras se caracteriza la escuela.",
            Conservacion.TRABAJO,
            "Acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "caracterización"
        verbose_name_plural = "caracterizaciones"
        ordering = ["-anio", "escuela"]
        constraints = [
            models.UniqueConstraint(fields=["escuela", "anio", "momento"], name="caracterizacion_unica"),
            models.CheckConstraint(condition=Q(momento__in=Momento.values), name="caracterizacion_momento"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeCaracterizacion.BORRADOR, terminada_en__isnull=True)
                | Q(estado=EstadoDeCaracterizacion.TERMINADA, terminada_en__isnull=False),
                name="caracterizacion_terminada_lleva_fecha",
            ),
            models.CheckConstraint(
                condition=Q(corregida_en__isnull=True, corregida_por__isnull=True)
                | Q(corregida_en__isnull=False, corregida_por__isnull=False, terminada_en__isnull=False),
                name="caracterizacion_corregida_lleva_autor",
            ),
        ]

    def __str__(self):
        return f"{self.escuela}, {self.get_momento_display().lower()} de {self.anio}"

    def get_absolute_url(self):
        return reverse("caracterizacion_detail", args=[self.pk])

    @property
    def terminada(self) -> bool:
        return self.estado == EstadoDeCaracterizacion.TERMINADA

    @property
    def total_matriculados(self) -> int:
        return sum(self.matricula.values())


class Practica(models.TextChoices):
    """The two practices of which the inventory speaks (domain.md §1.2)."""

    PEDAGOGICA = "pedagogica", "Práctica pedagógica"
    GESTION = "gestion", "Gestión de la escuela"


class Signo(models.TextChoices):
    FORTALEZA = "fortaleza", "Fortaleza"
    DEBILIDAD = "debilidad", "Debilidad"


class Hallazgo(models.Model):
    """One line of the inventory. `dimension` is a code of its practice (forms/linea_de_base); 1 is the first priority."""

    caracterizacion = models.ForeignKey(Caracterizacion, on_delete=models.CASCADE, related_name="hallazgos")
    practica = models.CharField("práctica", max_length=10, choices=Practica.choices)
    dimension = models.CharField("dimensión", max_length=30)
    signo = models.CharField(max_length=10, choices=Signo.choices)
    texto = models.TextField("qué se encontró")
    evidencia = models.TextField()
    prioridad = models.PositiveSmallIntegerField(default=2)
    orden = models.PositiveSmallIntegerField(default=0)

    TRATAMIENTO = [
        Dato(
            "id caracterizacion practica dimension signo texto evidencia prioridad orden",
            "Inventario de fortalezas y debilidades de la escuela, para planificar el acompañamiento.",
            Conservacion.PROGRAMA,
            "Acompañante actual, dirección y docentes de la escuela, formador regional",
        ),
    ]

    class Meta:
        verbose_name = "hallazgo"
        ordering = ["practica", "prioridad", "orden", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(practica__in=Practica.values), name="hallazgo_practica"),
            models.CheckConstraint(condition=Q(signo__in=Signo.values), name="hallazgo_signo"),
            models.CheckConstraint(condition=Q(prioridad__range=(1, 3)), name="hallazgo_prioridad"),
            models.CheckConstraint(condition=~Q(evidencia=""), name="hallazgo_lleva_evidencia"),
        ]

    def __str__(self):
        return self.texto


class AprendizajeDeGrado(models.Model):
    """Pupils of one grade and area by level of learning: counts, never pupils. Their sum is the pupils evaluated."""

    caracterizacion = models.ForeignKey(
        Caracterizacion, on_delete=models.CASCADE, related_name="aprendizajes"
    )
    grado = models.CharField(max_length=2)
    area = models.CharField("área", max_length=20)
    en_inicio = models.PositiveSmallIntegerField(default=0)
    en_proceso = models.PositiveSmallIntegerField(default=0)
    satisfactorio = models.PositiveSmallIntegerField(default=0)
    fuente = models.CharField(max_length=120, blank=True)

    TRATAMIENTO = [
        Dato(
            "id caracterizacion grado area en_inicio en_proceso satisfactorio fuente",
            "Nivel de aprendizaje por grado y área, como cuentas de estudiantes: nunca estudiantes.",
            Conservacion.PROGRAMA,
            "Acompañante actual, dirección y docentes de la escuela, formador regional",
        ),
    ]

    class Meta:
        verbose_name = "aprendizaje de un grado"
        verbose_name_plural = "aprendizajes por grado"
        ordering = ["grado", "area"]
        constraints = [
            models.UniqueConstraint(fields=["caracterizacion", "grado", "area"], name="aprendizaje_unico")
        ]

    def __str__(self):
        return f"{self.grado} {self.area}"

    @property
    def evaluados(self) -> int:
        return self.en_inicio + self.en_proceso + self.satisfactorio

    def de_nivel(self, nivel: str) -> int:
        """Return the count of a level by its code in the form: inicio, proceso, satisfactorio."""
        return {"inicio": self.en_inicio, "proceso": self.en_proceso, "satisfactorio": self.satisfactorio}[
            nivel
        ]


class NecesidadQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """A teacher's baseline (trust.md §2): the teacher's own, and of who accompanies the teacher today.

        But for the needs that an earlier acompañante wrote and the teacher withheld (Traspaso). Of a competency that
        two acompañantes prioritised in the same year, the last one that the person may read: one list for each reader.
        """
        return self.sin_retener_a(usuario).ultimas_de(Necesidad.objects.sin_retener_a(usuario))

    def sin_retener_a(self, usuario):
        """Every need that the person may read, also those that a later one took the place of."""
        if not usuario.is_authenticated or usuario.rol not in (Rol.ACOMPANANTE, Rol.DOCENTE):
            return self.none()
        suyas = self.filter(docente__in=Docente.objects.visibles_para(usuario).values("pk"))
        if usuario.rol == Rol.DOCENTE:
            return suyas
        return suyas.que_pasan_a(usuario)

    def que_pasan_a(self, usuario):
        """Own ones, and those that no teacher withheld, whoever the teacher's acompañante is today."""
        retenida = Traspaso.objects.retienen("necesidades", acompanante="autor")
        return self.filter(Q(autor__usuario_id=usuario.pk) | ~Q(retenida))

    def ultimas_de(self, todas):
        """Those that no later one of `todas`, of the same teacher, year and competency, took the place of."""
        iguales = {campo: OuterRef(campo) for campo in ("docente", "anio", "competencia")}
        return self.filter(~Exists(todas.filter(**iguales, creada_en__gt=OuterRef("creada_en"))))

    def agregables_para(self, usuario):
        """Needs that may only be counted, under disclosure control."""
        return self.filter(docente__in=Docente.objects.agregables_para(usuario).values("pk"))


class Necesidad(models.Model):
    """A need of a teacher in a year: a competency to work on, what is needed and why. 1 is the first priority.

    `visita` is the diagnostic visit that it follows from. Unique for each `autor`: what a teacher withheld takes no
    place in the list of who comes next.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="necesidades")
    anio = models.PositiveSmallIntegerField("año")
    competencia = models.ForeignKey(Competencia, on_delete=models.PROTECT, related_name="+")
    visita = models.ForeignKey(
        Visita, on_delete=models.PROTECT, null=True, blank=True, related_name="necesidades"
    )
    texto = models.TextField("qué necesita")
    prioridad = models.PositiveSmallIntegerField()
    autor = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField(default=timezone.now)
    guardada_en = models.DateTimeField(auto_now=True)

    objects = NecesidadQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente anio competencia visita texto prioridad autor creada_en guardada_en",
            "Necesidades priorizadas del docente, de las que parte su plan de acompañamiento.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "necesidad"
        verbose_name_plural = "necesidades"
        ordering = ["docente", "anio", "prioridad"]
        constraints = [
            models.UniqueConstraint(
                fields=["docente", "anio", "competencia", "autor"], name="necesidad_unica"
            ),
            models.CheckConstraint(condition=Q(prioridad__range=(1, 5)), name="necesidad_prioridad"),
            models.CheckConstraint(condition=~Q(texto=""), name="necesidad_lleva_texto"),
        ]

    def __str__(self):
        return self.texto
