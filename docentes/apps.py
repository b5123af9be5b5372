from django.apps import AppConfig


class DocentesConfig(AppConfig):
    name = "docentes"
    label = "docentes"
    verbose_name = "Docentes y acompañantes"

    def ready(self):
        """Register what the app holds about a person, for the file that each may take away."""
        from . import partes  # noqa: F401
