from django.apps import AppConfig


class VisitasConfig(AppConfig):
    name = "visitas"
    label = "visitas"
    verbose_name = "Visitas"
