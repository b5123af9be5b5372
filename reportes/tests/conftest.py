import pytest

from reportes import pdf
from visitas.services.catalogos import cargar_catalogos


@pytest.fixture
def catalogos(db):
    """School years, protocols and instrument, as the product ships them."""
    cargar_catalogos()


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
