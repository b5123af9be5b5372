"""The short way of reading a content accepts what the form accepts as it came, and nothing else."""

import collections
import copy
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from acompanamiento.comun.identidad import nuevo_id
from docentes.tests.fabricas import crear_docente
from visitas.contexto import Catalogos, Situacion
from visitas.forms.visita import VisitaForm
from visitas.models import Compromiso

from .contenidos import cambios, comparar_caminos
from .fabricas import compromiso, contenido_de_visita, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
VERIFICABLES = ["0192a000-0000-7000-8000-000000000001", "0192a000-0000-7000-8000-000000000002"]
NUNCA_VISTO = "0192a000-0000-7000-8000-00000000000f"


@pytest.fixture
def situacion():
    """With two commitments to verify."""
    return Situacion(
        docente=crear_docente(),
        catalogos=Catalogos(hoy=date(2026, 10, 20)),
        visita_id=nuevo_id(),
        verificables={pk: Compromiso(pk=pk, que="Preguntar más.") for pk in VERIFICABLES},
    )


@pytest.fixture
def contenido(situacion):
    """With something in each of its places, and two where their order counts."""
    return contenido_de_visita(
        docente=situacion.docente,
        fecha="2026-10-15",
        grados=[{"grado": "1", "presentes": 1}, {"grado": "2", "presentes": 12}],
        areas=["comunicacion", "matematica", "Quechua para todos", "huerto"],
        cuaderno=[{"hora": "08:05", "texto": "Saluda."}, {"hora": "08:05", "texto": "¿Qué ven?"}],
        niveles=[nivel(1, 1), nivel(2, None), nivel(3, 3)],
        verificaciones=[
            {"compromiso": c, "estado": "cumplido", "comentario": "Se vio."} for c in VERIFICABLES
        ],
        compromisos=[compromiso("Preguntar más."), compromiso("Esperar.")],
        acuerdo=True,
    )


def _casi(valor):
    """What a hurried program could write in the place of a value."""
    yield from (None, "", 0, 1, True, [], {}, "x", [valor], {"a": valor})
    if isinstance(valor, str):
        yield from (f" {valor}", f"{valor}\r\n", valor.upper(), valor.replace("-", ""), valor.lstrip("0"))
        yield from (
            f"{valor}:00",
            f"{valor}\u0301",
            valor * 900,
            NUNCA_VISTO,
            NUNCA_VISTO.upper(),
            "2026-10-16",
        )
    elif isinstance(valor, bool | int):
        yield from (str(valor), float(valor), -valor, valor + 60, bool(valor), int(valor), 2)
    elif isinstance(valor, list):
        yield from (
            valor[::-1],
            valor[:1],
            valor * 2,
            [*valor, None],
            dict.fromkeys(map(str, valor)),
            valor * 60,
        )
    elif isinstance(valor, dict):
        yield valor | {"otra": "x"}
        yield from ({c: v for c, v in valor.items() if c != clave} for clave in valor)


def _cambiados(valor):
    """Every value that is this one with one place changed."""
    yield from _casi(valor)
    pares = valor.items() if isinstance(valor, dict) else enumerate(valor) if isinstance(valor, list) else ()
    for clave, hijo in pares:
        for otro in _cambiados(hijo):
            copia = copy.copy(valor)
            copia[clave] = otro
            yield copia


def test_el_camino_corto_toma_lo_que_el_formulario_acepta_tal_cual_y_nada_mas(situacion, contenido):
    instrumento = situacion.catalogos.instrumento_vigente
    tomados = collections.Counter()
    for cambiado in filter(lambda c: isinstance(c, dict), _cambiados(contenido)):
        form = VisitaForm.desde_contenido(cambiado, situacion=situacion, instrumento=instrumento)
        tomados[comparar_caminos(form)] += 1

    assert tomados[True] > 100
    assert tomados[False] > 1000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cambio=cambios())
def test_lo_que_un_equipo_escribe_va_por_el_camino_corto(situacion, cambio):
    contenido = contenido_de_visita(docente=situacion.docente, fecha="2026-10-15", **cambio)
    instrumento = situacion.catalogos.instrumento_vigente
    assert comparar_caminos(
        VisitaForm.desde_contenido(contenido, situacion=situacion, instrumento=instrumento)
    )
