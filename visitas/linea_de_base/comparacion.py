"""The start of the year against its end: learning by grade and area, and which weaknesses were attended to."""

from dataclasses import dataclass

from visitas.forms.linea_de_base.catalogo import PRACTICA_DE, nombre_de_dimension
from visitas.models import Practica, Signo

from .aprendizajes import CuadroDeArea, Medida, cuadros_de_aprendizaje


@dataclass(frozen=True)
class FilaComparada:
    nombre: str
    inicio: Medida
    cierre: Medida


@dataclass(frozen=True)
class AreaComparada:
    """One area. `total` is None when the grades measured at both moments are not the same."""

    nombre: str
    filas: list[FilaComparada]
    total: FilaComparada | None
    hay_ocultas: bool


@dataclass(frozen=True)
class DebilidadComparada:
    """The weaknesses that a dimension had at the start, and what the close found in it."""

    dimension: str
    practica: str
    antes: list
    ahora: list
    estado: str
    tono: str
    icono: str


@dataclass(frozen=True)
class Comparacion:
    areas: list[AreaComparada]
    debilidades: list[DebilidadComparada]
    nuevas: list

    @property
    def atendidas(self) -> int:
        return sum(d.estado in (ATENDIDA[0], AVANZO[0]) for d in self.debilidades)


ATENDIDA = ("Ahora es fortaleza", "ok", "sic")
AVANZO = ("Avanzó, y aún queda por hacer", "mar", "ciclo")
SIGUE = ("Sigue por atender", "ojo", "reloj")
SIN_REGISTRO = ("Sin registro al cierre", "hueco", "info")


def comparar(inicio, cierre, *, con_detalle: bool) -> Comparacion:
    """Compare two finished characterisations of a school and year, with their hallazgos and aprendizajes.

    A weakness was attended to when the close has a strength in its dimension; the comparison is by dimension, since
    no line of the inventory is the same after a year.
    """
    de_inicio = list(inicio.hallazgos.all())
    de_cierre = list(cierre.hallazgos.all())
    flojas = _por_dimension(de_inicio, Signo.DEBILIDAD)
    return Comparacion(
        areas=_areas(
            cuadros_de_aprendizaje(inicio, con_detalle=con_detalle),
            cuadros_de_aprendizaje(cierre, con_detalle=con_detalle),
        ),
        debilidades=[_debilidad(d, antes, de_cierre) for d, antes in flojas.items()],
        nuevas=[
            h
            for dimension, suyas in _por_dimension(de_cierre, Signo.DEBILIDAD).items()
            if dimension not in flojas
            for h in suyas
        ],
    )


def _por_dimension(hallazgos, signo) -> dict:
    grupos = {}
    for h in hallazgos:
        if h.signo == signo:
            grupos.setdefault(h.dimension, []).append(h)
    orden = list(PRACTICA_DE)
    return dict(
        sorted(grupos.items(), key=lambda par: orden.index(par[0]) if par[0] in orden else len(orden))
    )


def _debilidad(dimension, antes, de_cierre):
    ahora = [h for h in de_cierre if h.dimension == dimension]
    signos = {h.signo for h in ahora}
    estado = {
        frozenset(): SIN_REGISTRO,
        frozenset({Signo.DEBILIDAD}): SIGUE,
        frozenset({Signo.FORTALEZA}): ATENDIDA,
    }.get(frozenset(signos), AVANZO)
    practica = PRACTICA_DE.get(dimension) or antes[0].practica
    return DebilidadComparada(nombre_de_dimension(dimension), Practica(practica).label, antes, ahora, *estado)


def _areas(de_inicio: list[CuadroDeArea], de_cierre: list[CuadroDeArea]) -> list[AreaComparada]:
    finales = {c.codigo: c for c in de_cierre}
    return [_area(c, finales[c.codigo]) for c in de_inicio if c.codigo in finales]


def _area(inicio, cierre):
    finales = {f.codigo: f.medida for f in cierre.filas}
    iniciales = {f.codigo: f.medida for f in inicio.filas}
    nombres = {f.codigo: f.nombre for f in (*inicio.filas, *cierre.filas)}
    filas = [
        FilaComparada(nombres[g], iniciales.get(g, Medida()), finales.get(g, Medida()))
        for g in sorted(nombres)
        if g in inicio.medidos | cierre.medidos
    ]
    mismos = inicio.medidos == cierre.medidos
    total = FilaComparada("Toda la escuela", inicio.total, cierre.total) if mismos else None
    return AreaComparada(inicio.nombre, filas, total, inicio.hay_ocultas or cierre.hay_ocultas)
