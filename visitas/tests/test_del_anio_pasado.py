"""In a new year: the visits of the last one of which nothing was said, on the page, on the device and in a draft."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.tests.fabricas import crear_acompanante
from visitas import services
from visitas.campo.paquete import paquete_de
from visitas.models import InformeFinal, VisitaProgramada
from visitas.tests.fabricas import crear_programada, crear_visita, tipo_de_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
ENERO = date(2027, 1, 8)
DICIEMBRE = date(2026, 12, 3)


@pytest.fixture(autouse=True)
def enero(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: ENERO)


@pytest.fixture
def pendiente(rosa):
    return crear_programada(docente=rosa.docente, tipo="C", fecha=DICIEMBRE)


def en_curso(usuario):
    return list(VisitaProgramada.objects.visibles_para(usuario).en_curso(usuario, ENERO))


def enviar_el_informe(ana, anio=2026):
    informe = InformeFinal.objects.create(acompanante=ana.acompanante, anio=anio)
    return services.enviar_informe(informe=informe, por=ana)


def test_lo_del_anio_pasado_sigue_en_curso_si_nada_se_dijo_y_lo_de_este_siempre(rosa, ana, pendiente):
    de_dos_atras = crear_programada(docente=rosa.docente, tipo="C", fecha=date(2025, 12, 3))
    suspendida = crear_programada(
        docente=rosa.docente, tipo="A5", fecha=date(2026, 10, 5), estado="no_realizada", motivo="lluvia"
    )
    hecha = crear_programada(docente=rosa.docente, tipo="A6", fecha=date(2026, 11, 5))
    crear_visita(docente=rosa.docente, tipo="A6", fecha=date(2026, 11, 5))
    de_este = crear_programada(
        docente=rosa.docente, tipo="D", fecha=date(2027, 4, 5), estado="no_realizada", motivo="paro"
    )

    assert hecha.visitas.exists()
    assert en_curso(ana) == [pendiente, de_este]
    assert not {de_dos_atras, suspendida, hecha} & set(en_curso(ana))


def test_la_que_planeo_otra_persona_no_es_de_quien_acompana_ahora(rosa, ana):
    crear_programada(docente=rosa.docente, tipo="C", fecha=DICIEMBRE, acompanante=crear_acompanante())

    assert en_curso(ana) == []


def test_con_el_informe_del_anio_enviado_se_va_y_si_se_reabre_vuelve(ana, pendiente):
    enviar_el_informe(ana, anio=2025)
    assert en_curso(ana) == [pendiente]

    informe = enviar_el_informe(ana)
    assert en_curso(ana) == []

    services.reabrir_informe(informe=informe, por=ana)
    assert en_curso(ana) == [pendiente]


def test_el_equipo_se_la_lleva_para_registrarla_sin_senal(rosa, ana, pendiente):
    def llevadas():
        return paquete_de(ana, [rosa.docente], ENERO)["docentes"][0]["programadas"]

    assert [(p["id"], p["fecha"]) for p in llevadas()] == [(str(pendiente.pk), "2026-12-03")]
    enviar_el_informe(ana)
    assert llevadas() == []


def test_registrarla_no_abre_el_borrador_de_la_misma_visita_de_este_anio(rosa, ana, pendiente):
    de_este = crear_programada(docente=rosa.docente, tipo="C", fecha=date(2027, 11, 25))
    cierre = tipo_de_visita("C")

    nueva, vieja = (
        services.abrir_borrador(autor=ana, docente=rosa.docente, tipo=cierre, programada=p)
        for p in (de_este, pendiente)
    )

    assert (nueva.datos["fecha"], vieja.datos["fecha"]) == ("2027-01-08", "2026-12-03")
    assert nueva.pk != vieja.pk
    otra_vez = services.abrir_borrador(autor=ana, docente=rosa.docente, tipo=cierre, programada=pendiente)
    assert otra_vez == vieja


def test_en_la_lista_del_anio_pasado_se_dice_que_no_se_hizo_y_se_vuelve_a_ella(cliente_de, ana, pendiente):
    lista = f"{reverse('visita_list')}?anio=2026&estado=atrasadas"
    cliente = cliente_de(ana)
    texto = cliente.get(lista).content.decode()
    no_se_hizo = f"{reverse('no_realizada', args=[pendiente.pk])}?next="
    assert no_se_hizo in texto
    assert "Cambiar el día" not in texto

    respuesta = cliente.post(no_se_hizo + lista.replace("&", "%26"), {"motivo": "lluvia"})

    assert respuesta.url.startswith(lista)
    assert en_curso(ana) == []
