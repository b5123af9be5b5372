"""The pages of one teacher: each carries her phases and leads to the others; moving a day leads back to where it began."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from visitas.tests.fabricas import crear_programada
from visitas.tests.planes import crear_plan, enviar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 10, 15)
DE_ACOMPANANTE = ["docente_detail", "necesidades", "plan_docente", "visitas_de_docente", "hilo"]


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def programada(rosa, ana):
    return crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=date(2026, 10, 22))


def pagina(cliente, nombre, *args) -> str:
    return cliente.get(reverse(nombre, args=args)).content.decode()


@pytest.mark.parametrize("nombre", DE_ACOMPANANTE)
def test_cada_pagina_de_una_docente_lleva_sus_fases_y_a_las_demas(rosa, ana, cliente_de, nombre):
    crear_plan(ana.acompanante)
    leida = pagina(cliente_de(ana), nombre, rosa.docente.pk)

    assert 'aria-label="Fases del año 2026"' in leida
    for otra in DE_ACOMPANANTE:
        assert f'<li><a href="{reverse(otra, args=[rosa.docente.pk])}' in leida
    assert leida.count('aria-current="page">') >= 1


@pytest.mark.parametrize("nombre", ["necesidades", "plan_mio", "visitas_de_docente", "hilo"])
def test_la_docente_va_de_una_de_sus_paginas_a_otra(rosa, ana, cliente_de, nombre):
    enviar(crear_plan(ana.acompanante))
    leida = pagina(cliente_de(rosa), nombre, *([] if nombre == "plan_mio" else [rosa.docente.pk]))

    assert 'aria-label="Fases del año 2026"' in leida
    assert 'aria-label="Páginas de mi año"' in leida
    assert reverse("plan_mio") in leida


def test_la_direccion_no_ve_ni_las_fases_ni_las_paginas_de_una_docente(rosa, hugo, cliente_de):
    leida = pagina(cliente_de(hugo), "docente_detail", rosa.docente.pk)

    assert "Fases del año" not in leida
    assert "ac-docente-paginas" not in leida


def test_sin_plan_la_matriz_lleva_a_prepararlo(rosa, ana, cliente_de):
    respuesta = cliente_de(ana).get(reverse("plan_docente", args=[rosa.docente.pk]), follow=True)

    assert respuesta.redirect_chain == [(f"{reverse('plan')}?anio=2026", 302)]
    assert "Aún no preparas tu plan de 2026." in respuesta.content.decode()


@pytest.mark.parametrize(
    ("vuelta", "destino"),
    [
        ("/visitas/viajes/", "/visitas/viajes/"),
        ("https://otro.example/", "/visitas/calendario/"),
        ("//otro.example/", "/visitas/calendario/"),
    ],
)
def test_despues_de_cambiar_el_dia_se_vuelve_de_donde_se_vino_si_es_nuestro(
    programada, ana, cliente_de, vuelta, destino
):
    datos = {"fecha": "2026-10-29", "motivo": "via_cortada"}
    url = reverse("reprogramar", args=[programada.pk], query={"next": vuelta})

    respuesta = cliente_de(ana).post(url, datos)

    assert respuesta.status_code == 302
    assert respuesta["Location"].partition("?")[0] == destino
