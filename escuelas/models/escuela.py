"""The school service, as the national register (padrón, ESCALE) knows it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from acompanamiento.comun.orden import COLACION
from acompanamiento.comun.texto import sin_tildes
from acompanamiento.comun.tratamiento import Conservacion, Dato

from .territorio import Distrito, Ugel, codigo_de


class Nivel(models.TextChoices):
    """NIV_MOD of the register, for the levels that the programme serves."""

    INICIAL_JARDIN = "A2", "Inicial - Jardín"
    INICIAL_CUNA_JARDIN = "A3", "Inicial - Cuna-jardín"
    INICIAL_PRONOEI = "A5", "Inicial no escolarizado (PRONOEI)"
    PRIMARIA = "B0", "Primaria"
    SECUNDARIA = "F0", "Secundaria"
    DESCONOCIDO = "", "No figura en el padrón"


class Modalidad(models.TextChoices):
    """COD_CAR of the register: how teachers and grades relate."""

    UNIDOCENTE = "1", "Unidocente multigrado"
    MULTIGRADO = "2", "Polidocente multigrado"
    COMPLETO = "3", "Polidocente completo"
    DESCONOCIDA = "", "No figura en el padrón"


class Area(models.TextChoices):
    """AREA_CENSO. The definition moves by year, so it is stored as published."""

    URBANA = "1", "Urbana"
    RURAL = "2", "Rural"
    DESCONOCIDA = "", "No figura en el padrón"


class Gestion(models.TextChoices):
    """GESTION of the register."""

    PUBLICA = "1", "Pública de gestión directa"
    PUBLICA_PRIVADA = "2", "Pública de gestión privada"
    PRIVADA = "3", "Privada"
    DESCONOCIDA = "", "No figura en el padrón"


class Estado(models.TextChoices):
    """ESTADO of the register."""

    ACTIVA = "1", "Activa"
    INACTIVA = "2", "Inactiva"


def _codigo_en(campo, opciones, nombre):
    return models.CheckConstraint(condition=Q(**{f"{campo}__in": opciones.values}), name=nombre)


class EscuelaQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """The register is public, but each person works on the part that is theirs.

        Region: all of it. UGEL staff and acompañantes: their UGEL. Director and teacher: their school.
        """
        return self.filter(usuario.ambito_de_escuelas()) if usuario.is_authenticated else self.none()

    def agregables_para(self, usuario):
        """Schools that the person may see counted."""
        return self.visibles_para(usuario)

    def activas(self):
        return self.filter(estado=Estado.ACTIVA)

    def buscar(self, texto: str):
        """Name, code or locality; every word must appear; accents and case do not count."""
        consulta = self
        for palabra in sin_tildes(texto).split():
            consulta = consulta.filter(busqueda__contains=palabra)
        return consulta

    def con_territorio(self):
        return self.select_related("ugel", "distrito__provincia__region")

    def con_codigo(self, codigo: str):
        """The service of a `COD_MOD-ANEXO`."""
        codigo_modular, _, anexo = codigo.partition("-")
        return self.filter(codigo_modular=codigo_modular, anexo=anexo)

    def en_el_mismo_local_que(self, escuela):
        """The other services of the building."""
        if not escuela.codlocal:
            return self.none()
        return self.filter(codlocal=escuela.codlocal).exclude(pk=escuela.pk)


class Escuela(models.Model):
    """A school service: COD_MOD + ANEXO. `codlocal` is the building, which may hold several services.

    `ugel` and `distrito` are independent keys (see territorio.py). Coordinates in WGS 84 degrees,
    `altitud` in metres. Personal data of the register (director, telephone, e-mail) have no column here.
    """

    codigo_modular = models.CharField("código modular", max_length=7, validators=[codigo_de(7)])
    anexo = models.CharField(max_length=1, default="0", validators=[codigo_de(1)])
    codlocal = models.CharField("código de local", max_length=6, blank=True)
    nombre = models.CharField(max_length=160, db_collation=COLACION)
    nivel = models.CharField(max_length=2, choices=Nivel.choices, blank=True, default=Nivel.DESCONOCIDO)
    modalidad = models.CharField(
        max_length=1,
        choices=Modalidad.choices,
        blank=True,
        default=Modalidad.DESCONOCIDA,
    )
    area = models.CharField("área", max_length=1, choices=Area.choices, blank=True, default=Area.DESCONOCIDA)
    gestion = models.CharField("gestión", max_length=1, choices=Gestion.choices, blank=True, default="")
    estado = models.CharField(max_length=1, choices=Estado.choices, default=Estado.ACTIVA)
    ugel = models.ForeignKey(Ugel, on_delete=models.PROTECT, related_name="escuelas", verbose_name="UGEL")
    distrito = models.ForeignKey(Distrito, on_delete=models.PROTECT, related_name="escuelas")
    localidad = models.CharField("centro poblado", max_length=120, blank=True)
    direccion = models.CharField("dirección", max_length=200, blank=True)
    codigo_centro_poblado = models.CharField("código INEI del centro poblado", max_length=10, blank=True)
    latitud = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitud = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    altitud = models.IntegerField("altitud (m)", null=True, blank=True)
    es_sintetica = models.BooleanField("dato sintético", default=False)
    busqueda = models.CharField(max_length=420, editable=False, default="")

    objects = EscuelaQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo_modular anexo codlocal nombre nivel modalidad area gestion estado ugel distrito localidad direccion codigo_centro_poblado latitud longitud altitud es_sintetica busqueda",
            "Saber dónde y cómo es cada escuela, según el padrón público. Sin director, teléfono ni correo.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta, en su ámbito",
        ),
    ]

    class Meta:
        verbose_name = "escuela"
        ordering = ["nombre", "codigo_modular", "anexo"]
        constraints = [
            models.UniqueConstraint(fields=["codigo_modular", "anexo"], name="escuela_servicio_unico"),
            models.CheckConstraint(
                condition=Q(codigo_modular__regex=r"^[0-9]{7}$"),
                name="escuela_codigo_modular",
            ),
            models.CheckConstraint(condition=Q(anexo__regex=r"^[0-9]$"), name="escuela_anexo"),
            models.CheckConstraint(condition=Q(codlocal__regex=r"^([0-9]{6})?$"), name="escuela_codlocal"),
            _codigo_en("nivel", Nivel, "escuela_nivel"),
            _codigo_en("modalidad", Modalidad, "escuela_modalidad"),
            _codigo_en("area", Area, "escuela_area"),
            _codigo_en("gestion", Gestion, "escuela_gestion"),
            _codigo_en("estado", Estado, "escuela_estado"),
            models.CheckConstraint(
                condition=Q(latitud__isnull=True, longitud__isnull=True)
                | Q(latitud__range=(-90, 90), longitud__range=(-180, 180)),
                name="escuela_coordenadas",
            ),
        ]
        indexes = [
            models.Index(fields=["ugel", "nombre"], name="escuela_por_ugel"),
            models.Index(fields=["distrito", "nombre"], name="escuela_por_distrito"),
        ]

    def __str__(self):
        return self.nombre

    def save(self, *args, **kwargs):
        self.busqueda = self.texto_de_busqueda()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("escuela_detail", args=[self.codigo])

    @property
    def codigo(self) -> str:
        """`COD_MOD-ANEXO`, as it stands in addresses and in the records that a device sends."""
        return f"{self.codigo_modular}-{self.anexo}"

    @property
    def es_multigrado(self) -> bool:
        return self.modalidad in (Modalidad.UNIDOCENTE, Modalidad.MULTIGRADO)

    def texto_de_busqueda(self) -> str:
        """What `buscar` looks in; needs `codigo_modular`, `codlocal`, `nombre` and `localidad`."""
        return sin_tildes(f"{self.nombre} {self.localidad} {self.codigo_modular} {self.codlocal}")[:420]
