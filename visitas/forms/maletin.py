"""Uploading the sealed copy of a field notebook."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms


class MaletinForm(forms.Form):
    archivo = forms.FileField(
        label="Copia exportada",
        help_text="Un archivo .json que se llama acompana-… Puede ser de otra persona: nadie lo lee aquí.",
        widget=forms.ClearableFileInput({"accept": "application/json,.json"}),
        error_messages={
            "required": "Elige el archivo de la copia.",
            "empty": "El archivo está vacío. Expórtalo de nuevo desde el equipo.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("subir", "Subir la copia"))
