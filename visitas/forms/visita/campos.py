"""The fields of the visit. None is required by itself: a draft may be half written; the rules ask at the end."""

import re
import unicodedata
from datetime import date, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import Truncator

from acompanamiento.comun import widgets
from visitas.models import EstadoDeCompromiso
from visitas.widgets import Nivel

MAXIMO_DE_PRESENTES = 60
DIA_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DIA_ESCRITO = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
HORA = re.compile(r"([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?")
ESTADOS_DE_VERIFICACION = [
    (estado.value, estado.label) for estado in EstadoDeCompromiso if estado != EstadoDeCompromiso.PENDIENTE
]


def limpiar_texto(valor) -> str:
    """Return the text as the content keeps it: NFC, `\\n` line ends, no blanks around, no control characters."""
    texto = str(valor or "")
    if texto.isascii() and texto.isprintable():
        return texto.strip()
    texto = unicodedata.normalize("NFC", texto.replace("\r\n", "\n").replace("\r", "\n"))
    if texto.isprintable():
        return texto.strip()
    return "".join(c for c in texto if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def leer_dia(texto: str) -> date:
    """Return the day written as 2026-10-15 or 15/10/2026. Raises ValueError. (`strptime` takes ten times as long.)"""
    if escrita := DIA_ISO.fullmatch(texto):
        return date(*map(int, escrita.groups()))
    if escrita := DIA_ESCRITO.fullmatch(texto):
        return date(*map(int, reversed(escrita.groups())))
    raise ValueError(texto)


def leer_hora(texto: str) -> time:
    """Return the hour written as 8:05, 08:05 or 08:05:00. Raises ValueError."""
    escrita = HORA.fullmatch(texto)
    if escrita is None:
        raise ValueError(texto)
    return time(*(int(n or 0) for n in escrita.groups()))


class Texto(forms.Field):
    """Free text of `maximo` characters at most, on `filas` rows, or on one line when `filas` is 0."""

    def __init__(self, label, maximo=4000, filas=2, **opciones):
        self.maximo = maximo
        atributos = {"maxlength": maximo} | ({"rows": filas} if filas else {})
        control = (forms.Textarea if filas else forms.TextInput)(atributos)
        super().__init__(label=label, required=False, widget=control, **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if len(texto) > self.maximo:
            raise ValidationError(
                f"El texto tiene {len(texto)} caracteres y caben {self.maximo}. Acórtalo.", code="TEXTO_LARGO"
            )
        return texto


class Fecha(forms.Field):
    """A day: 2026-10-15, as the browser's calendar sends it, or 15/10/2026, as a person writes it."""

    def __init__(self, label, **opciones):
        super().__init__(label=label, required=False, widget=widgets.Fecha(), **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if not texto:
            return None
        try:
            return leer_dia(texto)
        except ValueError as error:
            mensaje = f"«{texto}» no es una fecha. Escríbela así: 15/10/2026."
            raise ValidationError(mensaje, code="FECHA_INVALIDA") from error


class Hora(forms.Field):
    """An hour on 24 hours: 8:05 or 08:05."""

    def __init__(self, label, **opciones):
        super().__init__(label=label, required=False, widget=widgets.Hora(), **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if not texto:
            return None
        try:
            return leer_hora(texto)
        except ValueError as error:
            mensaje = f"«{texto}» no es una hora. Escríbela así: 8:05."
            raise ValidationError(mensaje, code="HORA_INVALIDA") from error


class Presentes(forms.Field):
    """How many pupils of a grade were in the room; blank when the grade was not."""

    def __init__(self, label, **opciones):
        control = widgets.Cuenta({"max": MAXIMO_DE_PRESENTES})
        super().__init__(label=label, required=False, widget=control, **opciones)

    def to_python(self, valor):
        texto = limpiar_texto(valor)
        if not texto:
            return None
        if not (texto.isascii() and texto.isdigit() and len(texto) < 4 and int(texto) <= MAXIMO_DE_PRESENTES):
            raise ValidationError(
                f"«{texto}» no es una cantidad de estudiantes. Escribe un número de 0 a {MAXIMO_DE_PRESENTES}, "
                "nunca nombres.",
                code="CANTIDAD_INVALIDA",
            )
        return int(texto)


class Marcas(forms.MultipleChoiceField):
    """Several of a list."""

    def __init__(self, label, opciones: dict):
        super().__init__(
            label=label,
            required=False,
            choices=list(opciones.items()),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "«%(value)s» no está en la lista. Marca una de las que ves."},
        )


class Eleccion(forms.ChoiceField):
    """One of a list, or none."""

    def __init__(self, label, opciones, **mas):
        mensaje = {"invalid_choice": "«%(value)s» no está en la lista. Elige una de las que ves."}
        super().__init__(label=label, required=False, choices=opciones, error_messages=mensaje, **mas)


def nivel_de(numero: int, descriptores: dict) -> Eleccion:
    control = Nivel(descriptores=descriptores, evidencia=f"id_evidencia_{numero}")
    return Eleccion(f"Nivel de la competencia {numero}", control.choices, widget=control)


def evidencia_de(numero: int) -> Texto:
    rotulo = format_html(
        'Evidencia<span class="visually-hidden"> de la competencia {}</span>: qué viste o escuchaste',
        numero,
    )
    return Texto(rotulo, maximo=2000)


def verificacion_de(que: str) -> dict[str, forms.Field]:
    return {
        "estado": Eleccion(
            f"Qué pasó con «{Truncator(que).chars(60)}»", ESTADOS_DE_VERIFICACION, widget=widgets.Opciones()
        ),
        "comentario": Texto("Qué viste", maximo=600, filas=0),
    }


def nota_de(orden: int) -> dict[str, forms.Field]:
    oculto = '<span class="visually-hidden"> de la nota {}</span>'
    return {
        "hora": Hora(format_html("Hora" + oculto, orden)),
        "texto": Texto(format_html("Qué ocurre" + oculto, orden), maximo=2000),
    }


def compromiso_de(orden: int) -> dict[str, forms.Field]:
    oculto = '<span class="visually-hidden"> en el compromiso {}</span>'
    return {
        "id": forms.UUIDField(required=False, widget=forms.HiddenInput),
        "que": Texto(format_html("Qué haremos" + oculto, orden), maximo=600),
        "hasta": Fecha(format_html("Hasta cuándo" + oculto, orden)),
        "como": Texto(format_html("Cómo lo sabremos" + oculto, orden), maximo=600, filas=0),
    }
