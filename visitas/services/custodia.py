"""The server's part of each device's vault: a key pair that gives a forgotten vault back to its own person, and to nobody else.

The device wraps its data key with our public key, with the person's id as the label of RSA-OAEP (static/js/campo/boveda.js).
What was wrapped for one person does not open for another, whoever brings it.
"""

import base64
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

BITS = 3072


class NoSeAbre(Exception):
    """The wrapped key is of another person or of another server, or it was changed."""


def publica() -> str:
    """Return our public key: SPKI in base64."""
    clave = _privada(settings.ARCHIVO_DE_CUSTODIA).public_key()
    der = clave.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


def abrir(usuario_id, custodia: bytes) -> bytes:
    """Return the 32 bytes of the data key that `custodia` wraps for that person. Raises NoSeAbre."""
    relleno = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), str(usuario_id).encode())
    try:
        return _privada(settings.ARCHIVO_DE_CUSTODIA).decrypt(custodia, relleno)
    except ValueError as error:
        raise NoSeAbre from error


def descifrar(llave: bytes, iv: bytes, datos: bytes, lugar: str) -> bytes:
    """Return the text of a record of the vault. Raises NoSeAbre."""
    try:
        return AESGCM(llave).decrypt(iv, datos, lugar.encode())
    except (InvalidTag, ValueError) as error:
        raise NoSeAbre from error


@lru_cache
def _privada(archivo: Path):
    if not archivo.exists():
        _crear(archivo)
    return serialization.load_pem_private_key(archivo.read_bytes(), password=None)


def _crear(archivo):
    """Write a new key, readable by us alone. Whoever of several processes links it first wins; the others read it."""
    clave = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    pem = clave.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    provisional = archivo.with_name(f".{archivo.name}.{os.getpid()}")
    descriptor = os.open(provisional, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as salida:
        salida.write(pem)
        os.fsync(salida.fileno())
    try:
        os.link(provisional, archivo)
    except FileExistsError:
        pass
    finally:
        provisional.unlink()
