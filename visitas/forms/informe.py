"""The written sections of a final report, and the formador's comment."""

from django import forms
from django.core.exceptions import ValidationError

from acompanamiento.comun.texto import sin_tildes
from visitas.informes import SECCIONES

from .visita import campos

AYUDAS = {
    "logros": "Qué cambió en las aulas y en las escuelas, y en qué se nota.",
    "dificultades": "Qué lo hizo difícil: caminos, tiempos, materiales, acuerdos.",
    "lecciones": "Qué aprendiste de acompañar este año.",
    "recomendaciones": "Qué haría falta desde marzo.",
}


class InformeForm(forms.Form):
    """Blank is normal in a draft; with `enviar`, the four sections are asked for and no teacher may be named.

    `docentes` are those of the year; `escuelas`, the schools that may have a section of their own.
    """

    marca_opcionales = False

    def __init__(self, data=None, *, escuelas, docentes=(), inicial=None, enviar=False):
        self.escuelas, self.docentes, self.enviar = list(escuelas), list(docentes), enviar
        super().__init__(data, initial=inicial)
        for campo, nombre in SECCIONES.items():
            self.fields[campo] = campos.Texto(nombre, maximo=4000, filas=4, help_text=AYUDAS[campo])
        for escuela in self.escuelas:
            self.fields[f"escuela_{escuela.pk}"] = campos.Texto(
                f"{escuela.nombre}, {escuela.distrito.nombre}", maximo=2000, filas=3
            )

    def clean(self):
        limpio = self.cleaned_data
        for campo, nombre in SECCIONES.items():
            if self.enviar and campo not in self.errors and not limpio.get(campo):
                self.add_error(campo, ValidationError(f"Falta «{nombre}». Escribe al menos una frase."))
        for campo in list(limpio) if self.enviar else ():
            if nombrado := self._nombrado_en(limpio[campo]):
                self.add_error(
                    campo,
                    ValidationError(
                        f"El texto nombra a {nombrado}. El informe lo lee el formador: habla de la escuela o del "
                        "grupo, no de una persona."
                    ),
                )
        return limpio

    def _nombrado_en(self, texto):
        """Return the first teacher of the year whom the text names, or None."""
        plano = f" {sin_tildes(texto)} "
        for docente in self.docentes:
            corto = f"{docente.primer_nombre} {docente.apellidos.split()[0]}"
            if any(f" {sin_tildes(n)} " in plano for n in (corto, docente.apellidos)):
                return docente.nombre_completo
        return None

    def textos(self) -> dict:
        return {campo: self.cleaned_data[campo] for campo in SECCIONES}

    def por_escuela(self) -> dict:
        return {escuela: self.cleaned_data[f"escuela_{escuela.pk}"] for escuela in self.escuelas}

    def secciones(self):
        return [self[campo] for campo in SECCIONES]

    def secciones_de_escuela(self):
        return [self[f"escuela_{escuela.pk}"] for escuela in self.escuelas]


class ComentarioDelFormadorForm(forms.Form):
    comentario = campos.Texto(
        "Tu comentario", maximo=2000, filas=4, help_text="Lo lee quien escribió el informe."
    )

    def clean_comentario(self):
        comentario = self.cleaned_data["comentario"]
        if not comentario:
            raise ValidationError("Falta tu comentario. Escribe al menos una frase para quien lo escribió.")
        return comentario
