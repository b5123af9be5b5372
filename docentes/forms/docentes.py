"""A teacher enters the programme by the teaching post."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms

from docentes.models import Docente

from .cuentas import EscuelaPorCodigoField

GRADOS = [(str(n), f"{n}.º grado") for n in range(1, 7)]


class DocenteForm(forms.ModelForm):
    escuela = EscuelaPorCodigoField(label="Código modular de la escuela", help_text="Por ejemplo 0267963.")
    grados = forms.MultipleChoiceField(
        label="Grados a su cargo",
        choices=GRADOS,
        widget=forms.CheckboxSelectMultiple,
        help_text="En Inicial, marca las edades: 3, 4 y 5.",
    )

    class Meta:
        model = Docente
        fields = ["plaza", "escuela", "nombres", "apellidos", "dni", "telefono", "correo", "grados"]

    def __init__(self, *args, region, **kwargs):
        super().__init__(*args, **kwargs)
        self.region = region
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Div("plaza", "escuela", css_class="ac-pareja"),
            Div("nombres", "apellidos", css_class="ac-pareja"),
            Div("dni", "telefono", css_class="ac-pareja"),
            "correo",
            "grados",
        )

    def clean_dni(self):
        return self.cleaned_data["dni"] or None

    def clean_escuela(self):
        escuela = self.cleaned_data["escuela"]
        if escuela.ugel.region_id != self.region.pk:
            raise forms.ValidationError(f"La escuela {escuela.codigo} no es de la región {self.region}.")
        return escuela
