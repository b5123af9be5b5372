"""Imports go one way: comun ← escuelas ← docentes ← visitas ← reportes ← acompanamiento (settings, URLs)."""

import ast

import pytest

from .codigo import APPS, importados, modulos

ORDEN = ("acompanamiento.comun", *APPS, "acompanamiento")
# The fixtures that stand for people belong to the whole project; every app's tests may use them.
COMPARTIDO_POR_LAS_PRUEBAS = ("acompanamiento.tests", "acompanamiento.herramientas")


def piso(modulo):
    """Return the floor of a module's name in ORDEN, or None when it is not ours."""
    for i, nombre in enumerate(ORDEN):
        if modulo == nombre or modulo.startswith(nombre + "."):
            return i
    return None


def flechas_hacia_arriba(archivo, arbol):
    nombre = ".".join(archivo.with_suffix("").parts)
    aqui = piso(nombre)
    for importado in importados(arbol, nombre.split(".")[:-1]):
        es_de_prueba = "tests" in archivo.parts and importado.startswith(COMPARTIDO_POR_LAS_PRUEBAS)
        if piso(importado) is not None and piso(importado) > aqui and not es_de_prueba:
            yield f"{archivo} imports {importado}"


def test_ninguna_importacion_sube():
    subidas = [
        f
        for archivo, arbol in modulos("acompanamiento/comun", *APPS)
        for f in flechas_hacia_arriba(archivo, arbol)
    ]

    assert subidas == []


@pytest.mark.parametrize(
    ("archivo", "codigo"),
    [
        ("escuelas/models/escuela.py", "from docentes.models import Docente"),
        ("docentes/views/docentes.py", "import visitas.models"),
        ("visitas/services/revision.py", "from reportes import indicadores"),
        ("acompanamiento/comun/texto.py", "from escuelas.models import Escuela"),
        ("visitas/models/visita.py", "from acompanamiento import navegacion"),
    ],
)
def test_la_guardia_ve_una_flecha_hacia_arriba(archivo, codigo):
    from pathlib import Path

    assert list(flechas_hacia_arriba(Path(archivo), ast.parse(codigo)))
