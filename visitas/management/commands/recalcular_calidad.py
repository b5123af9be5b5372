"""`manage.py recalcular_calidad`: the counts of quality of visits accepted before the rule that is in force."""

from django.core.management.base import BaseCommand

from visitas.services.calidad import recalcular_calidad


class Command(BaseCommand):
    help = (
        "Calcula de nuevo las cuentas de calidad de las visitas que no las tienen o las tienen de otra regla."
    )

    def add_arguments(self, parser):
        parser.add_argument("--todas", action="store_true", help="También las que ya están al día.")

    def handle(self, *args, **opciones):
        cuantas = recalcular_calidad(todas=opciones["todas"])
        self.stdout.write(f"{cuantas} visitas calculadas.")
