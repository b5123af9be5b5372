"""The matrix's pages with a form, and the walk of one of them with the Tab key alone (`teclado.js` watches it)."""

import re
from itertools import islice
from pathlib import Path

from .matriz import MATRIZ
from .mundo import rutas
from .recorrido import cliente
from .test_accesibilidad import NO_SON_PAGINAS

TECLADO = (Path(__file__).parent / "teclado.js").read_text()
# A form that is sent; what only narrows a list is left to test_accesibilidad.py.
FORMULARIO = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL | re.IGNORECASE)
CAMPO = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
NO_SE_LLENA = re.compile(r'type="(?:hidden|submit|button|reset)"')
NOMBRE = re.compile(r'name="([^"]+)"')


def _campos(cuerpo: str) -> frozenset:
    """Return the names of the fields that a person fills in, over all the forms that a page sends."""
    campos = [c for f in FORMULARIO.findall(cuerpo) for c in CAMPO.findall(f) if not NO_SE_LLENA.search(c)]
    return frozenset(n for c in campos for n in NOMBRE.findall(c))


def _quienes(mundo, nombres):
    """Yield (persona, name, path) of each page of the matrix, for each persona that it is a page for."""
    for nombre in nombres:
        fila = MATRIZ[nombre]
        if fila.metodo == "get" and not fila.json and nombre not in NO_SON_PAGINAS:
            con_alguien = ((c, ruta) for _, _, c, ruta in rutas(mundo, nombre, fila) if c.ok)
            for celda, ruta in islice(con_alguien, 1):
                yield from ((persona, nombre, ruta) for persona in _uno_por_rol(mundo, celda.ok.split()))


def _uno_por_rol(mundo, personas):
    """A page has the same fields for two people of one role; `cerrada` has no session either, as `anonimo`."""
    roles = {getattr(mundo.personas.get(persona), "rol", None): persona for persona in reversed(personas)}
    return reversed(roles.values())


def con_formulario(mundo, nombres=tuple(MATRIZ)):
    """Yield (persona, name, path) of each page whose form has fields that none of that name before it had.

    A new form comes in by itself, through its row of the matrix.
    """
    vistos, clientes = {}, {}
    for persona, nombre, ruta in _quienes(mundo, nombres):
        if persona not in clientes:
            clientes[persona] = cliente(mundo.personas.get(persona), revienta=True)
        respuesta = clientes[persona].get(ruta)
        if respuesta.get("Content-Type", "").startswith("text/html"):
            campos = _campos(respuesta.content.decode())
            if not campos <= vistos.setdefault(nombre, set()):
                vistos[nombre] |= campos
                yield persona, nombre, ruta


def recorrer(pagina):
    """Go through the page with Tab and return what is wrong."""
    pagina.wait_for_function("teclado.asentada()")
    paradas = pagina.evaluate("teclado.empezar()")
    for _ in range(paradas):
        pagina.keyboard.down("Tab")
    # Each part of a date is a stop of the browser's own.
    for _ in range(3 * paradas + 4):
        if pagina.evaluate("teclado.termino()"):
            return pagina.evaluate("teclado.faltas()")
        pagina.keyboard.down("Tab")
    return ["Tab no sale de la página"]
