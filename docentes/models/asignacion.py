"""Who accompanies whom, since when and until when. Non-rotation is data (trust.md §1.4)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato

from .usuario import Rol


def vigente_en(fecha=None):
    """Return the assignments in force on `fecha` (today when not given)."""
    return Asignacion.objects.vigentes(fecha)


class MotivoDeFin(models.TextChoices):
    """Why an assignment ended. There is no place to store errands."""

    LICENCIA = "licencia", "Licencia"
    RENUNCIA = "renuncia", "Renuncia"
    FIN_DE_PROGRAMA = "fin_de_programa", "Fin del programa"
    PEDIDO_DEL_DOCENTE = "pedido_del_docente", "Pedido del docente"
    OTRO = "otro", "Otro motivo"


class AsignacionQuerySet(models.QuerySet):
    def vigentes(self, fecha=None):
        """In force on `fecha`, both ends included (today when not given)."""
        fecha = fecha or timezone.localdate()
        return self.filter(Q(hasta__isnull=True) | Q(hasta__gte=fecha), desde__lte=fecha)

    def del_anio(self, anio: int):
        """In force on some day of the calendar year."""
        return self.filter(Q(hasta__isnull=True) | Q(hasta__year__gte=anio), desde__year__lte=anio)

    def visibles_para(self, usuario):
        """The coordinator sees the region's (by post); an acompañante and a teacher, their own."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.COORDINADOR:
            return self.filter(docente__escuela__ugel__region_id=usuario.region_id)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        if usuario.rol == Rol.DOCENTE:
            return self.filter(docente__usuario_id=usuario.pk)
        return self.none()

    def agregables_para(self, usuario):
        """Assignments that may only be counted: the region's, or those of the UGEL's schools."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol in (
            Rol.FORMADOR,
            Rol.COORDINADOR,
            Rol.OFICIAL,
            Rol.ADMINISTRADOR,
        ):
            return self.filter(docente__escuela__ugel__region_id=usuario.region_id)
        if usuario.rol == Rol.ESPECIALISTA:
            return self.filter(docente__escuela__ugel_id=usuario.ugel_id)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(acompanante__usuario_id=usuario.pk)
        return self.none()


class Asignacion(models.Model):
    """One teacher accompanied by one acompañante, from `desde` until `hasta`, both included.

    A teacher has at most one assignment without end, and `services.asignar` refuses overlaps. History stays.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    docente = models.ForeignKey("docentes.Docente", on_delete=models.PROTECT, related_name="asignaciones")
    acompanante = models.ForeignKey(
        "docentes.Acompanante",
        on_delete=models.PROTECT,
        related_name="asignaciones",
        verbose_name="acompañante",
    )
    desde = models.DateField()
    hasta = models.DateField(null=True, blank=True)
    motivo_fin = models.CharField("motivo", max_length=20, choices=MotivoDeFin.choices, blank=True)
    motivo_texto = models.CharField("detalle del motivo", max_length=300, blank=True)
    creada_por = models.ForeignKey("docentes.Usuario", on_delete=models.PROTECT, null=True, related_name="+")
    creada_en = models.DateTimeField(auto_now_add=True)

    objects = AsignacionQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id docente acompanante desde hasta",
            "Saber quién acompaña a quién, y dar acceso solo mientras dura.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante y la coordinación regional, por plaza",
        ),
        Dato(
            "motivo_fin motivo_texto creada_por creada_en",
            "Contar los cambios de acompañante y sus motivos.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante y la coordinación regional, por plaza",
        ),
    ]

    class Meta:
        verbose_name = "asignación"
        verbose_name_plural = "asignaciones"
        ordering = ["-desde"]
        constraints = [
            models.UniqueConstraint(
                fields=["docente"],
                condition=Q(hasta__isnull=True),
                name="asignacion_una_activa_por_docente",
            ),
            models.CheckConstraint(
                condition=Q(hasta__isnull=True) | Q(hasta__gte=F("desde")),
                name="asignacion_fechas_en_orden",
            ),
            models.CheckConstraint(
                condition=Q(hasta__isnull=True, motivo_fin="")
                | Q(hasta__isnull=False, motivo_fin__in=MotivoDeFin.values),
                name="asignacion_el_fin_lleva_motivo",
            ),
            models.CheckConstraint(
                condition=~Q(motivo_fin=MotivoDeFin.OTRO) | ~Q(motivo_texto=""),
                name="asignacion_otro_lleva_texto",
            ),
        ]
        indexes = [models.Index(fields=["acompanante", "hasta"], name="asignacion_por_acompanante")]

    def __str__(self):
        return f"{self.desde} a {self.hasta or 'hoy'}"

    def vigente(self, fecha=None) -> bool:
        fecha = fecha or timezone.localdate()
        return self.desde <= fecha and (self.hasta is None or self.hasta >= fecha)
