from django.apps import AppConfig


class ComunConfig(AppConfig):
    name = "acompanamiento.comun"
    label = "comun"
    verbose_name = "Piezas comunes"
