"""Which encoding a file is in. Reads it by chunks, so size does not matter."""

import codecs
from pathlib import Path

from .informe import PadronIlegible

CODIFICACIONES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 con BOM",
    "utf-16": "UTF-16 («Texto Unicode»)",
    "utf-16-le": "UTF-16 («Texto Unicode»)",
    "utf-16-be": "UTF-16 («Texto Unicode»)",
    "cp1252": "Windows (cp1252)",
    "latin-1": "Latin-1",
    "cp850": "MS-DOS (CP850)",
}
ELEGIBLES = ("utf-8", "utf-16", "latin-1", "cp1252", "cp850")
TROZO = 1 << 16

# The letters of Spanish are other bytes in each: the encoding with more of them is the right one.
_LETRAS = "áéíóúñüÁÉÍÓÚÑÜ°º"
_EN_1252 = bytes(set(_LETRAS.encode("cp1252")))
_EN_850 = bytes(set(_LETRAS.replace("°", "").encode("cp850")) | {0xF8})
_SIN_USO_EN_1252 = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])


def detectar(ruta: Path, *, desde: int = 0, preferida: str = "cp1252") -> str:
    """Return the codec of the text from byte `desde`; `preferida` wins a tie between one-byte encodings."""
    with ruta.open("rb") as archivo:
        archivo.seek(desde)
        inicio = archivo.read(4096)
    return _por_su_inicio(inicio) or _por_su_texto(ruta, desde, preferida)


def _por_su_inicio(inicio: bytes) -> str:
    if inicio.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if inicio.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for codec, altos in (("utf-16-le", inicio[1::2]), ("utf-16-be", inicio[0::2])):
        if len(altos) > 8 and altos.count(0) > 0.9 * len(altos):
            return codec
    return ""


def _por_su_texto(ruta: Path, desde: int, preferida: str) -> str:
    utf8 = codecs.getincrementaldecoder("utf-8")()
    es_utf8, puntos = True, {"cp1252": 0, "cp850": 0}
    sin_uso = 0
    for trozo in _trozos(ruta, desde):
        es_utf8 = es_utf8 and _decodifica(utf8, trozo)
        if not trozo.isascii():
            puntos["cp1252"] += _cuantos(trozo, _EN_1252)
            puntos["cp850"] += _cuantos(trozo, _EN_850)
            sin_uso += _cuantos(trozo, _SIN_USO_EN_1252)
    if es_utf8 and _decodifica(utf8, b"", final=True):
        return "utf-8"
    codec = max(puntos, key=lambda c: (puntos[c], c == preferida))
    return "latin-1" if codec == "cp1252" and sin_uso else codec


def _trozos(ruta: Path, desde: int):
    with ruta.open("rb") as archivo:
        archivo.seek(desde)
        while trozo := archivo.read(TROZO):
            yield trozo


def _decodifica(decodificador, trozo: bytes, final: bool = False) -> bool:
    try:
        decodificador.decode(trozo, final)
    except UnicodeDecodeError:
        return False
    return True


def _cuantos(trozo: bytes, conjunto: bytes) -> int:
    return len(trozo) - len(trozo.translate(None, conjunto))


def exigir_conocida(nombre: str) -> str:
    """Return the codec that a person asked for."""
    codec = nombre.strip().lower().replace("_", "-")
    if codec not in ELEGIBLES:
        raise PadronIlegible(
            f"No conozco la codificación «{nombre}». Usa una de estas: {', '.join(ELEGIBLES)}.",
            campo="codificacion",
        )
    return "utf-8-sig" if codec == "utf-8" else codec
