"""What the programme counts of its own work. Functions over querysets: UGEL and province use the same ones.

Each makes one query, whatever the number of rows, and never touches dialogues, notes or contents.
"""

from .actividad import Hechas, Plan, motivos_en_palabras, visitas_del_plan, visitas_hechas
from .desglose import Desglose, porcentaje
from .linea_de_base import LineaDeBase, cobertura_de_base
from .personas import (
    Cobertura,
    Compromisos,
    Rotacion,
    SinEnviar,
    compromisos_vencidos,
    diagnosticas,
    rotacion,
    sin_sincronizar,
)
from .sesiones import Sesiones, sesiones_realizadas
from .universo import Universo, universo_de, universo_total

__all__ = [
    "Cobertura",
    "Compromisos",
    "Desglose",
    "Hechas",
    "LineaDeBase",
    "Plan",
    "Rotacion",
    "Sesiones",
    "SinEnviar",
    "Universo",
    "cobertura_de_base",
    "compromisos_vencidos",
    "diagnosticas",
    "motivos_en_palabras",
    "porcentaje",
    "rotacion",
    "sesiones_realizadas",
    "sin_sincronizar",
    "universo_de",
    "universo_total",
    "visitas_del_plan",
    "visitas_hechas",
]
