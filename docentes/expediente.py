"""Everything that the product holds about one person, put together from parts that each app registers.

An app declares its parts in `partes.py`, imported by its AppConfig, so that this one knows nothing of those above:

    @parte_del_expediente("visitas", "Mis visitas", cubre="visitas.Visita visitas.Compromiso")
    def visitas(titular): return [{"Fecha": date, "Tipo": "Asesoría 1"}, …]

A part returns a list of records. The keys are the words that the person reads; a value is a text, a number, a
date, a moment, a boolean, None, a list of texts or a list of records. Private notes and drafts belong to their
author and are in nobody else's file. A test walks every model with a key to Docente and fails when no part covers it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from docentes.models import Docente, Usuario

PARTES: dict[str, "Parte"] = {}
FUERA = {
    "visitas.BorradorDeVisita": "lo que no se terminó de escribir todavía no se dijo: es de quien lo escribe",
    "visitas.ComentarioDePlan": "habla del plan y no del docente: el formador lo escribe sin saber de quién es la matriz",
}
"""Models with a key to Docente that are in no teacher's file, and why."""


@dataclass(frozen=True)
class Titular:
    """The person that the file is about: the account, and the teacher's record when there is one."""

    usuario: Usuario
    docente: Docente | None


@dataclass(frozen=True)
class Parte:
    """One section of the file. `cubre` are the labels of the models whose rows it tells."""

    titulo: str
    cubre: frozenset
    leer: Callable[[Titular], list[dict]]
    orden: int


def parte_del_expediente(clave: str, titulo: str, *, cubre: str = "", orden: int = 50):
    """Register the decorated function (Titular → records) as a part.

    `cubre` are model labels separated by spaces; `orden` is its place in the file (0 first, 99 last).
    """

    def decorador(leer):
        PARTES[clave] = Parte(titulo, frozenset(cubre.split()), leer, orden)
        return leer

    return decorador


def titular_de(usuario) -> Titular:
    return Titular(usuario, Docente.objects.filter(usuario=usuario).select_related("escuela__ugel").first())


def expediente_de(usuario) -> list[tuple[str, str, list[dict]]]:
    """Return [(key, title, records)] of what there is about a person, empty parts left out."""
    titular = titular_de(usuario)
    partes = sorted(PARTES.items(), key=lambda par: par[1].orden)
    leidas = [(clave, parte.titulo, parte.leer(titular)) for clave, parte in partes]
    return [(clave, titulo, filas) for clave, titulo, filas in leidas if filas]


def cubiertos() -> set[str]:
    """Return the labels of the models that some part covers."""
    return {modelo for parte in PARTES.values() for modelo in parte.cubre}
