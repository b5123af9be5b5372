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
from .plan import guardar_generales, guardar_matriz, preparar_plan, proponer_lineas
from .plan_envio import (
    abrir_nueva_version,
    aprobar_plan,
    comentar_plan,
    enviar_plan,
    observar_plan,
    retirar_plan,
)
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
    "abrir_nueva_version",
    "aprobar_plan",
    "cargar_catalogos",
    "comentar_plan",
    "descartar_borrador",
    "enviar_plan",
    "guardar_borrador",
    "guardar_generales",
    "guardar_matriz",
    "guardar_nota",
    "marcar_no_realizada",
    "observar_plan",
    "preparar_plan",
    "programar_anio",
    "proponer_anio",
    "proponer_lineas",
    "recibir_revision",
    "reprogramar",
    "retirar_plan",
    "terminar_borrador",
    "volver_a_programar",
]
