"""People: accounts, teachers, acompañantes, and who accompanies whom since when."""

from .asignacion import Asignacion, MotivoDeFin
from .lectura import ClaseDeDato, Lectura
from .personas import Acompanante, Docente
from .usuario import Rol, Usuario

__all__ = [
    "Acompanante",
    "Asignacion",
    "ClaseDeDato",
    "Docente",
    "Lectura",
    "MotivoDeFin",
    "Rol",
    "Usuario",
]
