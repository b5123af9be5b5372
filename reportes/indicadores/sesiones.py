"""Group sessions held: how many, how long, and how many teachers were there."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, ExtractMonth

from visitas.models import Asistencia

from .desglose import Desglose, Sumable, desglosar, porcentaje

_DE_SESION = {"ugel": "acompanante__usuario__ugel_id", "acompanante": "acompanante_id"}


@dataclass(frozen=True)
class Sesiones(Sumable):
    """Sessions held; `invitaciones` and `asistencias` add the teachers of each session."""

    realizadas: int = 0
    minutos: int = 0
    invitaciones: int = 0
    asistencias: int = 0

    @property
    def horas(self) -> int:
        return round(self.minutos / 60)

    @property
    def porcentaje(self) -> int | None:
        """Return attended over invited in whole per cent, None without invitations."""
        return porcentaje(self.asistencias, self.invitaciones)


def sesiones_realizadas(sesiones, rango) -> Desglose:
    """Count group sessions held in the range: a Desglose of Sesiones.

    `realizadas`: sessions with what was done written down, by their real day; `minutos`: their real length.
    Attendance, denominator (`invitaciones`): teachers invited, added over those sessions.
    Numerator (`asistencias`): of those, the ones who were there. Nothing here says who.
    Cut-off: `rango.hasta`. Dimensions: ugel (the acompañante's), acompanante, mes, tipo.
    """
    filas = (
        sesiones.realizadas()
        .filter(fecha__range=(rango.desde, rango.hasta))
        .annotate(mes=ExtractMonth("fecha"), invitados=_cuantas(), presentes=_cuantas(asistio=True))
        .order_by()
        .values("mes", "tipo", *_DE_SESION.values())
        .annotate(
            n_realizadas=Count("pk"),
            n_minutos=Sum("minutos"),
            n_invitaciones=Sum("invitados"),
            n_asistencias=Sum("presentes"),
        )
    )
    return desglosar(filas, _DE_SESION | {"mes": "mes", "tipo": "tipo"}, Sesiones)


def _cuantas(**filtro):
    """A correlated count, so that joining attendance does not multiply the sessions."""
    de_la_sesion = Asistencia.objects.filter(Q(sesion=OuterRef("pk")), **filtro).order_by().values("sesion")
    return Coalesce(Subquery(de_la_sesion.annotate(n=Count("pk")).values("n")), 0)
