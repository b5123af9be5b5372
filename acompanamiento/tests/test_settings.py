"""The settings are read in a process of their own: what counts is that a wrong start does not start."""

import os
import subprocess

import pytest

from acompanamiento.herramientas.consola import PYTHON, RAIZ

pytestmark = [pytest.mark.una_vez, pytest.mark.lento]

CLAVE = "una-clave-de-prueba-0123456789-abcdefghijklmnopqrstuvwxyz"
PRODUCCION = {"DEBUG": "false", "SECRET_KEY": CLAVE, "ALLOWED_HOSTS": "acompana.ejemplo.pe"}
PREGUNTA = "from django.conf import settings as s; print(repr({expresion}))"


def leer(expresion, tmp_path, **variables):
    """Evaluate an expression over the settings in a clean process."""
    heredadas = {clave: os.environ[clave] for clave in ("PATH", "HOME") if clave in os.environ}
    return subprocess.run(
        [PYTHON, "-c", PREGUNTA.format(expresion=expresion)],
        env=heredadas
        | {"DJANGO_SETTINGS_MODULE": "acompanamiento.settings", "DIR_VAR": str(tmp_path)}
        | variables,
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=False,
    )


def valor(expresion, tmp_path, **variables):
    hecho = leer(expresion, tmp_path, **variables)
    assert hecho.returncode == 0, hecho.stderr
    return hecho.stdout.strip()


@pytest.mark.parametrize(
    ("variable", "malo"),
    [
        ("DEBUG", "quizas"),
        ("SOLO_HTTPS", "2"),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "corta"),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://acompana.ejemplo.pe"),
        ("CSRF_TRUSTED_ORIGINS", "acompana.ejemplo.pe"),
        ("DATABASE_URL", "mysql://a@b/c"),
        ("DATABASE_URL", "postgres://usuario@servidor"),
        ("CELERY_BROKER_URL", "amqp://localhost"),
        ("REDIS_URL", "localhost:6379"),
        ("PROXIES", "uno"),
        ("PROXIES", "9"),
        ("NIVEL_LOG", "mucho"),
        ("DIR_VAR", "/proc/no/se/puede"),
    ],
)
def test_un_valor_malo_detiene_el_arranque_y_nombra_la_variable(variable, malo, tmp_path):
    hecho = leer("s.DEBUG", tmp_path, **PRODUCCION | {variable: malo})

    assert hecho.returncode != 0
    assert f"ImproperlyConfigured: {variable}: " in hecho.stderr


def test_produccion_arranca_con_lo_que_pide_y_no_depura(tmp_path):
    assert valor("(s.DEBUG, s.SESSION_COOKIE_NAME)", tmp_path, **PRODUCCION) == "(False, '__Host-sesion')"


def test_sin_variables_no_arranca_como_desarrollo(tmp_path):
    assert "SECRET_KEY" in leer("s.DEBUG", tmp_path).stderr


def test_en_desarrollo_basta_con_pedirlo(tmp_path):
    assert valor("s.DATABASES['default']['NAME']", tmp_path, DEBUG="true") == repr(
        str(tmp_path / "db.sqlite3")
    )


def test_la_carpeta_puede_llevar_espacios_y_signos(tmp_path):
    carpeta = tmp_path / "año 1+2 %20"
    assert valor("s.DATABASES['default']['NAME']", carpeta, DEBUG="true") == repr(str(carpeta / "db.sqlite3"))


def test_el_broker_de_archivos_crea_sus_carpetas(tmp_path):
    opciones = valor("s.CELERY_BROKER_TRANSPORT_OPTIONS['data_folder_in']", tmp_path, DEBUG="true")

    assert opciones == repr(str(tmp_path / "celery" / "mensajes"))
    assert (tmp_path / "celery" / "mensajes").is_dir()
    assert (tmp_path / "celery" / "control").is_dir()


def test_redis_no_hace_esperar_a_quien_pide(tmp_path):
    opciones = valor(
        "s.CELERY_BROKER_TRANSPORT_OPTIONS['socket_connect_timeout']",
        tmp_path,
        DEBUG="true",
        REDIS_URL="redis://127.0.0.1:6379/0",
    )
    assert float(opciones) <= 1


def test_postgresql_por_socket_conserva_la_carpeta(tmp_path):
    base = valor(
        "(s.DATABASES['default']['HOST'], s.DATABASES['default']['NAME'])",
        tmp_path,
        DEBUG="true",
        DATABASE_URL="postgres://postgres@//tmp/pg/acompana",
    )
    assert base == "('/tmp/pg', 'acompana')"
