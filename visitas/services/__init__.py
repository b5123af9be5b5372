"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .catalogos import cargar_catalogos
from .notas import guardar_nota
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)
from .revision import recibir_revision
from .sincronizacion import epoca_actual, recibir_lote, recibos

__all__ = [
    "abrir_borrador",
    "abrir_correccion",
    "cargar_catalogos",
    "descartar_borrador",
    "epoca_actual",
    "guardar_borrador",
    "guardar_nota",
    "marcar_no_realizada",
    "programar_anio",
    "proponer_anio",
    "recibir_lote",
    "recibir_revision",
    "recibos",
    "reprogramar",
    "terminar_borrador",
    "volver_a_programar",
]
