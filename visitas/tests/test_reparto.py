"""Properties of the layout of the year: every visit on a school day, one a day, in the protocol's order."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitas.dias import dias_de_clases, es_dia_de_clases, por_que_no_hay_clases
from visitas.reparto import Pendiente, SinDias, repartir

pytestmark = pytest.mark.lento
DESDE, HASTA = date(2026, 4, 1), date(2026, 12, 11)
TRANQUILO = settings(deadline=None, max_examples=40)
MESES = (4, 5, 6, 7, 8, 9, 10, 11)

docentes = st.lists(
    st.tuples(st.sampled_from(["131101", "131102", "131103"]), st.dates(DESDE, date(2026, 11, 30))),
    min_size=1,
    max_size=14,
)


def pendientes_de(docentes):
    return [
        Pendiente(
            docente=n, tipo=orden, orden=orden, mes=mes, zona=zona, lugar=(n,), desde=desde, hasta=HASTA
        )
        for n, (zona, desde) in enumerate(docentes)
        for orden, mes in enumerate(MESES)
    ]


def los_que_caben(docentes):
    return [p for p in pendientes_de(docentes) if p.cabe_en_su_mes()]


@TRANQUILO
@given(docentes)
def test_cada_visita_cae_en_un_dia_de_clases_en_que_se_puede_visitar(docentes):
    for pendiente, dia in repartir(los_que_caben(docentes), []):
        assert es_dia_de_clases(dia)
        assert pendiente.desde <= dia <= pendiente.hasta


@TRANQUILO
@given(docentes)
def test_nunca_hay_dos_docentes_el_mismo_dia(docentes):
    dias = [dia for _, dia in repartir(los_que_caben(docentes), [])]
    assert len(dias) == len(set(dias))


@TRANQUILO
@given(docentes)
def test_se_reparten_todas_y_una_sola_vez(docentes):
    pendientes = los_que_caben(docentes)
    assert Counter(p for p, _ in repartir(pendientes, [])) == Counter(pendientes)


@TRANQUILO
@given(docentes)
def test_las_visitas_de_un_docente_siguen_el_orden_del_protocolo(docentes):
    por_docente = {}
    for pendiente, dia in repartir(los_que_caben(docentes), []):
        por_docente.setdefault(pendiente.docente, []).append((dia, pendiente.orden))
    for visitas in por_docente.values():
        assert [orden for _, orden in sorted(visitas)] == sorted(orden for _, orden in visitas)


@TRANQUILO
@given(docentes, st.sets(st.dates(DESDE, HASTA), max_size=20))
def test_los_dias_ocupados_quedan_libres_de_visitas_nuevas(docentes, ocupados):
    try:
        reparto = repartir(los_que_caben(docentes), ocupados)
    except SinDias:
        return
    assert not ocupados & {dia for _, dia in reparto}


@TRANQUILO
@given(docentes, st.randoms(use_true_random=False))
def test_el_reparto_no_depende_del_orden_en_que_llegan(docentes, azar):
    pendientes = los_que_caben(docentes)
    barajados = azar.sample(pendientes, len(pendientes))
    assert repartir(pendientes, []) == repartir(barajados, [])


def test_los_docentes_de_un_distrito_se_visitan_en_dias_seguidos():
    docentes = [("131102", DESDE), ("131101", DESDE), ("131102", DESDE), ("131101", DESDE), ("131101", DESDE)]
    dias_de_mayo = list(dias_de_clases(date(2026, 5, 1), date(2026, 5, 31)))
    por_zona = {}
    for pendiente, dia in repartir(pendientes_de(docentes), []):
        if pendiente.mes == 5:
            por_zona.setdefault(pendiente.zona, []).append(dias_de_mayo.index(dia))
    assert {zona: len(dias) for zona, dias in por_zona.items()} == {"131101": 3, "131102": 2}
    for dias in por_zona.values():
        assert sorted(dias) == list(range(min(dias), min(dias) + len(dias)))


def test_con_mas_visitas_que_dias_se_dice():
    docentes = [("131101", date(2026, 11, 25))] * 20
    with pytest.raises(SinDias):
        repartir(los_que_caben(docentes), [])


@pytest.mark.parametrize(
    ("dia", "motivo"),
    [
        (date(2026, 4, 3), "feriado: Viernes Santo"),
        (date(2026, 6, 29), "feriado: San Pedro y San Pablo"),
        (date(2026, 10, 17), "sábado"),
        (date(2026, 10, 18), "domingo"),
        (date(2026, 10, 15), ""),
    ],
)
def test_se_sabe_por_que_un_dia_no_hay_clases(dia, motivo):
    assert por_que_no_hay_clases(dia) == motivo
    assert es_dia_de_clases(dia) is (motivo == "")


def test_antes_que_desordenar_las_visitas_de_un_docente_se_dice_que_no_hay_dias():
    libres = {date(2026, 4, 27), date(2026, 4, 28), date(2026, 4, 29), date(2026, 4, 30)}
    ocupados = set(dias_de_clases(DESDE, HASTA)) - libres
    dos = [p for p in pendientes_de([("131101", DESDE), ("131102", DESDE)]) if p.mes in (4, 5)]
    with pytest.raises(SinDias):
        repartir(dos, ocupados)
