"""Reports asked for, who took them, and the frozen results that they print."""

from .instantanea import Instantanea
from .reporte import Ambito, Descarga, EstadoDeReporte, Reporte

__all__ = ["Ambito", "Descarga", "EstadoDeReporte", "Instantanea", "Reporte"]
