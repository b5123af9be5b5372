"""Competency results: frozen per bimestre, under disclosure control, in one object for every medium."""

from .calculo import REGION
from .congelar import congelar_cerrados, instantanea_de, resultados_de, resultados_para
from .objeto import NOTA_OCULTA, OCULTA, Porcion, Resultado, ResultadosDeAmbito

__all__ = [
    "NOTA_OCULTA",
    "OCULTA",
    "REGION",
    "Porcion",
    "Resultado",
    "ResultadosDeAmbito",
    "congelar_cerrados",
    "instantanea_de",
    "resultados_de",
    "resultados_para",
]
