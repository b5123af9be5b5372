"""The files of the reports: written whole or not at all, named by their content."""

import contextlib
import hashlib
import os
import time
from pathlib import Path

from django.conf import settings

from reportes.models import EstadoDeReporte, Reporte

# A file is named before its row is committed, so a young one without a row is not an orphan yet.
EDAD_DE_HUERFANO_S = 15 * 60


def ruta(archivo: str) -> Path:
    return Path(settings.DIR_REPORTES) / archivo


def guardar(contenido: bytes, turno) -> str:
    """Write `contenido` and return its name, `<sha256>.pdf`. After a power cut it is there whole or is not there."""
    nombre = f"{hashlib.sha256(contenido).hexdigest()}.pdf"
    provisional = ruta(f"{turno}.part")
    try:
        with provisional.open("wb") as archivo:
            archivo.write(contenido)
            archivo.flush()
            os.fsync(archivo.fileno())
        provisional.replace(ruta(nombre))
    except BaseException:
        with contextlib.suppress(OSError):
            provisional.unlink(missing_ok=True)
        raise
    _asegurar_carpeta()
    return nombre


def _asegurar_carpeta():
    """The rename itself lives in the folder: fsync it too."""
    carpeta = os.open(settings.DIR_REPORTES, os.O_RDONLY)
    try:
        os.fsync(carpeta)
    finally:
        os.close(carpeta)


def limpiar() -> int:
    """Remove what no report owns: `.part` of turns that ended and old files without a row. Return how many."""
    carpeta = Path(settings.DIR_REPORTES)
    huerfanos = [*_partes_sin_turno(carpeta), *_archivos_sin_fila(carpeta)]
    for huerfano in huerfanos:
        with contextlib.suppress(OSError):
            huerfano.unlink(missing_ok=True)
    return len(huerfanos)


def _partes_sin_turno(carpeta):
    partes = list(carpeta.glob("*.part"))
    if not partes:
        return []
    generando = Reporte.objects.filter(estado=EstadoDeReporte.GENERANDO)
    vivos = {str(turno) for turno in generando.values_list("turno", flat=True)}
    return [parte for parte in partes if parte.stem not in vivos]


def _archivos_sin_fila(carpeta):
    limite = time.time() - EDAD_DE_HUERFANO_S
    viejos = {archivo.name: archivo for archivo in carpeta.glob("*.pdf") if _edad(archivo) < limite}
    if not viejos:
        return []
    con_fila = set(Reporte.objects.filter(archivo__in=viejos).values_list("archivo", flat=True))
    return [archivo for nombre, archivo in viejos.items() if nombre not in con_fila]


def _edad(archivo):
    try:
        return archivo.stat().st_mtime
    except OSError:
        return float("inf")
