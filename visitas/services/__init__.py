"""Writes about visits. Each takes keyword arguments, runs in one transaction and returns the object."""

from .borrador import (
    abrir_borrador,
    abrir_correccion,
    descartar_borrador,
    guardar_borrador,
    terminar_borrador,
)
from .catalogos import cargar_catalogos
from .dedicacion import guardar_dedicacion
from .notas import guardar_nota
from .programacion import (
    marcar_no_realizada,
    programar_anio,
    proponer_anio,
    reprogramar,
    volver_a_programar,
)
from .revision import recibir_revision
from .suscripcion import activar_suscripcion, apagar_suscripcion, usuario_de_suscripcion
from .viaje import CambioDeParada, cancelar_viaje, crear_viaje, editar_viaje, mover_dia

__all__ = [
    "CambioDeParada",
    "abrir_borrador",
    "abrir_correccion",
    "activar_suscripcion",
    "apagar_suscripcion",
    "cancelar_viaje",
    "cargar_catalogos",
    "crear_viaje",
    "descartar_borrador",
    "editar_viaje",
    "guardar_borrador",
    "guardar_dedicacion",
    "guardar_nota",
    "marcar_no_realizada",
    "mover_dia",
    "programar_anio",
    "proponer_anio",
    "recibir_revision",
    "reprogramar",
    "terminar_borrador",
    "usuario_de_suscripcion",
    "volver_a_programar",
]
