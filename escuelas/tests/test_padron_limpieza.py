"""Cells and names, one by one and by the thousand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escuelas.services.padron import limpieza, nombres
from escuelas.services.padron.limpieza import ValorInvalido

CODIGO = st.from_regex(r"[0-9]{7}", fullmatch=True)
RELLENO = st.text(alphabet=" \t\r\n\u00a0\u200b\ufeff\u2060\x00\xad", max_size=6)


@given(CODIGO, RELLENO, RELLENO)
def test_el_relleno_no_cambia_un_codigo(codigo, antes, despues):
    assert limpieza.codigo(antes + codigo + despues, 7) == (codigo, False)


@given(CODIGO, st.sampled_from(["'{}", '="{}"', "’{}"]))
def test_las_marcas_de_texto_de_la_hoja_no_cambian_un_codigo(codigo, marca):
    assert limpieza.codigo(marca.format(codigo), 7) == (codigo, False)


def _codigo_o_frase(valor):
    try:
        return limpieza.codigo(valor, 7)[0], ""
    except ValorInvalido as error:
        return "", f"{error.regla}. {error.arreglo}"


@given(st.text(max_size=12) | st.text(alphabet="0123456789.,eEOl'", max_size=9))
def test_de_cualquier_texto_sale_un_codigo_bien_formado_o_una_frase(valor):
    codigo, frase = _codigo_o_frase(valor)

    assert bool(codigo) != bool(frase)
    assert not codigo or (codigo.isascii() and codigo.isdigit() and len(codigo) == 7)
    assert not frase or frase.endswith(".")


@given(st.integers(min_value=100_000, max_value=999_999))
def test_solo_se_repone_un_cero_y_el_numero_no_cambia(numero):
    codigo, completado = limpieza.codigo(str(numero), 7)

    assert completado
    assert (len(codigo), int(codigo)) == (7, numero)


@given(st.integers(min_value=0, max_value=99_999))
def test_dos_ceros_perdidos_no_se_adivinan(numero):
    with pytest.raises(ValorInvalido):
        limpieza.codigo(str(numero), 7)


@given(st.text(max_size=200))
def test_limpiar_dos_veces_es_limpiar_una(valor):
    limpio = limpieza.texto(valor)

    assert "\0" not in limpio
    assert limpio == " ".join(limpio.split())


@pytest.mark.parametrize(
    ("valor", "numero"), [("-7,48", "-7.48"), (" -78.82 ", "-78.82"), ("1278.000", "1278.000")]
)
def test_los_decimales_llevan_punto_o_coma(valor, numero):
    assert str(limpieza.decimal(valor)) == numero


@pytest.mark.parametrize("valor", ["", "siete", "1.234,5", "NaN", "Infinity"])
def test_lo_que_no_es_un_numero_se_dice(valor):
    with pytest.raises(ValorInvalido, match="no es un número"):
        limpieza.decimal(valor)


@pytest.mark.parametrize(
    ("publicado", "nombre"),
    [
        ("SANTIAGO DE CHUCO", "Santiago de Chuco"),
        ("LA LIBERTAD", "La Libertad"),
        ("SAN JOSE", "San José"),
        ("ÑAÑA", "Ñaña"),
        ("JUAN PABLO II", "Juan Pablo II"),
        ("SECTOR ALTO (EL MILAGRO)", "Sector Alto (el Milagro)"),
        ("Huamachuco", "Huamachuco"),
        ("", ""),
    ],
)
def test_los_nombres_en_mayusculas_pasan_a_titulo(publicado, nombre):
    assert nombres.titulo(publicado) == nombre


@pytest.mark.parametrize(
    ("publicado", "nombre"),
    [
        ("UGEL GRAN CHIMÚ", "Gran Chimú"),
        ("UGEL VIRU", "Virú"),
        ("UGEL 01 - EL PORVENIR", "01 El Porvenir"),
        ("UGEL 03 - TRUJILLO NOR OESTE", "03 Trujillo Nor Oeste"),
        ("DRE LA LIBERTAD", "DRE La Libertad"),
    ],
)
def test_los_nombres_de_ugel_pierden_el_prefijo(publicado, nombre):
    assert nombres.nombre_de_ugel(publicado) == nombre


@pytest.mark.parametrize(
    ("publicado", "nombre"),
    [
        ("80274", "IE N.° 80274"),
        ("80274 SEÑOR DE LOS MILAGROS", "IE N.° 80274 Señor de los Milagros"),
        ("81027-B", "IE N.° 81027-B"),
        ("LOS ANGELITOS", "Los Angelitos"),
    ],
)
def test_las_escuelas_con_numero_llevan_su_prefijo(publicado, nombre):
    assert nombres.nombre_de_escuela(publicado) == nombre
