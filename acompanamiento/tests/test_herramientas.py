"""The tools that install, run and test the product."""

import json
import os
import signal
import socket
import subprocess
import sys

import psycopg2
import pytest

from acompanamiento.herramientas import npm, procesos, sistema
from acompanamiento.herramientas.consola import PYTHON, RAIZ, Alto
from acompanamiento.herramientas.sellos import huella, sellar, vigente
from acompanamiento.herramientas.servidores import postgresql, redis

pytestmark = pytest.mark.una_vez

DUERME = [sys.executable, "-c", "import time; time.sleep(60)"]
SORDO = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('x', flush=True); time.sleep(60)",
]


def esta_vivo(pid):
    """A zombie does not count: somebody has yet to collect it, but it runs nothing."""
    try:
        with open(f"/proc/{pid}/stat") as estado:
            return estado.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_el_sello_cambia_con_un_byte_del_candado(tmp_path):
    candado, sello = tmp_path / "candado.txt", tmp_path / "sub" / "sello"
    candado.write_text("a==1")
    sellar(sello, huella(candado))
    assert vigente(sello, huella(candado))

    candado.write_text("a==2")
    assert not vigente(sello, huella(candado))


def test_sin_sello_hay_que_instalar(tmp_path):
    assert not vigente(tmp_path / "no-existe", "x")


def test_el_sello_depende_de_la_carpeta_del_proyecto(tmp_path):
    candado = tmp_path / "candado.txt"
    candado.write_text("a==1")
    assert huella(candado, extra="/a") != huella(candado, extra="/b")


def test_los_archivos_de_otros_llegan_sin_mapa_de_fuentes():
    hoja = (npm.DESTINO / "bootstrap" / "bootstrap.min.css").read_bytes()

    assert b"sourceMappingURL" not in hoja
    assert hoja.rstrip().endswith(b"}")
    assert all((npm.DESTINO / nombre).is_file() for nombre in npm.estaticos().values())


def test_los_candados_no_nombran_ningun_servidor():
    paquetes = json.loads((RAIZ / "package-lock.json").read_text())["packages"]
    assert [nombre for nombre, datos in paquetes.items() if "resolved" in datos] == []
    for candado in ("requirements.txt", "requirements-dev.txt"):
        texto = (RAIZ / candado).read_text()
        assert "://" not in texto
        assert "--hash=sha256:" in texto


def test_sin_permiso_de_instalar_nombra_los_paquetes(monkeypatch, capsys):
    monkeypatch.setenv("PATH", "/vacio")
    with pytest.raises(Alto):
        sistema.asegurar({"libpango-1.0-0": lambda: False, "poppler-utils": lambda: True})

    error = capsys.readouterr().err
    assert "apt install libpango-1.0-0" in error
    assert "poppler-utils" not in error


def test_un_puerto_tomado_se_dice_antes_de_empezar(tmp_path):
    with socket.socket() as toma:
        toma.bind(("127.0.0.1", 0))
        toma.listen()
        puerto = toma.getsockname()[1]
        hecho = subprocess.run(
            [PYTHON, "-m", "acompanamiento.herramientas.correr"],
            env=dict(os.environ) | {"PUERTO": str(puerto), "DIR_VAR": str(tmp_path)},
            cwd=RAIZ,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )

    assert hecho.returncode == 1
    assert f"El puerto {puerto} está ocupado" in hecho.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("malo", ["ochenta", "0", "70000"])
def test_un_puerto_que_no_existe_se_dice(malo, tmp_path):
    hecho = subprocess.run(
        [PYTHON, "-m", "acompanamiento.herramientas.correr"],
        env=dict(os.environ) | {"PUERTO": malo, "DIR_VAR": str(tmp_path)},
        cwd=RAIZ,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert hecho.returncode == 1
    assert "PUERTO" in hecho.stderr


def test_detener_acaba_tambien_con_quien_no_escucha():
    sordo = procesos.lanzar(SORDO, dict(os.environ), subprocess.PIPE)
    sordo.stdout.readline()

    procesos.detener([sordo], espera_s=0.2)

    assert sordo.returncode == -signal.SIGKILL


def test_los_hijos_mueren_con_su_padre_aunque_lo_maten():
    padre = subprocess.Popen(
        [
            PYTHON,
            "-c",
            "import os; from acompanamiento.herramientas.procesos import lanzar\n"
            f"p = lanzar({DUERME!r}, dict(os.environ)); print(p.pid, flush=True); p.wait()",
        ],
        cwd=RAIZ,
        stdout=subprocess.PIPE,
        text=True,
    )
    hijo = int(padre.stdout.readline())
    assert esta_vivo(hijo)

    padre.kill()
    padre.wait()

    assert procesos.esperar(lambda: not esta_vivo(hijo), 5)


def test_esperar_se_rinde_cuando_el_proceso_ya_termino():
    proceso = procesos.lanzar([sys.executable, "-c", ""], dict(os.environ))
    proceso.wait()
    assert procesos.esperar(lambda: False, 60, [proceso]) is False


@pytest.mark.lento
def test_postgresql_temporal_responde_y_no_deja_nada():
    with postgresql() as url:
        carpeta = url.split("@/", 1)[1].rpartition("/")[0]
        conexion = psycopg2.connect(host=carpeta, user="postgres", dbname="postgres")
        with conexion.cursor() as cursor:
            cursor.execute("SELECT 1 + 1")
            assert cursor.fetchone() == (2,)
        conexion.close()

    assert not os.path.exists(carpeta)


@pytest.mark.lento
def test_redis_temporal_responde_y_se_va():
    with redis() as url:
        puerto = int(url.rpartition(":")[2])
        assert procesos.puerto_ocupado(puerto)

    assert not procesos.puerto_ocupado(puerto)


def test_responde_distingue_un_puerto_vacio():
    assert not procesos.responde(f"http://127.0.0.1:{procesos.puerto_libre()}/")
