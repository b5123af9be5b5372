"""The read log: one append-only row for every teacher's record shown (trust.md §5)."""

from django.db import models

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato

from .usuario import Rol


class ClaseDeDato(models.TextChoices):
    """What was read, in the terms of the trust table."""

    IDENTIDAD = "identidad", "Identidad y contacto"
    VISITA = "visita", "Visita: cuaderno, niveles, diálogo y compromisos"
    FECHAS = "fechas", "Que hubo una visita"
    PLAN = "plan", "Línea de base y plan"
    COMUNIDAD = "comunidad", "Sesiones grupales y comunidad de aprendizaje"
    CASO = "caso", "Visita compartida como caso, sin nombres"
    DERECHOS = "derechos", "Solicitud de derechos"
    COPIA = "copia", "Copia de todos sus datos, por una solicitud de acceso"


class LecturaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The teacher: who read mine. The data officer: all. Anybody else: own reads."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.DOCENTE:
            return self.filter(docente__usuario_id=usuario.pk)
        if usuario.rol == Rol.OFICIAL:
            return self
        return self.filter(usuario_id=usuario.pk)

    def agregables_para(self, usuario):
        """How many readings of each class and role there were: the data officer and the administrator."""
        if usuario.is_authenticated and usuario.rol in (Rol.OFICIAL, Rol.ADMINISTRADOR):
            return self
        return self.none()


class Lectura(models.Model):
    """Who read which class of data about which teacher, on which page and when. Never changed, never erased."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    usuario = models.ForeignKey("docentes.Usuario", on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=15, choices=Rol.choices)
    docente = models.ForeignKey("docentes.Docente", on_delete=models.PROTECT, related_name="+")
    clase = models.CharField(max_length=12, choices=ClaseDeDato.choices)
    pagina = models.CharField("página", max_length=200)
    momento = models.DateTimeField(auto_now_add=True)

    objects = LecturaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id usuario rol docente clase pagina momento",
            "Que cada docente sepa quién leyó lo suyo, y que un abuso deje huella.",
            Conservacion.REGISTRO,
            "El docente, lo suyo; quien leyó, lo suyo; la oficial de datos",
        ),
    ]

    class Meta:
        verbose_name = "lectura"
        ordering = ["-momento"]
        indexes = [
            models.Index(fields=["docente", "-momento"], name="lectura_por_docente"),
            models.Index(fields=["usuario", "-momento"], name="lectura_por_usuario"),
        ]

    def __str__(self):
        return f"{self.get_clase_display()}, {self.momento:%d/%m/%Y %H:%M}"
