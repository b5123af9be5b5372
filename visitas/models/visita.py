"""The visit: what can be counted of it, its immutable revisions and the levels observed.

A visit is a chain of revisions r1 <- r2 <- r3. The row of Visita and its children are the projection of
the accepted head; the text itself lives in `contenido` (offline-sync.md §2).
"""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Asignacion, Docente, Rol, Usuario
from escuelas.models import Escuela

from .instrumento import Competencia, Instrumento
from .protocolo import TipoDeVisita
from .traspaso import Traspaso

DIAS_DE_LECTURA_DEL_ANTERIOR = 90


class VisitaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Visits that the person may open and read (trust.md §2, row "visit").

        The teacher: own. The acompañante: those of the teachers assigned today, but for what a teacher withheld
        of an earlier acompañante's (Traspaso), and for 90 days after an assignment ended, read only, what they
        wrote. Nobody else. What was purged may only be counted.
        """
        if not usuario.is_authenticated:
            return self.none()
        legibles = self.filter(purgada_en__isnull=True)
        if usuario.rol == Rol.DOCENTE:
            return legibles.filter(docente__usuario_id=usuario.pk)
        if usuario.rol == Rol.ACOMPANANTE:
            de_hoy = Q(docente__in=_docentes_de(usuario)) & self._que_pasan_a(usuario)
            return legibles.filter(de_hoy | self._escritas_hace_poco(usuario))
        return self.none()

    def corregibles_para(self, usuario):
        """Visits that the person may amend: own ones, of a teacher assigned today."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        propias = self.filter(acompanante__usuario_id=usuario.pk, purgada_en__isnull=True)
        return propias.filter(docente__in=_docentes_de(usuario))

    def fechas_para(self, usuario):
        """That visits happened, without the teacher: the director's school."""
        if usuario.is_authenticated and usuario.rol == Rol.DIRECTOR:
            return self.filter(escuela_id=usuario.escuela_id)
        return self.none()

    def agregables_para(self, usuario):
        """Visits that may only be counted: the region's, or those to the UGEL's schools."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(docente__in=_docentes_de(usuario))
        if usuario.rol in (
            Rol.FORMADOR,
            Rol.COORDINADOR,
            Rol.ESPECIALISTA,
            Rol.OFICIAL,
            Rol.ADMINISTRADOR,
        ):
            return self.filter(escuela__in=Escuela.objects.agregables_para(usuario).values("pk"))
        return self.none()

    def retenidas_para(self, usuario):
        """Visits to the teachers assigned today that the person may not open: shown as dates and kinds only."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        return self.filter(~self._que_pasan_a(usuario), docente__in=_docentes_de(usuario))

    @staticmethod
    def _que_pasan_a(usuario):
        retenida = Traspaso.objects.retienen("visitas", acompanante="acompanante", fecha="fecha")
        return Q(acompanante__usuario_id=usuario.pk) | ~Q(retenida)

    @staticmethod
    def _escritas_hace_poco(usuario):
        limite = timezone.localdate() - timedelta(days=DIAS_DE_LECTURA_DEL_ANTERIOR)
        terminadas = Asignacion.objects.filter(acompanante__usuario_id=usuario.pk, hasta__gte=limite)
        return Q(acompanante__usuario_id=usuario.pk, docente__in=terminadas.values("docente"))


def _docentes_de(usuario):
    return Docente.objects.visibles_para(usuario).values("pk")


