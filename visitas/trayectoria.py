"""The year of one teacher: the levels over the visits. Numerals in a table, never a chart, a sum or an average."""

from dataclasses import dataclass

from .models import NivelObservado

SIN_REGISTRO = "–"


@dataclass(frozen=True)
class FilaDeNiveles:
    """One competency over the visits: `celdas` has (visit, NivelObservado or None when it was not registered)."""

    competencia: object
    celdas: list


def niveles_por_competencia(visitas) -> list[FilaDeNiveles]:
    """Return the competencies registered in some of `visitas` (a list, oldest first), in one query."""
    observados = NivelObservado.objects.filter(visita__in=visitas).select_related("competencia")
    por_celda = {(n.competencia_id, n.visita_id): n for n in observados}
    competencias = {n.competencia for n in por_celda.values()}
    return [
        FilaDeNiveles(c, [(v, por_celda.get((c.pk, v.pk))) for v in visitas])
        for c in sorted(competencias, key=lambda c: (c.instrumento_id, c.numero))
    ]
