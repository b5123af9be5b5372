from django.apps import AppConfig


class ReportesConfig(AppConfig):
    name = "reportes"
    label = "reportes"
    verbose_name = "Reportes"

    def ready(self):
        """Register what the app holds about a person, for the file that each may take away."""
        from . import partes  # noqa: F401
