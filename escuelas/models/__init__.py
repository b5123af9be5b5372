"""Territory and schools."""

from .escuela import Area, Escuela, Estado, Gestion, Modalidad, Nivel
from .territorio import Distrito, Provincia, Region, Ugel

__all__ = [
    "Area",
    "Distrito",
    "Escuela",
    "Estado",
    "Gestion",
    "Modalidad",
    "Nivel",
    "Provincia",
    "Region",
    "Ugel",
]
