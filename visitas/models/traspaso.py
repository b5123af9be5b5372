"""The handover of a teacher from one acompañante to the next, with the teacher's word on what passes on.

What passes by default is what trust.md §2 gives to whoever accompanies today: everything shared. The teacher may
withhold it, class by class, before or after the change. Dates and kinds of visits and open commitments always pass.
"""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Asignacion, Docente, Rol, Usuario

DIAS_DE_ENTREGA = 90
ENTRE_LOS_TRES = "El docente, quien lo acompañó (90 días) y quien lo acompaña hoy"


class TraspasoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher: own. The acompañante: those received of teachers accompanied today, and those given."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.DOCENTE:
            return self.filter(docente__usuario_id=usuario.pk)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(
                Q(pk__in=self.recibidos_por(usuario)) | Q(pk__in=self.entregables_para(usuario))
            )
        return self.none()

    def recibidos_por(self, usuario):
        """Of the teachers that the person accompanies today, from another acompañante."""
        suyos = Docente.objects.acompanados_hoy_por(usuario).values("pk")
        return self.filter(docente__in=suyos).exclude(anterior__acompanante__usuario_id=usuario.pk)

    def entregables_para(self, usuario):
        """Those that the acompañante gives: of an assignment in force, or that ended less than 90 days ago."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        limite = timezone.localdate() - timedelta(days=DIAS_DE_ENTREGA)
        en_plazo = Q(anterior__hasta__isnull=True) | Q(anterior__hasta__gte=limite)
        return self.filter(en_plazo, anterior__acompanante__usuario_id=usuario.pk)

    def decidibles_para(self, usuario):
        """Those on which the teacher has a word: own ones, at any time."""
        if not usuario.is_authenticated or usuario.rol != Rol.DOCENTE:
            return self.none()
        return self.filter(docente__usuario_id=usuario.pk)

    def retienen(self, clase: str, *, acompanante: str, fecha: str | None = None):
        """Return an Exists for the rows of another queryset that a teacher withheld.

        `clase` is "visitas", "necesidades" or "plan". `acompanante` and `fecha` name the outer row's fields: who
        wrote it and on which day; without a day, whatever that acompañante wrote about the teacher.
        """
        retenidos = self.filter(
            **{clase: False}, docente=OuterRef("docente"), anterior__acompanante=OuterRef(acompanante)
        )
        if fecha:
            sin_fin = Q(anterior__hasta__isnull=True) | Q(anterior__hasta__gte=OuterRef(fecha))
            retenidos = retenidos.filter(sin_fin, anterior__desde__lte=OuterRef(fecha))
        return Exists(retenidos)


class Traspaso(models.Model):
    """What passes from the acompañante of `anterior` to whoever comes next (`siguiente`, null until known).

    The classes are what the teacher decides today; `decidido_en` null means that the default stands. `nota` is what
    the outgoing acompañante leaves written: it passes once the teacher has read it, and unless she withholds it.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="traspasos")
    anterior = models.OneToOneField(Asignacion, on_delete=models.PROTECT, related_name="traspaso")
    siguiente = models.ForeignKey(
        Asignacion, on_delete=models.PROTECT, null=True, blank=True, related_name="traspasos_recibidos"
    )
    visitas = models.BooleanField("lo escrito en las visitas, con sus niveles", default=True)
    necesidades = models.BooleanField("necesidades priorizadas", default=True)
    plan = models.BooleanField("su parte del plan", default=True)
    pasa_la_nota = models.BooleanField("la nota de quien acompañó", default=True)
    palabra = models.TextField("palabra del docente", blank=True)
    decidido_en = models.DateTimeField(null=True, blank=True)
    nota = models.TextField("nota de quien acompañó", blank=True)
    nota_escrita_en = models.DateTimeField(null=True, blank=True)
    nota_leida_en = models.DateTimeField(null=True, blank=True)
    creado_en = models.DateTimeField(default=timezone.now)

    objects = TraspasoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente anterior siguiente creado_en",
            "Saber quién entrega y quién recibe el acompañamiento de un docente.",
            Conservacion.PROGRAMA,
            ENTRE_LOS_TRES,
        ),
        Dato(
            "visitas necesidades plan pasa_la_nota palabra decidido_en",
            "Que el docente decida qué pasa a quien lo acompañará.",
            Conservacion.PROGRAMA,
            ENTRE_LOS_TRES,
        ),
        Dato(
            "nota nota_escrita_en nota_leida_en",
            "Contar en qué estaban trabajando; el docente la lee primero.",
            Conservacion.PROGRAMA,
            ENTRE_LOS_TRES,
        ),
    ]

    class Meta:
        verbose_name = "traspaso"
        ordering = ["-creado_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nota="", nota_escrita_en__isnull=True, nota_leida_en__isnull=True)
                | (~Q(nota="") & Q(nota_escrita_en__isnull=False)),
                name="traspaso_nota_lleva_fecha",
            ),
            models.CheckConstraint(
                condition=Q(decidido_en__isnull=False)
                | Q(visitas=True, necesidades=True, plan=True, pasa_la_nota=True, palabra=""),
                name="traspaso_sin_decidir_pasa_todo",
            ),
        ]
        indexes = [models.Index(fields=["docente", "visitas"], name="traspaso_por_docente")]

    def __str__(self):
        return f"Traspaso de {self.docente_id}"

    @property
    def nota_a_la_vista(self) -> str:
        """The note, for whoever comes next: only after the teacher read it, and if she lets it pass."""
        return self.nota if self.nota_leida_en and self.pasa_la_nota else ""


class DecisionDeTraspaso(models.Model):
    """One decision of the teacher on what passes. Append-only: the last one is what stands in Traspaso."""

    traspaso = models.ForeignKey(Traspaso, on_delete=models.PROTECT, related_name="decisiones")
    visitas = models.BooleanField()
    necesidades = models.BooleanField()
    plan = models.BooleanField()
    pasa_la_nota = models.BooleanField()
    palabra = models.TextField(blank=True)
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField(default=timezone.now)

    TRATAMIENTO = [
        Dato(
            "id traspaso visitas necesidades plan pasa_la_nota palabra autor momento",
            "Probar qué decidió el docente y cuándo.",
            Conservacion.PROGRAMA,
            "Solo el docente",
        ),
    ]

    class Meta:
        verbose_name = "decisión de un traspaso"
        verbose_name_plural = "decisiones de traspasos"
        ordering = ["-momento", "-pk"]

    def __str__(self):
        return f"{self.traspaso_id}, {self.momento:%d/%m/%Y %H:%M}"
