"""The Celery application. Its settings are the CELERY_* names of settings.py."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")

app = Celery("acompanamiento")
# The current app belongs to one thread; the web has many, and without this they would publish to no broker of ours.
app.set_default()
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
