"""The account: one person, one role, one scope."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models
from django.db.models import Q

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.comun.orden import COLACION
from acompanamiento.comun.tratamiento import Conservacion, Dato
from escuelas.models import Escuela, Region, Ugel


class Rol(models.TextChoices):
    """The roles of the trust table (design, trust.md §2)."""

    DOCENTE = "docente", "Docente"
    ACOMPANANTE = "acompanante", "Acompañante"
    FORMADOR = "formador", "Formador regional"
    COORDINADOR = "coordinador", "Coordinación regional"
    ESPECIALISTA = "especialista", "Especialista UGEL"
    DIRECTOR = "director", "Director"
    ADMINISTRADOR = "administrador", "Administración técnica"
    OFICIAL = "oficial", "Oficial de datos"


CON_REGION = [Rol.FORMADOR, Rol.COORDINADOR, Rol.OFICIAL, Rol.ADMINISTRADOR]
CON_UGEL = [Rol.ESPECIALISTA, Rol.ACOMPANANTE]
CON_ESCUELA = [Rol.DIRECTOR]
SIN_AMBITO = [Rol.DOCENTE]


class UsuarioManager(BaseUserManager.from_queryset(models.QuerySet)):
    def create_user(self, username, password=None, **campos):
        """Create an account; without a password it cannot sign in."""
        usuario = self.model(username=username, **campos)
        usuario.set_password(password)
        usuario.save(using=self._db)
        return usuario

    def create_superuser(self, username, password=None, **campos):
        """Create a technical administrator, who manages accounts and reads no teacher's data."""
        campos.setdefault("rol", Rol.ADMINISTRADOR)
        campos.setdefault("region", Region.objects.order_by("pk").first())
        return self.create_user(username, password, **campos)

    def get_by_natural_key(self, username):
        return self.get(username__iexact=username)

    def visibles_para(self, usuario):
        """Accounts: the technical administrator sees all, anybody else their own."""
        if not usuario.is_authenticated:
            return self.none()
        return self.all() if usuario.rol == Rol.ADMINISTRADOR else self.filter(pk=usuario.pk)


class Usuario(AbstractBaseUser):
    """An account with exactly one role and the scope which that role needs."""

    id = models.UUIDField(primary_key=True, default=nuevo_id, editable=False)
    username = models.CharField(
        "usuario",
        max_length=60,
        unique=True,
        validators=[
            ASCIIUsernameValidator(message="Usa solo letras sin tilde, números y los signos . @ + - _")
        ],
        error_messages={"unique": "Ya hay una cuenta con ese usuario."},
    )
    nombres = models.CharField(max_length=80, db_collation=COLACION)
    apellidos = models.CharField(max_length=80, db_collation=COLACION)
    email = models.EmailField("correo", blank=True)
    rol = models.CharField(max_length=15, choices=Rol.choices)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, verbose_name="región")
    ugel = models.ForeignKey(Ugel, on_delete=models.PROTECT, null=True, blank=True, verbose_name="UGEL")
    escuela = models.ForeignKey(
        Escuela,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="directores",
    )
    is_active = models.BooleanField("activa", default=True)
    creada_en = models.DateTimeField(auto_now_add=True)
    es_sintetica = models.BooleanField("dato sintético", default=False)
    aviso_aceptado = models.PositiveSmallIntegerField("versión del aviso aceptada", default=0)

    objects = UsuarioManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["nombres", "apellidos"]

    TRATAMIENTO = [
        Dato(
            "id username password last_login is_active creada_en",
            "Entrar al sistema. La contraseña se guarda cifrada y nadie la lee.",
            Conservacion.CUENTA,
            "La propia persona y la administración técnica; la contraseña, nadie",
        ),
        Dato(
            "nombres apellidos email",
            "Saber de quién es la cuenta y quién hizo cada cosa.",
            Conservacion.CUENTA,
            "La propia persona, la administración técnica y quienes trabajan con ella",
        ),
        Dato(
            "rol region ugel escuela",
            "Decidir qué puede ver cada persona.",
            Conservacion.CUENTA,
            "La propia persona y la administración técnica",
        ),
        Dato(
            "es_sintetica aviso_aceptado",
            "Avisar que los datos son de demostración y pedir el aviso de datos una sola vez.",
            Conservacion.CUENTA,
            "La propia persona",
        ),
    ]

    class Meta:
        verbose_name = "cuenta"
        ordering = ["apellidos", "nombres"]
        constraints = [
            models.CheckConstraint(condition=Q(rol__in=Rol.values), name="usuario_rol"),
            models.CheckConstraint(
                name="usuario_ambito_segun_su_rol",
                condition=Q(
                    rol__in=CON_REGION,
                    region__isnull=False,
                    ugel__isnull=True,
                    escuela__isnull=True,
                )
                | Q(
                    rol__in=CON_UGEL,
                    ugel__isnull=False,
                    region__isnull=True,
                    escuela__isnull=True,
                )
                | Q(
                    rol__in=CON_ESCUELA,
                    escuela__isnull=False,
                    region__isnull=True,
                    ugel__isnull=True,
                )
                | Q(
                    rol__in=SIN_AMBITO,
                    region__isnull=True,
                    ugel__isnull=True,
                    escuela__isnull=True,
                ),
            ),
        ]

    def __str__(self):
        return self.nombre_completo

    @property
    def nombre_completo(self) -> str:
        return f"{self.nombres} {self.apellidos}"

    @property
    def primer_nombre(self) -> str:
        return self.nombres.split()[0] if self.nombres else self.username

    def get_full_name(self):
        return self.nombre_completo

    def get_short_name(self):
        return self.primer_nombre

    def ambito_de_escuelas(self) -> Q:
        """Return the condition on Escuela that stands for this person's scope."""
        if self.rol in CON_REGION:
            return Q(ugel__region_id=self.region_id)
        if self.rol in CON_UGEL:
            return Q(ugel_id=self.ugel_id)
        if self.rol in CON_ESCUELA:
            return Q(pk=self.escuela_id)
        return Q(pk__in=Escuela.objects.filter(docentes__usuario_id=self.pk).values("pk"))
