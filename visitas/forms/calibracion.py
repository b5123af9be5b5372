"""The formador's exercise with its reference, and an acompañante's answer: eleven competencies each."""

from django import forms

from acompanamiento.comun.widgets import Fecha
from visitas.models import ClaseDeLeccion, EjercicioDeCalibracion

NIVELES = [("1", "I"), ("2", "II"), ("3", "III"), ("4", "IV"), ("no", "No observado")]


def _a_numero(valor):
    return None if valor == "no" else int(valor)


class _ConNiveles(forms.Form):
    """Adds `nivel_N` and `razon_N` for each competency. `con_numero`: the label begins with the competency's number."""

    marca_opcionales = False
    con_numero = True

    def agregar_niveles(self, competencias):
        self.competencias = list(competencias)
        for c in self.competencias:
            self.fields[f"nivel_{c.numero}"] = forms.ChoiceField(
                label=f"{c.numero}. {c.nombre}" if self.con_numero else c.nombre,
                choices=NIVELES,
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": "Elige de I a IV o «No observado»."},
            )
            self.fields[f"razon_{c.numero}"] = forms.CharField(
                label="Qué viste en la clase",
                max_length=300,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def filas(self) -> list[dict]:
        return [
            {"competencia": c, "nivel": self[f"nivel_{c.numero}"], "razon": self[f"razon_{c.numero}"]}
            for c in self.competencias
        ]

    def niveles(self) -> list[tuple]:
        """Return [(competencia, level or None, reason)] of those with an answer."""
        return [
            (c, _a_numero(self.cleaned_data[f"nivel_{c.numero}"]), self.cleaned_data[f"razon_{c.numero}"])
            for c in self.competencias
            if self.cleaned_data.get(f"nivel_{c.numero}")
        ]

    def exigir_razon(self):
        for c in self.competencias:
            con_nivel = self.cleaned_data.get(f"nivel_{c.numero}") not in (None, "", "no")
            if con_nivel and not self.cleaned_data.get(f"razon_{c.numero}"):
                self.add_error(
                    f"razon_{c.numero}", "Falta la razón. Di qué de la clase te llevó a ese nivel."
                )


class RespuestaForm(_ConNiveles):
    """All eleven, each with its reason unless it was not observed. Its items have the numbers of paper, where 1.4a is competency 4."""

    con_numero = False

    def __init__(self, data=None, *, competencias, initial=None):
        super().__init__(data, initial=initial)
        self.agregar_niveles(competencias)

    def clean(self):
        datos = super().clean()
        for c in self.competencias:
            if not datos.get(f"nivel_{c.numero}") and f"nivel_{c.numero}" not in self.errors:
                self.add_error(f"nivel_{c.numero}", "Falta el nivel. Elige uno, o «No observado».")
        self.exigir_razon()
        return datos

    def valores(self) -> dict:
        """What was typed, to keep as a draft."""
        return {c: self.data[c][:300] for c in self.fields if self.data.get(c)}


class EjercicioForm(_ConNiveles):
    """The lesson and its dates; the reference is optional, but whole: eleven or none."""

    marca_opcionales = True

    titulo = forms.CharField(
        label="Título", max_length=120, error_messages={"required": "Falta el título. Ponle uno corto."}
    )
    clase = forms.ChoiceField(
        label="Cómo se conoce la clase", choices=ClaseDeLeccion.choices, widget=forms.RadioSelect
    )
    leccion = forms.CharField(
        label="La clase",
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="El relato completo o, si es grabada, de qué trata y en qué reunión se ve. Inventada o con permiso: "
        "sin nombres de personas ni de escuelas.",
        error_messages={"required": "Falta la clase. Escríbela o describe la grabación."},
    )
    abre = forms.DateField(
        label="Abre", widget=Fecha, error_messages={"required": "Falta el día en que abre."}
    )
    cierra = forms.DateField(
        label="Cierra (último día)", widget=Fecha, error_messages={"required": "Falta el último día."}
    )

    def __init__(self, data=None, *, instrumento, ejercicio=None):
        super().__init__(
            data, initial=_inicial(ejercicio) if ejercicio else {"clase": ClaseDeLeccion.ESCRITA}
        )
        self.instrumento = instrumento
        self.agregar_niveles(instrumento.competencias.all())

    def clean(self):
        datos = super().clean()
        if datos.get("abre") and datos.get("cierra") and datos["cierra"] < datos["abre"]:
            self.add_error(
                "cierra", "El último día es anterior al día en que abre. Corrige una de las fechas."
            )
        respondidas = len(self.niveles())
        if 0 < respondidas < len(self.competencias):
            raise forms.ValidationError(
                f"La referencia tiene {respondidas} de {len(self.competencias)} competencias. "
                "Complétala o déjala toda en blanco."
            )
        self.exigir_razon()
        return datos

    def datos(self) -> dict:
        columnas = ("titulo", "clase", "leccion", "abre", "cierra")
        return {c: self.cleaned_data[c] for c in columnas} | {"instrumento": self.instrumento}


def _inicial(ejercicio: EjercicioDeCalibracion) -> dict:
    inicial = {c: getattr(ejercicio, c) for c in ("titulo", "clase", "leccion", "abre", "cierra")}
    for n in ejercicio.referencia.select_related("competencia"):
        inicial[f"nivel_{n.competencia.numero}"] = str(n.nivel or "no")
        inicial[f"razon_{n.competencia.numero}"] = n.razon
    return inicial
