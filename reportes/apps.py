from django.apps import AppConfig


class ReportesConfig(AppConfig):
    name = "reportes"
    label = "reportes"
    verbose_name = "Reportes"
