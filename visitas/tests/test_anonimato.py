"""No known name survives the scrubber, and a pseudonym says nothing."""

import string
import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from visitas.anonimato import PALABRAS, Tachador, palabras_de, plegar, seudonimo

LETRAS = string.ascii_letters + "áéíóúüñÁÉÍÓÚÜÑ"
NOMBRES = st.lists(st.text(LETRAS, min_size=3, max_size=10), min_size=1, max_size=3).map(" ".join)
RUIDO = st.text(LETRAS + " .,;:()«»-_\n0123456789", max_size=40)
ENTORNO = st.sampled_from([" ", ", ", ". ", "-", "(", "\n", "_", "«", "\u0301 "])
FORMAS = st.sampled_from(
    [str, str.upper, str.lower, str.title, lambda t: "\u200b".join(t), lambda t: plegar(t)[0]]
)


def docente_y_escuela(docente="Rosa Quispe De la Cruz", escuela="IE N.° 80274 Corlás"):
    return Tachador({"«la docente»": [docente], "«la localidad»": ["Cascas"], "«la escuela»": [escuela]})


def como_se_lee(texto):
    """The words that a person reads: without accents, case or what is invisible. On purpose not the code's own."""
    plano = unicodedata.normalize("NFKD", texto.replace("\u200b", "")).casefold()
    letras = "".join(c for c in plano if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in letras).split()


@given(nombre=NOMBRES, antes=RUIDO, despues=RUIDO, junto=ENTORNO, forma=FORMAS)
@example(nombre="José Núñez", antes="", despues="", junto="\u0301 ", forma=str.upper)
def test_ningun_nombre_dado_sobrevive(nombre, antes, despues, junto, forma):
    prohibidas = palabras_de(nombre) - palabras_de("amancay")
    assume(prohibidas)

    limpio = Tachador({"«X»": [nombre]}).limpiar(f"{antes}{junto}{forma(nombre)}{junto}{despues}")

    assert not prohibidas & set(como_se_lee(limpio))


@given(texto=RUIDO)
def test_lo_que_no_es_un_nombre_queda_igual(texto):
    assert Tachador({"«la docente»": []}).limpiar(texto) == texto


@given(texto=RUIDO, nombre=NOMBRES)
def test_limpiar_dos_veces_es_limpiar_una(texto, nombre):
    tachador = Tachador({"«quien acompaña»": [nombre]})
    limpio = tachador.limpiar(f"{texto} {nombre} {texto}")

    assert tachador.limpiar(limpio) == limpio


def test_los_nombres_seguidos_se_juntan_y_cada_uno_tiene_su_reemplazo():
    texto = "ROSA Quispe de la Cruz, de Córlas (80274), en cascas: mesa rosada. Rosa sonríe."

    assert docente_y_escuela().limpiar(texto) == (
        "«la docente», de «la escuela» («la escuela»), en «la localidad»: mesa rosada. «la docente» sonríe."
    )


def test_las_palabras_corrientes_no_se_tachan():
    assert docente_y_escuela(escuela="Institución Educativa del Sol").limpiar("La escuela del pueblo") == (
        "La escuela del pueblo"
    )


def _de(**cambios):
    return seudonimo(
        **({"secreto": "s", "docente_id": "d", "lector_id": "l", "termino": "2026-B4"} | cambios)
    )


@given(st.uuids(), st.uuids(), st.sampled_from(["2026-B3", "2026-B4"]), st.text(min_size=1))
def test_el_seudonimo_es_estable_y_no_lleva_nada_de_quien_es(docente, lector, termino, secreto):
    nombre = seudonimo(secreto=secreto, docente_id=docente, lector_id=lector, termino=termino)
    palabra, _, numero = nombre.removeprefix("Docente ").partition("-")

    assert nombre == seudonimo(secreto=secreto, docente_id=docente, lector_id=lector, termino=termino)
    assert palabra in PALABRAS
    assert 2 <= int(numero) <= 99


def test_el_seudonimo_cambia_por_lector_por_termino_y_por_secreto():
    todos = {_de(), _de(lector_id="otro"), _de(termino="2027-B1"), _de(secreto="t"), _de(docente_id="otra")}

    assert len(todos) == 5


def test_hay_muchos_seudonimos_y_casi_no_se_repiten():
    todos = {_de(docente_id=n) for n in range(300)}

    assert len(PALABRAS) == len(set(PALABRAS)) >= 60
    assert len(todos) > 280
