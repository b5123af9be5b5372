from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.db.backends.signals import connection_created

from acompanamiento.celery import app as celery_app
from acompanamiento.comun.orden import dar_el_orden

__all__ = ["celery_app"]


class AcompanamientoConfig(AppConfig):
    name = "acompanamiento"
    verbose_name = "Acompaña"
    default = True

    def ready(self):
        connection_created.connect(dar_el_orden, dispatch_uid="orden")


class EstaticosConfig(StaticFilesConfig):
    """The tests of the modules stand beside them, and are not published."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.test.js"]
