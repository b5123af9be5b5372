from django.apps import AppConfig


class VisitasConfig(AppConfig):
    name = "visitas"
    label = "visitas"
    verbose_name = "Visitas"

    def ready(self):
        """Register what the app holds about a person, and what it erases when its time is over."""
        from . import partes, purgas  # noqa: F401
