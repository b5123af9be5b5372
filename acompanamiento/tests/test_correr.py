"""`make run` as a person uses it: it starts, it says where, and one signal stops everything."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from acompanamiento.herramientas.consola import PYTHON, RAIZ
from acompanamiento.herramientas.procesos import esperar, puerto_libre, responde

pytestmark = [pytest.mark.lento, pytest.mark.una_vez]

ESPERA_S = 300


def procesos_de(carpeta):
    """Everything alive that was started with this DIR_VAR."""
    marca, vivos = f"DIR_VAR={carpeta}".encode(), []
    for entrada in Path("/proc").glob("[0-9]*/environ"):
        try:
            if marca in entrada.read_bytes().split(b"\0"):
                vivos.append(int(entrada.parent.name))
        except OSError:
            continue
    return vivos


class Corrida:
    def __init__(self, carpeta):
        self.carpeta, self.puerto = carpeta, puerto_libre()
        self.url = f"http://127.0.0.1:{self.puerto}/"
        heredadas = {clave: os.environ[clave] for clave in ("PATH", "HOME") if clave in os.environ}
        self.salida = (carpeta.parent / "salida.txt").open("w+")
        self.inicio = time.monotonic()
        self.proceso = subprocess.Popen(
            [PYTHON, "-m", "acompanamiento.herramientas.correr"],
            env=heredadas | {"DIR_VAR": str(carpeta), "PUERTO": str(self.puerto)},
            cwd=RAIZ,
            stdout=self.salida,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def esperar(self, texto, segundos):
        assert esperar(lambda: texto in self.texto(), segundos, [self.proceso]), self.texto()

    def texto(self):
        return Path(self.salida.name).read_text()

    def terminar(self, señal):
        self.proceso.send_signal(señal)
        return self.proceso.wait(60)


def contenido(carpeta):
    """Hash of every row, leaving out what running writes by itself."""
    with sqlite3.connect(carpeta / "db.sqlite3") as base:
        volcado = [linea for linea in base.iterdump() if "latido" not in linea]
    return hashlib.sha256("\n".join(volcado).encode()).hexdigest()


@pytest.fixture(scope="module")
def carpeta(tmp_path_factory):
    return tmp_path_factory.mktemp("correr") / "var"


def test_la_primera_vez_carga_la_demostracion_y_dice_donde_esta(carpeta):
    corrida = Corrida(carpeta)
    corrida.esperar("Ctrl-C para terminar", ESPERA_S)

    assert corrida.url in corrida.texto()
    assert "acompana-demo" in corrida.texto()
    assert responde(corrida.url)
    assert len(procesos_de(carpeta)) >= 4

    assert corrida.terminar(signal.SIGINT) == 0
    assert procesos_de(carpeta) == []
    assert not responde(corrida.url)


def test_la_segunda_vez_no_cambia_los_datos_y_se_detiene_con_sigterm(carpeta):
    antes = contenido(carpeta)
    corrida = Corrida(carpeta)
    corrida.esperar("Ctrl-C para terminar", ESPERA_S)

    assert corrida.terminar(signal.SIGTERM) == 0
    assert procesos_de(carpeta) == []
    assert contenido(carpeta) == antes


def test_matar_al_padre_no_deja_huerfanos(carpeta):
    corrida = Corrida(carpeta)
    corrida.esperar("Ctrl-C para terminar", ESPERA_S)

    corrida.terminar(signal.SIGKILL)

    assert esperar(lambda: procesos_de(carpeta) == [], 60)


def test_si_se_corta_la_primera_carga_la_siguiente_la_hace(tmp_path):
    carpeta = tmp_path / "var"
    corrida = Corrida(carpeta)
    corrida.esperar("Primera vez", ESPERA_S)
    corrida.terminar(signal.SIGTERM)
    assert procesos_de(carpeta) == []

    corrida = Corrida(carpeta)
    corrida.esperar("Ctrl-C para terminar", ESPERA_S)
    assert "Primera vez" in corrida.texto()
    assert "acompana-demo" in corrida.texto()
    assert corrida.terminar(signal.SIGINT) == 0
