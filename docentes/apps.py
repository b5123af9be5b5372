from django.apps import AppConfig


class DocentesConfig(AppConfig):
    name = "docentes"
    label = "docentes"
    verbose_name = "Docentes y acompañantes"

    def ready(self):
        """Register what the app holds about a person, and what it erases when its time is over."""
        from . import partes, purgas  # noqa: F401
