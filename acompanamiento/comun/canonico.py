"""Canonical JSON (RFC 8785) and its hash: the same bytes in Python and in the browser.

Only text (NFC, `\\n` line ends), integers, booleans, null, lists and objects: a float has no single
spelling across languages, so it is refused instead of rounded.
"""

import hashlib
import unicodedata

import rfc8785

ENTERO_MAXIMO = 2**53 - 1


class NoCanonico(ValueError):
    """The value holds something that has no canonical spelling; the message names it and where."""


def normalizar(valor, ruta="contenido"):
    """Return `valor` with every text in NFC and `\\n` line ends.

    Raises NoCanonico on floats, on integers past 2**53-1 (they go as text), on keys that are not
    text and on any other type.
    """
    if isinstance(valor, str):
        return _texto(valor, ruta)
    if valor is None or isinstance(valor, bool):
        return valor
    if isinstance(valor, int):
        if abs(valor) > ENTERO_MAXIMO:
            raise NoCanonico(f"{ruta}: el entero {valor} es demasiado grande; escríbelo como texto.")
        return valor
    if isinstance(valor, list):
        return [normalizar(v, f"{ruta}[{i}]") for i, v in enumerate(valor)]
    if isinstance(valor, dict):
        return _objeto(valor, ruta)
    raise NoCanonico(f"{ruta}: un valor de tipo {type(valor).__name__} no se puede firmar.")


def _texto(valor, ruta):
    texto = unicodedata.normalize("NFC", valor.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        texto.encode()
    except UnicodeEncodeError as error:
        raise NoCanonico(f"{ruta}: el texto tiene un carácter incompleto.") from error
    return texto


def _objeto(valor, ruta):
    limpio = {}
    for clave, v in valor.items():
        if not isinstance(clave, str):
            raise NoCanonico(f"{ruta}: la clave {clave!r} no es texto.")
        limpio[_texto(clave, ruta)] = normalizar(v, f"{ruta}.{clave}")
    if len(limpio) != len(valor):
        raise NoCanonico(f"{ruta}: dos claves se escriben igual.")
    return limpio


def canonico(contenido: dict) -> str:
    """Return the canonical text of `contenido`, normalised first."""
    return rfc8785.dumps(normalizar(contenido)).decode()


def huella(texto_canonico: str) -> str:
    """Return `sha256:<64 hex>` of a text that is already canonical."""
    return "sha256:" + hashlib.sha256(texto_canonico.encode()).hexdigest()
