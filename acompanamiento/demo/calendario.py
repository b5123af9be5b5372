"""The demo's clock: the reference day, the school years that it covers and the days on which there is school."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from visitas.models import AnioEscolar

# National holidays with a fixed date (month, day), and the mid-year holidays of pupils.
FERIADOS = {
    (5, 1),
    (6, 7),
    (6, 29),
    (7, 23),
    (7, 28),
    (7, 29),
    (8, 6),
    (8, 30),
    (10, 8),
    (11, 1),
    (12, 8),
    (12, 9),
}
VACACIONES = ((7, 27), (8, 7))


def a_las(dia: date, hora: int, minuto: int = 0) -> datetime:
    """Return that moment in Lima."""
    return timezone.make_aware(datetime.combine(dia, time(hora, minuto)))


@dataclass
class Reloj:
    """`hoy` is the reference day, within the season of `anio`; `anios` are that school year and the one before."""

    hoy: date
    anios: list[AnioEscolar]

    @property
    def anio(self) -> AnioEscolar:
        return self.anios[-1]

    @cached_property
    def ahora(self) -> datetime:
        """The reference day begins: what had not reached the server by then is still on its device."""
        return a_las(self.hoy, 0)

    @cached_property
    def _habiles(self):
        return {
            (anio.anio, mes): [d for d in _dias(anio) if d.month == mes and es_habil(d)]
            for anio in self.anios
            for mes in range(1, 13)
        }

    def habiles(self, anio: int, mes: int) -> list[date]:
        """School days of a month within the season of visits."""
        return self._habiles[anio, mes]

    @property
    def ultimo_dia_de_clase(self) -> date:
        """The reference day if there is school on it, or the last school day before it."""
        return _al_habil(self.hoy)

    def mover(self, dia: date, dias_habiles: int) -> date:
        """Return the school day that many days away, within the season of the day's year."""
        anio = next(a for a in self.anios if a.anio == dia.year)
        paso = timedelta(days=1 if dias_habiles >= 0 else -1)
        faltan = abs(dias_habiles)
        while faltan or not es_habil(dia):
            dia += paso
            faltan -= es_habil(dia) and faltan > 0
        return _al_habil(min(max(dia, anio.visitas_desde), anio.visitas_hasta))


def es_habil(dia: date) -> bool:
    en_vacaciones = VACACIONES[0] <= (dia.month, dia.day) <= VACACIONES[1]
    return dia.weekday() < 5 and (dia.month, dia.day) not in FERIADOS and not en_vacaciones


def _al_habil(dia):
    while not es_habil(dia):
        dia -= timedelta(days=1)
    return dia


def _dias(anio):
    cuantos = (anio.visitas_hasta - anio.visitas_desde).days + 1
    return [anio.visitas_desde + timedelta(days=n) for n in range(cuantos)]


def reloj_para(fecha: date) -> Reloj:
    """Return the clock of `fecha`, or of the last day of the season that ended before it.

    Raises Rechazo when the catalogue has no season that had begun by then.
    """
    anios = list(AnioEscolar.objects.filter(visitas_desde__lte=fecha).order_by("anio"))[-2:]
    if not anios:
        raise Rechazo(
            f"El catálogo no tiene un año escolar con visitas antes del {fecha:%d/%m/%Y}. "
            "Elige otra fecha o agrega el año a visitas/catalogos/anios.toml.",
            campo="fecha",
        )
    return Reloj(hoy=min(fecha, anios[-1].visitas_hasta), anios=anios)
