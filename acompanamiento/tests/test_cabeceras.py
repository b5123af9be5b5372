"""What every response carries, whatever the view does."""

import logging
import sys
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import path
from django.utils import timezone

from acompanamiento.comun import fallos
from acompanamiento.comun.acceso import publica
from acompanamiento.comun.middleware import direccion
from acompanamiento.comun.registro import FormatoSinDatos
from acompanamiento.comun.sesiones import SessionStore


@publica
def bien(request):
    return HttpResponse(getattr(request, "csp_nonce", ""))


@publica
def guardable(request):
    return HttpResponse("x", headers={"Cache-Control": "max-age=60"})


@publica
def prohibida(request):
    raise PermissionDenied


@publica
def rota(request):
    raise ValueError("Rosa Quispe, DNI 12345678")


@publica
def sin_base(request):
    raise OperationalError("no hay servidor")


urlpatterns = [
    path("bien/", bien),
    path("guardable/", guardable),
    path("prohibida/", prohibida),
    path("rota/", rota),
    path("sin-base/", sin_base),
]
handler500 = fallos.error_500

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def navegador(client):
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("ruta", "estado"), [("bien", 200), ("prohibida", 403), ("nada", 404), ("rota", 500), ("sin-base", 503)]
)
def test_toda_respuesta_lleva_las_cabeceras_tambien_los_errores(navegador, ruta, estado):
    respuesta = navegador.get(f"/{ruta}/")

    assert respuesta.status_code == estado
    assert respuesta["Cache-Control"] == "no-store"
    assert "camera=()" in respuesta["Permissions-Policy"]
    assert respuesta["Cross-Origin-Opener-Policy"] == "same-origin"
    assert respuesta["X-Content-Type-Options"] == "nosniff"
    assert respuesta["X-Frame-Options"] == "DENY"
    assert len(respuesta["X-Request-ID"]) == 32


def test_la_csp_niega_todo_lo_que_no_es_propio(navegador):
    reglas = dict(
        regla.strip().split(" ", 1)
        for regla in navegador.get("/guardable/")["Content-Security-Policy"].split(";")
    )
    propias = {"script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "worker-src"}

    assert reglas.pop("default-src") == "'none'"
    assert reglas.pop("base-uri") == "'none'"
    assert reglas.pop("frame-ancestors") == "'none'"
    assert reglas == dict.fromkeys(propias | {"form-action"}, "'self'")


def test_el_nonce_vale_solo_para_programas_y_cambia(navegador):
    primera, segunda = navegador.get("/bien/"), navegador.get("/bien/")

    assert f"script-src 'self' 'nonce-{primera.content.decode()}'" in primera["Content-Security-Policy"]
    assert primera.content != segunda.content


def test_una_vista_puede_decir_que_se_guarda(navegador):
    assert navegador.get("/guardable/")["Cache-Control"] == "max-age=60"


def test_el_error_muestra_solo_el_codigo_del_pedido(navegador):
    respuesta = navegador.get("/rota/")

    assert respuesta["X-Request-ID"] in respuesta.content.decode()
    assert "Quispe" not in respuesta.content.decode()


def test_sin_base_de_datos_dice_cuando_volver(navegador):
    assert navegador.get("/sin-base/")["Retry-After"] == "10"


def test_el_codigo_del_pedido_lo_pone_solo_un_proxy_nuestro(navegador, settings):
    cabecera = {"X-Request-ID": "abcdef-123456"}
    assert navegador.get("/bien/", headers=cabecera)["X-Request-ID"] != "abcdef-123456"

    settings.PROXIES = 1
    assert navegador.get("/bien/", headers=cabecera)["X-Request-ID"] == "abcdef-123456"
    assert navegador.get("/bien/", headers={"X-Request-ID": "a\tb<script>"})["X-Request-ID"] != "a\tb<script>"


@pytest.mark.parametrize(
    ("proxies", "reenviadas", "esperada"),
    [
        (0, "1.1.1.1", "10.0.0.9"),
        (1, "1.1.1.1, 2.2.2.2", "2.2.2.2"),
        (2, "1.1.1.1, 2.2.2.2, 3.3.3.3", "2.2.2.2"),
        (2, "3.3.3.3", "10.0.0.9"),
        (1, "", "10.0.0.9"),
    ],
)
def test_la_direccion_es_la_que_vio_nuestro_proxy(proxies, reenviadas, esperada):
    pedido = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR=reenviadas)
    with override_settings(PROXIES=proxies):
        assert direccion(pedido) == esperada


def test_la_sesion_termina_a_las_doce_horas_aunque_se_use():
    sesion = SessionStore()
    sesion["algo"] = 1
    sesion.save()
    vence = Session.objects.get(pk=sesion.session_key).expire_date

    sesion["algo"] = 2
    sesion.save()

    assert Session.objects.get(pk=sesion.session_key).expire_date == vence
    assert abs(vence - timezone.now() - timedelta(hours=12)) < timedelta(seconds=30)


def test_una_sesion_vencida_no_se_lee():
    sesion = SessionStore()
    sesion["algo"] = 1
    sesion.set_expiry(timezone.now() - timedelta(seconds=1))
    sesion.save()

    assert "algo" not in SessionStore(sesion.session_key)


def test_el_registro_no_lleva_los_valores_de_la_fila():
    documento = "12345678"
    try:
        raise ValueError(f"duplicado\nDETAIL:  Key (dni)=({documento}) already exists.")
    except ValueError:
        registro = logging.LogRecord("x", logging.ERROR, "", 0, "falló", (), sys.exc_info(), time.ctime())

    assert documento not in FormatoSinDatos("%(message)s").format(registro)
    assert "duplicado" in FormatoSinDatos("%(message)s").format(registro)
