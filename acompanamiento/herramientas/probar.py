"""`make test`: every check, one after the other, with a summary that says what failed."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from acompanamiento.herramientas import instalar, npm, ordenes
from acompanamiento.herramientas.consola import PYTHON, RAIZ, VENV, decir
from acompanamiento.herramientas.procesos import detener, lanzar

# Shared out by tests/infraestructura.py, the longest files first; it says which tests took the time.
EN_PARALELO = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder", "--durations=12"]


@dataclass
class Etapa:
    nombre: str
    orden: list
    env: dict
    servidores: bool = False


def pytest(marcas, *opciones):
    return [PYTHON, "-m", "pytest", "-q", "-m", marcas, *opciones]


def estilo():
    ruff = [PYTHON, "-m", "ruff"]
    return [
        Etapa("ruff check", [*ruff, "check", "--quiet", "."], {}),
        Etapa("ruff format", [*ruff, "format", "--check", "--quiet", "."], {}),
    ]


def pruebas_de_javascript(rapido):
    """The `node --test` files, all or quickly: without those named `.lento.`, which plant defects, and with fewer runs of the rest."""
    archivos = sorted(RAIZ.glob("static/js/**/*.test.js"))
    elegidos = [a for a in archivos if not (rapido and ".lento." in a.name)]
    return Etapa("JavaScript", [npm.orden_node(), "--test", *elegidos], {"CORRIDAS": "300"} if rapido else {})


def revisiones(rapido):
    desarrollo = {"DEBUG": "true", "DATABASE_URL": "sqlite://"}
    produccion = {
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "acompana.ejemplo.pe",
        "PROXIES": "1",
    }
    despliegue = ordenes.manage("check", "--deploy", "--fail-level", "WARNING")
    return [
        Etapa("migraciones al día", ordenes.manage("makemigrations", "--check", "--dry-run"), desarrollo),
        Etapa("check --deploy", despliegue, produccion),
        pruebas_de_javascript(rapido),
    ]


def etapas_rapidas():
    rapidas = pytest("not navegador and not lento", *EN_PARALELO)
    return [*estilo(), *revisiones(rapido=True), Etapa("pytest, SQLite", rapidas, {})]


def etapas_completas():
    sin_navegador = pytest("not navegador", *EN_PARALELO)
    otra_vez = pytest("not navegador and not una_vez", *EN_PARALELO)
    con_navegador = pytest("navegador", *EN_PARALELO)
    return [
        *estilo(),
        *revisiones(rapido=False),
        Etapa("pytest, SQLite", sin_navegador, {}),
        Etapa("pytest, PostgreSQL y Redis", otra_vez, {}, servidores=True),
        Etapa("navegador, SQLite", con_navegador, {}),
        Etapa(
            "navegador, PostgreSQL y Redis",
            pytest("navegador and not una_vez", *EN_PARALELO),
            {},
            servidores=True,
        ),
    ]


@contextlib.contextmanager
def postgresql_y_redis():
    """The variables that put the tests on temporary servers."""
    from acompanamiento.herramientas.servidores import postgresql, redis

    with postgresql() as base, redis() as broker:
        yield {"PRUEBAS_POSTGRESQL": base, "PRUEBAS_REDIS": broker}


@contextlib.contextmanager
def demostracion(servidores, env):
    """The variable that says where the demonstration is for the live servers; it is loaded meanwhile, beside the first stages."""
    with tempfile.TemporaryDirectory(prefix="acompana-plantilla-") as carpeta:
        bases = ["", servidores["PRUEBAS_POSTGRESQL"]]
        orden = [PYTHON, "-m", "acompanamiento.herramientas.plantilla", carpeta, *bases]
        proceso = lanzar(orden, dict(os.environ) | env)
        try:
            yield {"PRUEBAS_PLANTILLA": carpeta}
        finally:
            detener([proceso])


def correr(etapa, env):
    """Run one stage, showing its output as it comes; returns (passed, seconds, last line)."""
    decir(f"\n── {etapa.nombre} " + "─" * max(2, 60 - len(etapa.nombre)))
    inicio, ultima = time.monotonic(), ""
    proceso = subprocess.Popen(
        [str(parte) for parte in etapa.orden],
        cwd=RAIZ,
        env=dict(os.environ) | etapa.env | env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for linea in proceso.stdout:
            print(linea, end="", flush=True)
            ultima = linea.strip() or ultima
        proceso.wait()
    finally:
        if proceso.poll() is None:
            proceso.terminate()
            proceso.wait()
    return proceso.returncode == 0, time.monotonic() - inicio, ultima


def resumir(resultados):
    decir("\n══ Resumen " + "═" * 52)
    for etapa, (bien, segundos, ultima) in resultados:
        detalle = ultima.strip("= ") if "pytest" in etapa.orden or not bien else ""
        decir(f"{'✓' if bien else '✗'} {etapa.nombre:<30} {segundos:6.1f} s  {detalle[:100]}".rstrip())
    fallas = [etapa.nombre for etapa, (bien, _, _) in resultados if not bien]
    decir(f"\n✗ Falló: {', '.join(fallas)}" if fallas else "\n✓ Todo pasó.")
    return len(fallas)


CODIGO_COMPILADO = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(VENV / "pyc")}
"""Every process of every stage, and of the next time, reads the bytecode that the first one wrote."""


def probar(etapas):
    resultados = []
    with contextlib.ExitStack() as pila:
        comun, servidores = dict(CODIGO_COMPILADO), {}
        if any(etapa.servidores for etapa in etapas):
            servidores = pila.enter_context(postgresql_y_redis())
            comun |= pila.enter_context(demostracion(servidores, comun))
        for etapa in etapas:
            resultados.append((etapa, correr(etapa, comun | (servidores if etapa.servidores else {}))))
    return resumir(resultados)


def main(argumentos):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    solo_estilo, rapido = "--estilo" in argumentos, "--rapido" in argumentos
    instalar.asegurar(desarrollo=True, sistema_de_pruebas=not (solo_estilo or rapido))
    if Path(sys.prefix) != VENV:
        os.execv(PYTHON, [PYTHON, "-m", "acompanamiento.herramientas.probar", *argumentos])
    if solo_estilo:
        return probar(estilo())
    return probar(etapas_rapidas() if rapido else etapas_completas())


if __name__ == "__main__":
    try:
        sys.exit(1 if main(sys.argv[1:]) else 0)
    except KeyboardInterrupt:
        sys.exit(130)
