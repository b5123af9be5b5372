"""What the demo has besides visits: a module for each theme, in the order in which they depend on each other.

Each has `cargar(carteras, reloj)`: `carteras` are the acompañantes with their teachers, already stored with two years
of visits (demo/personas.py); `reloj` is the reference day. Deterministic (demo/azar.py) and by bulk inserts.
"""

from acompanamiento.demo.lote import medir_tablas

from . import agenda, cierre, datos, formador, hilo, linea_de_base, plan, sesiones

TEMAS = (
    linea_de_base,
    sesiones,
    plan,
    agenda,
    datos,
    formador,
    hilo,
    cierre,
)


def cargar_temas(carteras, reloj):
    for tema in TEMAS:
        medir_tablas()
        tema.cargar(carteras, reloj)
    medir_tablas()
