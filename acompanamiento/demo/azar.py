"""Chance that always falls the same way: the same key gives the same demo on any machine."""

from datetime import datetime
from random import Random
from uuid import UUID

SEMILLA = "acompana-1"


def suerte(*claves) -> Random:
    """Return a generator of its own for `claves`, so that one part of the demo can grow without moving another."""
    return Random(":".join((SEMILLA, *map(str, claves))))  # noqa: S311 synthetic data, no secret


def id_de(azar: Random, momento: datetime) -> UUID:
    """Return a UUIDv7 for `momento` whose random bits come from `azar`."""
    milisegundos = int(momento.timestamp() * 1000)
    bits = azar.getrandbits(74)
    alto, bajo = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=milisegundos << 80 | 7 << 76 | alto << 64 | 2 << 62 | bajo)


def pesado(azar: Random, opciones: dict):
    """Return one key of {key: weight}."""
    return azar.choices(list(opciones), weights=list(opciones.values()))[0]
