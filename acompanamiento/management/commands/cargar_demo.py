"""Load the synthetic La Libertad with its accounts: for trying the product and for measuring it."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.demo.carga import cargar_demo
from acompanamiento.demo.personas import CLAVE
from docentes.models import Usuario

ESCALA_MAXIMA = 100
PERSONAS = ("ana", "beto", "carmen", "dario", "elena", "fidel", "rosa", "hugo", "ines", "admin")


class Command(BaseCommand):
    help = "Carga los datos sintéticos de demostración. Se niega si la base tiene datos reales."

    def add_arguments(self, parser):
        parser.add_argument("--fecha", help="Día de referencia, AAAA-MM-DD. Sin él, hoy.")
        parser.add_argument(
            "--escala", default="1", help=f"Multiplica escuelas, personas y visitas: de 1 a {ESCALA_MAXIMA}."
        )

    def handle(self, *args, fecha, escala, verbosity, **opciones):
        avisar = self.stdout.write if verbosity else lambda texto: None
        try:
            resumen = cargar_demo(fecha=_fecha(fecha), escala=_escala(escala), avisar=avisar)
        except Rechazo as rechazo:
            raise CommandError(rechazo.mensaje) from rechazo
        if not resumen.nueva:
            avisar("Los datos de demostración ya estaban cargados. No se cambió nada.")
        avisar(
            f"{resumen.escuelas} escuelas, {resumen.acompanantes} acompañantes, {resumen.docentes} docentes, "
            f"{resumen.visitas} visitas hechas de {resumen.programadas} programadas."
        )
        self._mostrar_cuentas(avisar)

    def _mostrar_cuentas(self, avisar):
        cuentas = {u.username: u for u in Usuario.objects.filter(username__in=PERSONAS)}
        avisar(f"Cuentas (clave de todas: {CLAVE}):")
        for username in PERSONAS:
            if username in cuentas:
                cuenta = cuentas[username]
                avisar(f"  {username:<8} {cuenta.get_rol_display()}: {cuenta.nombre_completo}")


def _fecha(texto) -> date:
    if not texto:
        return timezone.localdate()
    try:
        return date.fromisoformat(texto)
    except ValueError as error:
        raise CommandError(f"«{texto}» no es una fecha. Escríbela así: 2026-10-15.") from error


def _escala(texto) -> int:
    if not str(texto).isdecimal() or not 1 <= int(texto) <= ESCALA_MAXIMA:
        raise CommandError(f"La escala «{texto}» no es un número de 1 a {ESCALA_MAXIMA}.")
    return int(texto)
