"""Teachers, acompañantes, commitments and devices."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Sum

from docentes.models import MotivoDeFin
from visitas.models import ClaseDeVisita, EstadoDeCompromiso

from .desglose import Desglose, Sumable, desglosar, porcentaje, territorio

_DE_ASIGNACION = territorio("docente__escuela", "acompanante_id")
_DE_COMPROMISO = territorio("visita__escuela", "visita__acompanante_id")


@dataclass(frozen=True)
class Cobertura(Sumable):
    """Accompanied teachers, and those with their diagnostic visit."""

    docentes: int = 0
    con_diagnostica: int = 0

    @property
    def faltan(self) -> int:
        return self.docentes - self.con_diagnostica

    @property
    def porcentaje(self) -> int | None:
        return porcentaje(self.con_diagnostica, self.docentes)


@dataclass(frozen=True)
class Compromisos(Sumable):
    """Commitments whose term ended, by what the next visit found."""

    vencidos: int = 0
    cumplidos: int = 0
    en_parte: int = 0
    no_se_pudo: int = 0

    @property
    def sin_verificar(self) -> int:
        return self.vencidos - self.cumplidos - self.en_parte - self.no_se_pudo


@dataclass(frozen=True)
class SinEnviar(Sumable):
    """Visits that the devices said they still held, and how many devices said so."""

    visitas: int = 0
    equipos: int = 0


@dataclass(frozen=True)
class Rotacion(Sumable):
    """Assignments that ended before the programme did."""

    cambios: int = 0


def diagnosticas(asignaciones, visitas, rango) -> Desglose:
    """Count accompanied teachers and those with a diagnostic visit: a Desglose of Cobertura.

    Denominator (`docentes`): teachers with an assignment in force on `rango.hasta`; each has one.
    Numerator: of those, the ones with at least one finished diagnostic visit dated in the range, by whichever
    acompañante. Cut-off: `rango.hasta`. Dimensions: territory. Its different acompañantes are those in post.
    """
    diagnostica = visitas.filter(
        docente=OuterRef("docente"),
        tipo__clase=ClaseDeVisita.DIAGNOSTICA,
        fecha__range=(rango.desde, rango.hasta),
    )
    filas = (
        asignaciones.vigentes(rango.hasta)
        .annotate(diagnosticado=Exists(diagnostica))
        .order_by()
        .values(*_DE_ASIGNACION.values())
        .annotate(
            n_docentes=Count("docente", distinct=True),
            n_con_diagnostica=Count("docente", distinct=True, filter=Q(diagnosticado=True)),
        )
    )
    return desglosar(filas, _DE_ASIGNACION, Cobertura)


def compromisos_vencidos(compromisos, rango) -> Desglose:
    """Count commitments of the range whose term is over, and what came of them: a Desglose of Compromisos.

    Denominator (`vencidos`): commitments of visits dated in the range, with a term up to `rango.hasta`.
    Numerators: of those, verified by a visit dated up to `rango.hasta` as cumplido, en parte or no se pudo;
    the rest is `sin_verificar`. Cut-off: `rango.hasta`. Dimensions: territory of the visit.
    """
    verificado = Q(verificado_en__fecha__lte=rango.hasta)
    cuantos = {
        f"n_{nombre}": Count("pk", filter=verificado & Q(estado=estado))
        for nombre, estado in (
            ("cumplidos", EstadoDeCompromiso.CUMPLIDO),
            ("en_parte", EstadoDeCompromiso.EN_PARTE),
            ("no_se_pudo", EstadoDeCompromiso.NO_SE_PUDO),
        )
    }
    filas = (
        compromisos.vencidos(rango.hasta)
        .filter(visita__fecha__range=(rango.desde, rango.hasta))
        .order_by()
        .values(*_DE_COMPROMISO.values())
        .annotate(n_vencidos=Count("pk"), **cuantos)
    )
    return desglosar(filas, _DE_COMPROMISO, Compromisos)


def sin_sincronizar(dispositivos) -> Desglose:
    """Count the visits that devices declared and the server has not received: a Desglose of SinEnviar.

    A figure of its own, never added to the visits made. Cut-off: each device's last contact.
    Dimensions: ugel (the acompañante's) and acompanante.
    """
    dimensiones = {"ugel": "acompanante__usuario__ugel_id", "acompanante": "acompanante_id"}
    filas = (
        dispositivos.filter(sin_enviar__gt=0)
        .order_by()
        .values(*dimensiones.values())
        .annotate(n_visitas=Sum("sin_enviar"), n_equipos=Count("pk"))
    )
    return desglosar(filas, dimensiones, SinEnviar)


def rotacion(asignaciones, rango) -> Desglose:
    """Count the assignments that ended in the range, by reason: a Desglose of Rotacion.

    The end of the programme is not a rotation. Cut-off: `rango.hasta`. Dimensions: territory and motivo.
    """
    filas = (
        asignaciones.filter(hasta__range=(rango.desde, rango.hasta))
        .exclude(motivo_fin=MotivoDeFin.FIN_DE_PROGRAMA)
        .order_by()
        .values("motivo_fin", *_DE_ASIGNACION.values())
        .annotate(n_cambios=Count("pk"))
    )
    return desglosar(filas, _DE_ASIGNACION | {"motivo": "motivo_fin"}, Rotacion)
