"""Agreement: the library's kappa against figures made by hand, and when there is none."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitas.acuerdo import comparar, comparar_grupo, kappa_de_grupo, kappa_de_pares, separacion

NIVEL = st.integers(1, 4)
PARES = st.lists(st.tuples(NIVEL, NIVEL), min_size=10, max_size=40)
DATOS = {"distintos": 3, "minimos": 3}


def kappa_a_mano(pares):
    """1 − Σ d²(observed) / Σ d²(expected by the two margins), Cohen (1968)."""
    n = len(pares)
    observado = sum((a - b) ** 2 for a, b in pares) / n
    izquierda, derecha = Counter(a for a, _ in pares), Counter(b for _, b in pares)
    esperado = sum(izquierda[a] * derecha[b] * (a - b) ** 2 for a in izquierda for b in derecha) / n**2
    return 1 - observado / esperado


@given(PARES)
def test_el_kappa_es_el_de_cohen_con_pesos_cuadraticos(pares):
    acuerdo = comparar(pares, **DATOS)
    if acuerdo.kappa is None:
        assert acuerdo.por_que_no == "todo se leyó en un mismo nivel"
    else:
        assert acuerdo.kappa == pytest.approx(kappa_a_mano(pares), abs=1e-9)
        assert acuerdo.en_palabras


def test_un_nivel_que_nadie_eligio_sigue_contando_como_distancia():
    assert kappa_de_pares(Counter([(1, 3), (3, 1), (1, 1), (3, 3)])) == pytest.approx(
        kappa_a_mano([(1, 3), (3, 1), (1, 1), (3, 3)])
    )


@given(PARES)
def test_entre_dos_personas_el_del_grupo_es_el_mismo(pares):
    if len({a for a, _ in pares}) > 1 and len({b for _, b in pares}) > 1:
        grupo = kappa_de_grupo([{"a": a, "b": b} for a, b in pares])
        assert grupo == pytest.approx(kappa_de_pares(Counter(pares)), abs=1e-9)


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.none() | NIVEL), max_size=6))
def test_el_grupo_nunca_falla_y_cuenta_todos_los_pares(items):
    acuerdo = comparar_grupo(items, distintos=len(items), minimos=1)

    assert acuerdo.pares == sum(len(i) * (len(i) - 1) // 2 for i in items)
    assert 0 <= acuerdo.iguales <= acuerdo.pares


def test_con_pocas_clases_dice_por_que_y_da_iguales_y_distancia():
    acuerdo = comparar([(1, 1)] * 6 + [(1, 3)] * 6, distintos=1, minimos=3)

    assert (acuerdo.kappa, acuerdo.exacto, acuerdo.distancia) == (None, 50, 1)
    assert acuerdo.por_que_no == "hacen falta 3 clases y hay 1"


def test_con_pocas_comparaciones_o_sin_variedad_tampoco_hay_kappa():
    assert "10 comparaciones" in comparar([(1, 2)] * 9, **DATOS).por_que_no
    assert "un mismo nivel" in comparar([(1, 2)] * 10, **DATOS).por_que_no


def test_lo_no_observado_se_compara_como_tal_y_no_entra_en_la_distancia():
    acuerdo = comparar([(None, None), (None, 4), (2, 2)], **DATOS)

    assert (acuerdo.pares, acuerdo.iguales, acuerdo.distancia) == (3, 2, 0)


@pytest.mark.parametrize(
    ("niveles", "esperada"),
    [([], 0), ([None, None], 0), ([2, 3], 1), ([1, 3], 2), ([1] + [3] * 18 + [4], 0), ([1, 1] + [3] * 8, 2)],
)
def test_la_separacion_deja_fuera_a_una_de_cada_diez_en_cada_extremo(niveles, esperada):
    assert separacion(niveles) == esperada
