"""The form of a visit: one for each version of the instrument, online and, later, on the device without a network.

Field names are flat (`presentes_3`, `nivel_8`, `nota_0_hora`), so that a page without JavaScript, a draft and a
device hold the same values. `VisitaForm.desde_contenido(c).contenido() == c` for every content that it accepts.
"""

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from .armado import COMPARTIDOS, PROPIOS
from .opciones import AREAS, LENGUAS, opciones_de
from .plano import (
    MAXIMO_DE_COMPROMISOS,
    MAXIMO_DE_NOTAS,
    PASOS,
    SUBCAMPOS,
    aplanar,
    componer,
    cuantas_filas,
    filas,
    podar,
    poner_identidad,
    primera_diferencia,
)
from .reglas import revisar

VERSION = 1
ESTRUCTURA = "ESTRUCTURA"


def _uuid_o_nada(valor):
    try:
        return str(UUID(valor))
    except (AttributeError, TypeError, ValueError):
        return None


class VisitaForm(forms.Form):
    """What a person writes about one visit to one teacher: `data` is {field name: text, or list of texts}.

    `situacion` is a contexto.Situacion; `instrumento` has its competencies prefetched; `programada` is the id
    (text) of the scheduled visit it answers, or None. A draft gives its values as `inicial`, so that nothing is
    checked before its time. `descriptores` {number: {level: text}} and `filas_libres` are for the screen; `armado`
    makes the fields.
    """

    marca_opcionales = False
    error = ValidationError

    def __init__(
        self,
        data=None,
        *,
        situacion,
        instrumento,
        inicial=None,
        programada=None,
        descriptores=None,
        filas_libres=0,
        armado=PROPIOS,
    ):
        self.valores = data if data is not None else inicial or {}
        self.situacion, self.instrumento, self.programada = situacion, instrumento, programada
        self.competencias = instrumento.por_numero
        self.opciones = opciones_de(situacion.nivel)
        self.notas = self.compromisos = 0
        self._recibido = self._contenido = None
        self.escritas = {}
        super().__init__(data, initial=inicial)
        self._poner_campos(armado, descriptores or {}, filas_libres)

    @classmethod
    def desde_contenido(cls, contenido: dict, **contexto):
        """Return the form bound to a content. A content with anything that the form does not know is not valid."""
        nivel = contexto["situacion"].nivel
        plano = aplanar(contenido, areas=AREAS[nivel], lenguas=LENGUAS)
        programada = _uuid_o_nada(contenido.get("programada"))
        form = cls(plano, programada=programada, armado=COMPARTIDOS, **contexto)
        form._recibido = contenido
        return form

    def _poner_campos(self, armado, descriptores, filas_libres):
        competencias = tuple((n, tuple(descriptores.get(n, {}).items())) for n in self.competencias)
        self.fields |= armado.fijos(self.situacion.nivel, self._tipos(), competencias)
        for pk, compromiso in self.situacion.verificables.items():
            self._poner_fila(f"verificacion_{pk}", armado.verificacion(compromiso.que))
        self._poner_filas(armado, filas_libres)
        self.fields |= armado.acuerdo(self.situacion.docente.primer_nombre)

    def _tipos(self) -> tuple:
        """The kinds to choose from: the protocol's in force, and the chosen one when it is of an older protocol."""
        tipos = self.situacion.catalogos.tipos_de(self.situacion.nivel)
        elegido = self.situacion.tipo(self.valores.get("tipo", ""))
        tipos += [elegido] if elegido and elegido not in tipos else []
        return tuple((t.codigo, t.nombre) for t in tipos)

    def _poner_filas(self, armado, libres):
        self.notas = cuantas_filas(self.valores, "nota", MAXIMO_DE_NOTAS) + libres
        for i in range(self.notas):
            self._poner_fila(f"nota_{i}", armado.nota(i + 1))
        escritos = cuantas_filas(self.valores, "compromiso", MAXIMO_DE_COMPROMISOS + 3)
        self.compromisos = max(1, escritos, min(escritos + libres, MAXIMO_DE_COMPROMISOS))
        for i in range(self.compromisos):
            self._poner_fila(f"compromiso_{i}", armado.compromiso(i + 1))

    def _poner_fila(self, prefijo, fila):
        for sub, campo in fila.items():
            self.fields[f"{prefijo}_{sub}"] = campo

    @property
    def tipo(self):
        """The TipoDeVisita chosen, once clean; None when it is missing or unknown."""
        return self.situacion.tipo(self.cleaned_data.get("tipo") or "")

    def _clean_fields(self):
        """As Django's, without a BoundField for each of 70 fields: they are for drawing, and took a third of the time."""
        for nombre, campo in self.fields.items():
            valor = campo.widget.value_from_datadict(self.data, self.files, nombre)
            try:
                self.cleaned_data[nombre] = campo.clean(valor)
            except ValidationError as error:
                self.add_error(nombre, error)

    def clean(self):
        poner_identidad(self.cleaned_data)
        self.escritas = {clase: filas(self.cleaned_data, clase) for clase in SUBCAMPOS}
        revisar(self)
        if self._recibido is not None and not self.errors:
            self._revisar_estructura()
        return self.cleaned_data

    def _revisar_estructura(self):
        lugar = primera_diferencia(podar(self._recibido), self.contenido())
        if lugar:
            self.add_error(
                None, ValidationError(f"No se entiende «{lugar}» en esta versión del formulario.", ESTRUCTURA)
            )

    def contenido(self) -> dict:
        """Return the content of the visit, ready for its hash. The form must be valid."""
        if self._contenido is None:
            self._contenido = componer(
                self.cleaned_data,
                self.escritas,
                situacion=self.situacion,
                instrumento=self.instrumento,
                programada=self.programada,
                opciones=self.opciones,
            )
        return self._contenido

    # --- What the page walks

    def filas(self, clase: str, cuantas: int) -> list[dict]:
        return [
            {"indice": i} | {sub: self[f"{clase}_{i}_{sub}"] for sub in SUBCAMPOS[clase]}
            for i in range(cuantas)
        ]

    def filas_de_notas(self):
        return self.filas("nota", self.notas)

    def filas_de_compromisos(self):
        return self.filas("compromiso", self.compromisos)

    def campos_de_grados(self):
        return [self[f"presentes_{grado}"] for grado in self.opciones["grados"]]

    def pasos(self):
        return [self[paso] for paso in PASOS]

    def filas_de_verificacion(self):
        return [
            {
                "compromiso": compromiso,
                "estado": self[f"verificacion_{pk}_estado"],
                "comentario": self[f"verificacion_{pk}_comentario"],
            }
            for pk, compromiso in self.situacion.verificables.items()
        ]

    def competencias_por_orden(self, primero=()):
        """Two lists of {competencia, nivel, evidencia}: those to look at first, and the others."""
        filas = [
            {"competencia": c, "nivel": self[f"nivel_{n}"], "evidencia": self[f"evidencia_{n}"]}
            for n, c in self.competencias.items()
        ]
        antes = [f for f in filas if f["competencia"].numero in primero]
        return antes, [f for f in filas if f not in antes]
