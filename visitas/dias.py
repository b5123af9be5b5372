"""School days: Monday to Friday, not a holiday, inside the season of visits."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays


@cache
def feriados(anio: int) -> dict[date, str]:
    """Return Peru's holidays of a year, with their names."""
    return dict(holidays.country_holidays("PE", years=anio, language="es"))


def sin_clases(escolar) -> frozenset[date]:
    """Return the days of an AnioEscolar that it declares free of classes (the July holidays, the weeks of planning)."""
    return frozenset(
        dia
        for desde, hasta in escolar.sin_clases
        for dia in _dias(date.fromisoformat(desde), date.fromisoformat(hasta))
    )


def es_dia_de_clases(dia: date) -> bool:
    return dia.weekday() < 5 and dia not in feriados(dia.year)


def dias_de_clases(desde: date, hasta: date) -> Iterator[date]:
    """Yield the school days from `desde` to `hasta`, both included."""
    return filter(es_dia_de_clases, _dias(desde, hasta))


def _dias(desde, hasta):
    return (desde + timedelta(days=n) for n in range((hasta - desde).days + 1))


def por_que_no_hay_clases(dia: date) -> str:
    """Return the reason as it is told to a person ("feriado: Todos Los Santos", "sábado"), or "" on a school day."""
    if nombre := feriados(dia.year).get(dia):
        return f"feriado: {nombre}"
    return {5: "sábado", 6: "domingo"}.get(dia.weekday(), "")
