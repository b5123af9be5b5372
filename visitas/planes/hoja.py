"""A plan as it is read on a page, in the PDF or in a version: the content of planes/foto with its labels."""

from dataclasses import dataclass
from datetime import date

from escuelas.models import Modalidad, Nivel
from visitas.forms.visita.opciones import nombre_de_grado
from visitas.models import NivelEducativo, TipoDeActividad

from .calendario import meses_de


@dataclass(frozen=True)
class Actividad:
    tipo: str
    que: str
    desde: date
    hasta: date


@dataclass(frozen=True)
class Linea:
    clave: str
    competencia: str
    necesidad: str
    estrategia: str
    razon: str
    es_sugerida: bool
    actividades: list


@dataclass(frozen=True)
class Ficha:
    """A teacher's matrix. `clave` is the id, or the letter where names are not told."""

    clave: str
    rotulo: str
    situacion: str
    lineas: list


@dataclass(frozen=True)
class Hoja:
    """`secciones` is {code: text}; `ocultos` counts matrices that the reader may not open."""

    anio: int
    secciones: dict
    objetivos: list
    metas: list
    fichas: list
    meses: list
    ocultos: int

    @property
    def visitas(self) -> int:
        return sum(m.visitas for m in self.meses)

    @property
    def sesiones(self) -> int:
        return sum(len(m.sesiones) for m in self.meses)


def hoja_de(contenido: dict, rotulos: dict[str, str]) -> Hoja:
    """Return the sheet. Only the teachers of `rotulos`, {id: name to show}, have their matrix in it."""
    suyos = [d for d in contenido["docentes"] if d["docente"] in rotulos]
    return Hoja(
        anio=contenido["anio"],
        secciones=contenido["secciones"],
        objetivos=renglones(contenido["secciones"]["objetivos"]),
        metas=contenido["metas"],
        fichas=[ficha_de(d, rotulos[d["docente"]]) for d in suyos],
        meses=meses_de(contenido["calendario"]),
        ocultos=len(contenido["docentes"]) - len(suyos),
    )


def ficha_de(dato: dict, rotulo: str) -> Ficha:
    return Ficha(dato["docente"], rotulo, situacion_de(dato), [_linea(f) for f in dato["lineas"]])


def renglones(texto: str) -> list[str]:
    return [linea.strip() for linea in texto.splitlines() if linea.strip()]


def situacion_de(dato: dict) -> str:
    """Return "Primaria, unidocente multigrado, 1.º, 2.º y 3.º": what tells a room apart without naming it."""
    partes = [Nivel(dato["nivel"]).label if dato["nivel"] else ""]
    partes += [Modalidad(dato["modalidad"]).label.lower() if dato["modalidad"] else ""]
    educativo = NivelEducativo.de_escuela(_ConNivel(dato["nivel"]))
    partes += [enumerar([nombre_de_grado(educativo, g) for g in dato["grados"]])]
    return ", ".join(p for p in partes if p)


def enumerar(cosas: list[str]) -> str:
    """Return "a, b y c"."""
    return " y ".join([", ".join(cosas[:-1]), cosas[-1]]) if len(cosas) > 1 else "".join(cosas)


@dataclass(frozen=True)
class _ConNivel:
    nivel: str


def _linea(dato):
    actividades = [
        Actividad(
            TipoDeActividad(a["tipo"]).label,
            a["que"],
            date.fromisoformat(a["desde"]),
            date.fromisoformat(a["hasta"]),
        )
        for a in dato["actividades"]
    ]
    textos = [dato[c] for c in ("competencia", "necesidad", "estrategia", "razon")]
    return Linea(dato["id"], *textos, bool(dato["sugerida"]), actividades)
