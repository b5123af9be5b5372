"""What the law and the programme decide, as files that a person can read and edit."""

import tomllib
from functools import cache
from pathlib import Path

CARPETA = Path(__file__).parent


@cache
def leer(nombre: str) -> dict:
    """Return the content of `nombre`.toml."""
    return tomllib.loads((CARPETA / f"{nombre}.toml").read_text(encoding="utf-8"))
