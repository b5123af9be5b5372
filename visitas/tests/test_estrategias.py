"""The catalogue of strategies: something for every situation, different where the situation differs."""

from datetime import date

import pytest

from visitas.estrategias import Actividad, Situacion, aula_de, catalogo, proponer
from visitas.models import TipoDeActividad

COMPETENCIAS = range(1, 12)
AULAS = ("unidocente", "multigrado", "completo")


@pytest.mark.parametrize("competencia", COMPETENCIAS)
def test_cada_situacion_tiene_una_estrategia_con_razon_y_actividades(competencia):
    for aula in AULAS:
        for nivel in range(5):
            for lenguas in (frozenset(), frozenset({"castellano"}), frozenset({"castellano", "quechua"})):
                propuesta = proponer(Situacion(competencia, aula, nivel, lenguas))
                assert propuesta.razon
                assert propuesta.actividades


@pytest.mark.parametrize("competencia", COMPETENCIAS)
def test_un_aula_multigrado_y_un_grado_por_docente_reciben_estrategias_distintas(competencia):
    multigrado, completo = (proponer(Situacion(competencia, aula, 2)) for aula in ("multigrado", "completo"))
    assert multigrado.competencia == completo.competencia == competencia
    assert multigrado.codigo != completo.codigo
    assert multigrado.texto != completo.texto


@pytest.mark.parametrize(
    ("situacion", "codigo"),
    [
        (Situacion(2, "unidocente", 1), "tiempo-unidocente"),
        (Situacion(2, "multigrado", 2), "tiempo-multigrado"),
        (Situacion(4, "multigrado", 1), "pensar-multigrado-inicio"),
        (Situacion(4, "multigrado", 2), "pensar-multigrado"),
        (Situacion(8, "completo", 0), "mirar-primero"),
        (Situacion(8, "completo", 3), "compartir-lo-logrado"),
        (Situacion(5, "multigrado", 1, frozenset({"quechua"})), "conocer-en-su-lengua"),
        (Situacion(5, "multigrado", 1, frozenset({"castellano"})), "conocer-multigrado"),
    ],
)
def test_gana_el_patron_que_mas_pide(situacion, codigo):
    assert proponer(situacion).codigo == codigo


def test_el_catalogo_esta_bien_escrito():
    codigos = [e.codigo for e in catalogo()]
    assert len(codigos) == len(set(codigos))
    assert max(map(len, codigos)) <= 40
    tipos = {a.tipo for e in catalogo() for a in e.actividades}
    assert tipos == set(TipoDeActividad.values)
    assert all(3 <= a.meses[0] <= a.meses[1] <= 12 for e in catalogo() for a in e.actividades)
    assert all(len(a.que) <= 300 for e in catalogo() for a in e.actividades)


def test_el_aula_se_deduce_de_los_grados_si_el_padron_no_la_dice():
    assert (aula_de("1", ["1"]), aula_de("", ["1", "2"]), aula_de("", ["4"])) == (
        "unidocente",
        "multigrado",
        "completo",
    )


def test_un_plazo_que_ya_paso_empieza_hoy_y_no_sale_del_anio():
    actividad = Actividad("visita", "Mirar.", (5, 6))
    assert actividad.plazo(2026) == (date(2026, 5, 1), date(2026, 6, 30))
    assert actividad.plazo(2026, desde=date(2026, 6, 15)) == (date(2026, 5, 1), date(2026, 6, 30))
    assert actividad.plazo(2026, desde=date(2026, 11, 25), hasta=date(2026, 12, 15)) == (
        date(2026, 11, 25),
        date(2026, 12, 15),
    )
