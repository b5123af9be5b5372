"""Results frozen once per period, so that no two documents can be subtracted in time."""

from django.db import models

from acompanamiento.comun.tratamiento import Conservacion, Dato


class Instantanea(models.Model):
    """The results of every scope at the close of a period, computed once after disclosure control.

    `resultados` is {"region" | "ugel:CODE" | "provincia:CODE": {...}}; see reportes/resultados.py for its shape.
    A visit that arrives after `corte` enters the next period's (trust.md §4).
    """

    periodo = models.CharField(max_length=7, primary_key=True)
    corte = models.DateTimeField()
    resultados = models.JSONField()
    creada_en = models.DateTimeField(auto_now_add=True)

    TRATAMIENTO = [
        Dato(
            "periodo corte resultados creada_en",
            "Resultados de grupos, congelados una vez y protegidos: no describen a una persona.",
            Conservacion.REGISTRO,
            "La región y la UGEL, su parte; la oficial de datos",
        ),
    ]

    class Meta:
        verbose_name = "instantánea"
        ordering = ["periodo"]

    def __str__(self):
        return self.periodo
