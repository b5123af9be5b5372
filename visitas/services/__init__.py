"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .catalogos import cargar_catalogos
from .direccion import (
    abrir_asesoria,
    comentar_asesoria,
    contar_avance,
    corregir_asesoria,
    descartar_asesoria,
    guardar_asesoria,
    terminar_asesoria,
)
from .informe import (
    anotar_descarga_de_informe,
    cerrar_informe,
    comentar_informe,
    enviar_informe,
    guardar_informe,
    reabrir_informe,
)
from .notas import guardar_nota
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)
from .revision import recibir_revision
from .traspaso import abrir_traspaso, decidir_traspaso, escribir_nota_de_traspaso, leer_nota_de_traspaso

__all__ = [
    "abrir_asesoria",
    "abrir_borrador",
    "abrir_correccion",
    "abrir_traspaso",
    "anotar_descarga_de_informe",
    "cargar_catalogos",
    "cerrar_informe",
    "comentar_asesoria",
    "comentar_informe",
    "contar_avance",
    "corregir_asesoria",
    "decidir_traspaso",
    "descartar_asesoria",
    "descartar_borrador",
    "enviar_informe",
    "escribir_nota_de_traspaso",
    "guardar_asesoria",
    "guardar_borrador",
    "guardar_informe",
    "guardar_nota",
    "leer_nota_de_traspaso",
    "marcar_no_realizada",
    "programar_anio",
    "proponer_anio",
    "reabrir_informe",
    "recibir_revision",
    "reprogramar",
    "terminar_asesoria",
    "terminar_borrador",
    "volver_a_programar",
]
