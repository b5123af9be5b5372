"""Advice to the director of a school on its management, with the same cycle as a visit (domain.md §1.1).

Observe, talk in the four steps, agree on one to three commitments, verify them first thing the next time. No teacher
is named here and no level of any teacher has a place.
"""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.tratamiento import Conservacion, Dato
from docentes.models import Acompanante, Docente, Rol, Usuario
from escuelas.models import Escuela

from .compromiso import EstadoDeCompromiso

LECTORES = "La dirección de la escuela y quien la acompaña hoy"


class DimensionDeGestion(models.TextChoices):
    """What the management of a small school is made of, in the programme's own words."""

    CONDUCCION = "conduccion", "Conducción pedagógica"
    CLIMA = "clima", "Clima y convivencia"
    PARTICIPACION = "participacion", "Participación de la comunidad"
    ORGANIZACION = "organizacion", "Organización del tiempo y de los recursos"
    PLANIFICACION = "planificacion", "Planificación"
    DATOS = "datos", "Uso de datos"


class EstadoDeAsesoria(models.TextChoices):
    BORRADOR = "borrador", "En borrador"
    TERMINADA = "terminada", "Terminada"


def escuelas_a_cargo(usuario):
    """Ids of the schools where the acompañante has a teacher assigned today."""
    return Docente.objects.acompanados_hoy_por(usuario).values("escuela")


class AsesoriaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Advice read one by one: who accompanies the school today, and its director once it is finished.

        A draft has not been said yet: it is its author's alone. A director reads what was talked with that
        director, and what was talked with whoever directed without an account.
        """
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            dichas = Q(estado=EstadoDeAsesoria.TERMINADA) | Q(acompanante__usuario_id=usuario.pk)
            return self.filter(dichas, escuela__in=escuelas_a_cargo(usuario))
        if usuario.rol == Rol.DIRECTOR:
            con_quien = Q(director_id=usuario.pk) | Q(director=None)
            return self.terminadas().filter(con_quien, escuela_id=usuario.escuela_id)
        return self.none()

    def editables_para(self, usuario):
        """Own ones, of a school accompanied today."""
        if not usuario.is_authenticated or usuario.rol != Rol.ACOMPANANTE:
            return self.none()
        return self.filter(acompanante__usuario_id=usuario.pk, escuela__in=escuelas_a_cargo(usuario))

    def agregables_para(self, usuario):
        """Advice that may only be counted: the region's, or the UGEL's schools'."""
        if not usuario.is_authenticated or usuario.rol in (Rol.DOCENTE, Rol.DIRECTOR):
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.terminadas().filter(acompanante__usuario_id=usuario.pk)
        return self.terminadas().filter(escuela__in=Escuela.objects.agregables_para(usuario).values("pk"))

    def terminadas(self):
        return self.filter(estado=EstadoDeAsesoria.TERMINADA)


class AsesoriaDirectiva(models.Model):
    """One advice. `borrador` are the raw values of the form while it is written or corrected, {} otherwise.

    The other columns are the projection of the last version (`VersionDeAsesoria`). `minutos` is `fin` − `inicio`;
    `dimensiones` is a list of DimensionDeGestion. `director` is the account of who directed the school then.
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    escuela = models.ForeignKey(Escuela, on_delete=models.PROTECT, related_name="asesorias")
    acompanante = models.ForeignKey(Acompanante, on_delete=models.PROTECT, related_name="asesorias")
    director = models.ForeignKey(
        Usuario, on_delete=models.PROTECT, null=True, blank=True, related_name="asesorias_recibidas"
    )
    estado = models.CharField(
        max_length=9, choices=EstadoDeAsesoria.choices, default=EstadoDeAsesoria.BORRADOR
    )
    version = models.PositiveSmallIntegerField("versión", default=0)
    borrador = models.JSONField(default=dict, blank=True)
    anio = models.PositiveSmallIntegerField("año")
    fecha = models.DateField(null=True, blank=True)
    inicio = models.TimeField(null=True, blank=True)
    fin = models.TimeField(null=True, blank=True)
    minutos = models.PositiveSmallIntegerField(default=0)
    dimensiones = models.JSONField(default=list, blank=True)
    observado = models.TextField("qué se observó", blank=True)
    evidencia = models.TextField(blank=True)
    describir = models.TextField(blank=True)
    explicar = models.TextField(blank=True)
    confrontar = models.TextField(blank=True)
    reconstruir = models.TextField(blank=True)
    comentario = models.TextField("comentario de la dirección", blank=True)
    comentada_en = models.DateTimeField(null=True, blank=True)
    creada_en = models.DateTimeField(auto_now_add=True)
    guardada_en = models.DateTimeField(auto_now=True)
    terminada_en = models.DateTimeField(null=True, blank=True)

    objects = AsesoriaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id escuela acompanante director estado version anio fecha inicio fin minutos creada_en guardada_en "
            "terminada_en",
            "Saber qué asesorías tuvo la dirección de cada escuela; fuera de ella, solo cuántas.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
        Dato(
            "dimensiones observado evidencia describir explicar confrontar reconstruir",
            "Acompañar la gestión de la escuela: qué se vio y qué se conversó.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
        Dato(
            "comentario comentada_en",
            "Que la dirección diga su palabra sobre la asesoría.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
        Dato("borrador", "Escribir sin perder nada.", Conservacion.TRABAJO, "Solo su autor"),
    ]

    class Meta:
        verbose_name = "asesoría a la dirección"
        verbose_name_plural = "asesorías a la dirección"
        ordering = ["-fecha", "-inicio"]
        constraints = [
            models.CheckConstraint(
                condition=Q(estado=EstadoDeAsesoria.BORRADOR, version=0)
                | Q(
                    estado=EstadoDeAsesoria.TERMINADA,
                    version__gte=1,
                    fecha__isnull=False,
                    inicio__isnull=False,
                    fin__isnull=False,
                    terminada_en__isnull=False,
                ),
                name="asesoria_terminada_completa",
            ),
            models.CheckConstraint(
                condition=Q(inicio__isnull=True) | Q(fin__isnull=True) | Q(fin__gt=F("inicio")),
                name="asesoria_horas_en_orden",
            ),
            models.CheckConstraint(
                condition=Q(fecha__isnull=True) | Q(fecha__year=F("anio")), name="asesoria_en_su_anio"
            ),
        ]
        indexes = [models.Index(fields=["escuela", "anio", "fecha"], name="asesoria_por_escuela")]

    def __str__(self):
        return f"Asesoría a la dirección de {self.escuela_id}, {self.fecha or 'en borrador'}"

    def get_absolute_url(self):
        return reverse("asesoria_detail", args=[self.pk])

    @property
    def nombres_de_dimensiones(self) -> list[str]:
        return [DimensionDeGestion(d).label for d in self.dimensiones]


class CompromisoDirectivoQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Those of the advice that the person may read, once it is finished."""
        asesorias = AsesoriaDirectiva.objects.visibles_para(usuario).terminadas()
        return self.filter(asesoria__in=asesorias.values("pk"))

    def editables_para(self, usuario):
        """Whose progress the director tells: own school's, still in course."""
        if not usuario.is_authenticated or usuario.rol != Rol.DIRECTOR:
            return self.none()
        return self.visibles_para(usuario).por_verificar()

    def agregables_para(self, usuario):
        """Commitments that may only be counted."""
        return self.filter(asesoria__in=AsesoriaDirectiva.objects.agregables_para(usuario).values("pk"))

    def por_verificar(self):
        return self.filter(estado=EstadoDeCompromiso.PENDIENTE)


