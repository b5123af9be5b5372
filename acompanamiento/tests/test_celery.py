"""Background work: the settings that reliability depends on, and that publishing never makes a request wait."""

import subprocess
import threading

import pytest
from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError

from acompanamiento.celery import app
from acompanamiento.herramientas.consola import PYTHON, RAIZ
from acompanamiento.herramientas.procesos import puerto_libre


@pytest.mark.broker
def test_cualquier_hilo_publica_en_nuestro_broker():
    vistas = []
    hilo = threading.Thread(target=lambda: vistas.append(current_app.conf.broker_url))
    hilo.start()
    hilo.join()
    assert vistas == [settings.CELERY_BROKER_URL]


def test_una_tarea_venenosa_no_se_repite_sola_ni_se_pierde_callada():
    assert app.conf.task_acks_late is True
    assert app.conf.task_reject_on_worker_lost is False
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.task_soft_time_limit < app.conf.task_time_limit


def test_el_barrido_tiene_quien_lo_llame():
    entrada = app.conf.beat_schedule["barrer"]
    app.loader.import_default_modules()
    assert entrada["task"] in app.tasks
    assert entrada["schedule"] == 30


def test_los_resultados_se_congelan_de_noche_en_hora_de_lima():
    entrada = app.conf.beat_schedule["congelar"]
    app.loader.import_default_modules()
    assert entrada["task"] in app.tasks
    assert (entrada["schedule"].hour, app.conf.timezone) == ({0}, "America/Lima")


@pytest.mark.lento
def test_con_redis_caido_publicar_falla_pronto(tmp_path):
    programa = (
        "import time\n"
        "from acompanamiento.celery import app\n"
        "def publicar():\n"
        "    try: app.send_task('reportes.tasks.barrer')\n"
        "    except Exception as error: return type(error).__name__\n"
        "publicar(); inicio = time.monotonic(); nombre = publicar()\n"
        "print(nombre, time.monotonic() - inicio)\n"
    )
    hecho = subprocess.run(
        [PYTHON, "-c", programa],
        env={
            "DEBUG": "true",
            "DIR_VAR": str(tmp_path),
            "REDIS_URL": f"redis://127.0.0.1:{puerto_libre()}/0",
            "DJANGO_SETTINGS_MODULE": "acompanamiento.settings",
        },
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=True,
    )
    nombre, segundos = hecho.stdout.split()
    assert nombre == OperationalError.__name__
    assert float(segundos) < 1


def test_la_cola_de_archivos_guarda_el_mensaje_para_el_trabajador():
    if not settings.CELERY_BROKER_URL.startswith("filesystem"):
        pytest.skip("esta configuración usa Redis")
    antes = set((settings.DIR_CELERY / "mensajes").iterdir())
    app.send_task("reportes.tasks.barrer")
    assert len(set((settings.DIR_CELERY / "mensajes").iterdir()) - antes) == 1
