"""Reading the project's own source, for the guards."""

import ast
from pathlib import Path

from django.conf import settings

RAIZ = Path(settings.BASE_DIR)
APPS = ("escuelas", "docentes", "visitas", "reportes")


def modulos(*carpetas):
    """Yield (path relative to the project, parsed tree) of every Python file below the folders, migrations apart."""
    for carpeta in carpetas:
        for archivo in sorted((RAIZ / carpeta).rglob("*.py")):
            if "migrations" not in archivo.parts:
                yield archivo.relative_to(RAIZ), ast.parse(archivo.read_text(encoding="utf-8"))


def importados(arbol, paquete):
    """Yield the full name of every module that the tree imports; relative ones resolved against `paquete`."""
    for nodo in ast.walk(arbol):
        if isinstance(nodo, ast.Import):
            yield from (alias.name for alias in nodo.names)
        elif isinstance(nodo, ast.ImportFrom):
            base = paquete[: len(paquete) - nodo.level + 1] if nodo.level else []
            yield ".".join([*base, *([nodo.module] if nodo.module else [])])
