"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .catalogos import cargar_catalogos
from .linea_de_base import (
    abrir_caracterizacion,
    descartar_borrador_de_caracterizacion,
    guardar_caracterizacion,
    terminar_caracterizacion,
)
from .necesidades import priorizar_necesidades
from .notas import guardar_nota
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)
from .revision import recibir_revision

__all__ = [
    "abrir_borrador",
    "abrir_caracterizacion",
    "abrir_correccion",
    "cargar_catalogos",
    "descartar_borrador",
    "descartar_borrador_de_caracterizacion",
    "guardar_borrador",
    "guardar_caracterizacion",
    "guardar_nota",
    "marcar_no_realizada",
    "priorizar_necesidades",
    "programar_anio",
    "proponer_anio",
    "recibir_revision",
    "reprogramar",
    "terminar_borrador",
    "terminar_caracterizacion",
    "volver_a_programar",
]
