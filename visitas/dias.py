"""School days: working days, inside the season of visits."""

from collections.abc import Iterator
from datetime import date

from acompanamiento.comun.dias_habiles import dias, dias_habiles, es_dia_habil, feriados


def sin_clases(escolar) -> frozenset[date]:
    """Return the days of an AnioEscolar that it declares free of classes (the July holidays, the weeks of planning)."""
    return frozenset(
        dia
        for desde, hasta in escolar.sin_clases
        for dia in dias(date.fromisoformat(desde), date.fromisoformat(hasta))
    )


def es_dia_de_clases(dia: date) -> bool:
    return es_dia_habil(dia)


def dias_de_clases(desde: date, hasta: date) -> Iterator[date]:
    """Yield the school days from `desde` to `hasta`, both included."""
    return dias_habiles(desde, hasta)


def por_que_no_hay_clases(dia: date) -> str:
    """Return the reason as it is told to a person ("feriado: Todos Los Santos", "sábado"), or "" on a school day."""
    if nombre := feriados(dia.year).get(dia):
        return f"feriado: {nombre}"
    return {5: "sábado", 6: "domingo"}.get(dia.weekday(), "")
