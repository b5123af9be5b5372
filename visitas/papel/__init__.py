"""The items of every form, with the number that the page, the printed form and the transcription share."""

from .clave import clave_de, la_de
from .instrumentos import ASESORIA, CALIBRACION, NECESIDADES, OBSERVACION, SESION, VISITA, caracterizacion
from .tabla import Filas, Hoja, Renglon, Seccion, hoja_de, numerar, seccion_de
from .teclas import sin_numero
from .tecleo import leer_tecleado, para_teclear, visita_para_teclear

__all__ = [
    "ASESORIA",
    "CALIBRACION",
    "NECESIDADES",
    "OBSERVACION",
    "SESION",
    "VISITA",
    "Filas",
    "Hoja",
    "Renglon",
    "Seccion",
    "caracterizacion",
    "clave_de",
    "hoja_de",
    "la_de",
    "leer_tecleado",
    "numerar",
    "para_teclear",
    "seccion_de",
    "sin_numero",
    "visita_para_teclear",
]
