"""The learning community: a teacher offers a fragment of practice, and the colleagues comment on it.

A community is an acompañante and the teachers accompanied today. Levels have no place here.
"""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Asignacion, Docente, Rol

from .instrumento import Competencia
from .sesion import SesionGrupal


class EstadoDeFragmento(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    COMPARTIDO = "compartido", "Compartido"
    RETIRADO = "retirado", "Retirado"


class FragmentoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The author: own, in any state. The community of today: what is shared, while its author belongs to it.

        Who left the community stops reading it; when its author leaves, it goes with the author. Nobody else.
        """
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.de_la_comunidad().filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.DOCENTE:
            suyo = Asignacion.objects.vigentes().filter(
                acompanante=OuterRef("acompanante"), docente__usuario_id=usuario.pk
            )
            return self.filter(Q(autor__usuario_id=usuario.pk) | (_en_la_comunidad() & Exists(suyo)))
        return self.none()

    def de_la_comunidad(self):
        """Shared, and the author is still in the community with which it was shared."""
        return self.filter(_en_la_comunidad())

    def fuera_de_la_comunidad(self):
        """Drafts, withdrawn, and shared with a community to which the author no longer belongs."""
        return self.exclude(pk__in=FragmentoDePractica.objects.de_la_comunidad().values("pk"))

    def con_comentarios(self):
        """Annotate `cuantos`: how many comments each has."""
        return self.annotate(cuantos=Count("comentarios"))

    def propios_de(self, usuario):
        return self.filter(autor__usuario_id=usuario.pk)

    def borradores(self):
        return self.filter(estado=EstadoDeFragmento.BORRADOR)

    def compartidos(self):
        return self.filter(estado=EstadoDeFragmento.COMPARTIDO)


def _en_la_comunidad():
    su_autor = Asignacion.objects.vigentes().filter(
        acompanante=OuterRef("acompanante"), docente=OuterRef("autor")
    )
    return Q(estado=EstadoDeFragmento.COMPARTIDO) & Exists(su_autor)


class FragmentoDePractica(models.Model):
    """What a teacher tells of a moment in the classroom, with a question for the colleagues.

    `acompanante` is whose community it was shared with. Without `con_nombre` it is signed "Una colega".
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    autor = models.ForeignKey(Docente, on_delete=models.PROTECT, related_name="fragmentos")
    acompanante = models.ForeignKey(
        Acompanante, on_delete=models.PROTECT, null=True, blank=True, related_name="fragmentos"
    )
    titulo = models.CharField("título", max_length=120)
    area = models.CharField("área", max_length=20, blank=True)
    competencia = models.ForeignKey(
        Competencia, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    texto = models.TextField("qué pasó en el aula")
    pregunta = models.TextField("qué preguntas a tus colegas")
    con_nombre = models.BooleanField("con mi nombre", default=True)
    estado = models.CharField(
        max_length=10, choices=EstadoDeFragmento.choices, default=EstadoDeFragmento.BORRADOR
    )
    sesion = models.ForeignKey(
        SesionGrupal, on_delete=models.PROTECT, null=True, blank=True, related_name="fragmentos"
    )
    creado_en = models.DateTimeField(auto_now_add=True)
    guardado_en = models.DateTimeField(auto_now=True)
    compartido_en = models.DateTimeField(null=True, blank=True)
    retirado_en = models.DateTimeField(null=True, blank=True)

    objects = FragmentoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id autor acompanante titulo area competencia texto pregunta con_nombre estado sesion creado_en guardado_en "
            "compartido_en retirado_en",
            "Analizar la práctica entre colegas, solo si su autora o autor elige compartirla.",
            Conservacion.PROGRAMA,
            "Su autora o autor; mientras esté compartido, los docentes de la misma comunidad y quien los acompaña",
        ),
    ]

    class Meta:
        verbose_name = "fragmento de práctica"
        verbose_name_plural = "fragmentos de práctica"
        ordering = ["-compartido_en", "-creado_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(estado=EstadoDeFragmento.BORRADOR, acompanante=None, compartido_en=None)
                | Q(
                    estado__in=[EstadoDeFragmento.COMPARTIDO, EstadoDeFragmento.RETIRADO],
                    acompanante__isnull=False,
                    compartido_en__isnull=False,
                ),
                name="fragmento_compartido_dice_con_quien",
            ),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeFragmento.RETIRADO, retirado_en__isnull=False)
                | (~Q(estado=EstadoDeFragmento.RETIRADO) & Q(retirado_en=None)),
                name="fragmento_retirado_lleva_fecha",
            ),
            models.CheckConstraint(
                condition=~Q(texto="") & ~Q(pregunta=""), name="fragmento_texto_y_pregunta"
            ),
        ]
        indexes = [models.Index(fields=["acompanante", "-compartido_en"], name="fragmento_por_comunidad")]

    def __str__(self):
        return self.titulo

    def get_absolute_url(self):
        return reverse("fragmento_detail", args=[self.pk])


class TipoDeComentario(models.TextChoices):
    """How a colleague may answer: none of them grades."""

    VALORO = "valoro", "Qué valoro"
    PREGUNTO = "pregunto", "Qué pregunto"
    PROBARIA = "probaria", "Qué probaría"


class ComentarioQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Those of the fragments that the person may read."""
        return self.filter(fragmento__in=FragmentoDePractica.objects.visibles_para(usuario).values("pk"))


class ComentarioDeFragmento(models.Model):
    """What a colleague, or who accompanies them, says of a fragment."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    fragmento = models.ForeignKey(FragmentoDePractica, on_delete=models.CASCADE, related_name="comentarios")
    docente = models.ForeignKey(Docente, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    acompanante = models.ForeignKey(
        Acompanante, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tipo = models.CharField(max_length=8, choices=TipoDeComentario.choices)
    texto = models.TextField()
    escrito_en = models.DateTimeField(default=timezone.now)

    objects = ComentarioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id fragmento docente acompanante tipo texto escrito_en",
            "Conversar entre colegas sobre un fragmento de práctica.",
            Conservacion.PROGRAMA,
            "Los docentes de la misma comunidad y quien los acompaña",
        ),
    ]

    class Meta:
        verbose_name = "comentario"
        ordering = ["escrito_en", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tipo__in=TipoDeComentario.values), name="comentario_tipo"),
            models.CheckConstraint(condition=~Q(texto=""), name="comentario_lleva_texto"),
            models.CheckConstraint(
                condition=Q(docente__isnull=True, acompanante__isnull=False)
                | Q(docente__isnull=False, acompanante__isnull=True),
                name="comentario_de_una_persona",
            ),
        ]

    def __str__(self):
        return self.texto
