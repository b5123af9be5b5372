"""Names in the order of a Spanish dictionary."""

import random

from hypothesis import given
from hypothesis import strategies as st

from acompanamiento.comun.orden import clave_de_orden, comparar

EN_ORDEN = ["Alva", "Ávila", "avilés", "Nuñez", "Núñez", "Ñahui", "Ochoa", "Óscar", "Zavala"]
TEXTO = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


def test_las_claves_siguen_el_orden_del_diccionario():
    revueltos = random.Random(7).sample(EN_ORDEN, len(EN_ORDEN))
    assert sorted(revueltos, key=clave_de_orden) == EN_ORDEN


@given(TEXTO, TEXTO, TEXTO)
def test_comparar_es_un_orden_total_y_solo_empata_lo_igual(a, b, c):
    assert comparar(a, b) == -comparar(b, a)
    assert (comparar(a, b) == 0) == (a == b)
    if comparar(a, b) <= 0 and comparar(b, c) <= 0:
        assert comparar(a, c) <= 0
