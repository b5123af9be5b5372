import pytest
from hypothesis import given
from hypothesis import strategies as st

from acompanamiento.comun.texto import sin_tildes


@pytest.mark.parametrize(
    ("escrito", "buscado"),
    [
        ("I.E. N.° 80274 CORLÁS", "ie n 80274 corlas"),
        ("  Ñusta   del  Perú ", "nusta del peru"),
        ("San Pedro de Lloc, Pacasmayo", "san pedro de lloc pacasmayo"),
    ],
)
def test_se_encuentra_como_la_gente_escribe(escrito, buscado):
    assert sin_tildes(escrito) == buscado


@given(st.text())
def test_aplicarlo_dos_veces_no_cambia_nada(texto):
    assert sin_tildes(sin_tildes(texto)) == sin_tildes(texto)
