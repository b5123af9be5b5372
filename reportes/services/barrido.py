"""The sweeper: what the broker forgot, what a dead worker left. Several may run at once."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from reportes.models import EstadoDeReporte, Reporte
from reportes.models.reporte import INTENTOS_MAXIMOS

from . import archivos
from .avisos import avisar
from .turnos import sin_duenio

ESPERA = timedelta(seconds=45)
SE_DETUVO = "El programa que lo preparaba se detuvo tres veces. Avisa a la administración técnica y luego reinténtalo."


def barrer(*, espera=ESPERA) -> int:
    """Close what used its attempts up, ring again for what waits for more than `espera`, remove orphans.

    Returns how many bells rang. Each row rings once even when several sweepers meet: the one that
    writes `avisado_en` rings.
    """
    ahora = timezone.now()
    _cerrar_agotados(ahora)
    archivos.limpiar()
    en_espera = Reporte.objects.filter(sin_duenio(ahora)).filter(
        Q(avisado_en__isnull=True) | Q(avisado_en__lte=ahora - espera)
    )
    return sum(
        _avisar_una_vez(pk, ahora, espera)
        for pk in en_espera.order_by("pedido_en").values_list("pk", flat=True)
    )


def _cerrar_agotados(ahora):
    agotados = Reporte.objects.filter(
        estado=EstadoDeReporte.GENERANDO, arrendado_hasta__lt=ahora, intentos__gte=INTENTOS_MAXIMOS
    )
    agotados.update(estado=EstadoDeReporte.FALLIDO, error=SE_DETUVO, terminado_en=ahora, arrendado_hasta=None)


def _avisar_una_vez(pk, ahora, espera):
    mia = Reporte.objects.filter(pk=pk).filter(Q(avisado_en__isnull=True) | Q(avisado_en__lte=ahora - espera))
    return bool(mia.update(avisado_en=ahora)) and avisar(pk)
