"""Brings the database to a usable state; repeating it changes nothing."""

import io
import os

import django
from django.core.management import call_command


def mostrar_cuentas(modelo):
    from acompanamiento.demo.personas import CLAVE
    from acompanamiento.management.commands.cargar_demo import PERSONAS

    cuentas = {u.username: u for u in modelo.objects.filter(username__in=PERSONAS, es_sintetica=True)}
    if cuentas:
        print(f"Cuentas (clave de todas: {CLAVE}):")
    for nombre in filter(cuentas.get, PERSONAS):
        print(f"  {nombre:<8} {cuentas[nombre].get_rol_display()}: {cuentas[nombre].nombre_completo}")


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")
    django.setup()
    from docentes.models import Usuario  # models need the app registry
    from escuelas.models import Escuela

    call_command("migrate", interactive=False, verbosity=0)
    call_command("cargar_catalogos", stdout=io.StringIO())
    # cargar_demo is one transaction: there are rows only if a former load went to its end, or they are real.
    if Usuario.objects.exists() or Escuela.objects.exists():
        mostrar_cuentas(Usuario)
    else:
        print("Primera vez: se cargan datos sintéticos de demostración.", flush=True)
        call_command("cargar_demo")


if __name__ == "__main__":
    main()
