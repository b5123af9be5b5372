"""Who gets what at every address: one declared table (trust.md §2 and §3), which test_matriz.py walks.

A module for each theme gives its FILAS: {name of the address: Fila}; `celdas.py` has the words they are written in.
"""

from . import agenda, base, campo, cierre, datos, formador, hilo, linea_de_base, papel, plan, sesiones
from .celdas import PERSONAS, SIN_SESION

TEMAS = (
    agenda,
    base,
    campo,
    cierre,
    datos,
    formador,
    hilo,
    linea_de_base,
    papel,
    plan,
    sesiones,
)
MATRIZ = {nombre: fila for tema in TEMAS for nombre, fila in tema.FILAS.items()}

__all__ = ["MATRIZ", "PERSONAS", "SIN_SESION"]
