from datetime import date

import pytest

from acompanamiento.comun.dias_habiles import contar_dias_habiles, es_dia_habil, sumar_dias_habiles

JUEVES = date(2026, 7, 23)  # Fuerza Aérea; then a weekend, and the holidays of 28 and 29


@pytest.mark.parametrize(
    ("dia", "es"),
    [
        (date(2026, 7, 24), True),
        (date(2026, 7, 25), False),
        (date(2026, 7, 28), False),
        (date(2026, 10, 8), False),
    ],
)
def test_un_dia_habil_no_es_fin_de_semana_ni_feriado(dia, es):
    assert es_dia_habil(dia) is es


def test_el_plazo_empieza_al_dia_siguiente_y_salta_feriados():
    assert sumar_dias_habiles(date(2026, 7, 24), 1) == date(2026, 7, 27)
    assert sumar_dias_habiles(date(2026, 7, 24), 2) == date(2026, 7, 30)
    assert sumar_dias_habiles(date(2026, 7, 24), 0) == date(2026, 7, 24)


@pytest.mark.parametrize(
    ("n", "desde"), [(1, date(2026, 1, 2)), (10, date(2026, 3, 30)), (20, date(2026, 12, 20))]
)
def test_contar_deshace_lo_que_sumar_hace(n, desde):
    vence = sumar_dias_habiles(desde, n)

    assert contar_dias_habiles(desde, vence) == n
    assert contar_dias_habiles(vence, desde) == -n
