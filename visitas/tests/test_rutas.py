"""Which visits make one trip: properties, and a few cases by hand."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from visitas.rutas import HUECO, Candidata, proponer_rutas

PRIMER_DIA = date(2026, 4, 1)


@st.composite
def candidatas(draw):
    """Up to thirty visits in a season, in three districts and some schools."""
    filas = draw(
        st.lists(st.tuples(st.integers(0, 60), st.sampled_from("ABC"), st.integers(0, 4)), max_size=30)
    )
    return [
        Candidata(numero, PRIMER_DIA + timedelta(days=dia), zona, (str(lugar), str(numero)))
        for numero, (dia, zona, lugar) in enumerate(filas)
    ]


@given(candidatas())
def test_cada_visita_esta_en_un_viaje_y_en_uno_solo(lista):
    visitas = [v for ruta in proponer_rutas(lista) for v in ruta.visitas]
    assert sorted(visitas) == [c.visita for c in lista]


@given(candidatas())
def test_las_fechas_de_un_viaje_van_en_orden_sin_huecos_largos_y_en_una_zona(lista):
    for ruta in proponer_rutas(lista):
        fechas = [c.fecha for c in ruta.candidatas]
        assert fechas == sorted(fechas)
        assert all(b - a <= HUECO for a, b in pairwise(fechas))
        assert {c.zona for c in ruta.candidatas} == {ruta.zona}


@given(candidatas(), st.randoms())
def test_el_orden_en_que_llegan_no_cambia_la_propuesta(lista, azar):
    revuelta = azar.sample(lista, len(lista))
    assert proponer_rutas(revuelta) == proponer_rutas(lista)


def test_un_fin_de_semana_no_corta_el_viaje_y_una_semana_si():
    def en(dia):
        return Candidata(dia, date(2026, 10, dia), "Cascas", ("1",))

    rutas = proponer_rutas([en(16), en(19), en(27)])
    assert [r.visitas for r in rutas] == [[16, 19], [27]]
    assert (rutas[0].desde, rutas[0].hasta, rutas[0].dias) == (date(2026, 10, 16), date(2026, 10, 19), 4)
