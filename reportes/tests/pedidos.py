"""Rows of reports for the tests, and what a worker would find in the folder."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from reportes.models import EstadoDeReporte, Reporte


def crear_reporte(usuario=None, **cambios) -> Reporte:
    """A report of UGEL Gran Chimú, bimestre 1 of 2026, just asked for."""
    campos = {
        "clave": f"prueba:{nuevo_id()}",
        "ambito": "ugel",
        "codigo": "130012",
        "nombre": "UGEL Gran Chimú",
        "periodo": "2026-B1",
        "pedido_por": usuario,
        "avisado_en": timezone.now(),
    }
    return Reporte.objects.create(**(campos | cambios))


def crear_listo(usuario=None, contenido=b"%PDF-1.7 de prueba", **cambios) -> Reporte:
    reporte = crear_reporte(usuario, **cambios)
    archivo = f"{reporte.pk.hex:0>64}.pdf"
    (Path(settings.DIR_REPORTES) / archivo).write_bytes(contenido)
    datos = {"estado": EstadoDeReporte.LISTO, "archivo": archivo, "paginas": 3, "bytes": len(contenido)}
    Reporte.objects.filter(pk=reporte.pk).update(**datos, terminado_en=timezone.now())
    reporte.refresh_from_db()
    return reporte


def abandonado(intentos=1, **cambios) -> Reporte:
    """A report whose worker stopped renewing a minute ago."""
    return crear_reporte(
        estado=EstadoDeReporte.GENERANDO,
        turno=nuevo_id(),
        intentos=intentos,
        arrendado_hasta=timezone.now() - timedelta(minutes=1),
        avisado_en=timezone.now() - timedelta(minutes=3),
        **cambios,
    )


def archivos() -> list[str]:
    return sorted(
        ruta.name for ruta in Path(settings.DIR_REPORTES).iterdir() if not ruta.name.startswith(".")
    )
