"""Ringing the bell: a message for the workers. Losing one costs a wait, never a report."""

import logging
import threading

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)

GENERAR = "reportes.tasks.generar"


def avisar(reporte_id) -> bool:
    """Publish the message; False when the broker does not answer (the sweeper rings again)."""
    try:
        current_app.send_task(GENERAR, [str(reporte_id)])
    except Exception as error:  # whatever the transport raises, the row stays and the sweeper rings
        log.warning("Sin cola de trabajos (%s): el barrido avisará", type(error).__name__)
        return False
    return True


def avisar_sin_esperar(reporte_id) -> None:
    """Ring once the transaction is committed, from a thread: a request never waits for the broker."""
    transaction.on_commit(lambda: threading.Thread(target=avisar, args=[reporte_id]).start())
