"""What every response carries, errors included."""

import re
import uuid

from django.conf import settings

from acompanamiento.comun.registro import pedido_actual

NEGADOS = ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
PERMISOS_DEL_NAVEGADOR = ", ".join(f"{permiso}=()" for permiso in NEGADOS)
ID_DE_PEDIDO = re.compile(r"[A-Za-z0-9-]{8,64}")


def identificar_pedido(get_response):
    """Gives the request an id: the proxy's when it is trusted and well formed, else a new one."""

    def middleware(request):
        recibido = request.headers.get("X-Request-ID", "") if settings.PROXIES else ""
        request.pedido = recibido if ID_DE_PEDIDO.fullmatch(recibido) else uuid.uuid4().hex
        marca = pedido_actual.set(request.pedido)
        try:
            response = get_response(request)
        finally:
            pedido_actual.reset(marca)
        response["X-Request-ID"] = request.pedido
        return response

    return middleware


def cabeceras(get_response):
    """Denies the browser's devices, and forbids every cache a page that does not say otherwise.

    Closed by default: a view that anybody may see sets its own Cache-Control.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISOS_DEL_NAVEGADOR)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def direccion(request):
    """Client address for the sign-in throttle: what our own proxy saw, never what the client claims."""
    reenviadas = [parte.strip() for parte in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if settings.PROXIES and len(reenviadas) >= settings.PROXIES and reenviadas[-settings.PROXIES]:
        return reenviadas[-settings.PROXIES]
    return request.META.get("REMOTE_ADDR", "")
