"""What a report says: computed once, read by the PDF and by the preview on screen."""

from .reunir import datos_de_reporte
from .tipos import Cifra, DatosDeReporte, Fila, Resultados, Tabla

__all__ = ["Cifra", "DatosDeReporte", "Fila", "Resultados", "Tabla", "datos_de_reporte"]
