"""Is everything that Acompaña stands on there? For the person on duty and for whoever watches the server."""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import connection
from django.utils import timezone

from acompanamiento.comun.formato import entero

from .models import Reporte

LATIDO_MAXIMO_S = 120
ESPERA_MAXIMA_S = 600
DISCO_MINIMO_MB = 200


@dataclass(frozen=True)
class Estado:
    """One thing that was looked at: whether it is well, and a sentence for people."""

    que: str
    bien: bool
    detalle: str


def revisar() -> list[Estado]:
    """Look at the database, the broker, the worker, the queue and the disk, in that order."""
    revisiones = (
        ("base de datos", _base_de_datos),
        ("cola de trabajos", _broker),
        ("trabajador", _trabajador),
        ("reportes en espera", _espera),
        ("disco", _disco),
    )
    return [_estado(que, revision) for que, revision in revisiones]


def _estado(que, revision):
    try:
        return Estado(que, *revision())
    except Exception as error:  # a check that breaks is a bad answer, not a broken page
        return Estado(que, False, f"no responde ({type(error).__name__})")


def _base_de_datos():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "responde"


def _broker():
    with current_app.connection_for_write(connect_timeout=2) as conexion:
        conexion.ensure_connection(max_retries=1, interval_start=0, timeout=2)
    return True, "responde"


def _archivo_de_latido():
    return Path(settings.DIR_REPORTES) / ".latido"


def latir() -> None:
    """The worker is alive: it says so in the folder that it shares with the web."""
    with contextlib.suppress(OSError):
        archivo = _archivo_de_latido()
        archivo.touch()
        os.utime(archivo)


def _trabajador():
    try:
        hace = time.time() - _archivo_de_latido().stat().st_mtime
    except FileNotFoundError:
        return False, "ninguno ha dado señales todavía"
    return hace < LATIDO_MAXIMO_S, f"dio señales hace {entero(hace)} s"


def _espera():
    mas_antiguo = Reporte.objects.en_curso().order_by("pedido_en").values_list("pedido_en", flat=True).first()
    if mas_antiguo is None:
        return True, "ninguno"
    hace = (timezone.now() - mas_antiguo).total_seconds()
    return hace < ESPERA_MAXIMA_S, f"el más antiguo espera hace {entero(hace)} s"


def _disco():
    libre_mb = shutil.disk_usage(settings.DIR_REPORTES).free // 1_000_000
    if not os.access(settings.DIR_REPORTES, os.W_OK):
        return False, "no se puede escribir en la carpeta de reportes"
    return libre_mb >= DISCO_MINIMO_MB, f"quedan {entero(libre_mb)} MB"
