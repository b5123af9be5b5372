"""Two versions of one record, told field by field so that a person chooses (offline-sync.md §3, P10).

FORMULARIOS is the one table: the name of a form, as the device sends it, and how its content is walked. Another form that
works offline adds its line here and a module such as `visita.py`; the page, its form and the service know no field.
"""

from .comparar import AMBAS, MIA, SERVIDOR, Diferencia, comparar, juntar
from .visita import FormularioDeVisita

FORMULARIOS = {"visita": FormularioDeVisita}

__all__ = ["AMBAS", "FORMULARIOS", "MIA", "SERVIDOR", "Diferencia", "comparar", "juntar"]
