"""A tile for each province: same size, placed as on the map, one hue."""

from dataclasses import dataclass

from acompanamiento.comun.formato import DURO
from acompanamiento.comun.orden import clave_de_orden
from reportes.indicadores import Plan
from reportes.periodos import Periodo

from .comun import enumerar, numero

COLUMNAS, ALTO_DE_LOSA, PASO_VERTICAL = 5, 74, 77
UMBRAL = 80
"""Per cent of the plan under which the chart's title names a province."""

LUGARES = {
    "1304": (0, 0),
    "1307": (0, 1),
    "1311": (2, 1),
    "1303": (3, 1),
    "1302": (1, 2),
    "1306": (2, 2),
    "1309": (3, 2),
    "1308": (4, 2),
    "1301": (1, 3),
    "1305": (2, 3),
    "1310": (3, 3),
    "1312": (2, 4),
}
"""Column and row of each province of La Libertad, by INEI code. Others go in rows under them."""

TRAMOS = (
    (90, "#083f4a", "#ffffff", "90 o más"),
    (85, "#1f6f7b", "#ffffff", "85 a 89"),
    (80, "#5b9aa3", "#101719", "80 a 84"),
    (75, "#9cc5ca", "#101719", "75 a 79"),
    (0, "#cfe3e5", "#101719", "menos de 75 %"),
)
SIN_PLAN = "#faf8f3"


@dataclass(frozen=True)
class Losa:
    nombre: str
    lineas: tuple[tuple[str, int], ...]
    plan: Plan
    x: str
    y: int
    centro: str
    fondo: str
    tinta: str

    @property
    def texto(self) -> str:
        return "sin plan" if self.plan.porcentaje is None else f"{self.plan.porcentaje}{DURO}%"

    @property
    def y_texto(self) -> int:
        return self.y + 60


@dataclass(frozen=True)
class Mapa:
    id: str
    titulo: str
    medida: str
    losas: tuple[Losa, ...]
    alto: int
    con_mar: bool

    @property
    def vacio(self) -> bool:
        return not any(losa.plan.planificadas for losa in self.losas)

    @property
    def filas(self):
        return sorted(self.losas, key=lambda losa: clave_de_orden(losa.nombre))

    @property
    def descripcion(self) -> str:
        return ", ".join(f"{losa.nombre} {losa.texto}" for losa in self.losas)

    @property
    def clave(self):
        """Return (colour, label), light to dark."""
        return [(color, etiqueta) for _, color, _, etiqueta in reversed(TRAMOS)]


def mapa_de_provincias(filas, periodo: Periodo, *, id="mapa") -> Mapa:
    """Draw (Provincia, Plan) rows."""
    lugares = _lugares([provincia.codigo for provincia, _ in filas])
    losas = tuple(_losa(provincia.nombre, plan, *lugares[provincia.codigo]) for provincia, plan in filas)
    return Mapa(
        id=id,
        titulo=_hallazgo(filas),
        medida=f"Visitas hechas sobre planificadas por provincia, hasta el {periodo.corte:%d/%m/%Y}. "
        "Cada recuadro es una provincia; el tamaño no significa nada.",
        losas=losas,
        alto=PASO_VERTICAL * (1 + max((fila for _, fila in lugares.values()), default=0)),
        con_mar=any(provincia.codigo in LUGARES for provincia, _ in filas),
    )


def _hallazgo(filas):
    con_plan = [(provincia.nombre, plan.porcentaje) for provincia, plan in filas if plan.planificadas]
    if not con_plan:
        return "Aún no hay visitas planificadas"
    debajo = [nombre for nombre, porcentaje in con_plan if porcentaje < UMBRAL]
    if not debajo:
        return f"Ninguna provincia queda por debajo de {UMBRAL}{DURO}%"
    if len(debajo) > 3:
        return f"{len(debajo)} de {len(con_plan)} provincias quedan por debajo de {UMBRAL}{DURO}%"
    return f"{enumerar(debajo)} {'queda' if len(debajo) == 1 else 'quedan'} por debajo de {UMBRAL}{DURO}%"


def _lugares(codigos):
    conocidos = {codigo: LUGARES[codigo] for codigo in codigos if codigo in LUGARES}
    primera = 1 + max((fila for _, fila in conocidos.values()), default=-1)
    otros = [codigo for codigo in codigos if codigo not in LUGARES]
    return conocidos | {
        codigo: (lugar % COLUMNAS, primera + lugar // COLUMNAS) for lugar, codigo in enumerate(otros)
    }


def _losa(nombre, plan, columna, fila):
    ancho, y = 100 / COLUMNAS, fila * PASO_VERTICAL
    fondo, tinta = _tramo(plan.porcentaje)
    return Losa(
        nombre=nombre,
        lineas=_lineas(nombre, y),
        plan=plan,
        x=numero(columna * ancho + 0.35),
        y=y,
        centro=numero((columna + 0.5) * ancho),
        fondo=fondo,
        tinta=tinta,
    )


def _tramo(porcentaje):
    if porcentaje is None:
        return SIN_PLAN, "#4c5a5e"
    return next((color, tinta) for desde, color, tinta, _ in TRAMOS if porcentaje >= desde)


def _lineas(nombre, y):
    """Split a long name in two lines; return (text, y) pairs."""
    primera, _, resto = nombre.partition(" ")
    if not resto:
        return ((nombre, y + 28),)
    return ((primera, y + 20), (resto, y + 35))
