"""Charts as plain objects; templates/reportes/graficos draws them, the same on screen and on paper."""

from .distribucion import Distribucion, distribucion
from .mapa import Mapa, mapa_de_provincias
from .meses import GraficoDeMeses, Multiples, grafico_de_meses, multiples

__all__ = [
    "Distribucion",
    "GraficoDeMeses",
    "Mapa",
    "Multiples",
    "distribucion",
    "grafico_de_meses",
    "mapa_de_provincias",
    "multiples",
]
