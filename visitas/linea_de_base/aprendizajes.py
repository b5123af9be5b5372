"""Pupils' learning by grade and area, as counts. A grade with 1 to 4 pupils is shown without its levels."""

from dataclasses import dataclass

from acompanamiento.comun.formato import porciento
from visitas.forms.linea_de_base.catalogo import AREAS, GRADOS, NIVELES
from visitas.models import NivelEducativo

GRUPO_MINIMO = 5
COLORES = ("#ba8443", "#4a7a67", "#185868")
TINTAS = ("#101719", "#ffffff", "#ffffff")
CABE_EL_NUMERO = 8
"""Per cent of the width under which a bar does not carry its number, which stands in the cell."""


@dataclass(frozen=True)
class Tramo:
    """A stretch of a bar, in per cent of its width."""

    x: str
    ancho: str
    centro: str
    color: str
    tinta: str
    texto: str


@dataclass(frozen=True)
class Medida:
    """Counts per level of a group of pupils. `cuentas` is () when they are hidden or nobody was measured."""

    evaluados: int = 0
    cuentas: tuple[int, ...] = ()

    @property
    def oculta(self) -> bool:
        return bool(self.evaluados) and not self.cuentas

    @property
    def niveles(self) -> list[tuple[str, int, str]]:
        """Return (level, count, share) of each level."""
        nombres = NIVELES.values()
        return (
            [
                (nombre, n, porciento(100 * n / self.evaluados))
                for nombre, n in zip(nombres, self.cuentas, strict=True)
            ]
            if self.cuentas
            else []
        )

    @property
    def tramos(self) -> list[Tramo]:
        x, tramos = 0.0, []
        for i, n in enumerate(self.cuentas):
            ancho = 100 * n / self.evaluados
            if n:
                texto = str(n) if ancho >= CABE_EL_NUMERO else ""
                tramos.append(
                    Tramo(f"{x:.2f}", f"{ancho:.2f}", f"{x + ancho / 2:.2f}", COLORES[i], TINTAS[i], texto)
                )
            x += ancho
        return tramos

    @property
    def en_palabras(self) -> str:
        """What the bar says, for who does not see it."""
        return ", ".join(f"{nombre.lower()} {n}" for nombre, n, _ in self.niveles)


@dataclass(frozen=True)
class FilaDeGrado:
    codigo: str
    nombre: str
    matricula: int
    medida: Medida


@dataclass(frozen=True)
class CuadroDeArea:
    """One area: a row for each grade with pupils, and the whole school."""

    codigo: str
    nombre: str
    fuente: str
    filas: list[FilaDeGrado]
    total: Medida

    @property
    def medidos(self) -> frozenset:
        return frozenset(f.codigo for f in self.filas if f.medida.evaluados)

    @property
    def hay_ocultas(self) -> bool:
        return self.total.oculta or any(f.medida.oculta for f in self.filas)


def clave_de_niveles() -> list[tuple[str, str]]:
    """Return (colour, level) for the legend."""
    return list(zip(COLORES, NIVELES.values(), strict=True))


def cuadros_de_aprendizaje(caracterizacion, *, con_detalle: bool) -> list[CuadroDeArea]:
    """Return the areas that were measured. `con_detalle` is for who accompanies: nothing is hidden.

    For the rest a group under GRUPO_MINIMO has only its total, and the school's levels go too when they would give
    back those of so few pupils by subtraction.
    """
    nivel = NivelEducativo.de_escuela(caracterizacion.escuela)
    por_celda = {(a.grado, a.area): a for a in caracterizacion.aprendizajes.all()}
    fuentes = {a.area: a.fuente for a in por_celda.values()}
    minimo = 1 if con_detalle else GRUPO_MINIMO
    return [
        _cuadro(area, nombre, fuentes[area], nivel, caracterizacion.matricula, por_celda, minimo)
        for area, nombre in AREAS[nivel].items()
        if area in fuentes
    ]


def _cuadro(area, nombre, fuente, nivel, matricula, por_celda, minimo):
    crudas = {g: _cruda(por_celda.get((g, area))) for g in GRADOS[nivel]}
    filas = [
        FilaDeGrado(g, nombre_de_grado, matricula.get(g, 0), _proteger(crudas[g], minimo))
        for g, nombre_de_grado in GRADOS[nivel].items()
        if crudas[g].evaluados or matricula.get(g)
    ]
    return CuadroDeArea(area, nombre, fuente, filas, _total(crudas.values(), filas, minimo))


def _cruda(aprendizaje) -> Medida:
    if aprendizaje is None:
        return Medida()
    return Medida(aprendizaje.evaluados, tuple(aprendizaje.de_nivel(n) for n in NIVELES))


def _proteger(medida, minimo):
    return Medida(medida.evaluados) if medida.evaluados < minimo else medida


def _total(crudas, filas, minimo) -> Medida:
    medidas = [m for m in crudas if m.evaluados]
    evaluados = sum(m.evaluados for m in medidas)
    escondidos = sum(f.medida.evaluados for f in filas if f.medida.oculta)
    if evaluados < minimo or 0 < escondidos < minimo:
        return Medida(evaluados)
    return Medida(evaluados, tuple(map(sum, zip(*(m.cuentas for m in medidas), strict=True))))
