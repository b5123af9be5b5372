"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .calibracion import enviar_respuesta, guardar_ejercicio, guardar_respuesta
from .calidad import recalcular_calidad
from .caso import comentar_caso, compartir_caso, retirar_caso
from .catalogos import cargar_catalogos
from .notas import guardar_nota
from .observacion import comentar_observacion, guardar_observacion
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
    "abrir_correccion",
    "cargar_catalogos",
    "comentar_caso",
    "comentar_observacion",
    "compartir_caso",
    "descartar_borrador",
    "enviar_respuesta",
    "guardar_borrador",
    "guardar_ejercicio",
    "guardar_nota",
    "guardar_observacion",
    "guardar_respuesta",
    "marcar_no_realizada",
    "programar_anio",
    "proponer_anio",
    "recalcular_calidad",
    "recibir_revision",
    "reprogramar",
    "retirar_caso",
    "terminar_borrador",
    "volver_a_programar",
]
