"""Working days of Peru: Monday to Friday, not a holiday."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays


@cache
def feriados(anio: int) -> dict[date, str]:
    """Return Peru's holidays of a year, with their names."""
    return dict(holidays.country_holidays("PE", years=anio, language="es"))


def es_dia_habil(dia: date) -> bool:
    return dia.weekday() < 5 and dia not in feriados(dia.year)


def dias(desde: date, hasta: date) -> Iterator[date]:
    """Yield the days from `desde` to `hasta`, both included."""
    return (desde + timedelta(days=n) for n in range((hasta - desde).days + 1))


def dias_habiles(desde: date, hasta: date) -> Iterator[date]:
    """Yield the working days from `desde` to `hasta`, both included."""
    return filter(es_dia_habil, dias(desde, hasta))


def sumar_dias_habiles(dia: date, cuantos: int) -> date:
    """Return the day that ends a term of `cuantos` working days, which begins on the day after `dia`."""
    while cuantos:
        dia += timedelta(days=1)
        cuantos -= es_dia_habil(dia)
    return dia


def contar_dias_habiles(dia: date, hasta: date) -> int:
    """Return how many working days remain after `dia` until `hasta`; negative when `hasta` is past."""
    if hasta >= dia:
        return sum(1 for _ in dias_habiles(dia + timedelta(days=1), hasta))
    return -sum(1 for _ in dias_habiles(hasta + timedelta(days=1), dia))
