"""Fixtures about the ground the tests stand on: the real servers and the browser."""

import contextlib
import gc
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from xdist.scheduler import LoadScopeScheduling

from acompanamiento.herramientas import ordenes, plantilla
from acompanamiento.herramientas.procesos import detener, lanzar
from acompanamiento.herramientas.servidores import Servidor, borrar_base

CONTRASENA_DE_DEMOSTRACION = "acompana-demo"
ESPERA_MS = 60_000
"""A busy machine is slow, not broken: a test waits for its condition, and goes on as soon as it holds."""

# Files whose tests share nothing and take minutes together: each of their tests goes to whichever process is free.
SE_REPARTEN = ("test_accesibilidad.py", "test_matriz.py")


class _PorArchivo(LoadScopeScheduling):
    """The tests of a file go to one process, which builds the file's world once."""

    def _split_scope(self, nodeid):
        archivo = nodeid.split("::", 1)[0]
        return nodeid if archivo.endswith(SE_REPARTEN) else archivo


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return _PorArchivo(config, log)


def pytest_collection_finish():
    """What is loaded by now stays: the collector of cycles, that went over it all the time, took an eighth of the suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


DE_LA_BASE = {"db", "transactional_db", "servidor_vivo"}


def _depende_de_los_servidores(item):
    return DE_LA_BASE & set(item.fixturenames) or any(
        map(item.get_closest_marker, ("django_db", "broker", "postgres", "redis"))
    )


def pytest_collection_modifyitems(config, items):
    """Skip what the configuration under test does not have, and begin with the files that take longest.

    With PostgreSQL and Redis, what touches neither is left out: it has run with SQLite, and would do the same again.
    """
    if os.environ.get("PRUEBAS_POSTGRESQL"):
        fuera = {item for item in items if not _depende_de_los_servidores(item)}
        config.hook.pytest_deselected(items=list(fuera))
        items[:] = [item for item in items if item not in fuera]
    lentos = {item.path for item in items if item.get_closest_marker("lento")}
    items.sort(key=lambda item: item.path not in lentos)
    faltan = {
        "postgres": not os.environ.get("PRUEBAS_POSTGRESQL"),
        "redis": not os.environ.get("PRUEBAS_REDIS"),
    }
    for item in items:
        for marca in filter(faltan.get, faltan):
            if item.get_closest_marker(marca):
                item.add_marker(pytest.mark.skip(reason=f"esta configuración no tiene {marca}"))


def _url_de_la_base(ajustes):
    if connection.vendor == "sqlite":
        return f"sqlite:///{ajustes['NAME']}"
    return f"postgres://{ajustes['USER']}@/{ajustes['HOST']}/{ajustes['NAME']}"


def _broker_vecino():
    """The odd database of Redis beside ours, or a spool of its own."""
    raiz, _, numero = settings.CELERY_BROKER_URL.rpartition("/")
    return f"{raiz}/{int(numero) + 1}" if raiz.startswith("redis") else "filesystem://"


@pytest.fixture(scope="session")
def _proceso_trabajador(django_db_setup):
    env = dict(os.environ) | {
        "DJANGO_SETTINGS_MODULE": "acompanamiento.settings",
        "DATABASE_URL": _url_de_la_base(connection.settings_dict),
    }
    proceso = lanzar(ordenes.trabajador(con_agenda=False), env, subprocess.DEVNULL)
    yield proceso
    detener([proceso])


@pytest.fixture
def trabajador(transactional_db, _proceso_trabajador):
    """A real Celery worker on the test's own database, broker and folders; the test only enqueues and waits."""
    return _proceso_trabajador


@pytest.fixture(scope="session")
def _copia_de_la_demo():
    """(DIR_VAR, DATABASE_URL) of a copy of the demonstration for the live server, apart from the test process's database."""
    destino = Path(tempfile.mkdtemp(prefix="acompana-vivo-"))
    url, nombre = os.environ.get("PRUEBAS_POSTGRESQL", ""), f"vivo_{os.getpid()}"
    with contextlib.ExitStack() as pila:
        pila.callback(shutil.rmtree, destino, ignore_errors=True)
        comun = os.environ.get("PRUEBAS_PLANTILLA") or pila.enter_context(tempfile.TemporaryDirectory())
        base = plantilla.copiar(comun, destino, url, nombre)
        if base:
            pila.callback(borrar_base, url, nombre)
        yield destino, base


@pytest.fixture(scope="session")
def servidor_vivo(_copia_de_la_demo):
    """Acompaña running for real (gunicorn, Celery, production's static files) with the demonstration loaded.

    One per pytest process: tests share its data, so each uses rows of its own. `.url`, `.manage(...)`,
    `.detener_web()`, `.arrancar_web()`, `.detener_trabajador()`, `.arrancar_trabajador()`.
    """
    carpeta, base = _copia_de_la_demo
    servidor = Servidor(
        {"DIR_VAR": str(carpeta), "DATABASE_URL": base, "CELERY_BROKER_URL": _broker_vecino()}
    )
    try:
        servidor.arrancar_trabajador()
        servidor.arrancar_web()
        yield servidor
    finally:
        servidor.detener()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium. Playwright keeps an event loop in this thread, which Django would mistake for async code."""
    from playwright.sync_api import expect, sync_playwright  # heavy, and only the browser tests need it

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=ESPERA_MS)
    ejecutable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(
            executable_path=ejecutable,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        )
        yield navegador
        navegador.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _vigilar(pagina):
    """Collects what the console calls an error: exceptions, and whatever the CSP refused."""
    pagina.errores = []
    pagina.on("pageerror", lambda error: pagina.errores.append(str(error)))
    pagina.on("console", lambda aviso: pagina.errores.append(aviso.text) if aviso.type == "error" else None)
    return pagina


@contextlib.contextmanager
def abrir_paginas(chromium, servidor_vivo):
    """Yield `abrir(usuario=None, ancho=1366, alto=768)`: a page of a browser profile of its own, closed at the end.

    A console error or a CSP violation fails at the end; a test that provokes them on purpose checks
    `pagina.errores` and clears it.
    """
    paginas = []

    def abrir(usuario=None, ancho=1366, alto=768):
        contexto = chromium.new_context(
            base_url=servidor_vivo.url,
            viewport={"width": ancho, "height": alto},
            locale="es-PE",
            timezone_id="America/Lima",
        )
        contexto.set_default_timeout(ESPERA_MS)
        pagina = _vigilar(contexto.new_page())
        paginas.append(pagina)
        if usuario:
            entrar(pagina, usuario)
        return pagina

    try:
        yield abrir
    finally:
        errores = [error for pagina in paginas for error in pagina.errores]
        for pagina in paginas:
            pagina.context.close()
    assert errores == []


@pytest.fixture
def nueva_pagina(chromium, servidor_vivo):
    """nueva_pagina(usuario=None, ancho=1366, alto=768), for one test."""
    with abrir_paginas(chromium, servidor_vivo) as abrir:
        yield abrir


@pytest.fixture
def pagina(nueva_pagina):
    """A page at 1366x768, signed out."""
    return nueva_pagina()


def entrar(pagina, usuario, contrasena=CONTRASENA_DE_DEMOSTRACION):
    """Sign in through the real page."""
    pagina.goto("/entrar/")
    pagina.fill("input[name=username]", usuario)
    pagina.fill("input[name=password]", contrasena)
    pagina.press("input[name=password]", "Enter")
    pagina.wait_for_url(lambda url: "/entrar/" not in url)
