"""`manage.py importar_padron RUTA`: load the school register."""

from pathlib import Path
from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from escuelas.management import informe_padron
from escuelas.services import PadronIlegible, importar_padron
from escuelas.services.padron.codificacion import ELEGIBLES

CADA = 20_000


class Command(BaseCommand):
    help = (
        "Carga el padrón de instituciones educativas (CSV o DBF). Carga las filas buenas y nombra las malas; "
        "cargar dos veces el mismo archivo no cambia nada."
    )

    def add_arguments(self, parser):
        parser.add_argument("ruta", type=Path, help="el archivo del padrón")
        parser.add_argument("--simular", action="store_true", help="dice qué pasaría y no guarda nada")
        parser.add_argument(
            "--codificacion", default="", help=f"se detecta sola; para forzarla: {', '.join(ELEGIBLES)}"
        )
        parser.add_argument(
            "--errores", type=int, default=50, help="cuántos errores mostrar (por defecto, 50)"
        )

    def handle(self, *, ruta, simular, codificacion, errores, **opciones):
        inicio = monotonic()
        try:
            informe = importar_padron(
                ruta=ruta, codificacion=codificacion, simular=simular, avance=self._avanzar
            )
        except PadronIlegible as error:
            raise CommandError(error.mensaje) from error
        self.stdout.write("\n".join(informe_padron.resumen(informe, ruta.name)))
        self._escribir_errores(informe, errores)
        self.stdout.write(self.style.SUCCESS(f"\n{informe_padron.cierre(informe, monotonic() - inicio)}"))

    def _escribir_errores(self, informe, cuantos):
        if lineas := informe_padron.errores(informe, cuantos):
            self.stdout.flush()
            self.stderr.write("\n" + "\n".join(lineas))

    def _avanzar(self, filas):
        if filas % CADA == 0:
            self.stderr.write(f"… {filas:,} filas leídas".replace(",", "\u00a0"), self.style.NOTICE)
