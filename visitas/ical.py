"""The agenda as iCalendar (RFC 5545). It leaves the person's machine: no teacher's name, no topic, no narrative."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from icalendar import Calendar, Event

from .models import EstadoDeSesion, EstadoProgramada

INICIO_DE_CLASES = time(8)  # the protocol gives a visit its minutes, not its hour
FRECUENCIA = timedelta(hours=6)
TIPO = "text/calendar; charset=utf-8"


def agenda_en_ical(*, programadas, sesiones, viajes, ahora: datetime) -> bytes:
    """Return the calendar. Scheduled visits carry `tipo` and the school; trips, `desde` and `hasta`."""
    calendario = Calendar()
    calendario.add("prodid", "-//Acompaña//Agenda//ES")
    calendario.add("version", "2.0")
    calendario.add("method", "PUBLISH")
    calendario.add("x-wr-calname", "Acompaña")
    calendario.add("refresh-interval", FRECUENCIA, parameters={"VALUE": "DURATION"})
    calendario.add("x-published-ttl", FRECUENCIA, parameters={"VALUE": "DURATION"})
    eventos = [*map(_visita, programadas), *map(_sesion, sesiones), *map(_viaje, viajes)]
    for evento in eventos:
        evento.add("dtstamp", ahora)
        evento.add("class", "PRIVATE")
        calendario.add_component(evento)
    return calendario.to_ical()


def _visita(programada) -> Event:
    escuela = programada.docente.escuela
    evento = _evento("visita", programada, f"Visita {programada.tipo.codigo} · {escuela.nombre}")
    inicio = _momento(programada.fecha, INICIO_DE_CLASES)
    evento.add("dtstart", inicio)
    evento.add("dtend", inicio + timedelta(minutes=programada.tipo.minutos))
    evento.add("location", _lugar(escuela))
    evento.add("status", _estado(programada.estado == EstadoProgramada.NO_REALIZADA))
    return evento


def _sesion(sesion) -> Event:
    evento = _evento("sesion", sesion, sesion.get_tipo_display())
    evento.add("dtstart", _momento(sesion.fecha, sesion.inicio))
    evento.add("dtend", _momento(sesion.fecha, sesion.fin))
    evento.add("location", sesion.lugar)
    evento.add("status", _estado(sesion.estado == EstadoDeSesion.NO_REALIZADA))
    return evento


def _viaje(viaje) -> Event:
    evento = _evento("viaje", viaje, "Viaje")
    evento.add("dtstart", viaje.desde)
    evento.add("dtend", viaje.hasta + timedelta(days=1))
    evento.add("transp", "TRANSPARENT")
    return evento


def _evento(clase, fila, titulo) -> Event:
    evento = Event()
    evento.add("uid", f"{clase}-{fila.pk}@acompana")
    evento.add("summary", titulo)
    return evento


def _momento(dia: date, hora: time) -> datetime:
    return datetime.combine(dia, hora, timezone.get_default_timezone()).astimezone(UTC)


def _lugar(escuela) -> str:
    return ", ".join(filter(None, [escuela.localidad, escuela.distrito.nombre]))


def _estado(no_realizada) -> str:
    return "CANCELLED" if no_realizada else "CONFIRMED"
