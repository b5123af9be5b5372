"""The demo, loaded once at a fixed day for a whole module of tests, and undone at its end."""

from datetime import date

import pytest
from django.db import transaction

from acompanamiento.demo.carga import cargar_demo

HOY = date(2026, 10, 15)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo at 15/10/2026, in a transaction that is undone after the module."""
    with django_db_blocker.unblock():
        bloque = transaction.atomic()
        bloque.__enter__()
        try:
            yield cargar_demo(fecha=HOY)
        finally:
            transaction.set_rollback(True)
            bloque.__exit__(None, None, None)


@pytest.fixture
def en_demo(demo, db):
    """The loaded demo; `db` undoes what the test writes and checks every foreign key."""
    return demo
