from django.apps import AppConfig


class VisitasConfig(AppConfig):
    name = "visitas"
    label = "visitas"
    verbose_name = "Visitas"

    def ready(self):
        """Register what the app holds about a person, for the file that each may take away."""
        from . import partes  # noqa: F401
