from django.core.management.base import BaseCommand, CommandError

from reportes.salud import revisar


class Command(BaseCommand):
    help = "Revisa base de datos, cola, trabajador, reportes en espera y disco. Sale con 1 si algo está mal."

    def handle(self, *args, **options):
        estados = revisar()
        for estado in estados:
            self.stdout.write(f"{'bien' if estado.bien else 'MAL '}  {estado.que}: {estado.detalle}")
        if not all(estado.bien for estado in estados):
            raise CommandError("Algo no está bien.")
