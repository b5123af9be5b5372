"""Making a report: claim, compute, compose, store. Safe to run twice and by two workers at once."""

import errno
import logging

from billiard.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from reportes import pdf
from reportes.datos import datos_de_reporte
from reportes.models import EstadoDeReporte
from reportes.models.reporte import INTENTOS_MAXIMOS

from . import archivos
from .turnos import Renovacion, TurnoPerdido, avanzar, escribir, tomar

log = logging.getLogger(__name__)

PASOS = (
    "en cola",
    "reuniendo las escuelas",
    "contando lo planificado y lo hecho",
    "revisando qué resultados se pueden publicar",
    "componiendo las páginas",
    "guardando el archivo",
)
SIN_ESPACIO = {errno.ENOSPC, errno.EDQUOT}
AVISA = "Avisa a la administración técnica y luego reinténtalo."


def generar_reporte(reporte_id) -> bool:
    """Make one report; True when this call made it. Never raises: the reason stays in the row."""
    reporte = tomar(reporte_id)
    if reporte is None:
        return False
    try:
        with Renovacion(reporte):
            _generar(reporte)
    except TurnoPerdido:
        log.warning("Reporte %s: otro trabajador lo tomó", reporte.pk)
        return False
    except Exception as error:
        log.exception("Reporte %s: falló el intento %s", reporte.pk, reporte.intentos)
        _fallar(reporte, error)
        return False
    return True


def _generar(reporte):
    datos = datos_de_reporte(
        reporte.ambito, reporte.codigo, reporte.periodo, paso=lambda numero: avanzar(reporte, numero)
    )
    avanzar(reporte, 4)
    documento = pdf.renderizar(datos, pedido_por=reporte.pedido_por, pedido_en=reporte.pedido_en)
    avanzar(reporte, 5)
    escribir(
        reporte,
        archivo=archivos.guardar(documento.contenido, reporte.turno),
        bytes=len(documento.contenido),
        paginas=documento.paginas,
        estado=EstadoDeReporte.LISTO,
        terminado_en=timezone.now(),
        arrendado_hasta=None,
    )


def _fallar(reporte, error):
    """Back to the queue while attempts remain; a rule that refuses will refuse again, so it ends at once."""
    if isinstance(error, Rechazo) or reporte.intentos >= INTENTOS_MAXIMOS:
        cambios = {
            "estado": EstadoDeReporte.FALLIDO,
            "error": explicar(error),
            "terminado_en": timezone.now(),
        }
    else:
        cambios = {"estado": EstadoDeReporte.PENDIENTE, "avisado_en": None}
    try:
        escribir(reporte, **cambios, arrendado_hasta=None)
    except TurnoPerdido:
        log.warning("Reporte %s: otro trabajador lo tomó", reporte.pk)


def explicar(error: Exception) -> str:
    """Return what went wrong and what to do, for the person who asked."""
    if isinstance(error, Rechazo):
        return error.mensaje[:300]
    if isinstance(error, SoftTimeLimitExceeded):
        return f"El reporte tardó más de lo previsto. {AVISA}"
    if isinstance(error, OSError) and error.errno in SIN_ESPACIO:
        return f"El disco del servidor está lleno y el archivo no se pudo guardar. {AVISA}"
    if isinstance(error, OSError):
        return f"El archivo no se pudo guardar en el servidor. {AVISA}"
    return f"Algo falló al preparar el reporte y ya quedó registrado. {AVISA}"
