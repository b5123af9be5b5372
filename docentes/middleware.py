"""Nobody reads a teacher's data without having read what is done with data."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from acompanamiento.comun.acceso import PUBLICA

from . import avisos


def exigir_aviso(get_response):
    """Lead an account that has not accepted the notice in force to it, wherever it was going.

    Public pages stay open, and so do the views marked `sin_aviso`: a right does not wait for an acceptance.
    """

    def middleware(request):
        return get_response(request)

    middleware.process_view = _pedir
    return middleware


def _pedir(request, vista, args, kwargs):
    if getattr(vista, "regla", None) == PUBLICA or getattr(vista, "sin_aviso", False):
        return None
    if not request.user.is_authenticated or request.user.aviso_aceptado >= avisos.vigente().version:
        return None
    if getattr(vista, "habla_json", False) or request.headers.get("Accept") == "application/json":
        mensaje = "Antes de seguir, lee y acepta el aviso de datos personales."
        return JsonResponse({"codigo": "AVISO_PENDIENTE", "mensaje": mensaje}, status=403)
    seguir = request.get_full_path() if request.method == "GET" else "/"
    return redirect(f"{reverse('aviso')}?{urlencode({'seguir': seguir})}")


def sin_aviso(vista):
    """Declare a view open to who has not accepted the notice."""
    vista.sin_aviso = True
    return vista