class Visita(models.Model):
    """A finished visit. Counts of pupils only, never names: `presentes` is {grade: pupils present}.

    A key whose column begins an index of `Meta.indexes` has none of its own: each costs every visit that arrives.
    `minutos` is `fin` − `inicio`. `instrumento` is the version that the visit was made with, for ever.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="visitas", db_index=False)
    escuela = models.ForeignKey(Escuela, on_delete=models.PROTECT, related_name="visitas", db_index=False)
    acompanante = models.ForeignKey(
        Acompanante, on_delete=models.PROTECT, related_name="visitas", db_index=False
    )
    tipo = models.ForeignKey(TipoDeVisita, on_delete=models.PROTECT, related_name="visitas")
    programada = models.ForeignKey(
        "visitas.VisitaProgramada",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="visitas",
    )
    instrumento = models.ForeignKey(Instrumento, on_delete=models.PROTECT, related_name="+", db_index=False)
    anio = models.PositiveSmallIntegerField("año")
    fecha = models.DateField()
    inicio = models.TimeField()
    fin = models.TimeField()
    minutos = models.PositiveSmallIntegerField()
    presentes = models.JSONField(default=dict)
    total_presentes = models.PositiveSmallIntegerField(default=0)
    acuerdo = models.BooleanField("acuerdo de ambas partes", default=False)
    cabeza = models.ForeignKey("visitas.Revision", on_delete=models.PROTECT, null=True, related_name="+")
    recibida_en = models.DateTimeField()
    enmendada_en = models.DateTimeField(null=True, blank=True)
    purgada_en = models.DateTimeField(null=True, blank=True, editable=False)

    objects = VisitaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente escuela acompanante tipo programada anio fecha inicio fin minutos recibida_en enmendada_en purgada_en",
            "Saber que la visita se hizo y contar el trabajo del programa.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y la dirección de la escuela, sin el nombre; la región y la UGEL, como cuentas",
        ),
        Dato(
            "instrumento presentes total_presentes acuerdo cabeza",
            "Recordar con qué instrumento se observó, a cuántos estudiantes (nunca quiénes) y si hubo acuerdo.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "visita"
        ordering = ["-fecha", "-inicio"]
        constraints = [
            models.CheckConstraint(condition=Q(fin__gt=F("inicio")), name="visita_horas_en_orden"),
            models.CheckConstraint(condition=Q(fecha__year=F("anio")), name="visita_en_su_anio"),
        ]
        indexes = [
            models.Index(fields=["docente", "-fecha"], name="visita_por_docente"),
            models.Index(fields=["acompanante", "-fecha"], name="visita_por_acompanante"),
            models.Index(fields=["escuela", "fecha"], name="visita_por_escuela"),
            models.Index(fields=["anio", "fecha"], name="visita_por_fecha"),
            models.Index(fields=["-recibida_en"], name="visita_por_recepcion"),
        ]

    def __str__(self):
        return f"{self.tipo_id} · {self.fecha:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("visita_detail", args=[self.pk])


class EstadoDeRevision(models.TextChoices):
    """Whether a revision is part of the visit's history or a branch that waits for a person's choice."""

    ACEPTADA = "aceptada", "Aceptada"
    RAMA = "rama", "Otra versión, por resolver"


class RevisionQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The revisions that the person wrote, of visits that they may read. A branch is nobody else's to see."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        return self.filter(autor_id=usuario.pk, visita__in=Visita.objects.visibles_para(usuario).values("pk"))

    def en_conflicto(self):
        """Branches that wait for a choice, the last of each chain: choosing closes those that it amends."""
        hijas = Revision.objects.filter(base=OuterRef("pk"), estado=EstadoDeRevision.RAMA)
        return self.filter(~Exists(hijas), estado=EstadoDeRevision.RAMA, resolucion__isnull=True)


class Revision(models.Model):
    """One immutable version of a visit. `base` is the revision it amends; null for the first.

    `huella` is `sha256:<hex>` of the canonical content; `recibo` proves to the device that the server holds it.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    visita = models.ForeignKey(Visita, on_delete=models.PROTECT, related_name="revisiones")
    base = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="hijas")
    estado = models.CharField(
        max_length=8,
        choices=EstadoDeRevision.choices,
        default=EstadoDeRevision.ACEPTADA,
    )
    huella = models.CharField(max_length=71)
    formulario = models.CharField(max_length=20, default="visita")
    formulario_version = models.PositiveSmallIntegerField()
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    dispositivo = models.UUIDField(null=True, blank=True)
    secuencia = models.PositiveBigIntegerField(default=0)
    finalizada_en = models.DateTimeField()
    recibido_en = models.DateTimeField()
    recibo = models.UUIDField(default=nuevo_id, unique=True)

    objects = RevisionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id visita base estado huella formulario formulario_version autor dispositivo secuencia finalizada_en recibido_en recibo",
            "Que lo escrito no se cambie sin dejar huella y que ningún envío se pierda.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "revisión"
        verbose_name_plural = "revisiones"
        ordering = ["recibido_en", "id"]
        indexes = [
            models.Index(fields=["autor"], condition=Q(estado="rama"), name="revision_ramas_por_autor"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["visita"],
                condition=Q(base__isnull=True, estado=EstadoDeRevision.ACEPTADA),
                name="revision_una_primera_por_visita",
            ),
            models.UniqueConstraint(
                fields=["base"],
                condition=Q(estado=EstadoDeRevision.ACEPTADA),
                name="revision_una_hija_por_base",
            ),
            models.CheckConstraint(
                condition=Q(huella__regex=r"^sha256:[0-9a-f]{64}$"),
                name="revision_huella",
            ),
        ]

    def __str__(self):
        return str(self.pk)


class NivelObservadoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Levels of one teacher (trust.md §2): the teacher, and who accompanies today. Not who did before."""
        if not usuario.is_authenticated or usuario.rol not in (Rol.ACOMPANANTE, Rol.DOCENTE):
            return self.none()
        legibles = Visita.objects.visibles_para(usuario).filter(docente__in=_docentes_de(usuario))
        return self.filter(visita__in=legibles.values("pk"))


class NivelObservado(models.Model):
    """The level of a competency in a visit, with its evidence. `nivel` null means *no observado*, never level I."""

    visita = models.ForeignKey(Visita, on_delete=models.CASCADE, related_name="niveles", db_index=False)
    competencia = models.ForeignKey(Competencia, on_delete=models.PROTECT, related_name="+", db_index=False)
    nivel = models.PositiveSmallIntegerField(null=True, blank=True)
    evidencia = models.TextField(blank=True)

    objects = NivelObservadoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id visita competencia nivel evidencia",
            "Conversar sobre la práctica con evidencias. Nunca para calificar.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual; la región y la UGEL, como cifras de grupos de 5 docentes o más",
        ),
    ]

    class Meta:
        verbose_name = "nivel observado"
        verbose_name_plural = "niveles observados"
        ordering = ["competencia"]
        constraints = [
            models.UniqueConstraint(fields=["visita", "competencia"], name="nivel_uno_por_competencia"),
            models.CheckConstraint(
                condition=Q(nivel__isnull=True) | Q(nivel__range=(1, 4)),
                name="nivel_de_1_a_4",
            ),
            models.CheckConstraint(
                condition=Q(nivel__isnull=True) | ~Q(evidencia=""),
                name="nivel_lleva_evidencia",
            ),
        ]

    def __str__(self):
        return f"{self.competencia_id}: {self.nivel or 'no observado'}"
