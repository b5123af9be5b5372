"""`make instalar`: everything the product needs, inside the project's folder. Repeating it costs nothing."""

import shutil
import subprocess
import sys
import time

from acompanamiento.herramientas import npm, sistema
from acompanamiento.herramientas.consola import PYTHON, RAIZ, VENV, correr, decir, funciona
from acompanamiento.herramientas.sellos import huella, sellar, vigente

UV = "uv==0.13.9"
PIP = ["-m", "pip", "--disable-pip-version-check", "--quiet"]


def crear_venv():
    if funciona(PYTHON, "-m", "pip", "--version"):
        return
    decir("· Entorno de Python en .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    creado = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False)
    if creado.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        sistema.asegurar({"python3-venv": lambda: False})
        correr(sys.executable, "-m", "venv", VENV)


def instalar_candado(candado):
    """uv, nine times faster; pip with the same lock where uv cannot be had or cannot connect."""
    uv = VENV / "bin" / "uv"
    if uv.exists() or funciona(PYTHON, *PIP, "install", UV):
        destino = ["--quiet", "--system-certs", "--python", PYTHON]
        if funciona(uv, "pip", "install", *destino, "--require-hashes", "-r", candado):
            return
    correr(PYTHON, *PIP, "install", "--require-hashes", "-r", candado)


def asegurar_python(archivo):
    """Install a lock file, with its hashes. The development lock contains the product's."""
    candado = RAIZ / archivo
    sello = VENV / f".sello-{archivo}"
    valor = huella(candado, extra=str(RAIZ))
    if PYTHON.exists() and vigente(sello, valor):
        return
    crear_venv()
    decir(f"· Paquetes de Python ({archivo})")
    instalar_candado(candado)
    sellar(sello, valor)


def asegurar(desarrollo=False, sistema_de_pruebas=False):
    inicio = time.monotonic()
    asegurar_python("requirements.txt")
    if desarrollo:
        asegurar_python("requirements-dev.txt")
    npm.asegurar()
    sistema.asegurar(sistema.PARA_PROBAR if sistema_de_pruebas else sistema.PARA_CORRER)
    if time.monotonic() - inicio > 1:
        decir(f"✓ Instalado en {time.monotonic() - inicio:.0f} s")


if __name__ == "__main__":
    asegurar(desarrollo="--desarrollo" in sys.argv, sistema_de_pruebas="--pruebas" in sys.argv)
