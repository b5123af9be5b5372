"""`manage.py purgar --simular | --aplicar [--fecha 2028-01-15]`."""

import getpass
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from acompanamiento.comun.formato import entero
from acompanamiento.comun.formato import fecha as en_cifras
from reportes.services import purga


class Command(BaseCommand):
    help = "Borra el detalle de los años que ya cumplieron su plazo: se guarda el año en curso y el anterior."

    def add_arguments(self, parser):
        que = parser.add_mutually_exclusive_group(required=True)
        que.add_argument("--simular", action="store_true", help="dice qué se borraría, sin tocar nada")
        que.add_argument("--aplicar", action="store_true", help="borra, y deja constancia")
        parser.add_argument(
            "--fecha", type=date.fromisoformat, help="el día de referencia (2028-01-15); hoy, si no se dice"
        )

    def handle(self, *args, simular, aplicar, fecha, **opciones):
        corte = purga.corte_de(fecha)
        if simular:
            self.stdout.write(f"Se borraría el detalle de {corte} y de los años anteriores:")
            self._escribir(purga.simular(hoy=fecha))
            return
        if fecha and fecha > timezone.localdate():
            raise CommandError(
                f"El {en_cifras(fecha)} todavía no llega: borrar antes de tiempo no se puede deshacer. Usa --simular."
            )
        hecha = purga.purgar(por=getpass.getuser(), hoy=fecha)
        self.stdout.write(f"Se borró el detalle de {corte} y de los años anteriores:")
        self._escribir(hecha.cuentas)

    def _escribir(self, cuentas):
        for nombre, cuantas in cuentas.items():
            self.stdout.write(f"  {nombre}: {entero(cuantas)}")
