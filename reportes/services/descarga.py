"""Handing a finished report over, and saying so in the log."""

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from reportes.models import Descarga, EstadoDeReporte

from . import archivos


@transaction.atomic
def abrir_descarga(*, reporte, usuario):
    """Return the open file after writing who took it. Raises Rechazo when there is no file to hand over."""
    if reporte.estado != EstadoDeReporte.LISTO:
        raise Rechazo("El reporte todavía no está listo.")
    try:
        archivo = archivos.ruta(reporte.archivo).open("rb")
    except OSError as error:
        raise Rechazo("El archivo ya no está en el servidor. Pide el reporte otra vez.") from error
    Descarga.objects.create(reporte=reporte, usuario=usuario, rol=usuario.rol)
    return archivo
