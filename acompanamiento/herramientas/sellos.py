"""A stamp says that a step was done with these very files: the second run costs nothing."""

import hashlib
import sys


def huella(*archivos, extra=""):
    """Hash of the files' bytes, of the interpreter's version and of anything else the step depends on."""
    suma = hashlib.sha256(f"{sys.version_info[:2]}{extra}".encode())
    for archivo in archivos:
        suma.update(archivo.read_bytes())
    return suma.hexdigest()


def vigente(sello, valor):
    return sello.is_file() and sello.read_text() == valor


def sellar(sello, valor):
    sello.parent.mkdir(parents=True, exist_ok=True)
    sello.write_text(valor)
