"""Asking for a right, answering it, and narrowing the officer's inbox."""

from django import forms

from docentes import catalogos
from docentes.models import CERRADAS, Derecho, EstadoDeSolicitud


class SolicitudForm(forms.Form):
    derecho = forms.ChoiceField(label="Qué derecho usas", widget=forms.RadioSelect)
    texto = forms.CharField(
        label="Qué pides",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Con tus palabras. Si hablas de una visita, di su fecha.",
        error_messages={"required": "Escribe qué pides, con tus palabras."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plazos = catalogos.leer("derechos")
        self.fields["derecho"].choices = [
            (d.value, f"{d.label}. {plazos[d]['que_es']} {plazos[d]['dias_habiles']} días hábiles.")
            for d in Derecho
        ]
        self.fields["derecho"].error_messages["required"] = "Elige un derecho."


class RespuestaForm(forms.Form):
    estado = forms.ChoiceField(
        label="Qué decides",
        choices=[(e.value, {"atendida": "La atiendo", "denegada": "La deniego"}[e]) for e in CERRADAS],
        widget=forms.RadioSelect,
        error_messages={"required": "Elige si la atiendes o la deniegas."},
    )
    respuesta = forms.CharField(
        label="Respuesta",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Qué se hizo, o por qué no. La persona lo lee tal cual.",
        error_messages={"required": "Falta la respuesta. Escribe qué se hizo o por qué no."},
    )


class FiltroDeSolicitudes(forms.Form):
    """What the inbox is narrowed to. A value that is not valid narrows nothing."""

    marca_opcionales = False

    estado = forms.ChoiceField(
        label="Estado",
        required=False,
        choices=[("", "Todas"), ("abiertas", "Por responder"), *EstadoDeSolicitud.choices],
    )
    derecho = forms.ChoiceField(label="Derecho", required=False, choices=[("", "Todos"), *Derecho.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.full_clean()

    def filtrar(self, solicitudes):
        estado, derecho = (self.cleaned_data.get(c) for c in ("estado", "derecho"))
        if estado == "abiertas":
            solicitudes = solicitudes.abiertas()
        elif estado:
            solicitudes = solicitudes.filter(estado=estado)
        return solicitudes.filter(derecho=derecho) if derecho else solicitudes
