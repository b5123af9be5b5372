"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .catalogos import cargar_catalogos
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)

__all__ = [
    "cargar_catalogos",
    "marcar_no_realizada",
    "programar_anio",
    "proponer_anio",
    "reprogramar",
    "volver_a_programar",
]
