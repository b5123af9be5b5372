"""Writes about people. Each takes keyword arguments, runs in one transaction and returns the object."""

from .asignaciones import (
    YaTieneAcompanante,
    advertencias_al_asignar,
    advertencias_al_terminar,
    asignar,
    terminar_asignacion,
)
from .avisos import aceptar_aviso
from .cuentas import cambiar_cuenta, crear_cuenta, restablecer_clave
from .derechos import anotar_copia, plazo_de, presentar_solicitud, responder_solicitud, tomar_solicitud
from .lecturas import registrar_lectura
from .registro import registrar_docente

__all__ = [
    "YaTieneAcompanante",
    "aceptar_aviso",
    "advertencias_al_asignar",
    "advertencias_al_terminar",
    "anotar_copia",
    "asignar",
    "cambiar_cuenta",
    "crear_cuenta",
    "plazo_de",
    "presentar_solicitud",
    "registrar_docente",
    "registrar_lectura",
    "responder_solicitud",
    "restablecer_clave",
    "terminar_asignacion",
    "tomar_solicitud",
]
