"""The teacher's home: where her year is, what waits for her word, how her commitments go and who has read hers."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import ClaseDeDato
from docentes.services import registrar_lectura
from visitas import services
from visitas.tests.fabricas import compromiso, crear_programada, crear_visita

HOY = date(2026, 11, 24)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


def test_el_inicio_dice_en_que_fase_va_y_lleva_a_su_camino(rosa, ana, cliente_de):
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15")
    crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="A2", fecha=HOY + timedelta(3))
    pagina = texto(cliente_de(rosa).get(reverse("inicio")))

    assert 'aria-label="Fases del año 2026"' in pagina
    assert "1 de 2 asesorías. Sigue Asesoría 2, prevista para el 27/11/2026." in pagina
    assert f'href="{reverse("hilo", args=[rosa.docente.pk])}"' in pagina


def test_las_visitas_esperan_su_palabra_hasta_que_la_dice(rosa, cliente_de):
    dicha = crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15")
    callada = crear_visita(docente=rosa.docente, tipo="A2", fecha="2026-08-17")
    services.decir(visita=dicha, comentario="Así fue.", acuerdo="de_acuerdo")
    respuesta = cliente_de(rosa).get(reverse("inicio"))

    assert list(respuesta.context["por_decir"]) == [callada]
    assert reverse("voz", args=[callada.pk]) in texto(respuesta)


def test_sus_compromisos_llevan_sus_notas_y_donde_anotar(rosa, cliente_de):
    visita = crear_visita(docente=rosa.docente, fecha="2026-06-15", compromisos=[compromiso("Tarjetas")])
    services.anotar_avance(compromiso=visita.compromisos.get(), texto="Voy por la mitad.")
    pagina = texto(cliente_de(rosa).get(reverse("inicio")))

    assert "«Voy por la mitad.»" in pagina
    assert reverse("compromiso_avance", args=[visita.compromisos.get().pk]) in pagina


def test_ve_las_tres_ultimas_lecturas_de_lo_suyo_y_ninguna_ajena(rosa, ana, beto, cliente_de):
    ajena = beto.acompanante.asignaciones.get().docente
    for n in range(4):
        registrar_lectura(usuario=ana, docente=rosa.docente, clase=ClaseDeDato.VISITA, pagina=f"/{n}/")
    registrar_lectura(usuario=beto, docente=ajena, clase=ClaseDeDato.VISITA, pagina="/ajena/")
    respuesta = cliente_de(rosa).get(reverse("inicio"))

    assert [lectura.pagina for lectura in respuesta.context["lecturas"]] == ["/3/", "/2/", "/1/"]
    assert "Beto" not in texto(respuesta)


def test_el_inicio_cuesta_lo_mismo_con_una_visita_que_con_tres(rosa, cliente_de):
    cliente = cliente_de(rosa)

    def consultas():
        with CaptureQueriesContext(connection) as hechas:
            assert cliente.get(reverse("inicio")).status_code == 200
        return len(hechas)

    def visitar(tipo, mes):
        visita = crear_visita(docente=rosa.docente, tipo=tipo, fecha=f"2026-0{mes}-15")
        services.anotar_avance(compromiso=visita.compromisos.get(), texto="Voy bien.")

    visitar("A1", 5)
    con_una = consultas()
    visitar("A2", 6)
    visitar("A3", 7)
    assert consultas() == con_una
    assert con_una <= 15
