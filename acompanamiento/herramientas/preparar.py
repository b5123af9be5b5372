"""Brings the database to a usable state; repeating it changes nothing."""

import os

import django
from django.core.management import call_command

PERSONAS = ["ana", "beto", "carmen", "dario", "elena", "fidel", "rosa", "hugo", "ines", "admin"]


def anunciar_cuentas(modelo):
    cuentas = {usuario.username: usuario for usuario in modelo.objects.filter(username__in=PERSONAS)}
    if cuentas:
        print("\n  Cuentas de demostración (contraseña de todas: acompana-demo)")
    for nombre in filter(cuentas.get, PERSONAS):
        print(f"    {nombre:<8} {cuentas[nombre].get_rol_display()}")


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")
    django.setup()
    from django.contrib.auth import get_user_model  # needs the app registry

    call_command("migrate", interactive=False, verbosity=0)
    call_command("cargar_catalogos")
    # cargar_demo is one transaction: an account exists only if a former load went to its end.
    if not get_user_model().objects.exists():
        print("· Primera vez: se cargan datos sintéticos de demostración", flush=True)
        call_command("cargar_demo")
    anunciar_cuentas(get_user_model())


if __name__ == "__main__":
    main()
