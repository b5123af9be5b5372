"""The needs of a teacher: up to five, in the order of their priority."""

from django import forms
from django.utils.html import format_html

from visitas.forms.visita.campos import Eleccion, Texto

MAXIMO = 5
ORDINALES = ("Primera", "Segunda", "Tercera", "Cuarta", "Quinta")


class NecesidadesForm(forms.Form):
    """Rows `necesidad_<i>_competencia|texto|prioridad`. A row left blank says nothing.

    `competencias` are the instrument's of the diagnostic visit; `necesidades`, the rows there are already.
    """

    marca_opcionales = False

    def __init__(self, data=None, *, competencias, necesidades=()):
        self.competencias = {str(c.pk): c for c in competencias}
        super().__init__(data, initial=_planas(necesidades))
        opciones = [("", "Elige…"), *((pk, str(c)) for pk, c in self.competencias.items())]
        prioridades = [(str(n + 1), f"{n + 1}.ª") for n in range(MAXIMO)]
        for i in range(MAXIMO):
            oculto = '{}<span class="visually-hidden"> de la necesidad {}</span>'
            self.fields |= {
                f"necesidad_{i}_competencia": Eleccion(format_html(oculto, "Competencia", i + 1), opciones),
                f"necesidad_{i}_prioridad": Eleccion(
                    format_html(oculto, "Prioridad", i + 1), prioridades, initial=str(i + 1)
                ),
                f"necesidad_{i}_texto": Texto(format_html(oculto, "Qué necesita", i + 1), maximo=600),
            }

    def filas(self):
        return [
            {sub: self[f"necesidad_{i}_{sub}"] for sub in ("competencia", "prioridad", "texto")}
            for i in range(MAXIMO)
        ]

    def clean(self):
        limpio = super().clean()
        escritas = self._escritas(limpio)
        if not escritas and not self.errors:
            self.add_error(
                None, "Falta al menos una necesidad. Elige una competencia y escribe qué necesita."
            )
        for fila in escritas:
            for sub, mensaje in (
                ("competencia", "Falta la competencia. Elige una de la lista."),
                ("texto", "Falta qué necesita. Escríbelo en una frase."),
                ("prioridad", "Falta la prioridad."),
            ):
                if not fila[sub] and f"necesidad_{fila['i']}_{sub}" not in self.errors:
                    self.add_error(f"necesidad_{fila['i']}_{sub}", mensaje)
        self._sin_repetir(
            escritas, "competencia", "Esta competencia ya está en otra necesidad. Únelas en una."
        )
        self._sin_repetir(escritas, "prioridad", "Dos necesidades tienen la misma prioridad. Cambia una.")
        return limpio

    def necesidades(self) -> list[dict]:
        """Return the written rows by priority: {"competencia", "texto"}."""
        escritas = sorted(self._escritas(self.cleaned_data), key=lambda fila: fila["prioridad"])
        return [{"competencia": self.competencias[f["competencia"]], "texto": f["texto"]} for f in escritas]

    def _escritas(self, limpio):
        filas = [
            {"i": i}
            | {sub: limpio.get(f"necesidad_{i}_{sub}") or "" for sub in ("competencia", "texto", "prioridad")}
            for i in range(MAXIMO)
        ]
        return [f for f in filas if f["competencia"] or f["texto"]]

    def _sin_repetir(self, escritas, sub, mensaje):
        vistas = set()
        for fila in escritas:
            if fila[sub] and fila[sub] in vistas:
                self.add_error(f"necesidad_{fila['i']}_{sub}", mensaje)
            vistas.add(fila[sub])


def _planas(necesidades):
    planas = {}
    for i, n in enumerate(necesidades):
        planas |= {
            f"necesidad_{i}_competencia": str(n.competencia_id),
            f"necesidad_{i}_texto": n.texto,
            f"necesidad_{i}_prioridad": str(i + 1),
        }
    return planas
