"""Writes of the app: the import of the school register."""

from .padron import Informe, PadronIlegible, importar_padron

__all__ = ["Informe", "PadronIlegible", "importar_padron"]
