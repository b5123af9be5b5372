"""How the answer to a field is left on paper: boxes for digits, boxes with their key, or lines to write on."""

import re
from dataclasses import dataclass, field

from django import forms

from acompanamiento.comun.widgets import Fecha, Hora

from .teclas import opciones_de

# Lines of each long answer, for a hand that writes big; the rows' own numbers apart. What is not here has three.
LINEAS = {
    "analisis": 9,
    "preguntas": 5,
    "describir": 7,
    "explicar": 6,
    "confrontar": 6,
    "reconstruir": 6,
    "desarrollo": 14,
    "acuerdos": 7,
    "observado": 10,
    "evidencia": 8,
    "contexto": 7,
    "como_llegar": 5,
    "devolucion": 16,
    "nota__texto": 2,
    "compromiso__que": 2,
    "razon_": 2,
    "necesidad__texto": 2,
}
EN_UNA_CASILLA = re.compile(r"aula_\d|hallazgo_\d+_dimension|necesidad_\d_competencia")
"""Options too many to be printed at each row: the key is written in one box, and the list stands once."""
DE_CONTROL = {Fecha: "fecha", Hora: "hora", forms.CheckboxInput: "casilla"}
ASISTENTES = 18
"""Empty rows of a group session's attendance list."""


@dataclass(frozen=True)
class Trazo:
    """`clase` is "fecha", "hora", "cifras", "clave", "opciones", "casilla", "lista" or "lineas"; the rest, for its class."""

    clase: str
    cuantas: int = 0
    opciones: list = field(default_factory=list)
    varias: bool = False

    @property
    def casillas(self):
        return range(self.cuantas)


def trazo_de(nombre: str, campo) -> Trazo:
    if isinstance(campo, forms.ModelChoiceField):
        varios = isinstance(campo, forms.ModelMultipleChoiceField)
        return Trazo("lista", ASISTENTES) if varios else Trazo("lineas", 1)
    if isinstance(campo, forms.ChoiceField):
        return _de_opciones(nombre, campo)
    if clase := next((c for control, c in DE_CONTROL.items() if isinstance(campo.widget, control)), ""):
        return Trazo(clase)
    if campo.widget.attrs.get("inputmode") in ("numeric", "decimal"):
        return Trazo("cifras", len(str(getattr(campo, "maximo", 99)).replace(".", "")))
    return Trazo("lineas", _lineas(nombre, campo.widget))


def _de_opciones(nombre, campo):
    if EN_UNA_CASILLA.fullmatch(nombre):
        return Trazo("clave", 1, opciones_de(campo))
    varias = isinstance(campo, forms.MultipleChoiceField)
    return Trazo("opciones", opciones=opciones_de(campo), varias=varias)


def _lineas(nombre, control) -> int:
    if not isinstance(control, forms.Textarea):
        return 1
    return LINEAS.get(re.sub(r"\d+", "", nombre), 3)
