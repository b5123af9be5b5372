from datetime import UTC, datetime

import pytest
from django.utils import timezone

from reportes import pdf


@pytest.fixture
def carpeta_de_reportes(settings, tmp_path):
    """An empty folder of reports for one test."""
    settings.DIR_REPORTES = tmp_path
    return tmp_path


@pytest.fixture
def paginas_de_prueba(monkeypatch):
    """Composing pages takes a second; tests of the queue ask for a file, whatever its looks."""

    def renderizar(datos, *, pedido_por, pedido_en):
        return pdf.Documento(f"%PDF {datos.titulo} {pedido_por} {pedido_en}".encode(), 1)

    monkeypatch.setattr(pdf, "renderizar", renderizar)


@pytest.fixture
def hoy(monkeypatch):
    """Stop the clock on Tuesday 24 November 2026, 10:00 in Lima."""
    ahora = datetime(2026, 11, 24, 15, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: ahora)
    return timezone.localdate()
