"""Tasks: identifiers in, a service called, safe to run twice."""

from datetime import timedelta

from celery import shared_task
from celery.signals import worker_ready

from reportes import salud, services
from reportes.resultados import congelar_cerrados


@shared_task
def generar(reporte_id: str) -> bool:
    return services.generar_reporte(reporte_id)


@shared_task
def barrer(espera_s: float = services.ESPERA.total_seconds()) -> int:
    salud.latir()
    return services.barrer(espera=timedelta(seconds=espera_s))


@shared_task
def congelar() -> list[str]:
    return congelar_cerrados()


@worker_ready.connect
def barrer_al_empezar(**_):
    """What was asked for while no worker ran must not wait for the clock."""
    barrer.delay(espera_s=0)
