import pytest

from visitas.services.catalogos import cargar_catalogos


@pytest.fixture
def catalogos(db):
    """School years, protocols and instrument, as the product ships them."""
    cargar_catalogos()
