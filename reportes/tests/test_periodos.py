from datetime import date

import pytest

from acompanamiento.comun.errores import Rechazo
from reportes.periodos import (
    bimestres_hasta,
    leer_periodo,
    periodo_por_defecto,
    periodos_disponibles,
)

HOY = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


def test_un_bimestre_cerrado_corta_en_su_ultimo_dia(catalogos):
    periodo = leer_periodo("2026-B3", HOY)

    assert (periodo.anio, periodo.numero) == (2026, 3)
    assert (periodo.acumulado.desde, periodo.acumulado.hasta) == (date(2026, 3, 1), date(2026, 10, 9))
    assert (periodo.propio.desde, periodo.propio.hasta) == (date(2026, 7, 25), date(2026, 10, 9))
    assert periodo.texto == "Bimestre 3 de 2026"
    assert periodo.alcance == "1 de marzo al 9 de octubre de 2026"
    assert not periodo.en_curso
    assert periodo.cierre_de_resultados == date(2026, 10, 19)


def test_un_anio_en_curso_corta_hoy(catalogos):
    periodo = leer_periodo("2026", HOY)

    assert (periodo.numero, periodo.inicio, periodo.fin, periodo.corte) == (
        None,
        date(2026, 3, 1),
        date(2026, 12, 31),
        HOY,
    )
    assert periodo.en_curso
    assert periodo.texto == "Año escolar 2026"


@pytest.mark.parametrize(
    ("texto", "mensaje"),
    [
        ("2026-B7", "El año escolar tiene cuatro bimestres: B1 a B4. «2026-B7» no existe."),
        ("2026-B0", "El año escolar tiene cuatro bimestres: B1 a B4. «2026-B0» no existe."),
        ("tercero", "«tercero» no es un periodo. Escribe un bimestre, como 2026-B3, o un año, como 2026."),
        ("", "«» no es un periodo. Escribe un bimestre, como 2026-B3, o un año, como 2026."),
        (
            "2026-B3\n",
            "«2026-B3\n» no es un periodo. Escribe un bimestre, como 2026-B3, o un año, como 2026.",
        ),
        ("1999", "«1999» no está en el calendario escolar."),
    ],
)
def test_un_periodo_que_no_existe_se_rechaza_con_una_frase(catalogos, texto, mensaje):
    with pytest.raises(Rechazo) as rechazo:
        leer_periodo(texto, HOY)

    assert (rechazo.value.mensaje, rechazo.value.campo) == (mensaje, "periodo")


def test_un_periodo_que_no_empieza_se_rechaza_y_dice_cuando_empieza(catalogos):
    with pytest.raises(Rechazo) as rechazo:
        leer_periodo("2026-B4", date(2026, 10, 9))

    assert rechazo.value.codigo == "PERIODO_FUTURO"
    assert rechazo.value.mensaje == "Bimestre 4 de 2026 empieza el 10/10/2026: aún no hay qué informar."


def test_los_periodos_van_del_mas_nuevo_al_mas_viejo_y_solo_los_empezados(catalogos):
    codigos = [p.codigo for p in periodos_disponibles(date(2026, 8, 1)) if p.anio == 2026]

    assert codigos == ["2026", "2026-B3", "2026-B2", "2026-B1"]


def test_el_periodo_por_defecto_es_el_anio_mas_nuevo_que_empezo(catalogos):
    assert periodo_por_defecto(HOY).codigo == "2026"


def test_sin_calendario_no_hay_periodos(sin_catalogos):
    assert periodos_disponibles(HOY) == []
    assert periodo_por_defecto(HOY) is None


def test_los_bimestres_de_un_periodo_son_los_de_su_anio_hasta_el(catalogos):
    assert [p.codigo for p in bimestres_hasta(leer_periodo("2026-B2", HOY))] == ["2026-B1", "2026-B2"]
    assert len(bimestres_hasta(leer_periodo("2026", HOY))) == 4


def test_con_los_periodos_ya_leidos_no_se_vuelve_a_preguntar(catalogos, django_assert_num_queries):
    periodo, leidos = leer_periodo("2026", HOY), periodos_disponibles(HOY)
    with django_assert_num_queries(0):
        bimestres = bimestres_hasta(periodo, leidos)

    assert [p for p in bimestres_hasta(periodo) if p.inicio <= HOY] == bimestres
