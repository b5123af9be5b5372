"""Every address × every persona × every tenant × GET and POST, against the declared table, with canaries."""

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Rol
from docentes.tests.fabricas import crear_usuario
from visitas.models.visita import VisitaQuerySet

from .matriz import MATRIZ, PERSONAS, SIN_SESION
from .mundo import QUIEN_PUEDE_LEER, rutas
from .test_reglas import direcciones


@pytest.fixture
def clientes(mundo):
    """A signed-in client per persona; `anonimo` has no session and `cerrada` has one whose account was closed."""
    cerrada = crear_usuario(Rol.FORMADOR, username="cerrada", region=mundo.personas["fidel"].region)
    todos = {n: _cliente(mundo.personas[n]) for n in PERSONAS} | {
        "anonimo": Client(),
        "cerrada": _cliente(cerrada),
    }
    cerrada.is_active = False
    cerrada.save()
    return todos


def _cliente(usuario):
    cliente = Client(raise_request_exception=False)
    cliente.force_login(usuario, backend="django.contrib.auth.backends.ModelBackend")
    return cliente


def _sin_nonce(respuesta):
    return re.sub(rb'nonce="[^"]+"', b"", respuesta.content)


def _cuerpo(respuesta):
    """What the answer says, PDF text included."""
    cuerpo = b"".join(respuesta.streaming_content) if respuesta.streaming else respuesta.content
    if respuesta.get("Content-Type") != "application/pdf" or len(cuerpo) < 100:
        return cuerpo
    return "".join(p.extract_text() for p in PdfReader(io.BytesIO(cuerpo)).pages).encode()


def _metodos(fila):
    """A JSON address has one method; the other answers 405 before it asks who."""
    return [fila.metodo] if fila.json else ["get", "post"]


def _entra_otra_vez(respuesta, fila):
    if fila.json:
        return respuesta.status_code == 401 and respuesta.json()["codigo"] == "SIN_SESION"
    return respuesta.status_code == 302 and respuesta.url.startswith("/entrar/")


def _revisar(cliente, persona, ruta, fila, celda):
    """Return what is wrong at one cell: the permitted method for who may, both methods for who may not."""
    if persona in SIN_SESION and not fila.publica:
        return [m for m in _metodos(fila) if not _entra_otra_vez(getattr(cliente, m)(ruta), fila)]
    esperado = celda.esperado(persona)
    if esperado in (200, 302):
        estado = getattr(cliente, fila.metodo)(ruta).status_code
        return (
            []
            if estado in _permitidos(esperado, fila)
            else [f"{fila.metodo} {estado}, se esperaba {esperado}"]
        )
    estados = {m: getattr(cliente, m)(ruta).status_code for m in ("get", "post")}
    mal = [f"{m} {e}, se esperaba {esperado}" for m, e in estados.items() if e not in (esperado, 405)]
    return mal or (["ningún método responde"] if set(estados.values()) == {405} else [])


def _permitidos(esperado, fila):
    """A permitted POST without data answers with the form (200), with a redirect or with what is wrong (400, 422)."""
    return {200, 302, 400, 422} if fila.metodo == "post" else {esperado}


def test_la_tabla_tiene_una_fila_por_direccion():
    assert set(MATRIZ) == {p.name for p in direcciones()}


def test_toda_direccion_responde_a_cada_persona_lo_que_dice_la_tabla(mundo, clientes):
    celdas, mal = 0, []
    for nombre, fila in MATRIZ.items():
        for inquilino, celda, ruta in rutas(mundo, nombre, fila):
            # Who may not comes first: a permitted POST may change what the next persona would find.
            for persona in sorted(
                clientes, key=lambda p: p not in SIN_SESION and celda.esperado(p) in (200, 302)
            ):
                celdas += 1
                mal += [
                    f"{nombre} [{inquilino}] {persona}: {m}"
                    for m in _revisar(clientes[persona], persona, ruta, fila, celda)
                ]

    print(f"{len(MATRIZ)} direcciones, {celdas} celdas")
    assert mal == []


def test_ningun_texto_de_otro_aparece_en_ninguna_respuesta(mundo, clientes):
    vistos, mal = set(), []
    for nombre, fila in MATRIZ.items():
        for inquilino, _celda, ruta in rutas(mundo, nombre, fila):
            for persona, cliente in clientes.items():
                cuerpo = _cuerpo(cliente.get(ruta))
                for canario, lectores in QUIEN_PUEDE_LEER.items():
                    if canario.encode() in cuerpo:
                        vistos.add(canario)
                        if persona not in lectores:
                            mal.append(f"{nombre} [{inquilino}] muestra {canario} a {persona}")

    assert mal == []
    assert {
        "canario-propio-dicho",
        "canario-propio-nota",
        "canario-propio-borrador",
        "Apellido-propio",
    } <= vistos


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
    assert _sin_nonce(ajena) == _sin_nonce(inventada)


def test_la_tabla_ve_un_agujero_abierto_a_proposito(mundo, clientes, monkeypatch):
    monkeypatch.setattr(VisitaQuerySet, "visibles_para", lambda self, usuario: self)
    fila = MATRIZ["visita_detail"]
    ruta = reverse("visita_detail", args=[mundo.objetos["ajeno"]["visita"].pk])

    assert _revisar(clientes["ana"], "ana", ruta, fila, fila.celdas["ajeno"]) != []
