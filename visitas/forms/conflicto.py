"""Choosing between two versions: one question for each field that differs."""

from django import forms

from visitas.conflictos import AMBAS, MIA, SERVIDOR

ROTULOS = {SERVIDOR: "En el servidor", MIA: "En mi equipo", AMBAS: "Conservar ambas"}


class ConflictoForm(forms.Form):
    """`diferencias` are of conflictos.comparar; `cabeza` is the id of the head that the page shows; `antes` are values
    posted over another head, marked again where the question is still asked.
    """

    cabeza = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, diferencias, cabeza, antes=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.diferencias = diferencias
        self.fields["cabeza"].initial = cabeza
        for d in diferencias:
            nombre = f"elige_{d.campo.clave}"
            self.fields[nombre] = forms.ChoiceField(
                label=d.campo.titulo,
                choices=[(cual, ROTULOS[cual]) for cual in d.valores],
                initial=(antes or {}).get(nombre) or d.cambio_solo or None,
                widget=forms.RadioSelect,
                error_messages={
                    "required": "Elige cuál vale.",
                    "invalid_choice": "Elige una de las que ves.",
                },
            )

    @property
    def elegidas(self) -> dict:
        """{field: choice}, once valid."""
        return {d.campo.clave: self.cleaned_data[f"elige_{d.campo.clave}"] for d in self.diferencias}

    def anotar(self, clave: str, mensaje: str):
        """Put an error at the field's question, or above all when both versions say the same there."""
        campo = f"elige_{clave}"
        self.add_error(campo if campo in self.fields else None, mensaje)

    def filas(self):
        """What the page walks: each difference with its options, their text and which is marked."""
        for d in self.diferencias:
            campo = self[f"elige_{d.campo.clave}"]
            marcada = campo.value()
            opciones = [
                {
                    "valor": cual,
                    "rotulo": ROTULOS[cual],
                    "texto": _decir(d.campo, valor),
                    "marcada": cual == marcada,
                }
                for cual, valor in d.valores.items()
            ]
            yield {
                "campo": campo,
                "titulo": d.campo.titulo,
                "cambio_solo": d.cambio_solo,
                "base": _decir(d.campo, d.base),
                "opciones": opciones[:2],
                "ambas": opciones[2] if len(opciones) > 2 else None,
            }


def _decir(campo, valor) -> str:
    return "" if valor is None else campo.decir(valor)
