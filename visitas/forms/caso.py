"""Sharing a visit as a case: each part on screen is exactly what goes, without the names that the programme knows."""

from django import forms

AVISO_DE_NOMBRES = "Quitamos nombres de lo que escribiste. Lee cómo quedó: si está bien, marca otra vez la casilla y comparte."


def _texto(etiqueta, **opciones):
    return forms.CharField(
        label=etiqueta, widget=forms.Textarea(attrs={"rows": opciones.pop("rows", 3)}), **opciones
    )


class CompartirForm(forms.Form):
    """`partes` are those of visitas.casos.partes_de; `tachador` takes names out, before showing and before sending."""

    marca_opcionales = False

    pregunta = _texto(
        "Tu pregunta para el formador",
        max_length=600,
        help_text="¿Qué te gustaría pensar con alguien más? Sin nombres.",
        error_messages={"required": "Falta la pregunta. Escribe qué quieres conversar sobre este caso."},
    )
    confirmo = forms.BooleanField(
        label="Leí lo que se comparte y no lleva nombres ni apodos de nadie",
        error_messages={"required": "Lee lo que se comparte y marca la casilla."},
    )

    def __init__(self, data=None, *, partes, tachador):
        self.partes, self.tachador = partes, tachador
        super().__init__(data)
        for i, parte in enumerate(partes):
            self.fields[f"incluir_{i}"] = forms.BooleanField(
                label="Incluir",
                required=False,
                initial=True,
                widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
            )
            self.fields[f"texto_{i}"] = _texto(
                parte["titulo"], required=False, initial=tachador.limpiar(parte["texto"]), max_length=6000
            )
        self.order_fields([n for n in self.fields if n not in ("pregunta", "confirmo")])

    def filas(self) -> list[dict]:
        """The parts with their two fields, for the page."""
        return [
            parte | {"incluir": self[f"incluir_{i}"], "campo": self[f"texto_{i}"]}
            for i, parte in enumerate(self.partes)
        ]

    def clean(self):
        datos = super().clean()
        if self._quitar_nombres(datos):
            self.add_error("confirmo", AVISO_DE_NOMBRES)
        elif not self.elegidas():
            raise forms.ValidationError("No queda ninguna parte. Incluye al menos una con texto.")
        return datos

    def _quitar_nombres(self, datos) -> bool:
        """Put the scrubbed text in the boxes and say whether something changed."""
        textos = {c: v for c, v in datos.items() if c == "pregunta" or c.startswith("texto_")}
        limpios = {c: self.tachador.limpiar(v) for c, v in textos.items()}
        cambiados = {c: v for c, v in limpios.items() if v != textos[c]}
        if cambiados:
            visto = self.data.dict() | cambiados
            visto.pop("confirmo", None)
            self.data = visto
        return bool(cambiados)

    def elegidas(self) -> list[dict]:
        """The parts that go, as they were left on screen."""
        return [
            parte | {"texto": self.cleaned_data[f"texto_{i}"].strip()}
            for i, parte in enumerate(self.partes)
            if self.cleaned_data.get(f"incluir_{i}") and self.cleaned_data.get(f"texto_{i}", "").strip()
        ]


class ComentarForm(forms.Form):
    texto = _texto(
        "Tu mensaje",
        max_length=3000,
        help_text="Sin nombres: si escribes el de la docente, su escuela o su localidad, se quita.",
        error_messages={"required": "Falta el mensaje. Escribe algo antes de enviarlo."},
    )
