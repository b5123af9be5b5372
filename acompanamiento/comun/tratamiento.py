"""What each stored datum is for, how long it stays and who receives it (Ley 29733; trust.md §1 and §5).

Every model declares `TRATAMIENTO`, a list of `Dato`, beside its fields. The register of processing is made from
these declarations, and a test fails for a field without one.
"""

from dataclasses import dataclass
from enum import StrEnum


class Conservacion(StrEnum):
    """How long a datum stays before `manage.py purgar` drops it or its link to the person."""

    CATALOGO = "Mientras el catálogo esté en uso; no es dato personal."
    CUENTA = "Mientras la cuenta exista."
    PROGRAMA = "El año del programa y uno más; después se borra el vínculo con la persona."
    TRABAJO = "Mientras se escribe; se borra al terminar o al descartar."
    REGISTRO = "Permanente: es la prueba de lo que se hizo con los datos."


@dataclass(frozen=True)
class Dato:
    """Fields of one model that share purpose, retention and recipients.

    `campos` are field names separated by spaces; `finalidad` is a Spanish sentence; `destinatarios` are the roles
    (`docentes.models.Rol` values) whose pages may show them one by one, in Spanish words for the register.
    """

    campos: str
    finalidad: str
    conservacion: Conservacion
    destinatarios: str
