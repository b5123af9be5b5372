"""A session proposed from what the group shares, so that the invitation says nothing of who needs what.

A topic is offered when at least K teachers of the group have it among their needs, and everybody in the group is
invited: the same people whoever has the need.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from visitas.models import Competencia, Necesidad, SesionGrupal

from .sesion import SesionRechazada, acompanados_hoy, crear_sesion

K = 5


@dataclass(frozen=True)
class TemaCompartido:
    """A competency, and how many teachers of the group have it among the needs of their baseline."""

    competencia: Competencia
    docentes: int


def grupo_de(acompanante, distrito=None):
    """Return the teachers of a group: all those accompanied today, or those of a district's schools."""
    docentes = acompanados_hoy(acompanante)
    return docentes.filter(escuela__distrito=distrito) if distrito else docentes


def temas_compartidos(*, acompanante, anio: int, distrito=None) -> list[TemaCompartido]:
    """Return the topics that at least K teachers of the group share, in the instrument's order: counts, no names."""
    grupo = grupo_de(acompanante, distrito).values("pk")
    cuantos = dict(
        Necesidad.objects.filter(docente__in=grupo, anio=anio)
        .order_by()
        .values("competencia")
        .annotate(docentes=Count("docente", distinct=True))
        .filter(docentes__gte=K)
        .values_list("competencia", "docentes")
    )
    competencias = Competencia.objects.filter(pk__in=cuantos)
    return [TemaCompartido(c, cuantos[c.pk]) for c in competencias]


@transaction.atomic
def proponer_sesion(*, acompanante, competencia, distrito=None, fecha, **datos) -> SesionGrupal:
    """Plan a session on a shared topic, with the whole group invited. Raises SesionRechazada."""
    temas = temas_compartidos(acompanante=acompanante, anio=fecha.year, distrito=distrito)
    if competencia not in [t.competencia for t in temas]:
        raise SesionRechazada(
            f"Este tema ya no lo comparten {K} docentes del grupo en {fecha.year}. Elige otro, o crea la sesión sin "
            "partir de las necesidades.",
            codigo="GRUPO_PEQUENO",
        )
    return crear_sesion(
        acompanante=acompanante,
        fecha=fecha,
        docentes=grupo_de(acompanante, distrito),
        de_necesidades=True,
        **datos,
    )
