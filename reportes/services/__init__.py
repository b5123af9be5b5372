"""Reports as rows: asked for, claimed, made, swept, handed over."""

from .barrido import ESPERA, barrer
from .descarga import abrir_descarga
from .generacion import PASOS, generar_reporte
from .solicitud import elegir_ambito, reintentar_reporte, solicitar_reporte

__all__ = [
    "ESPERA",
    "PASOS",
    "abrir_descarga",
    "barrer",
    "elegir_ambito",
    "generar_reporte",
    "reintentar_reporte",
    "solicitar_reporte",
]
