"""Two devices at the same moment, on PostgreSQL: locks in one order, one record, every text kept."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection

from docentes.tests.fabricas import crear_asignacion
from visitas import services
from visitas.campo.mensaje import leer_lote
from visitas.models import Caracterizacion, RevisionDeRegistro, SesionGrupal
from visitas.services.revision import Estado

from .envios import lote
from .envios_de_registros import de_base, de_nueva, de_sesion
from .fabricas_de_sesiones import crear_grupal

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def asignacion():
    return crear_asignacion()


def a_la_vez(asignacion, *lotes) -> list[list]:
    """Receive the batches at once, each in its thread, and return the states of each."""
    autor, salida, estados = asignacion.acompanante.usuario, threading.Barrier(len(lotes)), {}

    def mandar(orden, enviadas):
        leido = leer_lote(lote(*enviadas))
        salida.wait()
        hechas = services.recibir_lote(autor=autor, lote=leido)
        estados[orden] = [resultado and resultado.estado for _, resultado in hechas]
        connection.close()

    hilos = [threading.Thread(target=mandar, args=par) for par in enumerate(lotes)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    return [estados[orden] for orden in range(len(lotes))]


def test_el_mismo_envio_dos_veces_a_la_vez_deja_una_sola_revision(asignacion):
    sesion = crear_grupal(acompanante=asignacion.acompanante, fecha=date(2026, 6, 5))
    enviada = [de_sesion(sesion, [asignacion.docente]), de_base(asignacion.docente.escuela)]

    estados = a_la_vez(asignacion, enviada, enviada)

    assert sorted(estados) == [[Estado.CREADA] * 2, [Estado.DUPLICADA] * 2]
    assert (RevisionDeRegistro.objects.count(), Caracterizacion.objects.count()) == (2, 1)


def test_la_misma_sesion_sin_programar_dos_veces_a_la_vez_es_una(asignacion, catalogos):
    enviadas = [de_nueva([asignacion.docente], [asignacion.docente], secuencia=n) for n in range(3)]

    estados = a_la_vez(asignacion, enviadas, enviadas[::-1])

    assert sorted(e for de_uno in estados for e in de_uno) == [Estado.CREADA] * 3 + [Estado.DUPLICADA] * 3
    assert (SesionGrupal.objects.count(), RevisionDeRegistro.objects.count()) == (3, 3)


def test_dos_caracterizaciones_de_la_misma_escuela_a_la_vez_son_una_y_una_rama(asignacion):
    escuela = asignacion.docente.escuela
    envios = [[de_base(escuela, contexto=texto)] for texto in ("De la laptop.", "De la tableta.")]

    assert sorted(a_la_vez(asignacion, *envios)) == [[Estado.CONFLICTO], [Estado.CREADA]]
    assert {r.contenido["contexto"] for r in RevisionDeRegistro.objects.all()} == {
        "De la laptop.",
        "De la tableta.",
    }


def test_dos_lotes_en_orden_contrario_no_se_esperan_uno_al_otro(asignacion):
    dias = [date(2026, 6, 5) + timedelta(days=n) for n in range(6)]
    sesiones = [crear_grupal(acompanante=asignacion.acompanante, fecha=dia) for dia in dias]
    enviadas = [de_sesion(s, [asignacion.docente]) for s in sesiones]

    estados = a_la_vez(asignacion, enviadas, enviadas[::-1])

    assert sorted({e for de_uno in estados for e in de_uno}) == [Estado.CREADA, Estado.DUPLICADA]
    assert RevisionDeRegistro.objects.count() == 6
