"""What was written without an assignment waits, and comes in when the coordinator gives one (offline-sync.md §4)."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.services import asignar
from docentes.tests.fabricas import crear_docente
from visitas.models import Cuarentena, EstadoDeRevision, Revision, Visita
from visitas.services import cuarentena as servicio
from visitas.services import reintentar_cuarentena
from visitas.services.asignacion import asignar_con_calendario

from .envios import enviar, resultados, revision
from .fabricas import contenido_de_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
ANTES = date(2026, 3, 2)


@pytest.fixture
def equipo(cliente_de, ana):
    return cliente_de(ana)


@pytest.fixture
def plaza(territorio):
    """A post of Ana's UGEL that nobody accompanies yet."""
    return crear_docente(nombres="Elsa", apellidos="Rojas", escuela=territorio.corlas)


def mandar(cliente, docente, **cambios):
    enviada = revision(contenido_de_visita(docente=docente, **cambios))
    assert resultados(enviar(cliente, enviada))[enviada["revision"]]["estado"] == "sin_asignacion"
    return enviada


def recibos(cliente, *enviadas):
    pedido = json.dumps({"revisiones": [r["revision"] for r in enviadas]})
    return cliente.post(reverse("campo_recibos"), pedido, content_type="application/json").json()


def test_al_asignar_lo_que_esperaba_entra_con_su_autora_y_su_equipo(equipo, ana, plaza):
    enviada = mandar(equipo, plaza)
    dispositivo = Cuarentena.objects.get().dispositivo
    assert recibos(equipo, enviada)["cuarentena"] == [
        {"revision": enviada["revision"], "hash": enviada["hash"], "estado": "espera", "errores": []}
    ]

    asignar_con_calendario(docente=plaza, acompanante=ana.acompanante, desde=ANTES)

    guardada = Revision.objects.get()
    assert (str(guardada.pk), guardada.huella, guardada.autor, guardada.dispositivo) == (
        enviada["revision"],
        enviada["hash"],
        ana,
        dispositivo,
    )
    assert (Visita.objects.count(), Cuarentena.objects.count()) == (1, 0)
    (recibo,) = recibos(equipo, enviada)["recibos"]
    assert (recibo["hash"], recibo["recibo"]) == (enviada["hash"], str(guardada.recibo))


def test_lo_que_ahora_no_cubre_ninguna_asignacion_sigue_esperando(equipo, ana, plaza):
    mandar(equipo, plaza)

    asignar_con_calendario(docente=plaza, acompanante=ana.acompanante, desde=date(2026, 8, 3))

    espera = Cuarentena.objects.get()
    assert espera.errores == []
    assert espera.intentada_en


def test_lo_que_el_formulario_no_acepta_se_queda_con_su_motivo_y_el_equipo_lo_sabe(equipo, ana, plaza):
    mala = mandar(equipo, plaza, fin="06:00")

    asignar_con_calendario(docente=plaza, acompanante=ana.acompanante, desde=ANTES)

    assert Visita.objects.count() == 0
    (dicho,) = recibos(equipo, mala)["cuarentena"]
    assert (dicho["estado"], dicho["errores"][0]["campo"]) == ("rechazada", "fin")
    assert list(Cuarentena.objects.por_corregir()) == [Cuarentena.objects.get()]
    corregida = revision(
        contenido_de_visita(docente=plaza), visita=mala["visita"], finalizada_en="2026-06-16T08:00:00-05:00"
    )
    assert resultados(enviar(equipo, corregida))[corregida["revision"]]["estado"] == "creada"
    assert not Cuarentena.objects.por_corregir().exists()
    assert Cuarentena.objects.count() == 1


def test_una_cadena_entra_en_orden_y_una_correccion_vieja_queda_como_rama(equipo, ana, plaza):
    primera = mandar(equipo, plaza)
    contenido = primera["contenido"]
    de_dos_equipos = [
        revision(
            contenido | {"analisis": analisis},
            visita=primera["visita"],
            base=primera["revision"],
            finalizada_en=f"2026-06-15T1{i}:00:00-05:00",
        )
        for i, analisis in enumerate(("Uno", "Dos"), start=4)
    ]
    enviar(equipo, *de_dos_equipos)
    assert Cuarentena.objects.count() == 3

    asignar_con_calendario(docente=plaza, acompanante=ana.acompanante, desde=ANTES)

    assert Cuarentena.objects.count() == 0
    assert str(Visita.objects.get().cabeza_id) == de_dos_equipos[0]["revision"]
    rama = Revision.objects.get(estado=EstadoDeRevision.RAMA)
    assert str(rama.pk) == de_dos_equipos[1]["revision"]
    (recibo,) = recibos(equipo, de_dos_equipos[1])["recibos"]
    assert recibo["rama"] == {
        "cabeza": {
            "revision": de_dos_equipos[0]["revision"],
            "hash": de_dos_equipos[0]["hash"],
            "recibido_en": recibo["rama"]["cabeza"]["recibido_en"],
        },
        "resuelta_en": None,
    }


def test_esperar_no_hace_llegar_tarde(equipo, ana, plaza):
    """45 days of grace count from the day the record arrived, not from the day it is tried again."""
    enviada = mandar(equipo, plaza)
    llegada = timezone.now() - timedelta(days=80)
    Cuarentena.objects.update(recibida_en=llegada)
    asignacion = asignar(docente=plaza, acompanante=ana.acompanante, desde=ANTES)
    type(asignacion).objects.update(hasta=llegada.date() - timedelta(days=30), motivo_fin="licencia")

    assert reintentar_cuarentena(autor=ana) == {servicio.RECIBIDA: 1}
    assert str(Revision.objects.get().pk) == enviada["revision"]


def test_una_falla_nuestra_no_deshace_la_asignacion_ni_pierde_el_registro(equipo, ana, plaza, monkeypatch):
    mandar(equipo, plaza)
    otra = mandar(equipo, plaza, tipo="X", inicio="07:00")
    recibir, veces = servicio.recibir_una, []

    def fallar_la_primera(*argumentos):
        veces.append(1)
        if len(veces) == 1:
            raise servicio.DatabaseError("no se pudo")
        return recibir(*argumentos)

    monkeypatch.setattr(servicio, "recibir_una", fallar_la_primera)
    asignar_con_calendario(docente=plaza, acompanante=ana.acompanante, desde=ANTES)

    assert plaza.asignaciones.count() == 1
    assert (Visita.objects.count(), Cuarentena.objects.count()) == (1, 1)
    assert str(Revision.objects.get().pk) == otra["revision"]


def test_la_cuarentena_de_una_persona_no_la_mueve_la_asignacion_de_otra(equipo, beto, plaza):
    mandar(equipo, plaza)

    asignar_con_calendario(docente=plaza, acompanante=beto.acompanante, desde=ANTES)

    assert Cuarentena.objects.count() == 1
    assert Visita.objects.count() == 0
