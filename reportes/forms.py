"""Asking for a report: which scope, which period."""

from django import forms

from .ambitos import ambitos_para
from .models import Ambito
from .periodos import periodos_disponibles


class PedidoForm(forms.Form):
    """The two choices. Only what the person may ask for is offered, so anything else is not a valid option."""

    ambito = forms.ChoiceField(
        label="UGEL o provincia",
        error_messages={
            "required": "Elige la UGEL o la provincia del reporte.",
            "invalid_choice": "Ese ámbito no está entre los que puedes pedir. Elige uno de la lista.",
        },
    )
    periodo = forms.ChoiceField(
        label="Periodo",
        error_messages={
            "required": "Elige el periodo del reporte.",
            "invalid_choice": "Ese periodo no existe o aún no empieza. Elige uno de la lista.",
        },
    )

    def __init__(self, *args, usuario, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ambito"].choices = _por_clase(ambitos_para(usuario))
        self.fields["periodo"].choices = [(p.codigo, _texto(p)) for p in periodos_disponibles()]

    @property
    def pedido(self) -> dict:
        """Return the keyword arguments of `services.solicitar_reporte`."""
        tipo, codigo = self.cleaned_data["ambito"].split(":")
        return {"ambito": tipo, "codigo": codigo, "periodo": self.cleaned_data["periodo"]}


def _por_clase(ambitos):
    clases = (("UGEL", Ambito.UGEL), ("Provincias", Ambito.PROVINCIA))
    return [(titulo, [(a.clave, a.nombre) for a in ambitos if a.tipo == tipo]) for titulo, tipo in clases]


def _texto(periodo):
    return f"{periodo.texto} (en curso)" if periodo.en_curso else periodo.texto
