"""Who may ask for the report of which UGEL or province."""

import pytest

from escuelas.tests.fabricas import crear_distrito, crear_escuela, crear_provincia
from reportes.ambitos import ambitos_para, puede_ver_ambito, todos

pytestmark = pytest.mark.django_db


def claves(usuario):
    return [ambito.clave for ambito in ambitos_para(usuario)]


def test_la_especialista_pide_su_ugel_y_las_provincias_que_atiende(carmen, territorio):
    otuzco = crear_distrito("130601", provincia=crear_provincia("1306"))
    crear_escuela(ugel=territorio.gran_chimu, distrito=otuzco)
    assert claves(carmen) == ["ugel:130012", "provincia:1311", "provincia:1306"]


def test_una_provincia_sin_escuelas_de_la_ugel_no_es_suya(carmen, territorio):
    assert claves(carmen) == ["ugel:130012", "provincia:1311"]
    assert not puede_ver_ambito(carmen, "provincia", "1306")
    assert not puede_ver_ambito(carmen, "ugel", "130007")


@pytest.mark.parametrize("persona", ["elena", "fidel"])
def test_la_region_pide_todos_en_orden_alfabetico(request, persona):
    usuario = request.getfixturevalue(persona)
    assert claves(usuario) == ["ugel:130012", "ugel:130007", "provincia:1311", "provincia:1306"]
    assert ambitos_para(usuario) == todos()


@pytest.mark.parametrize("persona", ["ana", "rosa", "hugo", "ines", "admin"])
def test_los_demas_no_piden_ninguno(request, persona):
    assert claves(request.getfixturevalue(persona)) == []


def test_cada_escuela_esta_en_una_ugel_y_en_una_provincia(territorio):
    crear_escuela(ugel=territorio.gran_chimu, distrito=territorio.salpo.distrito)
    por_tipo = {"ugel": 0, "provincia": 0}
    for ambito in todos():
        por_tipo[ambito.tipo] += ambito.escuelas().count()
    assert por_tipo == {"ugel": 3, "provincia": 3}
