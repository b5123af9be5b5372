"""The baseline read: what there is and what is missing, pupils' learning, and the year's start against its end."""

from .aprendizajes import cuadros_de_aprendizaje
from .base import Base, base_de, bases_de
from .cobertura import Cobertura, cobertura, escuelas_de, filas_de_docentes, filas_de_escuelas
from .comparacion import comparar
from .hoja import docentes_de, docentes_de_varias, hoja_de_base
from .necesidades import Lista, listas_de

__all__ = [
    "Base",
    "Cobertura",
    "Lista",
    "base_de",
    "bases_de",
    "cobertura",
    "comparar",
    "cuadros_de_aprendizaje",
    "docentes_de",
    "docentes_de_varias",
    "escuelas_de",
    "filas_de_docentes",
    "filas_de_escuelas",
    "hoja_de_base",
    "listas_de",
]
