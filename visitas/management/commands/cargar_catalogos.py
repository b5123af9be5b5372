from django.core.management.base import BaseCommand, CommandError

from acompanamiento.comun.errores import Rechazo
from visitas.services.catalogos import cargar_catalogos


class Command(BaseCommand):
    help = "Carga los años escolares, los protocolos y los instrumentos. Repetirlo no cambia nada."

    def handle(self, *args, **opciones):
        try:
            catalogos = cargar_catalogos()
        except Rechazo as rechazo:
            raise CommandError(rechazo.mensaje) from rechazo
        for cambios in filter(None, catalogos):
            self._contar(cambios)
        if not any(catalogos):
            self.stdout.write("Los catálogos ya estaban al día.")

    def _contar(self, cambios):
        self.stdout.write(
            f"{cambios.catalogo}: {len(cambios.creadas)} creadas, {len(cambios.cambiadas)} cambiadas"
        )
        for fila in cambios.cambiadas:
            self.stdout.write(f"  cambió: {fila}")
