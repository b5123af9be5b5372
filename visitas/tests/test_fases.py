"""The phases of a teacher's year: pure rules by properties, and what the strip reads."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from visitas.fases import AHORA, HECHO, PENDIENTE, POR_VENIR, Hechos, Hito, ciclo_de, fases
from visitas.models import (
    Caracterizacion,
    ClaseDeVisita,
    Competencia,
    EstadoDeCaracterizacion,
    LineaDePlan,
    Necesidad,
    Plan,
)

from .fabricas import crear_programada, crear_visita

HOY = date(2026, 10, 15)
TIPOS = {"D": ClaseDeVisita.DIAGNOSTICA, "C": ClaseDeVisita.CIERRE} | dict.fromkeys(
    ("A1", "A2", "A3"), ClaseDeVisita.ASESORIA
)


def hito(codigo, hecha=True):
    return Hito(codigo, f"Visita {codigo}", TIPOS[codigo], date(2026, 5, 4), "id" if hecha else None)


@st.composite
def hechos(draw, termino=None):
    """Any year: each visit of the protocol is done, to come or not in the calendar."""
    visitas = {c: draw(st.sampled_from(("hecha", "por venir", "no está"))) for c in TIPOS}
    return Hechos(
        linea_de_base=draw(st.booleans()),
        necesidades=draw(st.integers(0, 4)),
        plan=draw(st.sampled_from(("", "enviado", "observado", "aprobado"))),
        hechas=tuple(hito(c) for c, v in visitas.items() if v == "hecha"),
        por_venir=tuple(hito(c, hecha=False) for c, v in visitas.items() if v == "por venir"),
        termino=draw(st.booleans()) if termino is None else termino,
    )


COMPLETO = Hechos(
    linea_de_base=True, necesidades=3, plan="aprobado", hechas=tuple(hito(c) for c in ("D", "A1", "C"))
)


@given(hechos(termino=False))
def test_hay_exactamente_un_ahora_salvo_que_el_anio_se_haya_cerrado(dados):
    estados = [f.estado for f in fases(dados)]

    assert estados.count(AHORA) == (0 if dados.hecha(ClaseDeVisita.CIERRE) else 1)


@given(hechos())
def test_lo_pasado_va_antes_de_ahora_y_lo_por_venir_despues(dados):
    orden = {HECHO: 0, PENDIENTE: 0, AHORA: 1, POR_VENIR: 2}
    puestos = [orden[f.estado] for f in fases(dados)]

    assert puestos == sorted(puestos)


@given(hechos(termino=True))
def test_en_un_anio_terminado_nada_es_ahora(dados):
    assert AHORA not in [f.estado for f in fases(dados)]


@given(hechos())
def test_cada_fase_lleva_una_oracion(dados):
    assert all(f.texto.endswith(".") and 10 < len(f.texto) < 120 for f in fases(dados))


@given(hechos(), st.sampled_from(("linea_de_base", "necesidades", "plan")))
def test_saber_mas_nunca_hace_retroceder(dados, campo):
    antes = [f.estado for f in fases(dados)]
    despues = [f.estado for f in fases(Hechos(**(vars(dados) | {campo: getattr(COMPLETO, campo)})))]

    assert _por_donde(despues) >= _por_donde(antes)


def _por_donde(estados):
    return sum(e in (HECHO, PENDIENTE) for e in estados)


def test_el_anio_completo_esta_hecho_de_punta_a_punta():
    assert [f.estado for f in fases(COMPLETO)] == [HECHO] * 4


def test_sin_nada_se_empieza_por_caracterizar():
    primera, *otras = fases(Hechos())

    assert (primera.titulo, primera.estado) == ("Caracterización", AHORA)
    assert primera.texto == (
        "Faltan la línea de base de la escuela, la visita diagnóstica y las necesidades priorizadas."
    )
    assert [f.estado for f in otras] == [POR_VENIR] * 3


def test_lo_que_falto_no_detiene_el_anio_pero_se_dice():
    dados = Hechos(hechas=(hito("D"), hito("A1")), por_venir=(hito("A2", hecha=False),))
    estados = [(f.estado, f.texto) for f in fases(dados)]

    assert [e for e, _ in estados] == [PENDIENTE, PENDIENTE, AHORA, POR_VENIR]
    assert estados[1][1] == "Todavía no está en un plan enviado."
    assert estados[2][1] == "1 de 2 asesorías. Sigue Visita A2, prevista para el 04/05/2026."


# --- What it reads


@pytest.fixture
def anio(monkeypatch, catalogos):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


def _caracterizar(ana, docente):
    Caracterizacion.objects.create(
        escuela=docente.escuela,
        anio=2026,
        autor=ana.acompanante,
        estado=EstadoDeCaracterizacion.TERMINADA,
        terminada_en=timezone.now(),
    )
    Necesidad.objects.create(
        docente=docente,
        anio=2026,
        competencia=Competencia.objects.get(numero=2),
        texto="Que nadie espere",
        prioridad=1,
        autor=ana.acompanante,
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("anio")
def test_el_ciclo_se_lee_de_lo_que_existe(ana, rosa, django_assert_max_num_queries):
    docente = rosa.docente
    _caracterizar(ana, docente)
    plan = Plan.objects.create(
        acompanante=ana.acompanante, anio=2026, estado="aprobado", version=1, enviado_en=timezone.now()
    )
    LineaDePlan.objects.create(plan=plan, docente=docente, estrategia="Tarjetas de reto")
    crear_visita(docente=docente, tipo="D", fecha="2026-04-20", compromisos=[])
    crear_visita(docente=docente, tipo="A1", fecha="2026-06-15")
    crear_programada(docente=docente, acompanante=ana.acompanante, tipo="A2", fecha=date(2026, 11, 3))
    with django_assert_max_num_queries(2):
        ciclo = ciclo_de(rosa, docente)

    assert [f.estado for f in ciclo.pasos] == [HECHO, HECHO, AHORA, POR_VENIR]
    assert ciclo.pasos[0].texto == "Diagnóstica el 20/04/2026; una necesidad priorizada."
    assert (ciclo.proxima.codigo, ciclo.proxima.fecha) == ("A2", date(2026, 11, 3))
    assert [f.estado for f in ciclo_de(rosa, docente, 2027).pasos] == [AHORA, *[POR_VENIR] * 3]
    assert AHORA not in [f.estado for f in ciclo_de(rosa, docente, 2025).pasos]


@pytest.mark.django_db
@pytest.mark.usefixtures("anio")
def test_el_ciclo_de_una_docente_es_de_ella_y_de_quien_la_acompana(ana, beto, rosa, hugo, fidel):
    leen = {u.username: ciclo_de(u, rosa.docente) is not None for u in (ana, beto, rosa, hugo, fidel)}

    assert leen == {"ana": True, "beto": False, "rosa": True, "hugo": False, "fidel": False}
    assert ciclo_de(AnonymousUser(), rosa.docente) is None
