"""`manage.py nueva_epoca`: to be run once after the database comes back from a backup."""

from django.core.management.base import BaseCommand

from visitas.services import nueva_epoca


class Command(BaseCommand):
    help = "Tras restaurar un respaldo: cada equipo comprueba sus recibos y vuelve a enviar lo que el servidor perdió."

    def handle(self, *args, **opciones):
        self.stdout.write(f"Época nueva: {nueva_epoca()}")
