"""Two versions of one record, told field by field so that a person chooses (offline-sync.md §3, P10).

FORMULARIOS is the one table: the name of a form, as the device sends it, and how its content is walked. Another form that
works offline adds its line here and a module such as `visita.py`; the page, its form and the service know no field.
Each is made of (usuario, rama, contenidos) and has:

    cabeza      the revision that the server holds
    titulo, url, aviso   what it is about, its page, what is kept from this reader ("" when nothing)
    se_lee      of sessions and baselines, whether the head is for this reader
    clase, leidos()      what the read log says, and of which teachers
    quienes()            the words of "Quién puede ver esto"
    campos()             the fields, in the order of the form; campo_de(control, contenido), the one that holds a control
"""

from .caracterizacion import FormularioDeCaracterizacion
from .comparar import AMBAS, MIA, SERVIDOR, Diferencia, comparar, juntar
from .sesion import FormularioDeSesion
from .visita import FormularioDeVisita

FORMULARIOS = {
    "caracterizacion": FormularioDeCaracterizacion,
    "sesion_grupal": FormularioDeSesion,
    "sesion_no_realizada": FormularioDeSesion,
    "sesion_nueva": FormularioDeSesion,
    "visita": FormularioDeVisita,
}

__all__ = ["AMBAS", "FORMULARIOS", "MIA", "SERVIDOR", "Diferencia", "comparar", "juntar"]
