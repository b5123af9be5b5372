"""Creating and ending an assignment, with the sentences that must be read before rotating."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from docentes.models import Acompanante, MotivoDeFin


class _ConAdvertencias(forms.Form):
    """Asks to confirm when there are warnings: `advertencias` are the sentences, empty when there are none."""

    confirmo = forms.BooleanField(label="Leí la advertencia y quiero continuar", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.advertencias = []
        self.helper = FormHelper()
        self.helper.form_tag = False

    def buscar_advertencias(self, datos) -> list[str]:
        raise NotImplementedError

    def clean(self):
        datos = super().clean()
        if not self.errors:
            self.advertencias = self.buscar_advertencias(datos)
            if self.advertencias and not datos["confirmo"]:
                self.add_error("confirmo", "Lee la advertencia y marca esta casilla para continuar.")
        return datos


class AsignarForm(_ConAdvertencias):
    acompanante = forms.ModelChoiceField(label="Acompañante", queryset=Acompanante.objects.none())
    desde = forms.DateField(label="Desde", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    field_order = ["acompanante", "desde", "confirmo"]

    def __init__(self, *args, acompanantes, advertir, **kwargs):
        super().__init__(*args, **kwargs)
        self.advertir = advertir
        self.fields["acompanante"].queryset = acompanantes
        self.fields["acompanante"].label_from_instance = lambda a: (
            f"{a} · UGEL {a.usuario.ugel.nombre} · {a.docentes} docentes"
        )
        self.fields["desde"].initial = timezone.localdate()

    def buscar_advertencias(self, datos):
        return self.advertir(acompanante=datos["acompanante"], desde=datos["desde"])


class TerminarForm(_ConAdvertencias):
    hasta = forms.DateField(
        label="Último día", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    motivo_fin = forms.ChoiceField(label="Motivo", choices=[("", "Elige un motivo"), *MotivoDeFin.choices])
    motivo_texto = forms.CharField(
        label="Detalle", required=False, max_length=300, help_text="Hace falta cuando el motivo es otro."
    )

    field_order = ["hasta", "motivo_fin", "motivo_texto", "confirmo"]

    def __init__(self, *args, advertir, **kwargs):
        super().__init__(*args, **kwargs)
        self.advertir = advertir
        self.fields["hasta"].initial = timezone.localdate()

    def buscar_advertencias(self, datos):
        return self.advertir(hasta=datos["hasta"])
