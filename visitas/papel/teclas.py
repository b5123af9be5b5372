"""Options with a key each: the same one printed beside the box and pressed in the transcription."""

from string import ascii_lowercase

from django import forms

from visitas.widgets import NO_OBSERVADO

TECLAS = "123456789" + ascii_lowercase
DE_NINGUNO = "0"
"""The key of "No observado", which is no level; and the one that takes an answer back is Backspace."""


def opciones_de(campo) -> list[tuple[str, str, str]]:
    """Return [(key, value, name)] of a field with options, groups opened and the blank one left out."""
    abiertas = []
    for valor, nombre in campo.choices:
        abiertas += list(nombre) if isinstance(nombre, list | tuple) else [(valor, nombre)]
    con_valor = [(str(v), str(n)) for v, n in abiertas if str(v)]
    por_lugar = iter(TECLAS)
    return [(DE_NINGUNO if v == NO_OBSERVADO else next(por_lugar, ""), v, n) for v, n in con_valor]


def sin_numero(form):
    """Name the options of a form of needs without the competency's number, which beside a key reads as another key."""
    for nombre, campo in form.fields.items():
        if nombre.endswith("_competencia"):
            campo.choices = [("", ""), *((pk, c.nombre) for pk, c in form.competencias.items())]
    return form


class _ConTecla:
    """Draws each option with its key. Beyond the last key, options go without: they are chosen with the space bar."""

    template_name = "visitas/widgets/teclado.html"
    con_plantilla_propia = True

    def __init__(self, campo):
        opciones = opciones_de(campo)
        super().__init__(choices=[(valor, nombre) for _, valor, nombre in opciones])
        self.teclas = {valor: tecla for tecla, valor, _ in opciones}

    def create_option(self, name, value, *args, **kwargs):
        opcion = super().create_option(name, value, *args, **kwargs)
        return opcion | {"tecla": self.teclas.get(str(value), "")}


class UnaConTecla(_ConTecla, forms.RadioSelect):
    pass


class VariasConTecla(_ConTecla, forms.CheckboxSelectMultiple):
    pass
