"""People: accounts, teachers, acompañantes, and who accompanies whom since when."""

from .asignacion import Asignacion, MotivoDeFin
from .aviso import AceptacionDeAviso
from .derecho import CERRADAS, CambioDeSolicitud, Derecho, EstadoDeSolicitud, SolicitudDeDerecho
from .lectura import ClaseDeDato, Lectura
from .personas import Acompanante, Docente
from .purga import Purga
from .usuario import Rol, Usuario

__all__ = [
    "CERRADAS",
    "AceptacionDeAviso",
    "Acompanante",
    "Asignacion",
    "CambioDeSolicitud",
    "ClaseDeDato",
    "Derecho",
    "Docente",
    "EstadoDeSolicitud",
    "Lectura",
    "MotivoDeFin",
    "Purga",
    "Rol",
    "SolicitudDeDerecho",
    "Usuario",
]
