"""One field of a content: where it is, what it is called, how it is said, and whether two values of it can be kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from acompanamiento.comun.formato import fecha


def sin_unir(_servidor, _mia, _rotulos):
    """Two values of which only one can stay."""
    return None


@dataclass(frozen=True)
class Campo:
    """`leer(contenido)` gives the value, None when there is none; `poner(contenido, valor)` writes it in place.

    `decir(valor)` is its text on screen, "" when there is none. `unir(servidor, mia, rotulos)` gives a value that keeps
    both, or None when that makes no sense; `rotulos` are the two lines that say which is whose.
    """

    clave: str
    titulo: str
    leer: Callable[[dict], Any]
    poner: Callable[[dict, Any], None]
    decir: Callable[[Any], str]
    unir: Callable[[Any, Any, tuple], Any] = sin_unir


def texto(clave, titulo, en=None, decir=str, unir=None) -> Campo:
    """A text at `contenido[clave]`, or inside the object `en`."""

    def lugar(contenido):
        dentro = contenido.get(en) if en else contenido
        return dentro if isinstance(dentro, dict) else {}

    def leer(contenido):
        valor = lugar(contenido).get(clave)
        return valor if isinstance(valor, str) and valor else None

    def poner(contenido, valor):
        (contenido.setdefault(en, {}) if en else contenido)[clave] = valor or ""

    return Campo(clave, titulo, leer, poner, decir, unir or sin_unir)


def numero(clave, titulo) -> Campo:
    """A whole number at `contenido[clave]`, null when it was left blank."""

    def leer(contenido):
        valor = contenido.get(clave)
        return valor if type(valor) is int else None

    def poner(contenido, valor):
        contenido[clave] = valor

    return Campo(clave, titulo, leer, poner, str)


def texto_largo(clave, titulo, en=None) -> Campo:
    return texto(clave, titulo, en, unir=unir_textos)


def unir_textos(servidor, mia, rotulos):
    """Both texts, each under the line that says whose it is. An empty one has nothing to keep."""
    if not (servidor and mia):
        return None
    return f"{rotulos[0]}\n{servidor}\n\n{rotulos[1]}\n{mia}"


def de_lista(lista, llave, valor_de_llave, clave, titulo, decir, orden, unir=sin_unir) -> Campo:
    """The object of `contenido[lista]` whose `llave` is that one. `orden(objeto)` is its place among the others."""

    def leer(contenido):
        return next((o for o in objetos(contenido, lista) if o.get(llave) == valor_de_llave), None)

    def poner(contenido, valor):
        otros = [o for o in objetos(contenido, lista) if o.get(llave) != valor_de_llave]
        contenido[lista] = sorted([*otros, *([valor] if valor else [])], key=orden)

    return Campo(clave, titulo, leer, poner, decir, unir)


def lista(clave, titulo, decir, unir) -> Campo:
    """A whole list at `contenido[clave]`."""

    def leer(contenido):
        valor = contenido.get(clave)
        return valor if isinstance(valor, list) and valor else None

    def poner(contenido, valor):
        contenido[clave] = valor or []

    return Campo(clave, titulo, leer, poner, decir, unir)


def marcas(clave, titulo, nombre) -> Campo:
    """A list of codes at `contenido[clave]`; `nombre(codigo)` is its word. Both are kept as one list, each code once."""

    def decir(valores):
        return ", ".join(nombre(v) for v in valores if isinstance(v, str))

    return lista(clave, titulo, decir, unir_listas)


def unir_listas(servidor, mia, _rotulos):
    """Everything of both lists once, the server's first; None when one of them has all already."""
    if not (servidor and mia):
        return None
    juntas = [*servidor, *(m for m in mia if m not in servidor)]
    return None if juntas in (servidor, mia) else juntas


def por_orden(llave, valores):
    """The place of an object in its list, by where its `llave` is among `valores`."""
    lugares = {valor: i for i, valor in enumerate(valores)}
    return lambda objeto: lugares.get(objeto.get(llave), len(lugares))


def en_fecha(iso) -> str:
    try:
        return fecha(date.fromisoformat(iso))
    except (TypeError, ValueError):
        return str(iso)


def objetos(contenido, clave) -> list[dict]:
    """The objects of a list of the content, whatever else is in it."""
    valor = contenido.get(clave)
    return [o for o in valor if isinstance(o, dict)] if isinstance(valor, list) else []
