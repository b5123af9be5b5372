"""The server asks to wait in JSON, with Retry-After; a herd passes untouched and a device in a loop does not."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.urls import reverse

from visitas.campo import freno
from visitas.models import Visita
from visitas.views import campo as vista

from .envios import enviar, revisiones_de

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
MANANA = 1_800_000_030


@pytest.fixture(autouse=True)
def reloj(monkeypatch):
    """A clock that stands still, half way through a minute, over empty counters."""
    reloj = [MANANA]
    monkeypatch.setattr(freno.time, "time", lambda: reloj[0])
    cache.clear()
    yield reloj
    cache.clear()


def pide_esperar(respuesta, estado, codigo, segundos):
    assert (respuesta.status_code, respuesta.json()["codigo"]) == (estado, codigo)
    assert respuesta.headers["Content-Type"] == "application/json"
    assert respuesta.headers["Retry-After"] == str(segundos)


def test_un_equipo_en_bucle_espera_hasta_el_minuto_siguiente_y_otro_no(
    equipo, cliente_de, ana, rosa, reloj, settings
):
    settings.CAMPO_ENVIOS_POR_MINUTO = 5
    for _ in range(5):
        assert enviar(equipo).status_code == 207

    pide_esperar(enviar(equipo, *revisiones_de(rosa.docente, 1)), 429, "MUY_SEGUIDO", 30)
    assert Visita.objects.count() == 0
    assert enviar(cliente_de(ana)).status_code == 207
    reloj[0] += 30
    assert enviar(equipo, *revisiones_de(rosa.docente, 1)).status_code == 207


def test_la_manada_del_viernes_pasa_entera_y_un_bucle_no():
    """100 devices, 20 requests each, all in the same minute: ten times faster than the design's ten minutes."""
    manada = [freno._de_mas("sync", f"sesion-{e}") for e in range(100) for _ in range(20)]
    bucle = [freno._de_mas("sync", "bucle") for _ in range(600)]

    assert not any(manada)
    assert sum(1 for espera in bucle if espera == 0) == 120
    assert not freno._de_mas("sync", "sesion-1")


@pytest.mark.parametrize("nombre", ["recibos", "paquete", "formulario", "cabeza"])
def test_cada_direccion_tiene_su_limite(equipo, rosa, monkeypatch, nombre):
    monkeypatch.setitem(freno.POR_MINUTO, nombre, 1)
    ruta = reverse(f"campo_{nombre}", args=[rosa.docente.pk] if nombre in ("formulario", "cabeza") else [])

    def pedir():
        if nombre == "recibos":
            return equipo.post(ruta, '{"revisiones": []}', content_type="application/json")
        return equipo.get(ruta)

    assert pedir().status_code in (200, 404)
    pide_esperar(pedir(), 429, "MUY_SEGUIDO", 30)


def test_con_demasiados_envios_a_la_vez_los_demas_esperan_y_los_turnos_se_devuelven(equipo, settings):
    settings.CAMPO_ENVIOS_A_LA_VEZ = 1
    with freno._turno() as hay_lugar:
        assert hay_lugar
        pide_esperar(enviar(equipo), 503, "OCUPADO", 15)
    assert enviar(equipo).status_code == 207
    assert cache.get("campo:en-curso") == 0


def test_un_envio_que_falla_devuelve_su_turno(settings):
    settings.CAMPO_ENVIOS_A_LA_VEZ = 1
    with pytest.raises(ZeroDivisionError), freno._turno():
        raise ZeroDivisionError
    with freno._turno() as hay_lugar:
        assert hay_lugar


def test_muchos_a_la_vez_nunca_pasan_del_limite(settings):
    settings.CAMPO_ENVIOS_A_LA_VEZ = 4
    with ThreadPoolExecutor(16) as hilos:
        dentro = list(hilos.map(lambda _: freno._sumar("campo:en-curso", 60), range(64)))

    assert sorted(dentro) == list(range(1, 65))


def test_en_mantenimiento_todo_espera_menos_saber_que_es_este_servidor(equipo, settings, rosa):
    settings.CAMPO_EN_PAUSA = True

    pide_esperar(enviar(equipo, *revisiones_de(rosa.docente, 1)), 503, "EN_PAUSA", 600)
    pide_esperar(equipo.get(reverse("campo_paquete")), 503, "EN_PAUSA", 600)
    assert equipo.get(reverse("campo_estado")).status_code == 200
    assert Visita.objects.count() == 0


def test_sin_base_de_datos_se_pide_esperar_en_json(equipo, monkeypatch):
    def caida(**_datos):
        raise OperationalError("no hay servidor")

    monkeypatch.setattr(vista.services, "recibir_lote", caida)
    equipo.raise_request_exception = False

    pide_esperar(enviar(equipo), 503, "SIN_BASE", 10)


def test_sin_memoria_compartida_nadie_se_detiene(equipo, monkeypatch, settings):
    settings.CAMPO_ENVIOS_POR_MINUTO = settings.CAMPO_ENVIOS_A_LA_VEZ = 1

    def caida(*_argumentos, **_mas):
        raise ConnectionError

    monkeypatch.setattr(freno.cache, "add", caida)
    assert [enviar(equipo).status_code for _ in range(3)] == [207] * 3
