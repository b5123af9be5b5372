"""What each theme adds to the world of test_matriz.py.

A module for each theme has `sembrar(mundo)`, which adds the theme's objects to `mundo.objetos[tenant]`, and
CANARIOS, {text planted: personas that may meet it}.
"""

from . import agenda, campo, cierre, datos, formador, hilo, linea_de_base, papel, plan, sesiones

TEMAS = (
    agenda,
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
CANARIOS = {texto: lectores for tema in TEMAS for texto, lectores in tema.CANARIOS.items()}


def sembrar(mundo):
    for tema in TEMAS:
        tema.sembrar(mundo)
    return mundo
