"""Logging: a request id on each line, and no personal data in what is written."""

import logging
from contextvars import ContextVar

pedido_actual = ContextVar("pedido_actual", default="-")


class FiltroPedido(logging.Filter):
    def filter(self, record):
        record.pedido = pedido_actual.get()
        return True


class FormatoSinDatos(logging.Formatter):
    """PostgreSQL puts the values of the offending row in its DETAIL line: it is dropped."""

    def formatException(self, ei):
        lineas = super().formatException(ei).splitlines()
        return "\n".join(linea for linea in lineas if not linea.startswith("DETAIL:"))
