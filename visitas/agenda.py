"""From scheduled visits to what a calendar page shows: states, the year per teacher, months and weeks.

Receives querysets that the caller has already scoped, and returns lists: templates walk no relation.
"""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import OuterRef, Prefetch, Subquery

from acompanamiento.comun.formato import MESES
from acompanamiento.comun.orden import clave_de_orden

from .dias import por_que_no_hay_clases
from .models import EstadoProgramada, Reprogramacion, Visita

POR_HACER = ("hoy", "atrasada", "por-hacer")


@dataclass(frozen=True)
class Cita:
    """A scheduled visit as it is shown. `estado` names its dot; `cambio` is its last Reprogramacion, or None."""

    programada: object
    estado: str
    cambio: object

    @property
    def por_hacer(self) -> bool:
        return self.estado in POR_HACER

    @property
    def nombre_corto(self) -> str:
        """First name and first surname: what fits in a square of the month."""
        docente = self.programada.docente
        return f"{docente.primer_nombre} {docente.apellidos.split()[0]}"


@dataclass(frozen=True)
class Mes:
    """A month with its visits; `semanas` are rows of seven `Dia`."""

    anio: int
    numero: int
    citas: list

    @property
    def nombre(self) -> str:
        return MESES[self.numero - 1]

    @property
    def hechas(self) -> int:
        return sum(c.estado == "hecha" for c in self.citas)

    def semanas(self, hoy: date) -> list:
        del_dia = {dia: list(g) for dia, g in groupby(self.citas, key=lambda c: c.programada.fecha)}
        return [
            [Dia(dia, dia.month == self.numero, dia == hoy, del_dia.get(dia, [])) for dia in semana]
            for semana in Calendar().monthdatescalendar(self.anio, self.numero)
        ]


@dataclass(frozen=True)
class Dia:
    """A square of the month. `motivo` says why there are no classes, for holidays only."""

    fecha: date
    del_mes: bool
    es_hoy: bool
    citas: list

    @property
    def feriado(self) -> str:
        motivo = por_que_no_hay_clases(self.fecha)
        return motivo.removeprefix("feriado: ") if motivo.startswith("feriado") else ""


@dataclass(frozen=True)
class AnioDeProtocolo:
    """The year of the teachers who follow one protocol, as piezas/_anio.html expects it."""

    protocolo: object
    pasos: list
    filas: list
    hechas: int
    total: int


def estado_de(programada, hoy: date) -> str:
    """Return the dot of a scheduled visit that carries `hecha` (VisitaProgramadaQuerySet.con_hecha)."""
    if programada.hecha:
        return "hecha"
    if programada.estado == EstadoProgramada.NO_REALIZADA:
        return "no-realizada"
    if programada.fecha == hoy:
        return "hoy"
    return "atrasada" if programada.fecha < hoy else "por-hacer"


def citas(programadas, hoy: date) -> list[Cita]:
    """Return the visits of a queryset with all that their row shows, in two queries.

    Each `programada` carries `visita_hecha` and `fecha_hecha`: the id and the date of the visit that answers it.
    """
    hecha = Visita.objects.filter(programada=OuterRef("pk")).order_by("fecha", "pk")
    filas = (
        programadas.con_hecha()
        .annotate(
            visita_hecha=Subquery(hecha.values("pk")[:1]), fecha_hecha=Subquery(hecha.values("fecha")[:1])
        )
        .select_related("tipo__protocolo", "docente__escuela__distrito")
        .prefetch_related(Prefetch("cambios", Reprogramacion.objects.order_by("-momento", "-pk")))
    )
    return [Cita(p, estado_de(p, hoy), next(iter(p.cambios.all()), None)) for p in filas]


def por_mes(lista: list[Cita], anio: int) -> list[Mes]:
    """Return the months that have visits, in order, each by date."""
    ordenadas = sorted(
        lista, key=lambda c: (c.programada.fecha, clave_de_orden(c.programada.docente.apellidos))
    )
    return [
        Mes(anio, numero, list(g)) for numero, g in groupby(ordenadas, key=lambda c: c.programada.fecha.month)
    ]


def anio_por_docente(lista: list[Cita], url_de) -> list[AnioDeProtocolo]:
    """Return the year as dots, a row a teacher in alphabetical order, a table a protocol.

    `url_de(docente)` gives the address of a teacher's name. A visit that a teacher does not get has state "".
    """
    ordenadas = sorted(
        lista, key=lambda c: (c.programada.tipo.protocolo.nombre, c.programada.tipo.protocolo_id)
    )
    return [
        _anio_de_protocolo(list(grupo), url_de)
        for _, grupo in groupby(ordenadas, key=lambda c: c.programada.tipo.protocolo_id)
    ]


def _anio_de_protocolo(lista, url_de):
    tipos = sorted({c.programada.tipo for c in lista}, key=lambda t: t.orden)
    docentes = sorted(
        {c.programada.docente for c in lista},
        key=lambda d: (clave_de_orden(d.apellidos), clave_de_orden(d.nombres), d.plaza),
    )
    estados = {(c.programada.docente_id, c.programada.tipo_id): c.estado for c in lista}
    filas = [
        {
            "nombre": docente.nombre_de_lista,
            "url": url_de(docente),
            "escuela": docente.escuela.nombre.removeprefix("IE N.° "),
            "puntos": [{"sigla": t.codigo, "estado": estados.get((docente.pk, t.pk), "")} for t in tipos],
        }
        for docente in docentes
    ]
    hechas = sum(c.estado == "hecha" for c in lista)
    return AnioDeProtocolo(
        lista[0].programada.tipo.protocolo, [t.codigo for t in tipos], filas, hechas, len(lista)
    )
