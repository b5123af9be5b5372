"""Canonical JSON (RFC 8785) and its hash: the same bytes in Python and in the browser.

Only text (NFC, `\\n` line ends), integers, booleans, null, lists and objects: a float has no single
spelling across languages, so it is refused instead of rounded.
"""

import hashlib
import json
import re
import unicodedata

ENTERO_MAXIMO = 2**53 - 1


class NoCanonico(ValueError):
    """The value holds something that has no canonical spelling; the message names it and where."""


def normalizar(valor, ruta=("contenido",)):
    """Return `valor` with every text in NFC and `\\n` line ends, and the keys of each object in their order.

    `ruta` is the path to the value. Raises NoCanonico on floats, on integers past 2**53-1 (they go as text), on keys
    that are not text and on any other type.
    """
    if isinstance(valor, str):
        return _texto(valor, ruta)
    if valor is None or isinstance(valor, bool):
        return valor
    if isinstance(valor, int):
        if abs(valor) > ENTERO_MAXIMO:
            raise _error(ruta, f"el entero {valor} es demasiado grande; escríbelo como texto.")
        return valor
    if isinstance(valor, list):
        return [normalizar(v, (ruta, f"[{i}]")) for i, v in enumerate(valor)]
    if isinstance(valor, dict):
        return _objeto(valor, ruta)
    raise _error(ruta, f"un valor de tipo {type(valor).__name__} no se puede firmar.")


def _error(ruta, frase):
    partes = []
    while len(ruta) == 2:
        ruta, parte = ruta
        partes.append(parte)
    return NoCanonico(f"{ruta[0]}{''.join(reversed(partes))}: {frase}")


def _texto(valor, ruta):
    if "\r" in valor:
        valor = valor.replace("\r\n", "\n").replace("\r", "\n")
    if valor.isascii():
        return valor
    texto = unicodedata.normalize("NFC", valor)
    try:
        texto.encode()
    except UnicodeEncodeError as error:
        raise _error(ruta, "el texto tiene un carácter incompleto.") from error
    return texto


def _objeto(valor, ruta):
    limpio = {}
    for clave, v in valor.items():
        if not isinstance(clave, str):
            raise _error(ruta, f"la clave {clave!r} no es texto.")
        limpio[_texto(clave, ruta)] = v if _es_simple(v) else normalizar(v, (ruta, f".{clave}"))
    if len(limpio) != len(valor):
        raise _error(ruta, "dos claves se escriben igual.")
    claves = sorted(limpio) if "".join(limpio).isascii() else sorted(limpio, key=_orden)
    return {clave: limpio[clave] for clave in claves}


def _es_simple(valor):
    """Whether it stays as it is, which most values do: told without its path, which costs more than looking."""
    return (type(valor) is str and valor.isascii() and "\r" not in valor) or valor is None


def _orden(clave):
    """RFC 8785 orders keys by their UTF-16 code units."""
    return clave.encode("utf-16-be")


_escribir = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def canonico(contenido: dict) -> str:
    """Return the canonical text of `contenido`, normalised first.

    Without floats, what is left of RFC 8785 is the order of the keys: the rest is what `json` writes. A test holds it
    equal to the rfc8785 package, which spent a tenth of a visit's time.
    """
    return _escribir(normalizar(contenido))


_directo = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
NECESITA_REVISARSE = re.compile(r"[:,[]-?(?:\d+[.eE]|\d{16}|N|I)|\\r|[\uD800-\U0010FFFF]")
"""Perhaps a float, a large integer, a carriage return, half a character, or one that orders keys in another way."""


def canonico_de_json(contenido: dict) -> str:
    """Return what `canonico` does, of a value that `json` could have read: its keys are text. In less time.

    Nearly every content is normalised already, and then its text is the sorted one; a part of a normalised text is
    normalised too (Unicode, annex 15). What may not be takes the long way, with the same result and the same refusals.
    """
    texto = _directo(contenido)
    if NECESITA_REVISARSE.search(texto) or not unicodedata.is_normalized("NFC", texto):
        return canonico(contenido)
    return texto


def huella(texto_canonico: str) -> str:
    """Return `sha256:<64 hex>` of a text that is already canonical."""
    return "sha256:" + hashlib.sha256(texto_canonico.encode()).hexdigest()
