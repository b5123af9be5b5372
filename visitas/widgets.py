"""The level picker: four numerals and "No observado". Its HTML is in templates/visitas/widgets/nivel.html."""

from django import forms

from acompanamiento.comun.formato import romano

NO_OBSERVADO = "no"
NIVELES = (1, 2, 3, 4)
OPCIONES_DE_NIVEL = [*((str(nivel), romano(nivel)) for nivel in NIVELES), (NO_OBSERVADO, "No observado")]
DESCRIPTOR_DE_NO_OBSERVADO = "No observado no es nivel I: no entra en ningún promedio ni pide evidencia."


class Nivel(forms.RadioSelect):
    """The five radio buttons, and under them the descriptor of the chosen one.

    `descriptores` maps 1 to 4 to the text of the rubric. `evidencia` is the id of the text area that a level
    makes mandatory and "No observado" does not (static/js/nivel.js).
    """

    template_name = "visitas/widgets/nivel.html"
    con_plantilla_propia = True

    def __init__(self, attrs=None, *, descriptores=None, evidencia=""):
        super().__init__(attrs, choices=OPCIONES_DE_NIVEL)
        self.descriptores = descriptores or {}
        self.evidencia = evidencia

    def get_context(self, name, value, attrs):
        contexto = super().get_context(name, value, attrs)
        elegido = contexto["widget"]["value"]
        textos = [
            (str(nivel), f"Nivel {romano(nivel)}.", self.descriptores.get(nivel, "")) for nivel in NIVELES
        ]
        textos.append((NO_OBSERVADO, "", DESCRIPTOR_DE_NO_OBSERVADO))
        contexto["widget"]["evidencia"] = self.evidencia
        contexto["widget"]["descriptores"] = [
            {"valor": valor, "titulo": titulo, "texto": texto, "elegido": valor in elegido}
            for valor, titulo, texto in textos
            if texto
        ]
        return contexto
