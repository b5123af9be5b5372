from django.apps import AppConfig


class EscuelasConfig(AppConfig):
    name = "escuelas"
    label = "escuelas"
    verbose_name = "Escuelas"
