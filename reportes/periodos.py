"""Periods of a report or a dashboard: a bimestre (`2026-B3`) or a school year (`2026`).

Activity accumulates from the start of the school year to the period's cut-off; `propio` is the period alone.
Competency results never run: they are frozen per closed bimestre (see reportes/resultados).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import MESES
from visitas.models import AnioEscolar

DIAS_DE_GRACIA = 10
"""A visit made on the last day of a bimestre has these days to reach the server before results freeze."""

_FORMA = re.compile(r"([0-9]{4})(?:-B([0-9]))?\Z")


@dataclass(frozen=True)
class Rango:
    """Two dates, both included."""

    desde: date
    hasta: date


@dataclass(frozen=True)
class Periodo:
    """`inicio` to `fin` is the period itself, `anio_inicio` to `corte` what its activity counts.

    `corte` is `fin`, or today while the period runs: always said beside a figure.
    """

    codigo: str
    anio: int
    numero: int | None
    anio_inicio: date
    inicio: date
    fin: date
    corte: date

    @property
    def nombre(self) -> str:
        return f"Bimestre {self.numero}" if self.numero else f"Año escolar {self.anio}"

    @property
    def texto(self) -> str:
        return f"{self.nombre} de {self.anio}" if self.numero else self.nombre

    @property
    def en_curso(self) -> bool:
        return self.corte < self.fin

    @property
    def acumulado(self) -> Rango:
        return Rango(self.anio_inicio, self.corte)

    @property
    def propio(self) -> Rango:
        return Rango(self.inicio, self.corte)

    @property
    def alcance(self) -> str:
        """Return the accumulated range in words: "1 de marzo al 9 de octubre de 2026"."""
        desde = f"{self.anio_inicio.day} de {MESES[self.anio_inicio.month - 1]}"
        return f"{desde} al {self.corte.day} de {MESES[self.corte.month - 1]} de {self.anio}"

    @property
    def cierre_de_resultados(self) -> date:
        """Return the last day on which a visit of the period may arrive and count in its results."""
        return self.fin + timedelta(days=DIAS_DE_GRACIA)


def leer_periodo(texto: str, hoy: date | None = None) -> Periodo:
    """Return the period that `texto` names.

    Raises Rechazo (field `periodo`) when it has another shape, when its year or bimestre is not in the
    calendar and when it has not begun.
    """
    hoy = hoy or timezone.localdate()
    forma = _FORMA.match(texto or "")
    if not forma:
        raise _rechazo(
            f"«{texto}» no es un periodo. Escribe un bimestre, como 2026-B3, o un año, como 2026.", "INVALIDO"
        )
    if forma[2] and not 1 <= int(forma[2]) <= 4:
        raise _rechazo(f"El año escolar tiene cuatro bimestres: B1 a B4. «{texto}» no existe.", "INVALIDO")
    periodo = next((p for p in _periodos(hoy, anio=int(forma[1])) if p.codigo == texto), None)
    if periodo is None:
        raise _rechazo(f"«{texto}» no está en el calendario escolar.", "DESCONOCIDO")
    if periodo.inicio > hoy:
        raise _rechazo(
            f"{periodo.texto} empieza el {periodo.inicio:%d/%m/%Y}: aún no hay qué informar.", "FUTURO"
        )
    return periodo


def periodos_disponibles(hoy: date | None = None) -> list[Periodo]:
    """Return the periods already begun, newest first, each year before its bimestres."""
    hoy = hoy or timezone.localdate()
    return [p for p in _periodos(hoy) if p.inicio <= hoy]


def periodo_por_defecto(hoy: date | None = None) -> Periodo | None:
    """Return the newest school year that has begun, None while the calendar is empty."""
    return next(iter(periodos_disponibles(hoy)), None)


def bimestres_hasta(periodo: Periodo, entre: list[Periodo] | None = None) -> list[Periodo]:
    """Return the bimestres of the period's year up to its own (all four for a year), oldest first.

    `entre` are periods already read, so that the calendar is not asked again: only those among them are returned.
    """
    if entre is None:
        entre = _periodos(periodo.corte, anio=periodo.anio)
    bimestres = [p for p in entre if p.numero and p.anio == periodo.anio and p.fin <= periodo.fin]
    return sorted(bimestres, key=lambda p: p.numero)


def _periodos(hoy: date, **filtro) -> list[Periodo]:
    """Read the calendar, newest first, each year before its bimestres. One query: every dashboard asks it."""
    filas = (
        AnioEscolar.objects.filter(**filtro)
        .order_by("-anio", "-bimestres__numero")
        .values_list("anio", "inicio", "fin", "bimestres__numero", "bimestres__inicio", "bimestres__fin")
    )
    return [
        periodo
        for anio, grupo in groupby(filas, key=lambda fila: fila[:3])
        for periodo in _periodos_de(*anio, [fila[3:] for fila in grupo if fila[3]], hoy)
    ]


def _periodos_de(anio: int, primero: date, ultimo: date, bimestres: list, hoy: date) -> list[Periodo]:
    """The year's and its bimestres', (number, first day, last day) each."""
    inicio = min([primero, *(desde for _, desde, _ in bimestres)])
    fin = max([ultimo, *(hasta for *_, hasta in bimestres)])
    tramos = [
        (str(anio), None, inicio, fin),
        *((f"{anio}-B{numero}", numero, desde, hasta) for numero, desde, hasta in bimestres),
    ]
    return [
        Periodo(codigo, anio, numero, inicio, desde, hasta, min(hasta, hoy))
        for codigo, numero, desde, hasta in tramos
    ]


def _rechazo(mensaje: str, codigo: str) -> Rechazo:
    return Rechazo(mensaje, campo="periodo", codigo=f"PERIODO_{codigo}")
