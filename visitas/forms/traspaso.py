"""What a teacher lets pass to whoever accompanies her next, and the note of who accompanied her."""

from django import forms

from acompanamiento.comun.widgets import Opciones

from .visita import campos

PASA, NO_PASA = "pasa", "no_pasa"
# class: (what it is, to the teacher; what happens when it passes or not; what it is, to the others)
CLASES = {
    "visitas": (
        "Lo que se escribió y conversó en las visitas, con sus niveles",
        "Si pasa, podrá leer cada visita. Si no pasa, solo verá sus fechas y de qué tipo fueron: partirá de la primera "
        "visita que te haga, también si no pasa la diagnóstica.",
        "Lo escrito y conversado en las visitas, con sus niveles",
    ),
    "necesidades": (
        "Tus necesidades priorizadas",
        "Si no pasan, las conversarán de nuevo, desde el comienzo.",
        "Las necesidades priorizadas",
    ),
    "plan": (
        "Tu parte del plan de acompañamiento",
        "Si no pasa, acordarán estrategias nuevas.",
        "Su parte del plan de acompañamiento",
    ),
    "pasa_la_nota": (
        "La nota que te dejó quien te acompañó",
        "La leíste tú primero. Si no pasa, queda entre los dos.",
        "La nota de quien acompañó",
    ),
}


def _clase(clase):
    rotulo, ayuda, _ = CLASES[clase]
    return forms.ChoiceField(
        label=rotulo,
        help_text=ayuda,
        choices=[(PASA, "Que pase"), (NO_PASA, "Que no pase")],
        widget=Opciones,
        error_messages={
            "required": "Falta tu decisión. Elige Que pase o Que no pase.",
            "invalid_choice": "Elige Que pase o Que no pase.",
        },
    )


class DecisionForm(forms.Form):
    """One choice for each class of data, and a free word."""

    visitas = _clase("visitas")
    necesidades = _clase("necesidades")
    plan = _clase("plan")
    pasa_la_nota = _clase("pasa_la_nota")
    palabra = campos.Texto(
        "Tu palabra para quien te acompañará",
        maximo=1500,
        filas=4,
        help_text="Si quieres. La leen quien te acompañó y quien te acompañará.",
    )

    def __init__(self, data=None, *, traspaso):
        inicial = {c: PASA if getattr(traspaso, c) else NO_PASA for c in CLASES}
        super().__init__(data, initial=inicial | {"palabra": traspaso.palabra})
        if not traspaso.nota:
            del self.fields["pasa_la_nota"]

    def decision(self) -> dict:
        """Return the arguments of `decidir_traspaso`. The form must be valid."""
        clases = {c: self.cleaned_data[c] == PASA for c in CLASES if c in self.fields}
        return clases | {"palabra": self.cleaned_data["palabra"]}


class NotaDeTraspasoForm(forms.Form):
    texto = campos.Texto(
        "En qué estaban trabajando",
        maximo=3000,
        filas=8,
        help_text="Qué venían probando, qué le ayuda, qué quedó por conversar. Sin niveles y sin juicios.",
    )
