"""The form of a school's characterisation. Always bound to raw values: a draft says what it cannot read, no more."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from visitas.forms.visita import ESTRUCTURA
from visitas.forms.visita.campos import Eleccion, Marcas, Texto
from visitas.forms.visita.plano import podar, primera_diferencia
from visitas.models import NivelEducativo

from .campos import ELIGE, Entero, Kilometros, estudiantes, hallazgo_de
from .catalogo import AREAS, GRADOS, LENGUAS, MAXIMO_DE_HALLAZGOS, MEDIOS, NIVELES, SERVICIOS
from .contenido import VERSION, aplanar_contenido, componer_contenido
from .plano import SUBCAMPOS, VARIOS, aplanar, aplanar_contexto, componer, cuantos_hallazgos, recoger
from .reglas import revisar

MINIMO_DE_FILAS = 4
"""A strength and a weakness of each of the two practices."""


class CaracterizacionForm(forms.Form):
    """What is written about a school at one moment. `valores` are raw; `terminar` asks for everything.

    `filas_libres` are empty lines of the inventory to write in.
    """

    marca_opcionales = False

    def __init__(self, valores: dict, *, nivel: NivelEducativo, terminar=False, filas_libres=0):
        self.nivel, self.terminar = nivel, terminar
        self.recibido = None
        self.hallazgos = min(
            max(MINIMO_DE_FILAS, cuantos_hallazgos(valores) + filas_libres), MAXIMO_DE_HALLAZGOS
        )
        super().__init__(MultiValueDict({c: v if isinstance(v, list) else [v] for c, v in valores.items()}))
        self.fields |= self._de_los_grados() | self._del_contexto() | self._del_viaje()
        for i in range(self.hallazgos):
            self.fields |= {f"hallazgo_{i}_{sub}": campo for sub, campo in hallazgo_de(i + 1).items()}
        self.fields |= self._de_los_aprendizajes()

    @classmethod
    def desde_contenido(cls, contenido: dict, *, nivel):
        """Return the form bound to a content. A content with anything that the form does not know is not valid."""
        form = cls(aplanar_contenido(contenido), nivel=nivel, terminar=True)
        form.recibido = contenido
        return form

    def _de_los_grados(self):
        aulas = [ELIGE, *((str(n), f"Aula {n}") for n in range(1, len(GRADOS[self.nivel]) + 1))]
        campos = {}
        for grado, nombre in GRADOS[self.nivel].items():
            campos[f"matricula_{grado}"] = estudiantes(f"Estudiantes de {nombre}")
            campos[f"aula_{grado}"] = Eleccion(f"Aula de {nombre}", aulas)
        return campos

    def _del_contexto(self):
        return {
            "lenguas": Marcas("Lenguas que se hablan en la escuela", LENGUAS),
            "lengua_otra": Texto("Otra lengua", maximo=120, filas=0),
            "servicios": Marcas("Servicios que hay", SERVICIOS),
            "contexto": Texto(
                "La comunidad y la escuela",
                maximo=3000,
                filas=3,
                help_text="A qué se dedican las familias, en qué meses falta más gente, qué fiestas y saberes hay.",
            ),
        }

    def _del_viaje(self):
        return {
            "minutos_de_viaje": Entero(
                "Tiempo de viaje, en minutos", 2880, "un tiempo en minutos", help_text="Solo de ida."
            ),
            "medio": Eleccion("Medio de transporte", [ELIGE, *MEDIOS.items()]),
            "distancia_km": Kilometros("Distancia, en kilómetros", help_text="Si la sabes."),
            "como_llegar": Texto(
                "Cómo se llega",
                maximo=2000,
                filas=3,
                help_text="De dónde sale el carro y a qué hora, dónde se baja, qué tramo se camina y qué pasa si llueve.",
            ),
        }

    def _de_los_aprendizajes(self):
        campos = {}
        for area, nombre_de_area in AREAS[self.nivel].items():
            for grado, nombre in GRADOS[self.nivel].items():
                for nivel, palabra in NIVELES.items():
                    campos[f"aprendizaje_{grado}_{area}_{nivel}"] = estudiantes(
                        f"{nombre_de_area}, {nombre}: {palabra.lower()}"
                    )
            campos[f"fuente_{area}"] = Texto(
                f"De dónde salen las cuentas de {nombre_de_area}", maximo=120, filas=0
            )
        return campos

    def clean(self):
        limpio = super().clean()
        if self.terminar:
            revisar(self)
        if self.recibido is not None and not self.errors:
            self._revisar_estructura()
        return limpio

    def _revisar_estructura(self):
        lugar = primera_diferencia(podar(self.recibido), self.contenido_en(self.recibido))
        if lugar:
            mensaje = f"No se entiende «{lugar}» en esta versión del formulario."
            self.add_error(None, ValidationError(mensaje, ESTRUCTURA))

    def contenido(self) -> dict:
        """Return what the service stores; only for a form that was valid with `terminar`."""
        return componer(self.cleaned_data, self.nivel)

    def contenido_en(self, lugar: dict) -> dict:
        """Return the content, ready for its hash, of the school, year and moment that `lugar` names."""
        return componer_contenido(self.cleaned_data, self.nivel, lugar)

    def contenido_tal_cual(self, lugar: dict) -> dict:
        """Return the content of values that today's rules may not accept: what cannot be read stays as it is written."""
        self.is_valid()
        crudos = {c: self.data.getlist(c) if c in VARIOS else self.data.get(c, "") for c in self.fields}
        return componer_contenido(crudos | self.cleaned_data, self.nivel, lugar)

    def filas_de_grados(self):
        return [
            {"nombre": nombre, "matricula": self[f"matricula_{g}"], "aula": self[f"aula_{g}"]}
            for g, nombre in GRADOS[self.nivel].items()
        ]

    def filas_de_hallazgos(self):
        return [{sub: self[f"hallazgo_{i}_{sub}"] for sub in SUBCAMPOS} for i in range(self.hallazgos)]

    def tablas_de_aprendizajes(self):
        return [
            {
                "nombre": nombre_de_area,
                "fuente": self[f"fuente_{area}"],
                "filas": [
                    (nombre, [(NIVELES[n], self[f"aprendizaje_{grado}_{area}_{n}"]) for n in NIVELES])
                    for grado, nombre in GRADOS[self.nivel].items()
                ],
            }
            for area, nombre_de_area in AREAS[self.nivel].items()
        ]


__all__ = ["VERSION", "CaracterizacionForm", "aplanar", "aplanar_contexto", "recoger"]
