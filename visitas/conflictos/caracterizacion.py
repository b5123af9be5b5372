"""The fields of a school's baseline, in the order and the words of its form (forms/linea_de_base)."""

import re

from django.urls import reverse

from docentes.models import ClaseDeDato, Docente
from visitas.forms.linea_de_base import CaracterizacionForm
from visitas.forms.linea_de_base.catalogo import (
    AREAS,
    GRADOS,
    NIVELES,
    PRIORIDADES,
    nombre_de_dimension,
    nombre_de_medio,
    nombre_de_servicio,
)
from visitas.forms.visita.opciones import nombre_de_lengua
from visitas.linea_de_base import docentes_de_varias
from visitas.models import Caracterizacion, NivelEducativo, Signo
from visitas.quienes import quien_ve_las_dos_de_una_base

from .campo import Campo, de_lista, lista, marcas, numero, objetos, por_orden, texto, texto_largo, unir_listas

CONTROLES = (
    (re.compile(r"(?:matricula|aula)_(\w+)"), "grado_{}"),
    (re.compile(r"aprendizaje_[^_]+_(\w+)_(?:inicio|proceso|satisfactorio)"), "aprendizaje_{}"),
    (re.compile(r"fuente_(\w+)"), "aprendizaje_{}"),
    (re.compile(r"hallazgo_\d+_\w+"), "hallazgos"),
    (re.compile(r"lengua_otra"), "lenguas"),
)


class FormularioDeCaracterizacion:
    """How a baseline's two contents are walked: a field for each grade and for each area; the inventory, as one.

    Of a school that the author no longer accompanies nothing is shown: only the server's version can stay.
    """

    clase = ClaseDeDato.PLAN

    def __init__(self, usuario, rama, contenidos):
        self.base, self.cabeza, self.contenidos = rama.caracterizacion, rama.cabeza, contenidos
        self.se_lee = Caracterizacion.objects.visibles_para(usuario).filter(pk=self.base.pk).exists()
        self.nivel = NivelEducativo.de_escuela(self.base.escuela)
        self.rotulos = {c: f.label for c, f in CaracterizacionForm({}, nivel=self.nivel).fields.items()}

    @property
    def titulo(self) -> str:
        momento = self.base.get_momento_display().lower()
        return f"Línea de base de {self.base.escuela} · {momento}, {self.base.anio}"

    @property
    def url(self) -> str:
        return reverse("caracterizacion_detail" if self.se_lee else "conflicto_list", args=self._args())

    def _args(self):
        return [self.base.pk] if self.se_lee else []

    @property
    def aviso(self) -> str:
        if self.se_lee:
            return ""
        return "Ya no acompañas a docentes de esta escuela: queda lo que está en el servidor. Tu versión no se borra."

    def leidos(self) -> list[Docente]:
        return docentes_de_varias([self.base.escuela_id]) if self.se_lee else []

    def quienes(self) -> list[dict]:
        return quien_ve_las_dos_de_una_base()

    def campos(self) -> list[Campo]:
        if not self.se_lee:
            return []
        return [
            *self._grados(),
            marcas("lenguas", self.rotulos["lenguas"], nombre_de_lengua),
            marcas("servicios", self.rotulos["servicios"], nombre_de_servicio),
            texto_largo("contexto", self.rotulos["contexto"]),
            numero("minutos_de_viaje", self.rotulos["minutos_de_viaje"]),
            texto("medio", self.rotulos["medio"], decir=nombre_de_medio),
            texto("distancia_km", self.rotulos["distancia_km"]),
            texto_largo("como_llegar", self.rotulos["como_llegar"]),
            lista("hallazgos", "Fortalezas y debilidades", _hallazgos, unir_listas),
            *self._areas(),
        ]

    def _grados(self):
        grados = GRADOS[self.nivel]
        orden = por_orden("grado", grados)
        for grado, nombre in grados.items():
            yield de_lista(
                "grados", "grado", grado, f"grado_{grado}", f"Estudiantes de {nombre}", _grado, orden
            )

    def _areas(self):
        areas, grados = AREAS[self.nivel], GRADOS[self.nivel]
        orden = por_orden("area", areas)
        decir = lambda area: _area(area, grados)  # noqa: E731
        for area, nombre in areas.items():
            titulo = f"Niveles de aprendizaje: {nombre}"
            yield de_lista("aprendizajes", "area", area, f"aprendizaje_{area}", titulo, decir, orden)

    def campo_de(self, control: str, _contenido: dict) -> str:
        """The field that holds a control of the form: `aula_2` is of `grado_2`."""
        for patron, campo in CONTROLES:
            if hallado := patron.fullmatch(control):
                return campo.format(*hallado.groups())
        return control


def _grado(fila) -> str:
    matricula, aula = fila.get("matricula"), fila.get("aula")
    return f"{'Sin matrícula' if matricula is None else matricula}{f', aula {aula}' if aula else ''}"


def _hallazgos(filas) -> str:
    return "\n\n".join(_hallazgo(h) for h in filas if isinstance(h, dict))


def _hallazgo(h) -> str:
    signo, prioridad = h.get("signo"), h.get("prioridad")
    que = Signo(signo).label if signo in Signo.values else str(signo)
    cuando = f", {PRIORIDADES[prioridad].lower()}" if prioridad in (1, 2, 3) else ""
    dimension = nombre_de_dimension(str(h.get("dimension", "")))
    return f"{que}{cuando}. {dimension}: {h.get('texto', '')}\nEvidencia: {h.get('evidencia', '')}"


def _area(area, nombres) -> str:
    lineas = [_cuentas(fila, nombres) for fila in objetos(area, "grados")]
    fuente = area.get("fuente")
    return "\n".join(lineas + ([f"Fuente: {fuente}"] if fuente else []))


def _cuentas(fila, nombres) -> str:
    cuentas = ", ".join(f"{palabra.lower()} {fila.get(nivel, '')}" for nivel, palabra in NIVELES.items())
    return f"{nombres.get(str(fila.get('grado')), fila.get('grado'))}: {cuentas}"
