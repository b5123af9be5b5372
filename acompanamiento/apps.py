from django.apps import AppConfig


class AcompanamientoConfig(AppConfig):
    name = "acompanamiento"
    label = "acompanamiento"
    verbose_name = "Acompaña"
