from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import entero
from reportes import pdf, services
from reportes.datos import datos_de_reporte


class Command(BaseCommand):
    help = "Escribe en un archivo el reporte PDF de una UGEL o provincia, sin pasar por la cola."

    def add_arguments(self, parser):
        parser.add_argument("--ambito", required=True, help="ugel o provincia")
        parser.add_argument("--codigo", required=True, help="130012 (UGEL) o 1311 (provincia)")
        parser.add_argument("--periodo", required=True, help="2026-B3, o 2026 para el año")
        parser.add_argument("--salida", required=True, type=Path, help="el archivo PDF")

    def handle(self, *args, ambito, codigo, periodo, salida, **options):
        try:
            elegido = services.elegir_ambito(ambito, codigo)
            datos = datos_de_reporte(elegido.tipo, elegido.codigo, periodo)
        except Rechazo as error:
            raise CommandError(error.mensaje) from error
        documento = pdf.renderizar(datos, pedido_por=None, pedido_en=timezone.now())
        try:
            salida.write_bytes(documento.contenido)
        except OSError as error:
            raise CommandError(f"No se puede escribir en «{salida}»: {error.strerror}.") from error
        self.stdout.write(
            f"{salida}: {entero(documento.paginas)} páginas, {entero(len(documento.contenido) / 1000)} kB"
        )
