"""The numbers of the items: one for each field, never two alike, in the order of the page, and the same everywhere."""

import json
import re
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Docente
from escuelas.models import Escuela
from visitas import papel, secciones
from visitas.contexto import Catalogos, Situacion
from visitas.forms.calibracion import RespuestaForm
from visitas.forms.direccion import AsesoriaForm
from visitas.forms.linea_de_base import CaracterizacionForm
from visitas.forms.necesidades import NecesidadesForm
from visitas.forms.observacion import ObservacionForm
from visitas.forms.registro_de_sesion import RegistrarSesionForm
from visitas.forms.visita import VisitaForm
from visitas.models import NivelEducativo
from visitas.papel import impresos
from visitas.papel.clave import ALFABETO, clave_de, la_de
from visitas.papel.teclas import opciones_de
from visitas.papel.tecleo import dia_tecleado, hora_tecleada

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
VECTORES = json.loads((Path(__file__).parent / "vectores_tecleo.json").read_text(encoding="utf-8"))


def formulario(nivel=NivelEducativo.PRIMARIA, notas=0, compromisos=0, verificables=0):
    valores = {f"nota_{i}_texto": "x" for i in range(notas)}
    valores |= {f"compromiso_{i}_que": "x" for i in range(compromisos)}
    docente = Docente(nombres="Docente", escuela=Escuela(nivel=impresos.DE_NIVEL[nivel]))
    por_ver = {str(nuevo_id()): SimpleNamespace(que="algo") for _ in range(verificables)}
    catalogos = Catalogos()
    return VisitaForm(
        situacion=Situacion(docente, catalogos, None, verificables=por_ver),
        instrumento=catalogos.instrumento_vigente,
        inicial=valores,
    )


def por_orden(numero):
    """ "3.1.12b" → (3, 1, 12, "b"): how a person looks for it on the sheet."""
    hallado = re.fullmatch(r"(\d+(?:\.\d+)+)([a-z]?)", numero)
    return [*map(int, hallado[1].split("."))], hallado[2]


def revisar(tabla, form, ocultos=()):
    """Every field has a number, no two share one, and they go up."""
    numeros = papel.hoja_de(tabla, form).numeros
    assert set(numeros) == {c for c in form.fields if c not in ocultos}
    ordenados = [por_orden(n) for n in numeros.values()]
    assert all(a < b for a, b in pairwise(ordenados)), ordenados


@given(
    nivel=st.sampled_from(list(NivelEducativo)),
    notas=st.integers(0, 80),
    compromisos=st.integers(0, 6),
    verificables=st.integers(0, 12),
)
def test_todo_campo_de_la_visita_tiene_su_numero_en_orden(nivel, notas, compromisos, verificables):
    form = formulario(nivel, notas, compromisos, verificables)
    ids = [c for c in form.fields if re.fullmatch(r"compromiso_\d_id", c)]
    revisar(papel.VISITA, form, ocultos=ids)


def test_los_numeros_no_cambian_con_lo_que_se_escriba_ni_con_lo_que_haya_por_verificar():
    vacio = papel.hoja_de(papel.VISITA, formulario()).numeros
    lleno = papel.hoja_de(papel.VISITA, formulario(notas=9, compromisos=3, verificables=4)).numeros
    assert vacio.items() <= lleno.items()
    escritos = (
        "fecha",
        "presentes_4",
        "nota_8_texto",
        "analisis",
        "nivel_5",
        "evidencia_5",
        "compromiso_2_hasta",
    )
    assert [lleno[c] for c in escritos] == ["1.2", "2.1.4", "3.1.9b", "3.2", "4.5a", "4.5b", "6.1.3b"]


@pytest.mark.parametrize("nivel", list(NivelEducativo))
def test_todo_campo_de_los_otros_formularios_tiene_su_numero_en_orden(nivel):
    por_ver = [SimpleNamespace(pk=nuevo_id(), que="algo") for _ in range(2)]
    revisar(papel.caracterizacion(nivel), CaracterizacionForm({}, nivel=nivel, filas_libres=20))
    revisar(papel.ASESORIA, AsesoriaForm(verificables=por_ver))
    competencias = Catalogos().instrumento_vigente.competencias.all()
    revisar(papel.CALIBRACION, RespuestaForm(competencias=competencias))
    revisar(papel.NECESIDADES, NecesidadesForm(competencias=competencias))
    nadie = Docente.objects.none()
    revisar(papel.SESION, RegistrarSesionForm(docentes=nadie, invitados=[], ya_registrada=False))
    revisar(papel.OBSERVACION, ObservacionForm(acompanantes=nadie))


