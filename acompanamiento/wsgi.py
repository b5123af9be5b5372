import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "acompanamiento.settings")

application = get_wsgi_application()

# What is loaded by now stays: the collector of cycles need not go over it again, nor look so often at what a batch makes.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
