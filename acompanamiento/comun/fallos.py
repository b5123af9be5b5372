"""The page of an unexpected error: no detail, only the request id to report. A program gets the same in JSON."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

ESPERA_S = 10


@requires_csrf_token
def error_500(request):
    """500, or 503 with Retry-After when the database does not answer. Touches neither session nor database."""
    pedido = getattr(request, "pedido", "-")
    sin_base = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    if _habla_json(request):
        return _en_json(pedido, sin_base)
    if sin_base:
        cuerpo = render_to_string("503.html", {"pedido": pedido})
        return HttpResponse(cuerpo, status=503, headers={"Retry-After": str(ESPERA_S)})
    return HttpResponse(render_to_string("500.html", {"pedido": pedido}), status=500)


def _habla_json(request) -> bool:
    return getattr(getattr(request.resolver_match, "func", None), "habla_json", False)


def _en_json(pedido, sin_base):
    mensaje = "El servidor no puede atender ahora. Lo guardado en este equipo no se toca."
    cuerpo = {"codigo": "SIN_BASE" if sin_base else "INTERNO", "mensaje": mensaje, "pedido": pedido}
    espera = {"Retry-After": str(ESPERA_S)} if sin_base else {}
    return JsonResponse(cuerpo, status=503 if sin_base else 500, headers=espera)
