"""What was written and said. These tables stand apart: no indicator ever joins them (trust.md §3)."""

from django.db import models

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Docente, Usuario

from .programacion import VisitaProgramada
from .visita import Revision, Visita

PASOS_DEL_DIALOGO = ("describir", "explicar", "confrontar", "reconstruir")


class ContenidoDeRevision(models.Model):
    """The canonical JSON text whose hash the revision carries, exactly as it was received."""

    revision = models.OneToOneField(
        Revision, on_delete=models.PROTECT, primary_key=True, related_name="contenido"
    )
    texto = models.TextField()

    TRATAMIENTO = [
        Dato(
            "revision texto",
            "Guardar la visita tal como se escribió.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "contenido de una revisión"
        verbose_name_plural = "contenidos de revisiones"

    def __str__(self):
        return str(self.pk)


class DialogoReflexivo(models.Model):
    """The four steps of the critical-reflective dialogue, the teacher's words first (Smyth; domain.md §2)."""

    visita = models.OneToOneField(Visita, on_delete=models.CASCADE, primary_key=True, related_name="dialogo")
    describir = models.TextField(blank=True)
    explicar = models.TextField(blank=True)
    confrontar = models.TextField(blank=True)
    reconstruir = models.TextField(blank=True)

    TRATAMIENTO = [
        Dato(
            "visita describir explicar confrontar reconstruir",
            "Recordar lo que el docente dijo de su propia práctica.",
            Conservacion.PROGRAMA,
            "El docente y su acompañante actual",
        ),
    ]

    class Meta:
        verbose_name = "diálogo reflexivo"
        verbose_name_plural = "diálogos reflexivos"

    def __str__(self):
        return str(self.pk)


class NotaPrivadaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The author and nobody else."""
        return self.filter(autor_id=usuario.pk) if usuario.is_authenticated else self.none()


class NotaPrivada(models.Model):
    """A note of the acompañante about a visit, for the author alone: never in the visit's content."""

    visita_id = models.UUIDField("visita")
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    texto = models.TextField()
    guardada_en = models.DateTimeField(auto_now=True)

    objects = NotaPrivadaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id visita_id autor texto guardada_en",
            "Apuntes del acompañante para sí mismo.",
            Conservacion.PROGRAMA,
            "Solo quien la escribió",
        ),
    ]

    class Meta:
        verbose_name = "nota privada"
        verbose_name_plural = "notas privadas"
        constraints = [
            models.UniqueConstraint(fields=["visita_id", "autor"], name="nota_privada_una_por_autor")
        ]

    def __str__(self):
        return str(self.pk)


class BorradorQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The author and nobody else: what is not finished has not been said yet."""
        return self.filter(autor_id=usuario.pk) if usuario.is_authenticated else self.none()


class BorradorDeVisita(models.Model):
    """A visit being written online. `datos` are the form's raw values, so that nothing typed is lost.

    `base` is the revision being amended, null for a new visit. The id is the future visit's.
    """

    visita_id = models.UUIDField("visita", primary_key=True, default=nuevo_id, editable=False)
    autor = models.ForeignKey(Usuario, on_delete=models.CASCADE, related_name="+")
    docente = models.ForeignKey(Docente, on_delete=models.CASCADE, related_name="+")
    programada = models.ForeignKey(
        VisitaProgramada,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    base = models.ForeignKey(Revision, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    datos = models.JSONField(default=dict)
    creado_en = models.DateTimeField(auto_now_add=True)
    guardado_en = models.DateTimeField(auto_now=True)

    objects = BorradorQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "visita_id autor docente programada base datos creado_en guardado_en",
            "No perder lo que se está escribiendo.",
            Conservacion.TRABAJO,
            "Solo quien lo escribe",
        ),
    ]

    class Meta:
        verbose_name = "borrador de visita"
        verbose_name_plural = "borradores de visita"
        ordering = ["-guardado_en"]

    def __str__(self):
        return str(self.pk)
