"""Visits against the plan, visits made, hours and the last record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    ExpressionWrapper,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, ExtractMonth, Least
from django.utils import timezone

from visitas.models import ClaseDeVisita, EstadoProgramada, MotivoNoRealizada, Visita

from .desglose import Desglose, Sumable, desglosar, elegir, porcentaje, territorio

_DEL_PLAN = territorio("docente__escuela", "acompanante_id") | {
    "mes": "mes",
    "tipo": "tipo__codigo",
    "motivo": "por_que",
    "al_corte": "vencida",
}
_DE_VISITA = territorio("escuela", "acompanante_id") | {"mes": "mes", "clase": "tipo__clase"}


@dataclass(frozen=True)
class Plan(Sumable):
    """Visits of the calendar: how many, how many of them were made, how many are known not to happen."""

    planificadas: int = 0
    hechas: int = 0
    no_realizadas: int = 0

    @property
    def sin_hacer(self) -> int:
        return self.planificadas - self.hechas

    @property
    def porcentaje(self) -> int | None:
        """Return made over planned in whole per cent, None without a plan."""
        return porcentaje(self.hechas, self.planificadas)

    @property
    def texto(self) -> str:
        return f"{self.hechas} de {self.planificadas}"


@dataclass(frozen=True)
class Hechas(Sumable):
    """Visits made, planned or not; `adicionales` of them are outside the protocol's calendar."""

    mayor = ("ultimo_registro",)

    visitas: int = 0
    adicionales: int = 0
    minutos: int = 0
    ultimo_registro: datetime | None = None

    @property
    def horas(self) -> int:
        return round(self.minutos / 60)

    def dias_sin_registro(self, corte: date) -> int | None:
        """Return the days from the last record received to `corte`; None when nothing was ever received."""
        if self.ultimo_registro is None:
            return None
        return max((corte - timezone.localdate(self.ultimo_registro)).days, 0)


def visitas_del_plan(programadas, rango, *, hasta: date | None = None, por=None) -> Desglose:
    """Count scheduled visits, those made and those not held: a Desglose of Plan.

    Denominator (`planificadas`): scheduled visits whose day falls from `rango.desde` to `hasta`, which is
    `rango.hasta` unless a chart shows the plan to come. The day is the date in the plan now, or the visit's
    own when it was made before it.
    Numerator (`hechas`): of those, the ones with a finished visit dated up to `rango.hasta`.
    `no_realizadas`: of those, not made and marked with a reason.
    Cut-off: `rango.hasta`. Additional visits are not here. Dimensions: territory, mes, tipo, motivo, al_corte
    (False for the plan to come), or those of them that `por` names: crossing all of them leaves a cell for each visit.
    """
    no_realizada = Q(estado=EstadoProgramada.NO_REALIZADA, hecha__isnull=True)
    dimensiones = elegir(_DEL_PLAN, por)
    filas = (
        # No visit's day is after its date in the plan: earlier years go before any other question is asked.
        programadas.filter(fecha__gte=rango.desde)
        .annotate(hecha=_primera_visita_hasta(rango.hasta))
        .annotate(dia=Least(F("fecha"), Coalesce(F("hecha"), F("fecha"))))
        .filter(dia__range=(rango.desde, hasta or rango.hasta))
        .annotate(
            mes=ExtractMonth("dia"),
            vencida=ExpressionWrapper(Q(dia__lte=rango.hasta), output_field=BooleanField()),
            por_que=Case(When(no_realizada, then=F("motivo")), default=Value(""), output_field=CharField()),
        )
        .order_by()
        .values(*dimensiones.values())
        .annotate(
            n_planificadas=Count("pk"),
            n_hechas=Count("hecha"),
            n_no_realizadas=Count("pk", filter=no_realizada),
        )
    )
    return desglosar(filas, dimensiones, Plan)


def _primera_visita_hasta(dia):
    """The date of the first visit that answers a scheduled one: two of them do not count it twice."""
    suyas = Visita.objects.filter(programada=OuterRef("pk"), fecha__lte=dia).order_by().values("programada")
    return Subquery(suyas.annotate(primera=Min("fecha")).values("primera"))


def visitas_hechas(visitas, rango, *, por=None) -> Desglose:
    """Count finished visits dated in the range, whether planned or not: a Desglose of Hechas.

    `minutos`: the sum of their length. `adicionales`: of those, outside the protocol.
    `ultimo_registro`: when the server received the last of them.
    Cut-off: `rango.hasta`, by the visit's date. Dimensions: territory, mes, clase, or those that `por` names.
    """
    dimensiones = elegir(_DE_VISITA, por)
    filas = (
        visitas.filter(fecha__range=(rango.desde, rango.hasta))
        .annotate(mes=ExtractMonth("fecha"))
        .order_by()
        .values(*dimensiones.values())
        .annotate(
            n_visitas=Count("pk"),
            n_adicionales=Count("pk", filter=Q(tipo__clase=ClaseDeVisita.ADICIONAL)),
            n_minutos=Sum("minutos"),
            n_ultimo_registro=Max("recibida_en"),
        )
    )
    return desglosar(filas, dimensiones, Hechas)


def motivos_en_palabras(cuenta: dict[str, int]) -> str:
    """Return "vía cortada 24, paro o huelga 15", the most frequent first."""
    orden = sorted(cuenta.items(), key=lambda par: (-par[1], par[0]))
    return ", ".join(f"{MotivoNoRealizada(motivo).label.lower()} {n}" for motivo, n in orden if motivo and n)
