"""The minutes of each leg of a trip: what is proposed, from what, and that it stays a proposal until it is saved."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.tests.fabricas import crear_programada
from visitas.tests.fabricas_de_base import crear_caracterizacion
from visitas.tramos import MINIMO, PARTIDA, Sabido, Tramo, anotados_de, proponer_tramo, tramos_de

A, B, C = ("a", "Cascas"), ("b", "Cascas"), ("c", "Salpo")
DE_BASE = Sabido({"a": 90, "b": 130, "c": 200})


# --- The rules


@pytest.mark.parametrize(
    ("desde", "hasta", "minutos", "razon"),
    [
        (PARTIDA, A, 90, "línea de base"),
        (A, PARTIDA, 90, "línea de base"),
        (A, B, 40, "mismo distrito"),
        (B, C, 330, "distritos distintos"),
        (B, B, 0, "misma escuela"),
    ],
)
def test_cada_tramo_sale_de_la_linea_de_base(desde, hasta, minutos, razon):
    tramo = proponer_tramo(desde, hasta, DE_BASE)
    assert tramo.minutos == minutos
    assert razon in tramo.razon
    assert f"{minutos} minutos" in tramo.ayuda


def test_dos_escuelas_igual_de_lejos_no_estan_en_la_misma_puerta():
    assert proponer_tramo(A, B, Sabido({"a": 90, "b": 95})).minutos == MINIMO


def test_lo_anotado_en_otro_viaje_va_primero_tambien_en_sentido_contrario():
    sabido = Sabido(DE_BASE.desde_la_partida, anotados_de([("Viaje a Cascas", [("a", 90), ("b", 25)], None)]))
    assert proponer_tramo(A, B, sabido) == Tramo(25, "Lo anotaste en «Viaje a Cascas».")
    assert proponer_tramo(B, A, sabido) == Tramo(25, "Lo anotaste en «Viaje a Cascas», en sentido contrario.")
    assert "línea de base" in proponer_tramo(PARTIDA, A, sabido).razon


def test_de_dos_viajes_manda_el_ultimo_y_un_tramo_sin_minutos_no_borra():
    viajes = [
        ("Uno", [("a", 80), ("b", 25)], 100),
        ("Dos", [("a", 70), ("b", None)], None),
        ("Tres", [("a", None), ("a", 0)], 95),
    ]
    assert anotados_de(viajes) == {
        (PARTIDA, "a"): (70, "Dos"),
        ("a", "b"): (25, "Uno"),
        ("b", PARTIDA): (100, "Uno"),
        ("a", PARTIDA): (95, "Tres"),
    }


def test_sin_saber_nada_no_se_inventa_nada():
    tramo = proponer_tramo(A, B, Sabido({"a": 90}))
    assert tramo.minutos is None
    assert tramo.ayuda.startswith("Aún no se sabe")


@given(
    st.lists(st.sampled_from([A, B, C, ("d", "Salpo")]), max_size=6),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 600)),
)
def test_toda_ruta_tiene_un_tramo_por_parada_y_el_regreso_con_su_razon(lugares, minutos):
    tramos = tramos_de(lugares, Sabido(minutos))
    assert len(tramos) == (len(lugares) + 1 if lugares else 0)
    assert all(t.razon and (t.minutos is None or t.minutos >= 0) for t in tramos)


# --- On the page


@pytest.fixture
def en_campo(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2026, 10, 15))


@pytest.fixture
def visitas(catalogos, en_campo, ana, rosa, territorio):
    """Rosa at 90 minutes on Monday 19, Palmira at 130 on Tuesday 20; the same again a week later."""
    palmira = crear_escuela(
        nombre="IE N.° 80281 Palmira", ugel=territorio.gran_chimu, distrito=territorio.corlas.distrito
    )
    segundo = crear_docente(nombres="Segundo", apellidos="Cruz", escuela=palmira)
    crear_asignacion(docente=segundo, acompanante=ana.acompanante)
    for escuela, minutos in ((territorio.corlas, 90), (palmira, 130)):
        crear_caracterizacion(escuela=escuela, autor=ana.acompanante, minutos_de_viaje=minutos)
    return [
        crear_programada(
            docente=docente,
            acompanante=ana.acompanante,
            tipo=tipo,
            fecha=date(2026, 10, 19) + timedelta(days=dias),
        )
        for docente, tipo, dias in (
            (rosa.docente, "A2", 0),
            (segundo, "A2", 1),
            (rosa.docente, "A3", 7),
            (segundo, "A3", 8),
        )
    ]


def abrir(cliente, viaje):
    return cliente.get(reverse("viaje_editar", args=[viaje.pk]))


def propuestos(respuesta):
    """The minutes that the form comes with, and the way back."""
    formas, form = respuesta.context["formas"], respuesta.context["form"]
    return [f["minutos_de_viaje"].value() for f in formas], form["minutos_de_regreso"].value()


def guardar(cliente, viaje, minutos, regreso):
    datos = {"nombre": viaje.nombre, "medio": viaje.medio, "minutos_de_regreso": regreso, "alojamiento": ""}
    for parada, cuantos in zip(viaje.paradas.order_by("programada__fecha"), minutos, strict=True):
        datos |= {f"p-{parada.pk}-orden": parada.orden, f"p-{parada.pk}-minutos_de_viaje": cuantos}
    assert cliente.post(reverse("viaje_editar", args=[viaje.pk]), datos).status_code == 302


def test_el_viaje_propone_cada_tramo_con_su_razon_y_lo_guardado_manda(ana, visitas, cliente_de):
    cliente = cliente_de(ana)
    viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=visitas[:2])
    respuesta = abrir(cliente, viaje)

    assert propuestos(respuesta) == ([90, 40], 130)
    assert "Propuesta: 40 minutos. Son del mismo distrito" in respuesta.content.decode()
    assert viaje.paradas.filter(minutos_de_viaje=None).count() == 1

    guardar(cliente, viaje, [80, 25], 120)
    assert propuestos(abrir(cliente, viaje)) == ([80, 25], 120)


def test_lo_anotado_en_un_viaje_se_propone_en_el_que_sigue(ana, visitas, cliente_de):
    cliente = cliente_de(ana)
    guardar(
        cliente, services.crear_viaje(acompanante=ana.acompanante, programadas=visitas[:2]), [90, 25], 120
    )
    respuesta = abrir(cliente, services.crear_viaje(acompanante=ana.acompanante, programadas=visitas[2:]))

    assert propuestos(respuesta)[0] == [90, 25]
    assert "Lo anotaste en «Viaje a Cascas»." in respuesta.content.decode()


def test_lo_que_anoto_otra_persona_no_se_propone(ana, beto, visitas, cliente_de):
    guardar(
        cliente_de(ana),
        services.crear_viaje(acompanante=ana.acompanante, programadas=visitas[:2]),
        [90, 25],
        120,
    )
    for visita in visitas[2:]:
        visita.docente.asignaciones.update(acompanante=beto.acompanante)
    suyo = services.crear_viaje(acompanante=beto.acompanante, programadas=visitas[2:])
    assert propuestos(abrir(cliente_de(beto), suyo))[0] == [90, 40]
