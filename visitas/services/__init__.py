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
from .voz import (
    anotar_avance,
    borrar_reflexion,
    compartir_reflexion,
    decir,
    dejar_de_compartir,
    guardar_reflexion,
    marcar_leida,
)

__all__ = [
    "abrir_borrador",
    "abrir_correccion",
    "anotar_avance",
    "borrar_reflexion",
    "cargar_catalogos",
    "compartir_reflexion",
    "decir",
    "dejar_de_compartir",
    "descartar_borrador",
    "guardar_borrador",
    "guardar_nota",
    "guardar_reflexion",
    "marcar_leida",
    "marcar_no_realizada",
    "programar_anio",
    "proponer_anio",
    "recibir_revision",
    "reprogramar",
    "terminar_borrador",
    "volver_a_programar",
]
