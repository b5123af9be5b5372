"""The parts of a report's data. All frozen: between computing and printing nothing moves."""

from dataclasses import dataclass

from reportes.ambitos import AmbitoDeReporte
from reportes.periodos import Periodo


@dataclass(frozen=True)
class Cifra:
    """One of the four figures: "92 %", "visitas hechas", "163 de 177 planificadas"."""

    valor: str
    unidad: str
    nombre: str
    detalle: str


@dataclass(frozen=True)
class Fila:
    """Activity of one piece of the territory, or of all of it."""

    nombre: str
    escuelas: int
    docentes: int
    con_diagnostica: int
    planificadas: int
    hechas: int
    porcentaje: int | None
    en_el_periodo: str


@dataclass(frozen=True)
class Tabla:
    """The scope cut one way: by district, by UGEL or by province. `columna` heads the first column."""

    titulo: str
    columna: str
    filas: tuple[Fila, ...]
    total: Fila


@dataclass(frozen=True)
class Resultados:
    """Frozen results of the last closed bimestre, or the reason why there are none yet."""

    grafico: object | None
    hallazgo: str
    nota: str


@dataclass(frozen=True)
class DatosDeReporte:
    """Everything that a report prints, except who asked for it and when."""

    ambito: AmbitoDeReporte
    periodo: Periodo
    portada: tuple[tuple[str, str], ...]
    hallazgo: str
    resumen: str
    cifras: tuple[Cifra, ...]
    meses: object | None
    tablas: tuple[Tabla, ...]
    motivos: tuple[tuple[str, int], ...]
    resultados: Resultados
    definiciones: tuple[tuple[str, str], ...]
    escuelas: int
    sintetico: bool

    @property
    def titulo(self) -> str:
        return f"Avance del acompañamiento pedagógico: {self.ambito.nombre}, {self.periodo.texto}"
