from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig

from acompanamiento.celery import app as celery_app

__all__ = ["celery_app"]


class AcompanamientoConfig(AppConfig):
    name = "acompanamiento"
    verbose_name = "Acompaña"
    default = True


class EstaticosConfig(StaticFilesConfig):
    """The tests of the modules stand beside them, and are not published."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.test.js"]
