"""How tests read a page: its text in one line, and what it asks of the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def texto(respuesta) -> str:
    return " ".join(respuesta.content.decode().split())


def consultas(cliente, url, **datos) -> int:
    """Return how many statements a GET that answers 200 makes."""
    with CaptureQueriesContext(connection) as hechas:
        assert cliente.get(url, datos).status_code == 200
    return len(hechas)
