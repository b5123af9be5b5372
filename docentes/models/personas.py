"""Teachers and acompañantes."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.orden import COLACION
from acompanamiento.comun.texto import sin_tildes
from acompanamiento.comun.tratamiento import Conservacion, Dato
from escuelas.models import Escuela

from .asignacion import vigente_en
from .derecho import SolicitudDeDerecho
from .usuario import Rol, Usuario

REGIONALES = [Rol.FORMADOR, Rol.COORDINADOR]


class DocenteQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Teachers whose identity the person may read one by one (trust.md §2, row "identity").

        The teacher: own. The acompañante: those assigned today. The director: own staff. Nobody else.
        """
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.DOCENTE:
            return self.filter(usuario_id=usuario.pk)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.acompanados_hoy_por(usuario)
        if usuario.rol == Rol.DIRECTOR:
            return self.filter(escuela_id=usuario.escuela_id, activo=True)
        return self.none()

    def asignables_para(self, usuario):
        """Teaching posts that the regional coordinator assigns: shown by post and school, never by name."""
        if usuario.is_authenticated and usuario.rol == Rol.COORDINADOR:
            return self.filter(escuela__ugel__region_id=usuario.region_id, activo=True)
        return self.none()

    def que_piden_a(self, usuario):
        """Teachers whose rights requests the data officer attends: only to write down that they were read."""
        solicitudes = SolicitudDeDerecho.objects.atendibles_para(usuario)
        return self.filter(usuario__in=solicitudes.values("usuario"))

    def agregables_para(self, usuario):
        """Teachers that may only be counted: by the region, by the UGEL over its own schools."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol == Rol.ACOMPANANTE:
            return self.acompanados_hoy_por(usuario)
        if usuario.rol in (
            *REGIONALES,
            Rol.ESPECIALISTA,
            Rol.OFICIAL,
            Rol.ADMINISTRADOR,
        ):
            escuelas = Escuela.objects.agregables_para(usuario)
            return self.filter(escuela__in=escuelas.values("pk"))
        return self.none()

    def acompanados_hoy_por(self, usuario):
        return self.filter(pk__in=vigente_en().filter(acompanante__usuario_id=usuario.pk).values("docente"))

    def buscar(self, texto: str):
        """Name, post or school; every word must appear; accents and case do not count."""
        consulta = self
        for palabra in sin_tildes(texto).split():
            consulta = consulta.filter(Q(busqueda__contains=palabra) | Q(escuela__busqueda__contains=palabra))
        return consulta

    def buscar_plaza(self, texto: str):
        """Post or school, never the name: whoever may not read a name may not probe for it either."""
        consulta = self
        for palabra in sin_tildes(texto).split():
            consulta = consulta.filter(Q(plaza__icontains=palabra) | Q(escuela__busqueda__contains=palabra))
        return consulta


class Docente(models.Model):
    """A teacher in the programme.

    `plaza` is the code of the teaching post, by which the region assigns without reading names.
    `grados` are the grades taught in one room ("1" to "6"; in Inicial the ages "3" to "5").
    """

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    usuario = models.OneToOneField(
        Usuario,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="docente",
        verbose_name="cuenta",
    )
    plaza = models.CharField(
        "código de plaza",
        max_length=14,
        unique=True,
        validators=[
            RegexValidator(
                r"^[0-9A-Z]{6,14}\Z",
                "El código de plaza tiene de 6 a 14 letras mayúsculas o números.",
            )
        ],
        error_messages={"unique": "Ya hay un docente registrado en esa plaza."},
    )
    nombres = models.CharField(max_length=80, db_collation=COLACION)
    apellidos = models.CharField(max_length=80, db_collation=COLACION)
    dni = models.CharField(
        "DNI",
        max_length=8,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^[0-9]{8}\Z", "El DNI tiene 8 dígitos.")],
        error_messages={"unique": "Ya hay un docente con ese DNI."},
    )
    telefono = models.CharField("teléfono", max_length=20, blank=True)
    correo = models.EmailField(blank=True)
    escuela = models.ForeignKey(Escuela, on_delete=models.PROTECT, related_name="docentes")
    grados = models.JSONField("grados a su cargo", default=list, blank=True)
    activo = models.BooleanField(default=True)
    es_sintetico = models.BooleanField("dato sintético", default=False)
    anonimizado_en = models.DateTimeField(null=True, blank=True, editable=False)
    busqueda = models.CharField(max_length=200, editable=False, default="")

    objects = DocenteQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id usuario plaza escuela grados activo",
            "Saber en qué escuela y con qué grados trabaja cada docente del programa.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y la dirección de su escuela; la coordinación, la plaza y la escuela",
        ),
        Dato(
            "nombres apellidos busqueda",
            "Que el acompañante y la dirección sepan con quién trabajan.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y la dirección de su escuela",
        ),
        Dato(
            "telefono correo",
            "Avisar de una visita o de un cambio de fecha.",
            Conservacion.PROGRAMA,
            "El docente, su acompañante actual y la dirección de su escuela",
        ),
        Dato(
            "dni",
            "No registrar dos veces a la misma persona.",
            Conservacion.PROGRAMA,
            "Nadie en pantalla; el docente, en su copia de datos",
        ),
        Dato(
            "es_sintetico anonimizado_en",
            "Distinguir los datos de demostración y los de quien ya dejó el programa.",
            Conservacion.PROGRAMA,
            "Nadie en pantalla",
        ),
    ]

    class Meta:
        verbose_name = "docente"
        ordering = ["apellidos", "nombres"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dni__isnull=True) | Q(dni__regex=r"^[0-9]{8}$"),
                name="docente_dni",
            ),
        ]
        indexes = [models.Index(fields=["escuela", "apellidos"], name="docente_por_escuela")]

    def __str__(self):
        return self.nombre_completo

    def save(self, *args, **kwargs):
        self.busqueda = sin_tildes(f"{self.nombres} {self.apellidos} {self.plaza}")[:200]
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("docente_detail", args=[self.pk])

    @property
    def nombre_completo(self) -> str:
        return f"{self.nombres} {self.apellidos}"

    @property
    def nombre_de_lista(self) -> str:
        return f"{self.apellidos}, {self.nombres}"

    @property
    def primer_nombre(self) -> str:
        return self.nombres.split()[0]


class AcompananteQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The region sees its acompañantes, each acompañante itself, a teacher the one who accompanies."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol in REGIONALES:
            return self.filter(usuario__ugel__region_id=usuario.region_id)
        if usuario.rol == Rol.ACOMPANANTE:
            return self.filter(usuario_id=usuario.pk)
        if usuario.rol == Rol.DOCENTE:
            return self.filter(
                pk__in=vigente_en().filter(docente__usuario_id=usuario.pk).values("acompanante")
            )
        return self.none()

    def agregables_para(self, usuario):
        """Acompañantes that may only be counted."""
        if not usuario.is_authenticated:
            return self.none()
        if usuario.rol in (*REGIONALES, Rol.OFICIAL, Rol.ADMINISTRADOR):
            return self.filter(usuario__ugel__region_id=usuario.region_id)
        if usuario.rol == Rol.ESPECIALISTA:
            return self.filter(usuario__ugel_id=usuario.ugel_id)
        return self.none()

    def en_funciones(self):
        return self.filter(activo=True)


class Acompanante(models.Model):
    """An acompañante. The account carries the name and the UGEL."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    usuario = models.OneToOneField(
        Usuario,
        on_delete=models.PROTECT,
        related_name="acompanante",
        verbose_name="cuenta",
    )
    desde = models.DateField("en el programa desde")
    activo = models.BooleanField(default=True)

    objects = AcompananteQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id usuario desde activo",
            "Saber quiénes acompañan y desde cuándo.",
            Conservacion.CUENTA,
            "La propia persona, sus docentes, formación y coordinación regional",
        ),
    ]

    class Meta:
        verbose_name = "acompañante"
        ordering = ["usuario__apellidos", "usuario__nombres"]

    def __str__(self):
        return str(self.usuario)

    def get_absolute_url(self):
        return reverse("acompanante_detail", args=[self.pk])
