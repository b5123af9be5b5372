"""Who is making a report: a claim with a lease, renewed while the work goes on.

Every write of a worker names its `turno`. When the lease ended and another took the row, the writes of
the first one match no row, and it learns so by `TurnoPerdido`.
"""

import logging
import threading
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.models import F, Q
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from reportes.models import EstadoDeReporte, Reporte
from reportes.models.reporte import INTENTOS_MAXIMOS

log = logging.getLogger(__name__)

ARRIENDO = timedelta(seconds=60)
RENOVACION_S = 10


class TurnoPerdido(Exception):
    """Another worker holds the report now: this one must stop and leave no trace."""


def sin_duenio(ahora) -> Q:
    """Rows that may be claimed: waiting, or whose owner stopped renewing."""
    return Q(estado=EstadoDeReporte.PENDIENTE) | Q(
        estado=EstadoDeReporte.GENERANDO, arrendado_hasta__lt=ahora
    )


def tomar(reporte_id) -> Reporte | None:
    """Claim a report; None when it is done, failed, or in somebody's hands."""
    ahora, turno = timezone.now(), nuevo_id()
    libres = Reporte.objects.filter(sin_duenio(ahora), pk=reporte_id, intentos__lt=INTENTOS_MAXIMOS)
    tomadas = libres.update(
        estado=EstadoDeReporte.GENERANDO,
        turno=turno,
        arrendado_hasta=ahora + ARRIENDO,
        intentos=F("intentos") + 1,
        paso=0,
    )
    return (
        Reporte.objects.select_related("pedido_por__ugel").get(pk=reporte_id, turno=turno)
        if tomadas
        else None
    )


def escribir(reporte, **cambios) -> None:
    """Write to the row as its owner. Raises TurnoPerdido when it has another one."""
    mios = Reporte.objects.filter(pk=reporte.pk, turno=reporte.turno, estado=EstadoDeReporte.GENERANDO)
    if not mios.update(**cambios):
        raise TurnoPerdido
    for campo, valor in cambios.items():
        setattr(reporte, campo, valor)


def avanzar(reporte, paso: int) -> None:
    """Say which step begins, and renew the lease."""
    escribir(reporte, paso=paso, arrendado_hasta=timezone.now() + ARRIENDO)


class Renovacion(threading.Thread):
    """Renews the lease every 10 s while the block runs, in a connection of its own.

    A page layout may take longer than the lease, and tells nobody meanwhile.
    """

    def __init__(self, reporte):
        super().__init__(daemon=True)
        self.mios = Reporte.objects.filter(pk=reporte.pk, turno=reporte.turno)
        self.fin = threading.Event()

    def run(self):
        while not self.fin.wait(RENOVACION_S):
            try:
                self.mios.update(arrendado_hasta=timezone.now() + ARRIENDO)
            except DatabaseError:
                log.warning("No se pudo renovar un arriendo; se prueba otra vez en %s s", RENOVACION_S)
            connection.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.fin.set()
        self.join()
