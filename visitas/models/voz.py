"""The teacher's own voice: her word on a visit, how a commitment goes, and her own reflections.

Only the teacher writes here. No indicator reads these tables, and a disagreement never changes a count.
"""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Asignacion, Docente, Rol

from .compromiso import Compromiso
from .instrumento import Competencia
from .visita import Visita


class Acuerdo(models.TextChoices):
    """What the teacher says of what is written about the visit. Saying nothing is an answer too."""

    DE_ACUERDO = "de_acuerdo", "De acuerdo"
    EN_DESACUERDO = "en_desacuerdo", "En desacuerdo"
    SIN_DECIR = "sin_decir", "Sin decir"


def _docentes_de(usuario):
    return Docente.objects.visibles_para(usuario).values("pk")


def _de_los_dos(usuario) -> bool:
    return usuario.is_authenticated and usuario.rol in (Rol.DOCENTE, Rol.ACOMPANANTE)


class VozQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher, and who accompanies the teacher today, but for the visits that she withheld from them.

        A former acompañante reads only what they wrote.
        """
        if not _de_los_dos(usuario):
            return self.none()
        legibles = Visita.objects.visibles_para(usuario).values("pk")
        return self.filter(visita__in=legibles, visita__docente__in=_docentes_de(usuario))

    def editables_para(self, usuario):
        """The teacher's own."""
        if not usuario.is_authenticated or usuario.rol != Rol.DOCENTE:
            return self.none()
        return self.filter(visita__docente__usuario_id=usuario.pk)

    def sin_leer(self):
        """Written or changed after the acompañante opened the visit for the last time."""
        return self.filter(Q(leida_en=None) | Q(leida_en__lt=F("escrita_en")))


class VozDelDocente(models.Model):
    """The teacher's comment on a visit and whether she agrees with it: what she says today.

    `escrita_en` is when she wrote it; `leida_en`, when who accompanies her opened the visit after that.
    """

    visita = models.OneToOneField(Visita, on_delete=models.CASCADE, primary_key=True, related_name="voz")
    comentario = models.TextField(blank=True)
    acuerdo = models.CharField(max_length=13, choices=Acuerdo.choices, default=Acuerdo.SIN_DECIR)
    escrita_en = models.DateTimeField(default=timezone.now)
    leida_en = models.DateTimeField(null=True, blank=True)

    objects = VozQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "visita comentario acuerdo escrita_en leida_en",
            "Que el docente diga su palabra sobre lo que se escribió de su visita. No cambia ninguna cuenta.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "voz del docente"
        verbose_name_plural = "voces de los docentes"
        ordering = ["-escrita_en"]
        constraints = [models.CheckConstraint(condition=Q(acuerdo__in=Acuerdo.values), name="voz_acuerdo")]

    def __str__(self):
        return str(self.pk)

    @property
    def es_nueva(self) -> bool:
        return self.leida_en is None or self.leida_en < self.escrita_en

    @property
    def dice_algo(self) -> bool:
        return bool(self.comentario) or self.acuerdo != Acuerdo.SIN_DECIR


class VersionDeVozQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher's own earlier words: what she withdrew is hers alone."""
        if not usuario.is_authenticated or usuario.rol != Rol.DOCENTE:
            return self.none()
        return self.filter(voz__visita__docente__usuario_id=usuario.pk)


class VersionDeVoz(models.Model):
    """What the teacher said before she changed it. Append-only."""

    voz = models.ForeignKey(VozDelDocente, on_delete=models.CASCADE, related_name="versiones")
    comentario = models.TextField(blank=True)
    acuerdo = models.CharField(max_length=13, choices=Acuerdo.choices)
    escrita_en = models.DateTimeField()

    objects = VersionDeVozQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id voz comentario acuerdo escrita_en",
            "Que el docente conserve lo que dijo antes de cambiarlo.",
            Conservacion.PROGRAMA,
            "Solo el docente",
        ),
    ]

    class Meta:
        verbose_name = "versión de una voz"
        verbose_name_plural = "versiones de voces"
        ordering = ["-escrita_en", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(acuerdo__in=Acuerdo.values), name="version_de_voz_acuerdo")
        ]

    def __str__(self):
        return str(self.pk)


class AvanceQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher, and who accompanies the teacher today.

        On a commitment of a withheld visit, who accompanies today reads what she wrote since then and nothing earlier.
        """
        if not _de_los_dos(usuario):
            return self.none()
        suyos = self.filter(compromiso__visita__docente__in=_docentes_de(usuario))
        if usuario.rol == Rol.DOCENTE:
            return suyos
        legibles = Visita.objects.visibles_para(usuario).values("pk")
        desde_que_acompana = Asignacion.objects.vigentes().filter(
            acompanante__usuario_id=usuario.pk,
            docente=OuterRef("compromiso__visita__docente"),
            desde__lte=OuterRef("escrito_en__date"),
        )
        abiertos = Compromiso.objects.visibles_para(usuario).por_verificar().values("pk")
        recientes = Q(compromiso__in=abiertos) & Exists(desde_que_acompana)
        return suyos.filter(Q(compromiso__visita__in=legibles) | recientes)


class AvanceDeCompromiso(models.Model):
    """A note of the teacher on how a commitment goes: her own evidence, read when it is verified. Append-only."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    compromiso = models.ForeignKey(Compromiso, on_delete=models.CASCADE, related_name="avances")
    texto = models.TextField("cómo voy")
    escrito_en = models.DateTimeField(default=timezone.now)

    objects = AvanceQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id compromiso texto escrito_en",
            "Evidencia que el propio docente anota sobre un compromiso, para verificarlo juntos.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "avance de un compromiso"
        verbose_name_plural = "avances de compromisos"
        ordering = ["escrito_en", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(texto=""), name="avance_lleva_texto")]

    def __str__(self):
        return self.texto


class ReflexionQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher's own. Who accompanies her today: those she shared with that very person."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.DOCENTE:
            return self.filter(docente__usuario_id=usuario.pk)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(compartida_con__usuario_id=usuario.pk, docente__in=_docentes_de(usuario))
        return self.none()

    def editables_para(self, usuario):
        """The teacher's own."""
        if not usuario.is_authenticated or usuario.rol != Rol.DOCENTE:
            return self.none()
        return self.filter(docente__usuario_id=usuario.pk)


class ReflexionPropia(models.Model):
    """A reflection of the teacher on her practice, hers alone until she shares it.

    `compartida_con` is the person with whom she shared it: whoever accompanies her later does not inherit it.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="reflexiones")
    fecha = models.DateField()
    texto = models.TextField()
    competencia = models.ForeignKey(
        Competencia, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visita = models.ForeignKey(
        Visita, on_delete=models.SET_NULL, null=True, blank=True, related_name="reflexiones"
    )
    compartida_con = models.ForeignKey(
        Acompanante, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    compartida_en = models.DateTimeField(null=True, blank=True)
    guardada_en = models.DateTimeField(default=timezone.now)

    objects = ReflexionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente fecha texto competencia visita guardada_en",
            "Que el docente reflexione sobre su práctica, para sí.",
            Conservacion.PROGRAMA,
            "Solo el docente; su acompañante actual, si el docente la comparte",
        ),
        Dato(
            "compartida_con compartida_en",
            "Con quién quiso compartirla el docente, mientras no lo retire.",
            Conservacion.PROGRAMA,
            "Solo el docente y esa persona",
        ),
    ]

    class Meta:
        verbose_name = "reflexión propia"
        verbose_name_plural = "reflexiones propias"
        ordering = ["-fecha", "-guardada_en", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(texto=""), name="reflexion_lleva_texto"),
            models.CheckConstraint(
                condition=Q(compartida_con__isnull=True, compartida_en__isnull=True)
                | Q(compartida_con__isnull=False, compartida_en__isnull=False),
                name="reflexion_compartida_lleva_fecha",
            ),
        ]
        indexes = [models.Index(fields=["docente", "-fecha"], name="reflexion_por_docente")]

    def __str__(self):
        return self.texto[:60]
