"""The baseline on the dashboard: counts of schools and teachers, at the cut-off."""

from datetime import UTC, datetime

import pytest

from docentes.tests.fabricas import crear_asignacion, crear_docente
from reportes.indicadores import LineaDeBase, cobertura_de_base, universo_de, universo_total
from reportes.panel.cifras import hechos
from visitas.models import EstadoDeCaracterizacion, Momento
from visitas.tests.fabricas_de_base import crear_caracterizacion, crear_necesidad

from .test_indicadores import HASTA_B3

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
A_TIEMPO = datetime(2026, 5, 4, 15, tzinfo=UTC)
TARDE = datetime(2026, 12, 20, 15, tzinfo=UTC)


def contar(universo=None):
    u = universo or universo_total()
    return cobertura_de_base(u.asignaciones, u.caracterizaciones, u.necesidades, HASTA_B3)


def test_se_cuentan_escuelas_con_inicio_terminado_y_docentes_con_necesidades():
    primera, segunda, tercera = crear_asignacion(), crear_asignacion(), crear_asignacion()
    colega = crear_docente(escuela=primera.docente.escuela)
    crear_asignacion(docente=colega)
    crear_caracterizacion(escuela=primera.docente.escuela)
    crear_caracterizacion(escuela=segunda.docente.escuela, estado=EstadoDeCaracterizacion.BORRADOR)
    crear_caracterizacion(escuela=segunda.docente.escuela, momento=Momento.CIERRE)
    crear_caracterizacion(escuela=tercera.docente.escuela, terminada_en=TARDE)
    crear_necesidad(docente=colega, autor=primera.acompanante, creada_en=A_TIEMPO)
    crear_necesidad(docente=colega, autor=primera.acompanante, competencia=4, creada_en=A_TIEMPO)
    crear_necesidad(docente=segunda.docente, autor=segunda.acompanante, creada_en=TARDE)
    crear_necesidad(docente=tercera.docente, autor=tercera.acompanante, anio=2025, creada_en=A_TIEMPO)

    assert contar().total == LineaDeBase(3, 1, 4, 1)


def test_cada_quien_cuenta_lo_de_su_ambito(carmen, dario, rosa, territorio):
    crear_caracterizacion(escuela=territorio.corlas)
    crear_necesidad(
        docente=rosa.docente, autor=rosa.docente.asignaciones.get().acompanante, creada_en=A_TIEMPO
    )

    assert contar(universo_de(carmen)).total == LineaDeBase(1, 1, 1, 1)
    assert contar(universo_de(dario)).total == LineaDeBase()
    assert contar(universo_total().de_ugel(territorio.gran_chimu)).por("ugel") == {
        territorio.gran_chimu.pk: LineaDeBase(1, 1, 1, 1)
    }
    assert contar(universo_total().de_provincia(territorio.salpo.distrito.provincia)).total == LineaDeBase()


def test_el_tablero_dice_cuantas_de_cuantas(fidel, rosa, territorio, cliente_de):
    crear_caracterizacion(escuela=territorio.corlas)
    respuesta = cliente_de(fidel).get("/tablero/", {"periodo": "2026"})
    dicho = dict(respuesta.context["hechos"])

    assert dicho["Escuelas con línea de base"] == "1 de 1"
    assert dicho["Docentes con necesidades priorizadas"] == "0 de 1"
    assert dict(hechos(respuesta.context["actividad"])) == dicho
