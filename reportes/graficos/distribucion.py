"""Distribution of levels at the baseline and at the latest visit, a pair of bars for each competency."""

from dataclasses import dataclass

from acompanamiento.comun.formato import fecha
from reportes.periodos import Periodo
from reportes.resultados import Resultado, ResultadosDeAmbito

from .comun import numero

COLORES = ("#ba8443", "#4a7a67", "#185868", "#0a2c39")
TINTAS = ("#101719", "#ffffff", "#ffffff", "#ffffff")
CABE_EL_TEXTO = 5
"""Per cent of the width under which a bar does not carry its number, which stands in the table."""


DEFINICION = (
    "Línea de base: la primera visita diagnóstica en que se observó la competencia. Última: la última visita posterior en "
    "que se observó, con el mismo instrumento. Se cuentan las visitas del bimestre recibidas hasta diez días después de su "
    "cierre. Un docente entra cuando, en su UGEL y provincia, entra con él un grupo de al menos 5 docentes, 3 escuelas y 2 "
    "acompañantes; quien espera, y quien no fue observado en las dos, queda fuera del porcentaje de esa competencia."
)


@dataclass(frozen=True)
class Segmento:
    x: str
    ancho: str
    centro: str
    color: str
    tinta: str
    texto: str


@dataclass(frozen=True)
class Par:
    """The two bars of one competency; a hidden one has no segment."""

    id: str
    resultado: Resultado
    base: tuple[Segmento, ...]
    ultima: tuple[Segmento, ...]


@dataclass(frozen=True)
class Distribucion:
    id: str
    titulo: str
    medida: str
    pares: tuple[Par, ...]
    oculto: bool
    hay_ocultos: bool
    definicion: str = DEFINICION

    @property
    def clave(self):
        return list(zip(COLORES, ("Nivel I", "Nivel II", "Nivel III", "Nivel IV"), strict=True))

    @property
    def resultados(self):
        return [par.resultado for par in self.pares]


def distribucion(
    resultados: ResultadosDeAmbito, bimestre: Periodo, *, ambito_texto: str, id="dist"
) -> Distribucion:
    """Draw the frozen results of a scope at the close of `bimestre`."""
    return Distribucion(
        id=id,
        titulo=resultados.hallazgo,
        medida=_medida(resultados, bimestre, ambito_texto),
        pares=tuple(_par(r, f"{id}-{r.numero}") for r in resultados.resultados),
        oculto=resultados.oculto,
        hay_ocultos=resultados.hay_ocultos,
    )


def _medida(resultados, bimestre, ambito_texto):
    cierre = f"al cierre del bimestre {bimestre.numero} ({fecha(bimestre.fin)})"
    if resultados.oculto:
        return f"Resultados {cierre}, {ambito_texto}."
    return (
        f"Porcentaje de los mismos {resultados.docentes} docentes, {ambito_texto}, {cierre}. "
        "Barra de arriba: línea de base. Barra de abajo: última visita. Es asociación, no prueba de causa."
    )


def _par(resultado, id):
    return Par(id, resultado, _segmentos(resultado.base), _segmentos(resultado.ultima))


def _segmentos(porciones):
    """Lay the coarse shares side by side; rounding may make them miss 100, so they are scaled to the width."""
    total = sum(p.valor for p in porciones)
    segmentos, x = [], 0.0
    for porcion in porciones:
        ancho = 100 * porcion.valor / total
        if ancho:
            segmentos.append(
                Segmento(
                    x=numero(x),
                    ancho=numero(ancho),
                    centro=numero(x + ancho / 2),
                    color=COLORES[porcion.nivel - 1],
                    tinta=TINTAS[porcion.nivel - 1],
                    texto=porcion.texto if ancho >= CABE_EL_TEXTO else "",
                )
            )
        x += ancho
    return tuple(segmentos)
