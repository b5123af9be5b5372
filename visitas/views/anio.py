"""Which school year a page is about."""

from django.utils import timezone

from visitas.models import AnioEscolar


def anios_de(request) -> list[int]:
    """Return the school years to choose from, the latest first: those of the catalogue, and this one."""
    este = timezone.localdate().year
    anios = AnioEscolar.objects.visibles_para(request.user).values_list("anio", flat=True)
    return sorted({este, *anios}, reverse=True)


def anios_pasados(request) -> list[int]:
    """Return the years that have something to tell: up to this one, since the next has only a calendar."""
    return [anio for anio in anios_de(request) if anio <= timezone.localdate().year]


def anio_pedido(request) -> int:
    """Return the year of `?anio=` or of the form; the current one when it is absent or nonsense."""
    pedido = (request.POST or request.GET).get("anio", "")
    es_un_anio = pedido.isdecimal() and 2000 <= int(pedido) <= 2100
    return int(pedido) if es_un_anio else timezone.localdate().year
