"""The needs of a teacher's year as lists, one for each acompañante who prioritised them with her."""

from dataclasses import dataclass

from docentes.models import Acompanante


@dataclass(frozen=True)
class Lista:
    """What one acompañante prioritised, by priority. Two lists are never one: each has its own order and its base."""

    autor: Acompanante
    necesidades: list


def listas_de(necesidades) -> list[Lista]:
    """Return a list for each author of some readable needs of one teacher and year, the one written last first.

    The needs come with `autor__usuario` selected; one query.
    """
    de_autor = {}
    for necesidad in sorted(necesidades, key=lambda n: (n.prioridad, n.creada_en, n.pk)):
        de_autor.setdefault(necesidad.autor_id, []).append(necesidad)
    listas = [Lista(suyas[0].autor, suyas) for suyas in de_autor.values()]
    return sorted(listas, key=lambda lista: max(n.guardada_en for n in lista.necesidades), reverse=True)
