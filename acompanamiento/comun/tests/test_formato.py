from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from acompanamiento.comun import formato

JUEVES = date(2026, 10, 15)
DURO = "\u00a0"


def test_las_fechas_se_escriben_como_en_el_peru():
    assert formato.fecha(date(2026, 9, 4)) == "04/09/2026"
    assert formato.fecha_larga(JUEVES) == "jueves 15 de octubre de 2026"
    assert formato.fecha_larga(date(2026, 9, 1)) == "martes 1 de setiembre de 2026"
    assert formato.dia_corto(JUEVES) == "jue"
    assert formato.dia_corto(date(2026, 10, 17)) == "sáb"
    assert formato.mes(9) == "setiembre"


def test_un_instante_se_escribe_con_la_hora_de_lima():
    medianoche_en_lima = datetime(2026, 10, 15, 5, 0, tzinfo=UTC)
    noche_anterior = datetime(2026, 10, 15, 4, 59, tzinfo=UTC)
    assert formato.fecha_hora(medianoche_en_lima) == "15/10/2026, 0:00"
    assert formato.fecha_hora(noche_anterior) == "14/10/2026, 23:59"
    assert formato.dia_corto(noche_anterior) == "mié"


def test_la_hora_no_lleva_cero_delante_y_la_medianoche_es_una_hora():
    assert formato.hora(time(8, 5)) == "8:05"
    assert formato.hora(time(17, 40)) == "17:40"
    assert formato.hora(time(0, 0)) == "0:00"


@pytest.mark.parametrize(
    ("numero", "texto"),
    [
        (0, "0"),
        (999, "999"),
        (1530, f"1{DURO}530"),
        (1234567, f"1{DURO}234{DURO}567"),
        (-1530, f"-1{DURO}530"),
    ],
)
def test_los_miles_se_separan_con_espacio_duro(numero, texto):
    assert formato.entero(numero) == texto


def test_los_decimales_llevan_coma_y_la_mitad_sube():
    assert formato.decimal(Decimal("3.14159"), 2) == "3,14"
    assert formato.decimal(2.5, 0) == "3"
    assert formato.decimal(1530.25) == f"1{DURO}530,3"


def test_el_porciento_lleva_espacio_duro():
    assert formato.porciento(86.4) == f"86{DURO}%"
    assert formato.porciento(86.45, 1) == f"86,5{DURO}%"
    assert formato.porciento(0) == f"0{DURO}%"


def test_un_nivel_es_un_numeral_y_lo_no_observado_no_es_nivel_uno():
    assert [formato.romano(nivel) for nivel in (1, 2, 3, 4, None)] == ["I", "II", "III", "IV", "N. O."]


@pytest.mark.parametrize(
    ("minutos", "texto"),
    [(0, f"0{DURO}min"), (45, f"45{DURO}min"), (270, f"4{DURO}h 30{DURO}min"), (300, f"5{DURO}h")],
)
def test_los_minutos_se_leen_como_horas(minutos, texto):
    assert formato.horas(minutos) == texto


@pytest.mark.parametrize(
    ("dia", "texto"),
    [(15, "hoy"), (14, "hace 1 día"), (6, "hace 9 días"), (16, "mañana"), (18, "en 3 días")],
)
def test_los_dias_se_cuentan_desde_hoy(dia, texto):
    assert formato.hace_dias(date(2026, 10, dia), hoy=JUEVES) == texto


@pytest.mark.parametrize(
    "funcion",
    [
        formato.fecha,
        formato.fecha_larga,
        formato.fecha_hora,
        formato.hora,
        formato.dia_corto,
        formato.mes,
        formato.entero,
        formato.decimal,
        formato.porciento,
        formato.horas,
        formato.hace_dias,
    ],
)
def test_lo_que_falta_se_escribe_vacio(funcion):
    assert funcion(None) == ""
