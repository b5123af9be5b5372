"""The joint rule against brute force: no sum or difference of printed groups describes a small set."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportes.resultados.divulgacion import Medida, alcanza, avanzar, en_palabras, porcentajes, redondear

UGELES, PROVINCIAS = ("U1", "U2", "U3"), ("P1", "P2")


def medida(docente, *, cruce=("U1", "P1"), visita=1, escuela=None, acompanante=None, base=2, ultima=3):
    return Medida(
        docente,
        docente % 3 if escuela is None else escuela,
        docente % 2 if acompanante is None else acompanante,
        cruce,
        base,
        ultima,
        visita_base=0,
        visita_ultima=visita,
    )


def grupo_de(*docentes, **cambios):
    return {d: medida(d, **cambios) for d in docentes}


@pytest.mark.parametrize(
    ("grupo", "esperado"),
    [
        (grupo_de(*range(5)), True),
        (grupo_de(*range(4)), False),
        ([medida(d, escuela=d % 2) for d in range(20)], False),
        ([medida(d, acompanante=1) for d in range(20)], False),
        ([medida(1, escuela=e, acompanante=e) for e in range(9)], False),
        ([], False),
    ],
)
def test_un_grupo_necesita_cinco_docentes_tres_escuelas_y_dos_acompanantes(grupo, esperado):
    assert alcanza(list(grupo.values()) if isinstance(grupo, dict) else grupo) is esperado


def test_quien_entra_espera_hasta_que_sean_bastantes():
    primero = avanzar({}, grupo_de(*range(6)))
    segundo = avanzar(primero, grupo_de(*range(8)))
    tercero = avanzar(segundo, grupo_de(*range(11)))

    assert (set(primero), set(segundo), set(tercero)) == (set(range(6)), set(range(6)), set(range(11)))


def test_los_pocos_que_cambian_conservan_el_nivel_que_ya_se_mostro():
    antes = avanzar({}, grupo_de(*range(10), visita=1))
    ahora = grupo_de(*range(10), visita=1) | grupo_de(0, 1, visita=2, ultima=4)

    assert avanzar(antes, ahora) == antes
    assert avanzar(antes, grupo_de(*range(10), visita=2, ultima=4))[0].ultima == 4


def test_un_cruce_pequeno_no_entra_en_ninguno_de_sus_dos_ambitos():
    grande, chico = grupo_de(*range(6)), grupo_de(10, 11, 12, cruce=("U1", "P2"))

    assert set(avanzar({}, grande | chico)) == set(grande)


def test_avanzar_no_cambia_lo_que_recibe():
    grupo, medidas = grupo_de(*range(5)), grupo_de(*range(10))
    avanzar(grupo, medidas)

    assert (set(grupo), set(medidas)) == (set(range(5)), set(range(10)))


ANIO = st.lists(
    st.tuples(
        st.sampled_from(UGELES),
        st.sampled_from(PROVINCIAS),
        st.integers(0, 3),  # school, within the crossing
        st.integers(0, 1),  # acompañante
        st.integers(1, 3),  # bimestre of entry
        st.sets(st.integers(2, 3)),  # bimestres with a newer visit
    ),
    min_size=8,
    max_size=40,
)


def _medidas(anio, bimestre):
    return {
        n: Medida(n, (u, p, e), a, (u, p), 2, 3, 0, max([entra, *(b for b in nuevas if b <= bimestre)]))
        for n, (u, p, e, a, entra, nuevas) in enumerate(anio)
        if entra <= bimestre
    }


def _impresos(anio):
    """Return the printed groups: {unknown value: 1}, of baselines and of latest levels, of all three bimestres."""
    grupo, impresos = {}, []
    for bimestre in (1, 2, 3):
        grupo = avanzar(grupo, _medidas(anio, bimestre))
        for ambito in (None, *UGELES, *PROVINCIAS):
            suyas = [m for m in grupo.values() if ambito is None or ambito in m.cruce]
            for parte in ("base", "ultima"):
                vector = {(m.docente, parte, parte == "ultima" and m.visita_ultima): 1 for m in suyas}
                if vector and vector not in impresos:
                    impresos.append(vector)
    return grupo, impresos


def _combinar(vectores, signos):
    suma = {}
    for vector, signo in zip(vectores, signos, strict=True):
        for incognita in vector:
            suma[incognita] = suma.get(incognita, 0) + signo
    return {incognita for incognita, cuantas in suma.items() if cuantas}


@settings(max_examples=60, deadline=None)
@given(ANIO)
def test_ninguna_suma_o_resta_de_lo_impreso_describe_a_un_grupo_pequeno(anio):
    grupo, impresos = _impresos(anio)

    for cuantos in (1, 2, 3):
        for vectores in combinations(impresos, cuantos):
            for signos in product((1, -1), repeat=cuantos - 1):
                quedan = {docente for docente, _, _ in _combinar(vectores, (1, *signos))}
                assert not quedan or alcanza([grupo[d] for d in quedan])


@settings(max_examples=60, deadline=None)
@given(ANIO)
def test_ugel_provincia_y_region_salen_de_los_mismos_docentes(anio):
    grupo, _ = _impresos(anio)

    for lugar, ambitos in ((0, UGELES), (1, PROVINCIAS)):
        partes = [{d for d, m in grupo.items() if m.cruce[lugar] == ambito} for ambito in ambitos]
        assert set().union(*partes) == set(grupo)
        assert sum(map(len, partes)) == len(grupo)


@settings(deadline=None)
@given(st.lists(st.integers(1, 4), min_size=5), st.sampled_from([1, 5]))
def test_las_porciones_son_gruesas_y_nunca_dicen_ninguno_ni_todos(niveles, paso):
    for valor in porcentajes(niveles, paso):
        assert valor % paso == 0
        assert en_palabras(valor, paso) not in ("0", "100")


@pytest.mark.parametrize(
    ("parte", "todo", "paso", "texto"),
    [
        (0, 30, 5, "<5"),
        (1, 30, 5, "5"),
        (1, 50, 5, "<5"),
        (30, 30, 5, ">95"),
        (29, 30, 5, "95"),
        (15, 30, 5, "50"),
        (0, 300, 1, "<1"),
        (300, 300, 1, ">99"),
        (41, 300, 1, "14"),
    ],
)
def test_el_redondeo_tiene_su_texto(parte, todo, paso, texto):
    assert en_palabras(redondear(parte, todo, paso), paso) == texto
