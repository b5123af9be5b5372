"""Packages of the operating system: installed with apt when that is possible, else named."""

import ctypes
import os
import shutil
from pathlib import Path

from acompanamiento.herramientas.consola import Alto, correr, decir, funciona


def _biblioteca(nombre):
    try:
        ctypes.CDLL(nombre)
    except OSError:
        return False
    return True


def _postgresql():
    return shutil.which("initdb") or sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


PARA_CORRER = {
    "libpango-1.0-0": lambda: _biblioteca("libpango-1.0.so.0"),
    "libpangoft2-1.0-0": lambda: _biblioteca("libpangoft2-1.0.so.0"),
}
PARA_PROBAR = PARA_CORRER | {
    "chromium": lambda: os.environ.get("CHROMIUM") or shutil.which("chromium"),
    "postgresql": _postgresql,
    "redis-server": lambda: shutil.which("redis-server"),
    "poppler-utils": lambda: shutil.which("pdftotext"),
}


def _apt():
    """The apt-get command this user may run, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    return ["sudo", "-n", "apt-get"] if funciona("sudo", "-n", "true") else None


def asegurar(paquetes):
    """Install what is missing of `paquetes` (name → check); stop naming them when it cannot."""
    faltan = [nombre for nombre, esta in paquetes.items() if not esta()]
    if not faltan:
        return
    apt = _apt()
    if apt is None:
        raise Alto(f"Faltan paquetes del sistema. Instálalos y repite: sudo apt install {' '.join(faltan)}")
    decir(f"· Paquetes del sistema: {', '.join(faltan)}")
    instalar = [*apt, "install", "-y", "-qq", "--no-install-recommends", *faltan]
    silencio = {"DEBIAN_FRONTEND": "noninteractive", "PATH": os.environ["PATH"]}
    if not funciona("env", *[f"{clave}={valor}" for clave, valor in silencio.items()], *instalar):
        correr(*apt, "update", "-qq", env=silencio)
        correr(*instalar, env=silencio)
