"""Group sessions: microtaller, taller, GIA and pasantía, with attendance, topic, agreements and hours."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Asignacion, Docente, Rol, Usuario
from escuelas.models import Escuela

from .instrumento import Competencia
from .programacion import MotivoNoRealizada
from .protocolo import TipoDeSesion


class EstadoDeSesion(models.TextChoices):
    PROGRAMADA = "programada", "Programada"
    REALIZADA = "realizada", "Realizada"
    NO_REALIZADA = "no_realizada", "No realizada"


class SesionGrupalQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The acompañante: own. The teacher: those to which the teacher is invited. Nobody else.

        Who left the group reads those of the days when they belonged to it, and those that they attended.
        """
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.DOCENTE:
            invitado = Asistencia.objects.filter(sesion=OuterRef("pk"), docente__usuario_id=usuario.pk)
            del_grupo = Asignacion.objects.filter(
                Q(hasta__isnull=True) | Q(hasta__gte=OuterRef("fecha")),
                acompanante=OuterRef("acompanante"),
                docente__usuario_id=usuario.pk,
            )
            return self.filter(Exists(invitado), Exists(del_grupo) | Exists(invitado.filter(asistio=True)))
        return self.none()

    def agregables_para(self, usuario):
        """Sessions that may only be counted, with their hours and attendance."""
        return self.filter(acompanante__in=Acompanante.objects.agregables_para(usuario).values("pk"))

    def realizadas(self):
        return self.filter(estado=EstadoDeSesion.REALIZADA)

    def programadas(self):
        return self.filter(estado=EstadoDeSesion.PROGRAMADA)

    def con_asistencia(self):
        """Annotate `invitados` and `asistieron`: how many teachers, never who."""
        return self.annotate(
            invitados=Count("asistencias"),
            asistieron=Count("asistencias", filter=Q(asistencias__asistio=True)),
        )

    def con_asistencia_de(self, usuario):
        """Annotate `asisti`: whether the teacher was there; None while it is not written down."""
        suya = Asistencia.objects.filter(sesion=OuterRef("pk"), docente__usuario_id=usuario.pk)
        return self.annotate(asisti=Subquery(suya.values("asistio")[:1]))


