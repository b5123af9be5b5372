"""Region, UGEL, province and district.

UGEL and province are two partitions of the schools, not a ladder: a UGEL may serve schools of three
provinces and a district may be split between UGELs. INEI codes are text: they have leading zeros.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from acompanamiento.comun.orden import COLACION
from acompanamiento.comun.tratamiento import Conservacion, Dato


def codigo_de(digitos: int) -> RegexValidator:
    """Return a validator of codes with exactly `digitos` digits."""
    return RegexValidator(rf"^[0-9]{{{digitos}}}\Z", f"El código debe tener {digitos} dígitos.")


class TerritorioQuerySet(models.QuerySet):
    def visibles_para(self, usuario):
        """Territory is public: every signed-in person may read it."""
        return self if usuario.is_authenticated else self.none()


class Region(models.Model):
    """A region of Peru. `codigo` is INEI's (2 digits); `codigo_gre` is its education authority's (6)."""

    codigo = models.CharField("código INEI", max_length=2, unique=True, validators=[codigo_de(2)])
    nombre = models.CharField(max_length=80, db_collation=COLACION)
    codigo_gre = models.CharField("código de la GRE", max_length=6, blank=True)

    objects = TerritorioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo nombre codigo_gre",
            "Ubicar cada escuela en su territorio.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "región"
        verbose_name_plural = "regiones"
        ordering = ["nombre"]
        constraints = [
            models.CheckConstraint(
                condition=Q(codigo__regex=r"^[0-9]{2}$"),
                name="region_codigo_de_2_digitos",
            ),
        ]

    def __str__(self):
        return self.nombre


class Ugel(models.Model):
    """A local education authority. `codigo` is the register's CODOOII (6 digits)."""

    codigo = models.CharField("código", max_length=6, unique=True, validators=[codigo_de(6)])
    nombre = models.CharField(max_length=80, db_collation=COLACION)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="ugeles", verbose_name="región")

    objects = TerritorioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo nombre region",
            "Ubicar cada escuela en su territorio.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "UGEL"
        verbose_name_plural = "UGEL"
        ordering = ["nombre"]
        constraints = [
            models.CheckConstraint(
                condition=Q(codigo__regex=r"^[0-9]{6}$"),
                name="ugel_codigo_de_6_digitos",
            ),
        ]

    def __str__(self):
        return f"UGEL {self.nombre}"


class Provincia(models.Model):
    """A province, by INEI code (4 digits: region + province)."""

    codigo = models.CharField("código INEI", max_length=4, unique=True, validators=[codigo_de(4)])
    nombre = models.CharField(max_length=80, db_collation=COLACION)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="provincias",
        verbose_name="región",
    )

    objects = TerritorioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo nombre region",
            "Ubicar cada escuela en su territorio.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "provincia"
        ordering = ["nombre"]
        constraints = [
            models.CheckConstraint(
                condition=Q(codigo__regex=r"^[0-9]{4}$"),
                name="provincia_codigo_de_4_digitos",
            ),
        ]

    def __str__(self):
        return self.nombre


class Distrito(models.Model):
    """A district, by INEI code (6 digits: region + province + district)."""

    codigo = models.CharField("código INEI", max_length=6, unique=True, validators=[codigo_de(6)])
    nombre = models.CharField(max_length=80, db_collation=COLACION)
    provincia = models.ForeignKey(Provincia, on_delete=models.PROTECT, related_name="distritos")

    objects = TerritorioQuerySet.as_manager()

    TRATAMIENTO = [
        Dato(
            "id codigo nombre provincia",
            "Ubicar cada escuela en su territorio.",
            Conservacion.CATALOGO,
            "Toda persona con cuenta",
        ),
    ]

    class Meta:
        verbose_name = "distrito"
        ordering = ["nombre"]
        constraints = [
            models.CheckConstraint(
                condition=Q(codigo__regex=r"^[0-9]{6}$"),
                name="distrito_codigo_de_6_digitos",
            ),
        ]

    def __str__(self):
        return self.nombre
