"""The shell of the field app: light, versioned by its content, the same for everybody."""

import gzip
import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from visitas.campo import cascara

pytestmark = pytest.mark.django_db
MAXIMO = 250 * 1024


def _octetos(direccion):
    return Path(finders.find(direccion.removeprefix("/static/"))).read_bytes()


def test_todo_lo_que_el_navegador_guarda_pesa_menos_de_250_kib_comprimido(client):
    pagina = client.get(reverse("campo")).content
    trabajador = client.get(reverse("campo_trabajador")).content
    pesos = {d: len(gzip.compress(_octetos(d), 6)) for d in cascara.archivos()}
    total = sum(pesos.values()) + len(gzip.compress(pagina, 6)) + len(gzip.compress(trabajador, 6))

    mayores = sorted(pesos.items(), key=lambda par: -par[1])[:6]
    print(f"cáscara: {total / 1024:.1f} KiB en {len(pesos) + 2} archivos; {mayores}")
    assert total <= MAXIMO, mayores


def test_la_cascara_es_la_misma_para_todos_y_no_lleva_datos_ni_token(client, cliente_de, ana, rosa, settings):
    sin_sesion, con_sesion = client.get(reverse("campo")), cliente_de(ana).get(reverse("campo"))

    for respuesta in (sin_sesion, con_sesion):
        texto = respuesta.content.decode()
        assert "csrfmiddlewaretoken" not in texto
        assert settings.CSRF_COOKIE_NAME not in respuesta.cookies
        assert not [n for n in (ana.nombres, ana.apellidos, rosa.apellidos, str(ana.pk)) if n in texto]
    assert _sin_nonce(sin_sesion) == _sin_nonce(con_sesion)


def _sin_nonce(respuesta):
    return respuesta.content.decode().replace(str(respuesta.wsgi_request.csp_nonce), "…")


def test_cambiar_un_octeto_de_un_archivo_o_de_la_pagina_cambia_la_version(client, monkeypatch, settings):
    settings.DEBUG = True
    antes = cascara.version()
    guardado = json.loads(
        client.get(reverse("campo_trabajador")).content.decode().split("self.CAMPO = ")[1].split(";\n")[0]
    )
    assert guardado["version"] == antes

    leer = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda ruta: leer(ruta) + (b" " if ruta.name == "cola.js" else b"")
    )
    assert cascara.version() != antes
