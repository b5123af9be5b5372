"""The Celery application. Its settings are the CELERY_* names of settings.py."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")

app = Celery("acompanamiento")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
