"""Views reach rows only through a scope (trust.md §3, fence 2), and indicators never touch what was said."""

import ast

import pytest

from .codigo import APPS, RAIZ, modulos

PUERTAS = {
    "visibles_para",
    "agregables_para",
    "asignables_para",
    "fechas_para",
    "corregibles_para",
    "editables_para",
    "parciales_para",
    "entregables_para",
    "decidibles_para",
    "retenidas_para",
    "sin_retener_a",
    "atendibles_para",
    "que_piden_a",
}
LO_DICHO = (
    "DialogoReflexivo",
    "ContenidoDeRevision",
    "NotaPrivada",
    "BorradorDeVisita",
    "dialogo",
    "evidencia",
)


def es_vista(archivo):
    return "views" in archivo.parts or archivo.name in ("views.py", "campo.py")


def usos_sin_puerta(arbol):
    """Return the lines that use `X.objects` other than through one of the doors."""
    con_puerta = {
        id(nodo.value) for nodo in ast.walk(arbol) if isinstance(nodo, ast.Attribute) and nodo.attr in PUERTAS
    }
    gestores = ("objects", "_default_manager", "_base_manager")
    return [
        nodo.lineno
        for nodo in ast.walk(arbol)
        if isinstance(nodo, ast.Attribute) and nodo.attr in gestores and id(nodo) not in con_puerta
    ]


def test_las_vistas_solo_llegan_a_las_filas_por_su_puerta():
    vistas = [
        (archivo, arbol)
        for archivo, arbol in modulos(*APPS)
        if es_vista(archivo) and "tests" not in archivo.parts
    ]
    sin_puerta = [f"{archivo}:{linea}" for archivo, arbol in vistas for linea in usos_sin_puerta(arbol)]

    assert len(vistas) >= 8
    assert sin_puerta == []


@pytest.mark.parametrize(
    "codigo",
    [
        "Visita.objects.all()",
        "Visita.objects.filter(pk=1)",
        "q = Visita.objects",
        "get_object_or_404(Visita.objects, pk=1)",
    ],
)
def test_la_guardia_ve_una_fila_sin_puerta(codigo):
    assert usos_sin_puerta(ast.parse(codigo)) == [1]


def test_los_indicadores_no_nombran_lo_que_se_dijo():
    archivos = [*RAIZ.glob("reportes/indicadores*"), *RAIZ.glob("reportes/resultados*")]
    archivos = [a for base in archivos for a in ([base] if base.is_file() else base.rglob("*.py"))]
    nombres = {
        (archivo.name, getattr(nodo, "attr", getattr(nodo, "id", getattr(nodo, "value", None))))
        for archivo in archivos
        for nodo in ast.walk(ast.parse(archivo.read_text(encoding="utf-8")))
        if isinstance(nodo, ast.Attribute | ast.Name | ast.Constant)
    }

    assert archivos
    assert [n for n in nombres if isinstance(n[1], str) and n[1] in LO_DICHO] == []