def test_una_tabla_a_la_que_le_falta_un_campo_no_pasa():
    coja = tuple(s for s in papel.VISITA if s.id != "dialogo")
    with pytest.raises(AssertionError):
        revisar(coja, formulario(), ocultos=["compromiso_0_id"])


def test_el_indice_de_la_pagina_usa_las_mismas_secciones():
    estados = secciones.de(formulario(verificables=1), None)
    assert [(s.numero, s.id) for s in estados] == [(s.numero, s.id) for s in papel.VISITA]
    assert [s.numero for s in secciones.de(formulario(), None)] == [1, 2, 3, 4, 5, 6]


def test_cada_opcion_tiene_una_tecla_y_no_observado_es_cero():
    form = formulario()
    niveles = opciones_de(form.fields["nivel_1"])
    assert [(t, n) for t, _, n in niveles] == [
        ("1", "I"),
        ("2", "II"),
        ("3", "III"),
        ("4", "IV"),
        ("0", "No observado"),
    ]
    dimension = opciones_de(
        CaracterizacionForm({}, nivel=NivelEducativo.PRIMARIA).fields["hallazgo_0_dimension"]
    )
    assert [t for t, _, _ in dimension] == list("123456789abcd")
    necesidades = impresos.en_blanco("necesidades").hoja.renglones
    assert [(r.numero, r.nombre) for r in necesidades[3:6]] == [
        ("1.2a", "necesidad_1_competencia"),
        ("1.2b", "necesidad_1_prioridad"),
        ("1.2c", "necesidad_1_texto"),
    ]
    competencias = opciones_de(necesidades[0].campo.field)
    assert (competencias[9][0], competencias[9][2]) == ("a", "Comunicación asertiva")


@pytest.mark.parametrize(("texto", "esperada"), VECTORES["horas"])
def test_una_hora_tecleada_se_escribe_y_lo_que_no_es_hora_se_queda(texto, esperada):
    assert hora_tecleada(texto) == (esperada or texto)


@pytest.mark.parametrize(("texto", "esperado"), VECTORES["dias"])
def test_un_dia_tecleado_se_escribe_y_lo_que_no_es_dia_se_queda(texto, esperado):
    assert dia_tecleado(texto, VECTORES["anio"]) == (esperado or texto)


def test_lo_tecleado_solo_cambia_horas_y_dias():
    datos = QueryDict(
        "inicio=0800&nota_7_hora=905&fecha=1711&compromiso_0_hasta=15/12&analisis=1711&areas=a&areas=b"
    )
    leido = papel.leer_tecleado(datos, 2026)
    assert leido.dict() | {"areas": leido.getlist("areas")} == {
        "inicio": "08:00",
        "nota_7_hora": "09:05",
        "fecha": "2026-11-17",
        "compromiso_0_hasta": "2026-12-15",
        "analisis": "1711",
        "areas": ["a", "b"],
    }
    assert papel.leer_tecleado(QueryDict("fecha=31/02&fin=9h"), 2026).dict() == {
        "fecha": "31/02",
        "fin": "9h",
    }


@given(st.uuids(), st.lists(st.uuids(), max_size=5))
def test_la_clave_lleva_a_su_visita_aunque_se_lea_mal(pk, otros):
    programada = SimpleNamespace(pk=pk)
    clave = clave_de(programada)
    assert re.fullmatch(f"[{ALFABETO}]{{3}}-[{ALFABETO}]{{3}}", clave)
    otras = [o for o in map(lambda pk: SimpleNamespace(pk=pk), otros) if clave_de(o) != clave]
    for como_se_lee in (
        clave,
        clave.lower(),
        clave.replace("-", " "),
        clave.replace("0", "O").replace("1", "I"),
    ):
        assert la_de(como_se_lee, [*otras, programada]) is programada
    assert la_de(clave, otras) is None
