"""The notice that every account reads and accepts: a TOML file for each version, never changed once in force.

A new text is a new file with the next number and the day from which it rules; every account is then asked again.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils import timezone

CARPETA = Path(__file__).parent


@dataclass(frozen=True)
class Aviso:
    """One version of the notice. `partes` is a list of {titulo, frases}."""

    version: int
    desde: date
    titulo: str
    resumen: str
    partes: tuple


def vigente(hoy: date | None = None) -> Aviso:
    """Return the last version whose first day has come."""
    hoy = hoy or timezone.localdate()
    return max((a for a in versiones(CARPETA) if a.desde <= hoy), key=lambda a: a.version)


@cache
def versiones(carpeta: Path) -> tuple[Aviso, ...]:
    """Return every version in the folder."""
    return tuple(_leer(archivo) for archivo in sorted(carpeta.glob("*.toml")))


def _leer(archivo):
    datos = tomllib.loads(archivo.read_text(encoding="utf-8"))
    return Aviso(
        version=datos["version"],
        desde=datos["desde"],
        titulo=datos["titulo"],
        resumen=datos["resumen"],
        partes=tuple(datos["parte"]),
    )
