"""Writes about people. Each takes keyword arguments, runs in one transaction and returns the object."""

from .asignaciones import (
    YaTieneAcompanante,
    advertencias_al_asignar,
    advertencias_al_terminar,
    asignar,
    terminar_asignacion,
)
from .cuentas import cambiar_cuenta, crear_cuenta, restablecer_clave
from .lecturas import registrar_lectura
from .registro import registrar_docente

__all__ = [
    "YaTieneAcompanante",
    "advertencias_al_asignar",
    "advertencias_al_terminar",
    "asignar",
    "cambiar_cuenta",
    "crear_cuenta",
    "registrar_docente",
    "registrar_lectura",
    "restablecer_clave",
    "terminar_asignacion",
]
