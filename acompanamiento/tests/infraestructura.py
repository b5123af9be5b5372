"""Fixtures about the ground the tests stand on: the real servers and the browser."""

import contextlib
import gc
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.db import connection
from xdist.scheduler import LoadScopeScheduling

from acompanamiento.herramientas import ordenes
from acompanamiento.herramientas.procesos import detener, lanzar
from acompanamiento.herramientas.servidores import Servidor

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


def pytest_collection_modifyitems(items):
    """Skip what the configuration under test does not have, and begin with the files that take longest."""
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
def _base_vecina():
    """Address of an empty database for the live server, apart from the one of the test process."""
    if connection.vendor == "sqlite":
        yield ""
        return
    url = os.environ["PRUEBAS_POSTGRESQL"]
    nombre = f"vivo_{os.getpid()}"
    with _administrar() as cursor:
        cursor.execute(f"CREATE DATABASE {nombre}")
    yield f"{url.rpartition('/')[0]}/{nombre}"
    with _administrar() as cursor:
        cursor.execute(f"DROP DATABASE {nombre} WITH (FORCE)")


class _administrar:
    """A cursor outside any transaction on the server of the tests."""

    def __enter__(self):
        carpeta = os.environ["PRUEBAS_POSTGRESQL"].split("@/", 1)[1].rpartition("/")[0]
        self.conexion = psycopg2.connect(host=carpeta, user="postgres", dbname="postgres")
        self.conexion.autocommit = True
        return self.conexion.cursor()

    def __exit__(self, *_):
        self.conexion.close()


@pytest.fixture(scope="session")
def servidor_vivo(_base_vecina):
    """Acompaña running for real (gunicorn, Celery, production's static files) with the demonstration loaded.

    One per pytest process: tests share its data, so each uses rows of its own. `.url`, `.manage(...)`,
    `.detener_web()`, `.arrancar_web()`, `.detener_trabajador()`, `.arrancar_trabajador()`.
    """
    carpeta = Path(tempfile.mkdtemp(prefix="acompana-vivo-"))
    servidor = Servidor(
        {
            "DIR_VAR": str(carpeta),
            "DATABASE_URL": _base_vecina,
            "CELERY_BROKER_URL": _broker_vecino(),
        }
    )
    try:
        servidor.manage("migrate", "--verbosity", "0")
        servidor.manage("cargar_catalogos")
        servidor.manage("cargar_demo")
        servidor.manage("collectstatic", "--noinput", "--verbosity", "0")
        servidor.arrancar_trabajador()
        servidor.arrancar_web()
        yield servidor
    finally:
        servidor.detener()
        shutil.rmtree(carpeta, ignore_errors=True)


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
