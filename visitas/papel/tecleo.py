"""Typing what paper says: hours without colon, days without year, options by key. Nothing unreadable is changed."""

import re
from datetime import date

from django import forms

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.widgets import Fecha, Hora
from visitas.forms.visita.campos import limpiar_texto

from .teclas import UnaConTecla, VariasConTecla

HORA = re.compile(r"(\d{1,2})[:.\s]?(\d{2})")
DIA = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?")
DIA_JUNTO = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")


def hora_tecleada(texto: str) -> str:
    """ "0830", "830", "8.30" → "08:30"; anything else comes back as it is."""
    hallada = HORA.fullmatch(limpiar_texto(texto))
    if not hallada or int(hallada[1]) > 23 or int(hallada[2]) > 59:
        return texto
    return f"{int(hallada[1]):02d}:{hallada[2]}"


def dia_tecleado(texto: str, anio: int) -> str:
    """ "17/11", "1711", "17/11/26", "17112026" → "2026-11-17"; a day without year is of `anio`; else as it is."""
    limpio = limpiar_texto(texto)
    hallado = DIA_JUNTO.fullmatch(limpio) or DIA.fullmatch(limpio)
    if not hallado:
        return texto
    dia, mes, escrito = int(hallado[1]), int(hallado[2]), hallado[3]
    try:
        return date(_anio(escrito, anio), mes, dia).isoformat()
    except ValueError:
        return texto


def _anio(escrito, anio):
    if not escrito:
        return anio
    return int(escrito) if len(escrito) == 4 else anio // 100 * 100 + int(escrito)


class DiaEscrito(forms.TextInput):
    """A day as text, shown as 17/11/2026 whatever way it is kept."""

    def format_value(self, value):
        texto = super().format_value(value) or ""
        try:
            return en_cifras(date.fromisoformat(texto))
        except ValueError:
            return texto


class HoraEscrita(forms.TextInput):
    """An hour as text, without seconds."""

    def format_value(self, value):
        texto = super().format_value(value) or ""
        return texto[:5] if re.fullmatch(r"\d\d:\d\d:\d\d", texto) else texto


def _control_de(campo):
    control = campo.widget
    if isinstance(control, Fecha):
        return DiaEscrito({"data-teclea": "dia", "inputmode": "numeric", "maxlength": 12})
    if isinstance(control, Hora):
        return HoraEscrita({"data-teclea": "hora", "inputmode": "numeric", "maxlength": 6})
    if isinstance(control, forms.NumberInput):
        return forms.TextInput({"data-teclea": "numero", "inputmode": "numeric", "maxlength": 4})
    if control.attrs.get("inputmode") == "numeric":
        control.attrs["data-teclea"] = "numero"
    if _es_de_una_fila(campo):
        return control
    if isinstance(control, forms.CheckboxSelectMultiple):
        return VariasConTecla(campo)
    if isinstance(control, forms.RadioSelect | forms.Select):
        return UnaConTecla(campo)
    return control


def _es_de_una_fila(campo) -> bool:
    """Whether it chooses one row of the database, which paper names in writing: its list is looked up by its letters."""
    return isinstance(campo, forms.ModelChoiceField) and not isinstance(campo, forms.ModelMultipleChoiceField)


def para_teclear(form):
    """Give a form the controls of the transcription: text where there were pickers, keys where there were lists."""
    for campo in form.fields.values():
        nuevo = _control_de(campo)
        if nuevo is not campo.widget:
            nuevo.is_required = campo.widget.is_required
            campo.widget = nuevo
        campo.widget.attrs["autocomplete"] = "off"
    return form


def visita_para_teclear(form):
    """The visit's form as `para_teclear`, its items named as paper names them, for there are no headings between them."""
    for numero, competencia in form.competencias.items():
        form.fields[f"nivel_{numero}"].label = competencia.nombre
    for grado, nombre in form.opciones["grados"].items():
        form.fields[f"presentes_{grado}"].label = f"Presentes de {nombre}"
    return para_teclear(form)


def leer_tecleado(datos, anio: int):
    """Return a copy of what came (a QueryDict) with its hours and days written out.

    By name, the same in every instrument, since the page may bring rows that the server has not seen yet.
    """
    copia = datos.copy()
    for campo in copia:
        if campo in ("inicio", "fin") or campo.endswith("_hora"):
            copia[campo] = hora_tecleada(copia[campo])
        elif campo == "fecha" or campo.endswith("_hasta"):
            copia[campo] = dia_tecleado(copia[campo], anio)
    return copia
