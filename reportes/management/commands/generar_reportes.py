import time

from django.core.management.base import BaseCommand, CommandError

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import decimal
from reportes import services
from reportes.ambitos import todos
from reportes.models import EstadoDeReporte, Reporte


class Command(BaseCommand):
    help = "Pide por la cola los reportes de todas las UGEL y provincias. Los hace el trabajador de Celery."

    def add_arguments(self, parser):
        parser.add_argument("--periodo", required=True, help="2026-B3, o 2026 para el año")
        parser.add_argument("--esperar", action="store_true", help="espera a que terminen y cuenta el tiempo")
        parser.add_argument("--limite", type=int, default=900, help="cuántos segundos esperar (900)")

    def handle(self, *args, periodo, esperar, limite, **options):
        inicio = time.monotonic()
        reportes = self._pedir(periodo)
        self.stdout.write(f"{len(reportes)} reportes de {periodo} pedidos.")
        if not esperar:
            return
        self._esperar([reporte.pk for reporte in reportes], limite)
        self._resumir([reporte.pk for reporte in reportes], time.monotonic() - inicio)

    def _pedir(self, periodo):
        ambitos = todos()
        if not ambitos:
            raise CommandError(
                "No hay UGEL ni provincias. Carga primero un padrón: manage.py importar_padron RUTA."
            )
        try:
            return [
                services.solicitar_reporte(usuario=None, ambito=a.tipo, codigo=a.codigo, periodo=periodo)
                for a in ambitos
            ]
        except Rechazo as error:
            raise CommandError(error.mensaje) from error

    def _esperar(self, ids, limite):
        final, hechos = time.monotonic() + limite, -1
        while faltan := Reporte.objects.en_curso().filter(pk__in=ids).count():
            if len(ids) - faltan != hechos:
                hechos = len(ids) - faltan
                self.stdout.write(f"  {hechos} de {len(ids)}")
            if time.monotonic() >= final:
                raise CommandError(
                    f"Pasaron {limite} s y faltan {faltan} reportes. "
                    "¿Hay un trabajador en marcha? Prueba: manage.py salud."
                )
            time.sleep(0.5)

    def _resumir(self, ids, segundos):
        reportes = Reporte.objects.filter(pk__in=ids)
        fallidos = reportes.filter(estado=EstadoDeReporte.FALLIDO)
        for reporte in fallidos:
            self.stderr.write(f"  {reporte}: {reporte.error}")
        listos = len(ids) - len(fallidos)
        por_reporte = decimal(segundos / len(ids), 2)
        self.stdout.write(
            f"{listos} listos, {len(fallidos)} no se pudieron, {decimal(segundos)} s, {por_reporte} s por reporte."
        )
        if fallidos:
            raise CommandError(f"{len(fallidos)} reportes no se pudieron preparar.")
