from django.apps import AppConfig

from acompanamiento.celery import app as celery_app

__all__ = ["celery_app"]


class AcompanamientoConfig(AppConfig):
    name = "acompanamiento"
    verbose_name = "Acompaña"
