"""What tests of the devices' door share: Ana's session, as her device has it, and a session of hers to be registered."""

from datetime import date

import pytest

from .fabricas_de_sesiones import crear_grupal

DIA = date(2026, 6, 5)
"""The day of `sesion`."""


@pytest.fixture
def equipo(cliente_de, ana, rosa):
    """Ana's session; Rosa is assigned to her."""
    return cliente_de(ana)


@pytest.fixture
def sesion(ana, rosa):
    """A session planned for DIA, with Rosa invited."""
    return crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=DIA)
