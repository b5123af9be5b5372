"""The demo, loaded once at a fixed day for a whole module of tests, and undone at its end."""

from datetime import date

import pytest
from django.db import connection, transaction

from acompanamiento.demo.carga import cargar_demo

HOY = date(2026, 10, 15)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo at 15/10/2026, in a transaction that is undone after the module."""
    with django_db_blocker.unblock():
        bloque = transaction.atomic()
        bloque.__enter__()
        try:
            resumen = cargar_demo(fecha=HOY)
            _medir_tablas()
            yield resumen
        finally:
            transaction.set_rollback(True)
            bloque.__exit__(None, None, None)


def _medir_tablas():
    """Tell PostgreSQL how many rows there are now: its own round may have seen the tables empty, between two tests."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@pytest.fixture
def en_demo(demo, db):
    """The loaded demo; `db` undoes what the test writes and checks every foreign key."""
    return demo
