"""Every view declares who may use it; a whole-project test fails on a view without a declaration."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse

PUBLICA = "publica"


def requiere(predicado):
    """Answer 403 unless `predicado(request.user)` holds. The predicate comes from a `permisos` module."""

    def decorador(vista):
        @wraps(vista)
        def envuelta(request, *args, **kwargs):
            if not predicado(request.user):
                raise PermissionDenied
            return vista(request, *args, **kwargs)

        envuelta.regla = predicado
        return envuelta

    return decorador


def requiere_json(predicado):
    """As `requiere`, for an address that a program uses: 401 and 403 are JSON, never a redirect to the sign-in."""

    def decorador(vista):
        @wraps(vista)
        def envuelta(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return _negar(401, "SIN_SESION", "Tu sesión terminó. Entra de nuevo y sigues donde estabas.")
            if not predicado(request.user):
                return _negar(403, "NO_ES_TU_TRABAJO", "Esto no es parte de tu trabajo en el programa.")
            return vista(request, *args, **kwargs)

        envuelta = login_not_required(envuelta)
        envuelta.regla, envuelta.habla_json = predicado, True
        return envuelta

    return decorador


def _negar(estado, codigo, mensaje):
    return JsonResponse({"codigo": codigo, "mensaje": mensaje}, status=estado)


def publica(vista):
    """Declare that a page is for anybody, signed in or not."""
    abierta = login_not_required(vista)
    abierta.regla = PUBLICA
    return abierta
