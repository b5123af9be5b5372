"""What happened to a revision that arrived, in the words of the protocol (design, offline-sync.md §4)."""

from dataclasses import dataclass, field

from django.db.models import TextChoices

from visitas.models import Revision


class Estado(TextChoices):
    CREADA = "creada"
    ENMENDADA = "enmendada"
    DUPLICADA = "duplicada"
    CONFLICTO = "conflicto"
    FALTA_BASE = "falta_base"
    SIN_ASIGNACION = "sin_asignacion"
    RECHAZADA = "rechazada"


GUARDADAS = (Estado.CREADA, Estado.ENMENDADA, Estado.DUPLICADA)


@dataclass(frozen=True)
class Falla:
    """One thing that was not accepted: the form's field ("" for the whole), a code for programs, a sentence."""

    campo: str
    codigo: str
    mensaje: str


@dataclass(frozen=True)
class Resultado:
    """`revision` is the stored row, when there is one; `cabeza`, in a conflict, the head that the server holds.

    In a conflict `codigo` is BASE_ANTIGUA (the losing revision is stored as a branch) or HASH_DISTINTO.
    """

    estado: Estado
    revision: Revision | None = None
    errores: list[Falla] = field(default_factory=list)
    cabeza: Revision | None = None
    codigo: str = ""

    @property
    def guardada(self) -> bool:
        return self.estado in GUARDADAS

    @classmethod
    def rechazada(cls, codigo: str, mensaje: str, campo: str = ""):
        return cls(Estado.RECHAZADA, errores=[Falla(campo, codigo, mensaje)])
