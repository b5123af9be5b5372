"""Which day for which visit: pure, deterministic, no database.

An acompañante visits one teacher a day. Each month's visits are laid over its school days: the teachers of one
district on days in a row, because the journey is long, and what is left of the month between districts.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from .dias import dias_de_clases

UN_DIA = timedelta(days=1)


class SinDias(Exception):
    """There are more visits than days to make them."""


@dataclass(frozen=True)
class Pendiente:
    """A visit to place: `desde` and `hasta` are the days in which the teacher can be visited.

    `zona` groups the teachers who are visited on consecutive days and `lugar` orders them inside it.
    """

    docente: object
    tipo: object
    orden: int
    mes: int
    zona: str
    lugar: tuple
    desde: date
    hasta: date

    def cabe_en_su_mes(self, cerrados=frozenset()) -> bool:
        """Whether there is a school day of the planned month, not in `cerrados`, to visit the teacher."""
        inicio, fin = limites_del_mes(self.desde.year, self.mes)
        return any(d not in cerrados for d in dias_de_clases(max(inicio, self.desde), min(fin, self.hasta)))


def limites_del_mes(anio: int, mes: int) -> tuple[date, date]:
    return date(anio, mes, 1), date(anio, mes, monthrange(anio, mes)[1])


def repartir(pendientes: Iterable[Pendiente], ocupados: Iterable[date]) -> list[tuple[Pendiente, date]]:
    """Return each visit with its day. `ocupados` are the days that cannot be used.

    A visit goes to its month; when the month is full, to the first free day after it, or else before. A
    teacher's visits keep the order of the protocol. Raises SinDias.
    """
    ocupados = set(ocupados)
    anteriores = {}
    reparto = []
    por_mes = sorted(pendientes, key=lambda p: (p.mes, p.zona, p.lugar, p.orden))
    for mes, grupo in groupby(por_mes, key=lambda p: p.mes):
        for pendiente, objetivo in _objetivos(list(grupo), mes, ocupados):
            dia = _elegir(pendiente, objetivo, ocupados, anteriores.get(pendiente.docente))
            ocupados.add(dia)
            anteriores[pendiente.docente] = dia
            reparto.append((pendiente, dia))
    return reparto


def _objetivos(del_mes, mes, ocupados):
    """Yield each visit with the day to aim at: a district's in a row, the spare days between districts."""
    inicio, fin = limites_del_mes(del_mes[0].desde.year, mes)
    inicio = max(inicio, min(p.desde for p in del_mes))
    fin = min(fin, max(p.hasta for p in del_mes))
    libres = [d for d in dias_de_clases(inicio, fin) if d not in ocupados]
    sobran = max(len(libres) - len(del_mes), 0)
    zonas = len({p.zona for p in del_mes})
    posicion = 0
    for indice, (_, de_la_zona) in enumerate(groupby(del_mes, key=lambda p: p.zona)):
        holgura = sobran * indice // zonas
        for pendiente in de_la_zona:
            yield pendiente, libres[posicion + holgura] if posicion + holgura < len(libres) else fin
            posicion += 1


def _elegir(pendiente, objetivo, ocupados, anterior):
    desde = max(pendiente.desde, anterior + UN_DIA) if anterior else pendiente.desde
    libres = [d for d in dias_de_clases(desde, pendiente.hasta) if d not in ocupados]
    if not libres:
        raise SinDias(pendiente)
    return next((d for d in libres if d >= objetivo), libres[-1])
