"""Import of the school register (padrón, ESCALE): CSV or DBF, any encoding, good rows in and bad rows named.

archivo → lector_csv | lector_dbf → fila (limpieza, nombres, atributos) → territorio → comparacion → carga → Informe
"""

from .carga import importar_padron
from .informe import Cambio, Informe, PadronIlegible, Problema

__all__ = ["Cambio", "Informe", "PadronIlegible", "Problema", "importar_padron"]
