"""Every address × every persona × every tenant × GET and POST, against the declared table, with canaries."""

import pytest
from django.test import Client
from django.urls import reverse

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Rol
from docentes.tests.fabricas import crear_usuario
from visitas.models.linea_de_base import CaracterizacionQuerySet
from visitas.models.registro import RevisionDeRegistroQuerySet
from visitas.models.visita import VisitaQuerySet

from .matriz import MATRIZ, PERSONAS, SIN_SESION
from .recorrido import Recorrido, cliente, pasos, sin_nonce
from .test_reglas import direcciones

pytestmark = pytest.mark.lento

UNA = {"visita_detail": MATRIZ["visita_detail"]}
LAS_DOS = {"conflicto": MATRIZ["conflicto"]}


@pytest.fixture
def clientes(mundo):
    """A signed-in client per persona; `anonimo` has no session and `cerrada` has one whose account was closed."""
    cerrada = crear_usuario(Rol.FORMADOR, username="cerrada", region=mundo.personas["fidel"].region)
    todos = {n: cliente(mundo.personas[n]) for n in PERSONAS} | {
        "anonimo": Client(),
        "cerrada": cliente(cerrada),
    }
    cerrada.is_active = False
    cerrada.save()
    return todos


def test_la_tabla_tiene_una_fila_por_direccion():
    assert set(MATRIZ) == {p.name for p in direcciones()}


def test_toda_direccion_muestra_a_cada_persona_lo_que_dice_la_tabla_y_lo_anota(mundo, clientes, monkeypatch):
    recorrido = Recorrido(mundo, clientes)

    print(f"{len(MATRIZ)} direcciones, {recorrido.celdas} celdas")
    assert recorrido.mal == []
    assert {
        "canario-propio-dicho",
        "canario-propio-nota",
        "canario-propio-borrador",
        "canario-propio-rama",
        "canario-propio-base-en-rama",
        "canario-propio-sesion-en-rama",
        "Apellido-propio",
    } <= recorrido.vistos
    paginas = {paso.nombre for paso in recorrido.con_rosa}
    assert {"docente_detail", "visita_detail", "visitas_de_docente", "inicio", "visita_list"} <= paginas
    assert recorrido.con_el_registro_roto(monkeypatch) == []


@pytest.mark.una_vez
def test_toda_direccion_acepta_o_rechaza_un_envio_de_cada_persona(mundo, clientes):
    """Who may not comes first: a permitted POST may change what the next persona would find."""
    todos = sorted(pasos(mundo, clientes), key=lambda p: (p.nombre, p.inquilino, _puede_enviar(p)))

    mal = [
        f"{paso}: {queja}"
        for paso in todos
        if not _puede_enviar(paso) or paso.fila.metodo == "post"
        for queja in paso.estado_malo("post", clientes[paso.persona].post(paso.ruta))
    ]

    assert mal == []


def _puede_enviar(paso):
    return paso.persona not in SIN_SESION and paso.esperado in (200, 302)


def test_la_acompanante_anterior_lee_lo_que_escribio_y_no_lo_cambia(mundo, clientes):
    visita = mundo.visita_de_nora

    assert (
        "canario-nora-dicho"
        in clientes["nora"].get(reverse("visita_detail", args=[visita.pk])).content.decode()
    )
    assert clientes["nora"].post(reverse("visita_corregir", args=[visita.pk])).status_code == 404


def test_lo_que_no_existe_y_lo_que_no_es_tuyo_se_responden_igual(mundo, clientes):
    ajena = clientes["ana"].get(reverse("visita_detail", args=[mundo.objetos["ajeno"]["visita"].pk]))
    inventada = clientes["ana"].get(reverse("visita_detail", args=[nuevo_id()]))

    assert (ajena.status_code, inventada.status_code) == (404, 404)
    assert sin_nonce(ajena) == sin_nonce(inventada)


def test_el_recorrido_ve_un_agujero_abierto_a_proposito(mundo, clientes, monkeypatch):
    monkeypatch.setattr(VisitaQuerySet, "visibles_para", lambda self, usuario: self)

    mal = Recorrido(mundo, clientes, UNA).mal

    assert "visita_detail [ajeno] ana: get 200, se esperaba [404]" in mal
    assert "visita_detail [ajeno] ana: muestra canario-ajeno-dicho" in mal


@pytest.mark.una_vez
def test_el_recorrido_ve_las_dos_versiones_de_una_sesion_o_de_una_base_ajena(mundo, clientes, monkeypatch):
    """Of a baseline there are two fences: who wrote the branch, and whose school it is."""
    for filas in (RevisionDeRegistroQuerySet, CaracterizacionQuerySet):
        monkeypatch.setattr(filas, "visibles_para", lambda self, usuario: self)

    mal = Recorrido(mundo, clientes, LAS_DOS).mal

    for que in ("base", "sesion"):
        assert f"conflicto [ajeno, rama_de_{que}] ana: get 200, se esperaba [404]" in mal
        assert f"conflicto [ajeno, rama_de_{que}] ana: muestra canario-ajeno-{que}-en-rama" in mal


def test_el_recorrido_ve_una_pagina_que_no_anota_o_que_se_muestra_sin_anotar(mundo, clientes, monkeypatch):
    monkeypatch.setattr("visitas.views.visita.registrar_lectura", lambda **_: None)

    recorrido = Recorrido(mundo, clientes, UNA)

    assert "visita_detail [propio] ana: muestra algo de Rosa y no lo anota" in recorrido.mal
    assert "visita_detail [propio] ana: 200" in recorrido.con_el_registro_roto(monkeypatch)
