"""What a dashboard shows, put together from indicators, results and charts. It knows no request."""

from .actividad import Actividad, Fila, leer_actividad
from .ambito import AmbitoDelPanel
from .armar import (
    graficos,
    resultados_del_panel,
    tabla_por_acompanante,
    tabla_por_distrito,
    tabla_por_tipo,
    tabla_por_ugel,
)
from .cifras import cuatro_cifras, hechos

__all__ = [
    "Actividad",
    "AmbitoDelPanel",
    "Fila",
    "cuatro_cifras",
    "graficos",
    "hechos",
    "leer_actividad",
    "resultados_del_panel",
    "tabla_por_acompanante",
    "tabla_por_distrito",
    "tabla_por_tipo",
    "tabla_por_ugel",
]
