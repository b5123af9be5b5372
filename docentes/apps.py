from django.apps import AppConfig


class DocentesConfig(AppConfig):
    name = "docentes"
    label = "docentes"
    verbose_name = "Docentes y acompañantes"
