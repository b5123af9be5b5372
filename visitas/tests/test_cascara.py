"""The shell that the browser keeps: light, complete and with nobody's data."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from visitas.campo import cascara

MAXIMO_DE_BYTES = 250 * 1024


@pytest.fixture
def rutas(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    return [Path(finders.find(d.removeprefix(settings.STATIC_URL))) for d in cascara.archivos()]


def test_la_cascara_cabe_en_250_kib_comprimidos(rutas):
    pesos = {r: len(r.read_bytes() if r.suffix == ".woff2" else gzip.compress(r.read_bytes())) for r in rutas}

    assert len(pesos) > 40
    assert sum(pesos.values()) <= MAXIMO_DE_BYTES, sorted(pesos.items(), key=lambda p: -p[1])[:5]


def test_la_cascara_trae_cada_modulo_de_los_formularios_del_campo(rutas):
    carpeta = Path(settings.BASE_DIR) / "static/js/campo/formularios"

    assert {r.name for r in carpeta.glob("*.js")} <= {r.name for r in rutas if r.parent == carpeta}
