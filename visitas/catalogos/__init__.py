"""The catalogues as files that a person can read and edit: TOML, read by `services.catalogos`."""

import tomllib
from pathlib import Path

CARPETA = Path(__file__).parent


def leer(nombre: str) -> dict:
    """Return the content of `nombre`.toml."""
    with (CARPETA / f"{nombre}.toml").open("rb") as archivo:
        return tomllib.load(archivo)
