import json
from pathlib import Path

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from acompanamiento.comun.canonico import (
    NECESITA_REVISARSE,
    NoCanonico,
    canonico,
    canonico_de_json,
    huella,
    normalizar,
)

TEXTO = st.text(st.characters(exclude_categories=["Cs"]))
ENTERO = st.integers(-(2**53) + 1, 2**53 - 1)
CONTENIDO = st.dictionaries(
    st.text("abcñü", min_size=1, max_size=5),
    st.recursive(
        st.none() | st.booleans() | ENTERO | TEXTO,
        lambda hijos: (
            st.lists(hijos, max_size=4) | st.dictionaries(st.text("xyz", max_size=3), hijos, max_size=4)
        ),
        max_leaves=12,
    ),
)


@given(CONTENIDO)
def test_lo_canonico_vuelve_a_ser_lo_mismo(contenido):
    texto = canonico(contenido)

    assert json.loads(texto) == normalizar(contenido)
    assert canonico(json.loads(texto)) == texto


@given(CONTENIDO)
def test_el_orden_de_las_claves_no_cambia_la_huella(contenido):
    al_reves = dict(reversed(list(contenido.items())))

    assert huella(canonico(al_reves)) == huella(canonico(contenido))


CUALQUIERA = st.recursive(
    st.none() | st.booleans() | ENTERO | TEXTO,
    lambda hijos: st.lists(hijos, max_size=4) | st.dictionaries(TEXTO, hijos, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTO, CUALQUIERA, max_size=4))
@example({"\U0001f600": 1, "\ufb33": 2, "ö": 3, "\x80": 4, "\x7f": "\x7f\x1f\u2028", "1": 5, "\r": 6})
def test_es_el_mismo_texto_que_escribe_rfc8785(contenido):
    try:
        esperado = rfc8785.dumps(normalizar(contenido)).decode()
    except NoCanonico:  # two keys that only their form told apart
        return
    assert canonico(contenido) == esperado


DIFICIL = st.text(
    st.sampled_from('añn\u0303\r\n\\"r,:[.0159eN-\u0301\ud800\ue000\ufb33\U0001f600\x00'), max_size=8
)
DE_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.floats() | st.text() | DIFICIL,
    lambda hijos: st.lists(hijos, max_size=4) | st.dictionaries(st.text() | DIFICIL, hijos, max_size=4),
    max_leaves=12,
)


def _o_su_negativa(escribir, contenido):
    try:
        return escribir(contenido)
    except NoCanonico as error:
        return str(error)


@pytest.mark.lento
@settings(max_examples=200)
@given(st.dictionaries(st.text() | DIFICIL, DE_JSON, max_size=4))
@example({"a": 1.0})
@example({"a": [1e300]})
@example({"a": -(2**53)})
@example({"a": float("nan"), "b": [float("-inf")]})
@example({"\U0001f600": 1, "\ufb33": 2})
@example({"n": "\n\u0303", "ñ": "a\u0301"})
@example({"a": "\udfff"})
@example({"a": "x\r\ny"})
def test_por_el_camino_corto_se_dice_lo_mismo(contenido):
    assert _o_su_negativa(canonico_de_json, contenido) == _o_su_negativa(canonico, contenido)


@given(contenido=st.dictionaries(st.text("abñ"), st.text("aeiouáñ ¿?.", max_size=40)))
def test_lo_que_se_escribe_de_ordinario_va_por_el_camino_corto(contenido):
    largo, corto = canonico(contenido), canonico_de_json(contenido)
    assert largo == corto
    assert not NECESITA_REVISARSE.search(corto)


def test_una_tilde_compuesta_o_combinada_da_la_misma_huella():
    assert canonico({"t": "ni\u006e\u0303o"}) == canonico({"t": "niño"}) == '{"t":"niño"}'


def test_los_finales_de_linea_se_igualan():
    assert canonico({"t": "a\r\nb\rc"}) == '{"t":"a\\nb\\nc"}'


def test_la_huella_dice_su_algoritmo():
    assert huella("{}") == "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize(
    ("contenido", "frase"),
    [
        ({"a": 1.5}, "contenido.a: un valor de tipo float"),
        ({"a": [2**53]}, "contenido.a[0]: el entero 9007199254740992 es demasiado grande"),
        ({"a": "\ud800"}, "carácter incompleto"),
        ({1: "a"}, "la clave 1 no es texto"),
        ({"ñ": 1, "n\u0303": 2}, "dos claves se escriben igual"),
    ],
)
def test_lo_que_no_tiene_una_sola_escritura_se_rechaza(contenido, frase):
    with pytest.raises(NoCanonico) as error:
        canonico(contenido)

    assert frase in str(error.value)


VECTORES = json.loads((Path(__file__).parent / "vectores_canonicos.json").read_text(encoding="utf-8"))
"""The same file that static/js/tests/canonico.test.js reads: both languages, the same bytes."""


def test_los_vectores_dan_el_mismo_texto_y_la_misma_huella_que_en_el_navegador():
    hechos = [(texto := canonico(json.loads(v["json"])), huella(texto)) for v in VECTORES["buenos"]]

    assert len(hechos) >= 200
    assert hechos == [(v["canonico"], v["huella"]) for v in VECTORES["buenos"]]


@pytest.mark.parametrize("texto", VECTORES["malos"])
def test_lo_que_el_navegador_rechaza_tambien_se_rechaza_aqui(texto):
    with pytest.raises(NoCanonico):
        canonico(json.loads(texto))
