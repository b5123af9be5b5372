"""Changing the calendar, and filtering the lists of visits."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from acompanamiento.comun.formato import MESES
from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.widgets import Fecha
from visitas.models import MotivoNoRealizada

ELIGE_MOTIVO = [("", "Elige un motivo"), *MotivoNoRealizada.choices]


def _motivo():
    return forms.ChoiceField(
        label="Motivo",
        choices=ELIGE_MOTIVO,
        error_messages={
            "required": "Falta el motivo. Elige el que más se parezca.",
            "invalid_choice": "Elige un motivo de la lista.",
        },
    )


def _detalle():
    return forms.CharField(
        label="Detalle",
        max_length=300,
        required=False,
        help_text="En pocas palabras, sin nombres de personas. Hace falta si el motivo es otro.",
    )


def _dia():
    return forms.DateField(
        label="Nuevo día",
        widget=Fecha,
        error_messages={
            "required": "Falta el día. Elige la nueva fecha de la visita.",
            "invalid": "No entendimos la fecha. Escríbela como 15/10/2026.",
        },
    )


class _Cambio(forms.Form):
    """A change of one scheduled visit, with the button that says what it does."""

    boton = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("guardar", self.boton))

    def clean_fecha(self):
        fecha = self.cleaned_data["fecha"]
        if fecha < timezone.localdate():
            raise forms.ValidationError(
                f"El {en_cifras(fecha)} ya pasó. Elige hoy o un día que venga; si la visita se hizo ese día, regístrala."
            )
        return fecha


class ReprogramarForm(_Cambio):
    boton = "Cambiar el día"

    fecha = _dia()
    motivo = _motivo()
    motivo_texto = _detalle()


class VolverAProgramarForm(_Cambio):
    boton = "Volver a programar"

    fecha = _dia()


class NoRealizadaForm(_Cambio):
    boton = "Marcar como no realizada"

    motivo = _motivo()
    motivo_texto = _detalle()


class FiltroDeVisitas(forms.Form):
    """What a list of visits is narrowed to. A value that is not valid narrows nothing."""

    marca_opcionales = False

    q = forms.CharField(label="Docente o escuela", max_length=80, required=False)
    docente = forms.ModelChoiceField(label="Docente", queryset=None, required=False, empty_label="Todos")
    mes = forms.TypedChoiceField(label="Mes", coerce=int, required=False, empty_value=None)
    anio = forms.TypedChoiceField(label="Año", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, docentes, anios, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["docente"].queryset = docentes
        self.fields["docente"].label_from_instance = lambda docente: docente.nombre_de_lista
        self.fields["mes"].choices = [("", "Todos"), *((n, MESES[n - 1]) for n in range(3, 13))]
        self.fields["anio"].choices = [(a, str(a)) for a in anios]

        self.full_clean()

    def elegido(self, campo):
        """Return the chosen value of a field, or None."""
        return self.cleaned_data.get(campo) or None
