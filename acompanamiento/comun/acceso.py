"""Every view declares who may use it; a whole-project test fails on a view without a declaration."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied

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


def publica(vista):
    """Declare that a page is for anybody, signed in or not."""
    abierta = login_not_required(vista)
    abierta.regla = PUBLICA
    return abierta
