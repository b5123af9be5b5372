"""The fields of a baseline. None is required by itself: a draft may be half written; the rules ask at the end."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from acompanamiento.comun.formato import decimal
from visitas.forms.visita.campos import Eleccion, Texto, limpiar_texto
from visitas.models import Practica, Signo

from .catalogo import DIMENSIONES, PRIORIDADES

MAXIMO_DE_ESTUDIANTES = 400
ELIGE = ("", "Elige…")
KILOMETROS = re.compile(r"[0-9]{1,5}([.,][0-9])?")
"""How a distance is written, here and on a device (static/js/campo/formularios/filas_de_base.js): 12, 12,5 or 12.5; never 1e2."""


class Entero(forms.Field):
    """A whole number from 0 to `maximo`; None when blank. `de_que` completes the sentence of the error."""

    def __init__(self, label, maximo, de_que, **opciones):
        self.maximo, self.de_que = maximo, de_que
        # Not type=number: it would throw away what cannot be read, and the error has to show it.
        control = forms.TextInput({"inputmode": "numeric", "maxlength": 20, "autocomplete": "off"})
        super().__init__(label=label, required=False, widget=control, **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if not texto:
            return None
        if not (texto.isascii() and texto.isdigit() and len(texto) < 6 and int(texto) <= self.maximo):
            raise ValidationError(
                f"«{texto}» no es {self.de_que}. Escribe un número entero de 0 a {self.maximo}.",
                code="NUMERO_INVALIDO",
            )
        return int(texto)


class Kilometros(forms.Field):
    """A distance with one decimal at most, with comma or point; None when blank."""

    maximo = Decimal("999.9")

    def __init__(self, label, **opciones):
        control = forms.TextInput({"inputmode": "decimal", "maxlength": 6})
        super().__init__(label=label, required=False, widget=control, **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if not texto:
            return None
        km = Decimal(texto.replace(",", ".")) if KILOMETROS.fullmatch(texto) else None
        if km is None or km > self.maximo:
            raise ValidationError(
                f"«{texto}» no es una distancia. Escribe los kilómetros así: 12 o 12,5; hasta {decimal(self.maximo)}.",
                code="DISTANCIA_INVALIDA",
            )
        return km


def estudiantes(label) -> Entero:
    return Entero(label, MAXIMO_DE_ESTUDIANTES, "una cantidad de estudiantes")


def _de(rotulo: str, que: str, numero: int):
    return format_html('{}<span class="visually-hidden"> {} {}</span>', rotulo, que, numero)


def hallazgo_de(numero: int) -> dict[str, forms.Field]:
    """The five fields of a line of the inventory."""
    por_practica = [(Practica(p).label, list(de_ella.items())) for p, de_ella in DIMENSIONES.items()]
    prioridades = [(str(n), f"{n} · {nombre}") for n, nombre in PRIORIDADES.items()]
    return {
        "dimension": Eleccion(_de("Sobre qué", "en el hallazgo", numero), [ELIGE, *por_practica]),
        "signo": Eleccion(_de("Qué es", "el hallazgo", numero), [ELIGE, *Signo.choices]),
        "prioridad": Eleccion(_de("Prioridad", "del hallazgo", numero), [ELIGE, *prioridades]),
        "texto": Texto(_de("Qué encontraste", "en el hallazgo", numero), maximo=1000),
        "evidencia": Texto(
            _de("Evidencia", "del hallazgo", numero),
            maximo=1000,
            help_text="Qué viste, leíste o te contaron, y cuándo. Sin nombres de estudiantes.",
        ),
    }
