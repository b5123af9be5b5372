"""The page of an unexpected error: no detail, only the request id to report."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

ESPERA_S = 10


@requires_csrf_token
def error_500(request):
    """500, or 503 with Retry-After when the database does not answer. Touches neither session nor database."""
    pedido = getattr(request, "pedido", "-")
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        cuerpo = render_to_string("503.html", {"pedido": pedido})
        return HttpResponse(cuerpo, status=503, headers={"Retry-After": str(ESPERA_S)})
    return HttpResponse(render_to_string("500.html", {"pedido": pedido}), status=500)
