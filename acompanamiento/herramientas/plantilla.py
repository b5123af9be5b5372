"""The demonstration loaded once in a run of the tests: every live server begins with a copy of it."""

import contextlib
import fcntl
import shutil
import sys
from pathlib import Path

from acompanamiento.herramientas.servidores import Servidor, crear_base

BASE = "plantilla"
"""Name of the database with the demonstration, where there is a PostgreSQL."""
HECHA = "hecha"


def _lugar(carpeta, base):
    return Path(carpeta) / ("postgresql" if base else "sqlite")


@contextlib.contextmanager
def _turno(lugar):
    """One process at a time; the others wait."""
    lugar.mkdir(parents=True, exist_ok=True)
    with (lugar / "turno").open("w") as archivo:
        fcntl.flock(archivo, fcntl.LOCK_EX)
        yield


def _cargar(lugar, base):
    servidor = Servidor(
        {"DIR_VAR": str(lugar / "var"), "DATABASE_URL": crear_base(base, BASE) if base else ""}
    )
    servidor.manage("migrate", "--verbosity", "0")
    servidor.manage("cargar_catalogos")
    servidor.manage("cargar_demo")
    servidor.manage("collectstatic", "--noinput", "--verbosity", "0")


def asegurar(carpeta, base=""):
    """Load the demonstration under `carpeta`, unless another process did: in SQLite, or in the server of the database `base`."""
    lugar = _lugar(carpeta, base)
    with _turno(lugar):
        if not (lugar / HECHA).exists():
            _cargar(lugar, base)
            (lugar / HECHA).touch()


def copiar(carpeta, destino, base="", nombre=None):
    """Copy it to the folder `destino` (DIR_VAR of a server) and, with PostgreSQL, to the new database `nombre`.

    Return the DATABASE_URL of the copy: empty with SQLite, whose file is in the folder.
    """
    asegurar(carpeta, base)
    shutil.copytree(_lugar(carpeta, base) / "var", destino, dirs_exist_ok=True)
    return crear_base(base, nombre, BASE) if base else ""


if __name__ == "__main__":
    for base in sys.argv[2:]:
        asegurar(sys.argv[1], base)
