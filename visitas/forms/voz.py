"""What the teacher writes about a visit, a commitment and her own practice."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.widgets import Fecha, Opciones
from visitas.models import Acuerdo

from .visita.campos import limpiar_texto

MAXIMO = 4000


class TextoLargo(forms.CharField):
    """Free text as the visit keeps it: NFC and without control characters."""

    def __init__(self, *, filas, **opciones):
        control = forms.Textarea({"rows": filas, "class": "ac-amplio"})
        super().__init__(max_length=MAXIMO, widget=control, **opciones)
        self.error_messages["max_length"] = (
            "El texto tiene %(show_value)d caracteres y caben %(limit_value)d. Acórtalo."
        )

    def to_python(self, valor):
        return limpiar_texto(valor)


class _Formulario(forms.Form):
    """A form with the one button that says what it does, sent to `destino`."""

    boton = ""

    def __init__(self, *args, destino="", **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.form_action = destino
        self.helper.add_input(Submit("guardar", self.boton))


class VozForm(_Formulario):
    boton = "Guardar mi palabra"
    marca_opcionales = False

    acuerdo = forms.ChoiceField(
        label="¿Estás de acuerdo con lo escrito?",
        choices=Acuerdo.choices,
        initial=Acuerdo.SIN_DECIR,
        widget=Opciones,
        error_messages={
            "required": "Elige una respuesta. Puede ser «Sin decir».",
            "invalid_choice": "Elige una de las tres respuestas.",
        },
    )
    comentario = TextoLargo(
        label="Mi comentario",
        filas=3,
        required=False,
        help_text="Lo leen tú y quien te acompaña hoy. Puedes cambiarlo: lo anterior queda solo para ti.",
    )


class AvanceForm(_Formulario):
    boton = "Anotar cómo voy"

    texto = TextoLargo(
        label="¿Cómo voy con este compromiso?",
        filas=4,
        help_text="Qué probaste, cuándo y qué pasó. Nombra a los estudiantes por su grado, nunca por su nombre.",
        error_messages={"required": "Falta el texto. Escribe qué probaste y qué pasó."},
    )


class ReflexionForm(_Formulario):
    """`competencias` and `visitas` are the querysets to choose from."""

    boton = "Guardar reflexión"

    fecha = forms.DateField(
        widget=Fecha,
        error_messages={
            "required": "Falta la fecha. Elige el día sobre el que reflexionas.",
            "invalid": "No entendimos la fecha. Escríbela como 15/10/2026.",
        },
    )
    texto = TextoLargo(
        label="Mi reflexión",
        filas=8,
        help_text="¿Qué hice, por qué lo hago así y qué haría de otro modo? Nombra a los estudiantes por su grado.",
        error_messages={"required": "Falta la reflexión. Escribe al menos una oración."},
    )
    competencia = forms.ModelChoiceField(
        queryset=None,
        required=False,
        empty_label="Ninguna en especial",
        error_messages={"invalid_choice": "Elige una competencia de la lista."},
    )
    visita = forms.ModelChoiceField(
        label="Visita de la que nace",
        queryset=None,
        required=False,
        empty_label="Ninguna",
        error_messages={"invalid_choice": "Elige una de tus visitas."},
    )

    def __init__(self, *args, competencias, visitas, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["competencia"].queryset = competencias
        self.fields["visita"].queryset = visitas
        self.fields["visita"].label_from_instance = lambda v: f"{v.tipo.nombre}, {en_cifras(v.fecha)}"

    def clean_fecha(self):
        fecha = self.cleaned_data["fecha"]
        if fecha > timezone.localdate():
            raise forms.ValidationError(f"El {en_cifras(fecha)} aún no llega. Elige hoy o un día pasado.")
        return fecha
