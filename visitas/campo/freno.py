"""How often a device may ask, and when the server asks to wait: 429 and 503, in JSON, with Retry-After (offline-sync.md §4).

The counters live in Django's cache: Redis in production, so that every process counts together. Without the cache nobody is
stopped: a device waits only for a reason. A herd of a hundred devices with twenty visits each is far below every limit.
"""

import hashlib
import logging
import time
from contextlib import contextmanager
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import JsonResponse

registro = logging.getLogger(__name__)

MINUTO_S = 60
PAUSA_S = 600
OCUPADO_S = 15
VIDA_DE_UN_TURNO_S = 120
"""A turn that died with its process is forgotten after this."""

POR_MINUTO = {"recibos": 120, "paquete": 30, "formulario": 600, "cabeza": 300}
"""Requests of one session in a minute. `sync` has its own setting, CAMPO_ENVIOS_POR_MINUTO."""


def con_freno(nombre: str):
    """Answer 429 when the session asks `nombre` too often, and 503 while the server is paused or has its hands full."""

    def decorador(vista):
        @wraps(vista)
        def envuelta(request, *args, **kwargs):
            if settings.CAMPO_EN_PAUSA:
                return _esperar(503, "EN_PAUSA", "El servidor está en mantenimiento.", PAUSA_S)
            if espera := _de_mas(nombre, request.session.session_key or ""):
                return _esperar(429, "MUY_SEGUIDO", "Este equipo pide demasiado seguido.", espera)
            if nombre != "sync":
                return vista(request, *args, **kwargs)
            with _turno() as hay_lugar:
                if not hay_lugar:
                    return _esperar(503, "OCUPADO", "El servidor recibe muchos envíos a la vez.", OCUPADO_S)
                return vista(request, *args, **kwargs)

        return envuelta

    return decorador


def _esperar(estado, codigo, motivo, segundos):
    mensaje = f"{motivo} Lo guardado en este equipo no se toca: se intentará de nuevo."
    return JsonResponse(
        {"codigo": codigo, "mensaje": mensaje}, status=estado, headers={"Retry-After": str(segundos)}
    )


def _de_mas(nombre, sesion) -> int:
    """Seconds until the session may ask again; 0 when it may now."""
    ahora = int(time.time())
    quien = hashlib.sha256(sesion.encode()).hexdigest()[:24]
    veces = _sumar(f"campo:{nombre}:{quien}:{ahora // MINUTO_S}", 2 * MINUTO_S)
    limite = settings.CAMPO_ENVIOS_POR_MINUTO if nombre == "sync" else POR_MINUTO[nombre]
    return MINUTO_S - ahora % MINUTO_S if veces > limite else 0


@contextmanager
def _turno():
    """Hold one of the places for sends in progress while the block runs; yields whether there was one."""
    clave = "campo:en-curso"
    en_curso = _sumar(clave, VIDA_DE_UN_TURNO_S)
    try:
        yield en_curso <= settings.CAMPO_ENVIOS_A_LA_VEZ
    finally:
        if en_curso:
            _sumar(clave, VIDA_DE_UN_TURNO_S, -1)


def _sumar(clave, vida_s, cuanto=1) -> int:
    """Return the counter after the sum; 0 when the cache does not answer."""
    try:
        return _incrementar(clave, vida_s, cuanto)
    except Exception:
        registro.warning("La memoria compartida no responde: no se cuentan los envíos", exc_info=True)
        return 0


def _incrementar(clave, vida_s, cuanto):
    """Nearly always it is there already: one trip less to the cache than making sure first."""
    try:
        return cache.incr(clave, cuanto)
    except ValueError:
        cache.add(clave, 0, timeout=vida_s)
        return cache.incr(clave, cuanto)
