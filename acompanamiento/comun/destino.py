"""Where to go after a change: the page that was asked for, when it is ours."""

from django.utils.http import url_has_allowed_host_and_scheme


def destino_seguro(request, ruta: str, si_no: str = "") -> str:
    """Return `ruta` when it is an address of this site, and `si_no` when it is not."""
    es_nuestra = url_has_allowed_host_and_scheme(
        ruta, {request.get_host()}, require_https=request.is_secure()
    )
    return ruta if es_nuestra else si_no