class CompromisoDirectivo(models.Model):
    """What the director and the acompañante agreed to do. Verified at the next advice; `avance` is the director's."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    asesoria = models.ForeignKey(AsesoriaDirectiva, on_delete=models.PROTECT, related_name="compromisos")
    orden = models.PositiveSmallIntegerField()
    que = models.TextField("qué haremos")
    hasta = models.DateField("hasta cuándo")
    como = models.TextField("cómo lo sabremos", blank=True)
    estado = models.CharField(
        max_length=10, choices=EstadoDeCompromiso.choices, default=EstadoDeCompromiso.PENDIENTE
    )
    verificado_en = models.ForeignKey(
        AsesoriaDirectiva, on_delete=models.PROTECT, null=True, blank=True, related_name="verificaciones"
    )
    comentario = models.TextField("qué se vio", blank=True)
    avance = models.TextField("cómo voy", blank=True)
    avance_en = models.DateTimeField(null=True, blank=True)

    objects = CompromisoDirectivoQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id asesoria orden que hasta como estado verificado_en comentario avance avance_en",
            "Recordar lo que la dirección y quien acompaña acordaron, y qué salió de ello.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
    ]

    class Meta:
        verbose_name = "compromiso de la dirección"
        verbose_name_plural = "compromisos de la dirección"
        ordering = ["asesoria", "orden"]
        constraints = [
            models.UniqueConstraint(fields=["asesoria", "orden"], name="compromiso_directivo_unico"),
            models.CheckConstraint(
                condition=Q(orden__range=(1, 3)), name="compromiso_directivo_de_uno_a_tres"
            ),
            models.CheckConstraint(
                condition=Q(estado=EstadoDeCompromiso.PENDIENTE, verificado_en__isnull=True)
                | (~Q(estado=EstadoDeCompromiso.PENDIENTE) & Q(verificado_en__isnull=False)),
                name="compromiso_directivo_verificado",
            ),
            models.CheckConstraint(
                condition=Q(estado__in=EstadoDeCompromiso.values), name="compromiso_directivo_estado"
            ),
        ]

    def __str__(self):
        return self.que


class VersionDeAsesoria(models.Model):
    """One version of an advice, exactly as it was finished. `huella` is of its canonical text. Append-only."""

    asesoria = models.ForeignKey(AsesoriaDirectiva, on_delete=models.PROTECT, related_name="versiones")
    numero = models.PositiveSmallIntegerField()
    contenido = models.TextField()
    huella = models.CharField(max_length=71)
    autor = models.ForeignKey(Usuario, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    TRATAMIENTO = [
        Dato(
            "id asesoria numero contenido huella autor momento",
            "Que nada de lo escrito se pierda al corregir.",
            Conservacion.PROGRAMA,
            LECTORES,
        ),
    ]

    class Meta:
        verbose_name = "versión de una asesoría"
        verbose_name_plural = "versiones de asesorías"
        ordering = ["asesoria", "numero"]
        constraints = [
            models.UniqueConstraint(fields=["asesoria", "numero"], name="version_de_asesoria_unica"),
            models.CheckConstraint(
                condition=Q(huella__regex=r"^sha256:[0-9a-f]{64}$"), name="version_de_asesoria_huella"
            ),
        ]

    def __str__(self):
        return f"{self.asesoria_id}, versión {self.numero}"
