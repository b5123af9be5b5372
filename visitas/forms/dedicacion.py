"""The year's grid of time outside accompaniment: hours with halves, by kind and month. No text of any kind."""

from decimal import Decimal

from django import forms

from acompanamiento.comun.formato import MESES
from visitas.models import ClaseDeDedicacion, medias_horas_del_mes

MEDIA_HORA = Decimal("0.5")


class DedicacionForm(forms.Form):
    """A field "reunion_3" for each kind and month up to `ultimo_mes`. `guardadas` is {(month, kind): half-hours}."""

    marca_opcionales = False

    def __init__(self, data=None, *, anio, ultimo_mes, guardadas):
        self.anio, self.meses = anio, range(1, ultimo_mes + 1)
        inicial = {f"{clase}_{mes}": _horas(medias) for (mes, clase), medias in guardadas.items()}
        super().__init__(data, initial=inicial)
        for mes in self.meses:
            for clase in ClaseDeDedicacion:
                self.fields[f"{clase}_{mes}"] = _casilla(anio, mes, clase)

    def casillas(self, mes):
        """Return (name of the kind, bound field) of a month."""
        return [(clase.label, self[f"{clase}_{mes}"]) for clase in ClaseDeDedicacion]

    def medias_horas(self) -> dict:
        """Return {(month, kind): half-hours} of every cell."""
        return {
            (mes, clase.value): int((self.cleaned_data[f"{clase}_{mes}"] or 0) * 2)
            for mes in self.meses
            for clase in ClaseDeDedicacion
        }


def _casilla(anio, mes, clase):
    tope = medias_horas_del_mes(anio, mes) // 2
    return forms.DecimalField(
        label=f"{clase.label}, {MESES[mes - 1]}",
        required=False,
        min_value=0,
        max_value=tope,
        step_size=MEDIA_HORA,
        widget=forms.NumberInput({"inputmode": "decimal", "class": "form-control ac-horas"}),
        error_messages={
            "invalid": "Escribe las horas con números, como 2 o 2.5.",
            "step_size": "Anota horas o medias horas, como 2 o 2.5.",
            "min_value": "Las horas no pueden ser menos que 0.",
            "max_value": f"{MESES[mes - 1].capitalize()} tiene {tope} horas. Revisa la casilla.",
        },
    )


def _horas(medias: int) -> Decimal:
    return Decimal(medias) / 2 if medias % 2 else Decimal(medias // 2)