class SesionGrupal(models.Model):
    """A session with several teachers. `fecha_original` is the first plan and never changes.

    `minutos` is `fin` − `inicio`. `lugar` is in words; `escuela` is the one that hosts it, when it is one.
    `de_necesidades`: its topic came from needs that the group shares, so that everybody is invited, always.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="sesiones")
    tipo = models.CharField(max_length=12, choices=TipoDeSesion.choices)
    anio = models.PositiveSmallIntegerField("año")
    fecha_original = models.DateField("fecha del plan original")
    fecha = models.DateField()
    inicio = models.TimeField()
    fin = models.TimeField()
    minutos = models.PositiveSmallIntegerField()
    lugar = models.CharField(max_length=120)
    escuela = models.ForeignKey(
        Escuela,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sesiones",
        verbose_name="escuela sede",
    )
    tema = models.CharField(max_length=160)
    competencias = models.ManyToManyField(Competencia, blank=True, related_name="+")
    de_necesidades = models.BooleanField("propuesta desde necesidades compartidas", default=False)
    desarrollo = models.TextField("qué se hizo", blank=True)
    acuerdos = models.TextField(blank=True)
    estado = models.CharField(
        max_length=12, choices=EstadoDeSesion.choices, default=EstadoDeSesion.PROGRAMADA
    )
    motivo = models.CharField(max_length=12, choices=MotivoNoRealizada.choices, blank=True)
    motivo_texto = models.CharField("detalle", max_length=300, blank=True)
    creada_en = models.DateTimeField(auto_now_add=True)
    guardada_en = models.DateTimeField(auto_now=True)

    objects = SesionGrupalQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id acompanante tipo anio fecha_original fecha inicio fin minutos lugar escuela estado motivo motivo_texto "
            "de_necesidades creada_en guardada_en",
            "Organizar y contar las sesiones grupales.",
            Conservacion.PROGRAMA,
            "Su acompañante y los docentes invitados; la región y la UGEL, como cuentas",
        ),
        Dato(
            "tema competencias desarrollo acuerdos",
            "Recordar qué se trabajó y qué se acordó.",
            Conservacion.PROGRAMA,
            "Su acompañante y los docentes invitados; el tema, también el formador regional en el plan que revisa",
        ),
    ]

    class Meta:
        verbose_name = "sesión grupal"
        verbose_name_plural = "sesiones grupales"
        ordering = ["fecha", "inicio"]
        constraints = [
            models.CheckConstraint(condition=Q(tipo__in=TipoDeSesion.values), name="sesion_tipo"),
            models.CheckConstraint(condition=Q(fin__gt=F("inicio")), name="sesion_horas_en_orden"),
            models.CheckConstraint(condition=Q(fecha__year=F("anio")), name="sesion_en_su_anio"),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeSesion.NO_REALIZADA, motivo__in=MotivoNoRealizada.values)
                | (~Q(estado=EstadoDeSesion.NO_REALIZADA) & Q(motivo="")),
                name="sesion_no_realizada_lleva_motivo",
            ),
            models.CheckConstraint(
                condition=~Q(motivo=MotivoNoRealizada.OTRO) | ~Q(motivo_texto=""),
                name="sesion_otro_lleva_texto",
            ),
        ]
        indexes = [models.Index(fields=["acompanante", "fecha"], name="sesion_por_acompanante")]

    def __str__(self):
        return f"{self.get_tipo_display()} · {self.tema}"

    def get_absolute_url(self):
        return reverse("sesion_detail", args=[self.pk])

    @property
    def se_movio(self) -> bool:
        return self.fecha != self.fecha_original

    @property
    def por_registrar(self) -> bool:
        """Its day has come and nobody has said whether it was held."""
        return self.estado == EstadoDeSesion.PROGRAMADA and self.fecha <= timezone.localdate()

    @property
    def titulo(self) -> str:
        """Kind and day, as the end of a sentence: "Microtaller del 23/11/2026"."""
        return f"{self.get_tipo_display()} del {self.fecha:%d/%m/%Y}"


class CambioDeSesion(models.Model):
    """One change of a session's day, with its reason. Append-only."""

    sesion = models.ForeignKey(SesionGrupal, on_delete=models.PROTECT, related_name="cambios")
    de = models.DateField()
    a = models.DateField()
    motivo = models.CharField(max_length=12, choices=MotivoNoRealizada.choices)
    motivo_texto = models.CharField("detalle", max_length=300, blank=True)
    hecho_por = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "id sesion de a motivo motivo_texto hecho_por momento",
            "Conservar el plan original a la vista y por qué cambió.",
            Conservacion.PROGRAMA,
            "Su acompañante y los docentes invitados",
        ),
    ]

    class Meta:
        verbose_name = "cambio de sesión"
        verbose_name_plural = "cambios de sesión"
        ordering = ["momento", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(de=F("a")), name="cambio_de_sesion_cambia_la_fecha"),
            models.CheckConstraint(
                condition=Q(motivo__in=MotivoNoRealizada.values), name="cambio_de_sesion_motivo"
            ),
            models.CheckConstraint(
                condition=~Q(motivo=MotivoNoRealizada.OTRO) | ~Q(motivo_texto=""),
                name="cambio_de_sesion_otro_lleva_texto",
            ),
        ]

    def __str__(self):
        return f"{self.de} a {self.a}"


class Asistencia(models.Model):
    """A teacher invited to a session. `asistio` is null until attendance is taken."""

    sesion = models.ForeignKey(SesionGrupal, on_delete=models.CASCADE, related_name="asistencias")
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="asistencias")
    asistio = models.BooleanField("asistió", null=True, blank=True)

    TRATAMIENTO = [
        Dato(
            "id sesion docente asistio",
            "Invitar a los docentes y contar quiénes participaron.",
            Conservacion.PROGRAMA,
            "El docente y quien organiza la sesión; la región y la UGEL, como cuentas",
        ),
    ]

    class Meta:
        verbose_name = "asistencia"
        ordering = ["docente"]
        constraints = [models.UniqueConstraint(fields=["sesion", "docente"], name="asistencia_unica")]

    def __str__(self):
        return f"{self.docente_id}: {self.asistio}"
