"""The home of an acompañante in the new year: what is left of the last one can be told from there."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import consultas, texto
from reportes.tests.fabricas import crear_prevista
from visitas import services
from visitas.models import InformeFinal

ENERO = date(2027, 1, 8)
TITULO = "Del año 2026, sin registrar"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture(autouse=True)
def enero(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: ENERO)


@pytest.fixture
def cliente(cliente_de, ana):
    return cliente_de(ana)


def abrir(cliente):
    return texto(cliente.get(reverse("inicio")))


def test_la_visita_de_diciembre_se_registra_con_su_dia(cliente, rosa):
    pendiente = crear_prevista(rosa.docente, "C", fecha=date(2026, 12, 3))

    dicho = abrir(cliente)
    assert TITULO in dicho
    assert "Era el 03/12/2026" in dicho
    assert "Ninguna de este año." in dicho
    registrar = f"{reverse('visita_nueva')}?programada={pendiente.pk}"
    assert f'href="{registrar}"' in dicho
    respuesta = cliente.post(registrar, {"docente": str(rosa.docente.pk), "tipo": "C"}, follow=True)
    assert 'value="2026-12-03"' in texto(respuesta)


def test_la_que_no_se_hizo_se_dice_y_se_vuelve_al_inicio(cliente, rosa):
    pendiente = crear_prevista(rosa.docente, "C", fecha=date(2026, 12, 3))
    no_se_hizo = f"{reverse('no_realizada', args=[pendiente.pk])}?next=/"
    assert f'href="{no_se_hizo}"' in abrir(cliente)

    respuesta = cliente.post(no_se_hizo, {"motivo": "via_cortada"})

    assert respuesta.url.split("#")[0] == "/"
    assert TITULO not in abrir(cliente)


def test_con_el_informe_enviado_o_nada_pendiente_no_hay_nada_que_decir(cliente, ana, rosa):
    assert TITULO not in abrir(cliente)
    crear_prevista(rosa.docente, "C", fecha=date(2026, 12, 3))
    assert f"{reverse('informe_final')}?anio=2026" in abrir(cliente)

    services.enviar_informe(
        informe=InformeFinal.objects.create(acompanante=ana.acompanante, anio=2026), por=ana
    )

    assert TITULO not in abrir(cliente)


def test_sin_temporada_de_visitas_nadie_lleva_treinta_dias_sin_una(cliente, rosa):
    dicho = abrir(cliente)

    assert "Se cuentan desde que empieza la temporada de visitas de 2027." in dicho
    assert "Sin visitas este año" not in dicho


def test_con_la_temporada_en_marcha_se_ve_a_quien_no_se_visito(cliente, rosa, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2027, 6, 1))

    assert "Sin visitas este año" in abrir(cliente)


def test_lo_del_anio_pasado_no_se_cuenta_en_este(cliente, rosa):
    crear_prevista(rosa.docente, "C", fecha=date(2026, 12, 3))
    crear_prevista(rosa.docente, "D", fecha=date(2027, 4, 5))
    contexto = cliente.get(reverse("inicio")).context

    assert contexto["atrasadas"] == []
    assert [(a.hechas, a.total) for a in contexto["anual"]] == [(0, 1)]


def test_de_muchas_se_ven_seis_y_se_llega_a_todas_sin_mas_consultas(cliente, rosa):
    crear_prevista(rosa.docente, "D", fecha=date(2026, 4, 6))
    con_una = consultas(cliente, reverse("inicio"))
    for mes, tipo in enumerate(("A1", "A2", "A3", "A4", "A5", "A6"), start=5):
        crear_prevista(rosa.docente, tipo, fecha=date(2026, mes, 6))

    respuesta = cliente.get(reverse("inicio"))

    assert texto(respuesta).count("Era el ") == 6
    assert f"{reverse('visita_list')}?anio=2026&amp;estado=atrasadas" in texto(respuesta)
    assert "Ver las 7 sin registrar" in texto(respuesta)
    assert con_una == consultas(cliente, reverse("inicio")) <= 15
