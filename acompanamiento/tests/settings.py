"""The product's settings on temporary folders, one set per pytest process. A developer's .env is left out."""

import atexit
import os
import shutil
import tempfile

_carpeta = tempfile.mkdtemp(prefix="acompana-pruebas-")
atexit.register(shutil.rmtree, _carpeta, ignore_errors=True)
_numero = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_redis = os.environ.get("PRUEBAS_REDIS", "")

os.environ.update(
    DEBUG="true",
    SOLO_HTTPS="false",
    PROXIES="0",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    DIR_VAR=_carpeta,
    DIR_REPORTES="",
    NIVEL_LOG="WARNING",
    DATABASE_URL=os.environ.get("PRUEBAS_POSTGRESQL", ""),
    # Even numbers are the test process's own; the odd ones, of the live server beside it.
    CELERY_BROKER_URL=f"{_redis}/{2 * _numero}" if _redis else "filesystem://",
)

from acompanamiento.settings import *  # noqa: E402, F403
from acompanamiento.settings import DATABASES, DIR_VAR  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that threads and processes of a test share it; no fsync, for nothing in it must last.
    DATABASES["default"]["TEST"] = {"NAME": DIR_VAR / "pruebas.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
