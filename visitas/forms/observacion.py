"""The formador's field visit: 41 statements, the feedback and the agreements."""

from django import forms
from django.utils import timezone

from acompanamiento.comun.formato import fecha as en_cifras
from acompanamiento.comun.widgets import Fecha
from visitas.instrumento_de_campo import ESCALA, bloques
from visitas.models import ClaseDeObservacion


class ObservacionForm(forms.Form):
    """`terminar` makes the feedback and, in the field, the statements required; a draft asks for who and when."""

    marca_opcionales = False

    acompanante = forms.ModelChoiceField(
        label="Acompañante",
        queryset=None,
        empty_label="Elige…",
        error_messages={
            "required": "Falta el acompañante. Elige a quién acompañaste.",
            "invalid_choice": "Esa persona no es de tu región. Elige una de la lista.",
        },
    )
    clase = forms.ChoiceField(label="Qué fue", choices=ClaseDeObservacion.choices, widget=forms.RadioSelect)
    fecha = forms.DateField(
        label="Fecha",
        widget=Fecha,
        error_messages={
            "required": "Falta la fecha.",
            "invalid": "No entendimos la fecha. Escríbela como 15/10/2026.",
        },
    )
    devolucion = forms.CharField(
        label="Devolución",
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Qué viste que funciona, con un ejemplo, y qué probar. Sobre el acompañante, nunca sobre la docente.",
    )
    acuerdos = forms.CharField(
        label="Acuerdos", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data=None, *, acompanantes, observacion=None, terminar=False):
        super().__init__(data, initial=_inicial(observacion))
        self.version = observacion.version if observacion else 1
        self.terminar = terminar
        self.fields["acompanante"].queryset = acompanantes
        self.fields["acompanante"].label_from_instance = lambda a: (
            f"{a.usuario.apellidos}, {a.usuario.nombres}"
        )
        for bloque in bloques(self.version):
            for clave, texto in bloque.enunciados:
                self.fields[clave] = forms.ChoiceField(
                    label=texto, choices=list(ESCALA.items()), widget=forms.RadioSelect, required=False
                )

    def bloques(self) -> list[dict]:
        """The statements as bound fields, for the page."""
        return [
            {"nombre": b.nombre, "codigo": b.codigo, "campos": [self[clave] for clave, _ in b.enunciados]}
            for b in bloques(self.version)
        ]

    def clean_fecha(self):
        fecha = self.cleaned_data["fecha"]
        if fecha > timezone.localdate():
            raise forms.ValidationError(f"El {en_cifras(fecha)} aún no llega. Escribe el día en que fue.")
        return fecha

    def clean(self):
        datos = super().clean()
        if not self.terminar:
            return datos
        if not datos.get("devolucion"):
            self.add_error(
                "devolucion", "Falta la devolución. Sin ella la visita no le sirve al acompañante."
            )
        if datos.get("clase") == ClaseDeObservacion.CAMPO and not self._respuestas():
            self.add_error(None, "No marcaste ningún enunciado. En campo, marca al menos lo que viste.")
        return datos

    def _respuestas(self) -> dict:
        claves = [clave for b in bloques(self.version) for clave, _ in b.enunciados]
        return {c: self.cleaned_data[c] for c in claves if self.cleaned_data.get(c)}

    def datos(self) -> dict:
        """The columns of the observation."""
        columnas = ("acompanante", "clase", "fecha", "devolucion", "acuerdos")
        return {c: self.cleaned_data[c] for c in columnas} | {
            "respuestas": self._respuestas(),
            "version": self.version,
        }


def _inicial(observacion) -> dict:
    if observacion is None:
        return {"clase": ClaseDeObservacion.CAMPO, "fecha": timezone.localdate()}
    columnas = ("acompanante", "clase", "fecha", "devolucion", "acuerdos")
    return {c: getattr(observacion, c) for c in columnas} | observacion.respuestas


class ComentarioForm(forms.Form):
    texto = forms.CharField(
        label="Tu comentario",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Lo leen tú y quien te acompañó. Si lo dejas en blanco, se borra.",
    )
