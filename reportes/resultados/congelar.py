"""Freezing a bimestre's results, once."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from reportes.models import Instantanea
from reportes.periodos import Periodo, bimestres_hasta, periodos_disponibles
from visitas.models import Competencia

from . import calculo
from .objeto import ResultadosDeAmbito, leer

NOMBRES = "competencias"


def instantanea_de(periodo: Periodo, hoy: date | None = None) -> Instantanea | None:
    """Return the frozen results of a bimestre, computing them the first time they are asked for.

    None while its close has not passed, and while there is nothing to freeze. The same rows give the same
    results; earlier bimestres of the year are frozen first, because each depends on what they printed.
    """
    hecha = Instantanea.objects.filter(pk=periodo.codigo).first()
    if hecha or not _cerro(periodo, hoy):
        return hecha
    _congelar(bimestres_hasta(periodo))
    return Instantanea.objects.filter(pk=periodo.codigo).first()


def congelar_cerrados(hoy: date | None = None) -> list[str]:
    """Freeze every bimestre whose close has passed and return the codes of those that have a snapshot.

    For the nightly clock, so that no person waits for the first look at a closed bimestre.
    """
    ultimos = {p.anio: p for p in periodos_disponibles(hoy)[::-1] if p.numero and _cerro(p, hoy)}
    for periodo in ultimos.values():
        instantanea_de(periodo, hoy)
    return list(Instantanea.objects.order_by("periodo").values_list("periodo", flat=True))


def resultados_para(
    periodo: Periodo, hoy: date | None = None, *, entre: list[Periodo] | None = None
) -> tuple[Periodo, Instantanea] | None:
    """Return the last frozen bimestre of the period's year, up to the period, with its snapshot.

    `entre` are the periods that have begun, for who has read them.
    """
    for bimestre in reversed(bimestres_hasta(periodo, entre)):
        if _cerro(bimestre, hoy) and (instantanea := instantanea_de(bimestre, hoy)):
            return bimestre, instantanea
    return None


def resultados_de(instantanea: Instantanea, ambito: str) -> ResultadosDeAmbito:
    """Return the results of `region`, `ugel:CODE` or `provincia:CODE`; an unknown scope is a hidden one."""
    nombres = {int(numero): nombre for numero, nombre in instantanea.resultados[NOMBRES].items()}
    return leer(instantanea.resultados.get(ambito), nombres, region=ambito == calculo.REGION)


def _cerro(bimestre, hoy):
    return (hoy or timezone.localdate()) > bimestre.cierre_de_resultados


@transaction.atomic
def _congelar(bimestres):
    todas = calculo.observaciones(bimestres[0].anio)
    historia = [calculo.resumir(grupos) for grupos in calculo.grupos_por_bimestre(todas, bimestres)]
    guardadas = Instantanea.objects.in_bulk([b.codigo for b in bimestres])
    nombres = _nombres()
    for lugar, bimestre in enumerate(bimestres):
        if bimestre.codigo in guardadas or not historia[lugar]:
            continue
        anteriores = [
            (guardadas[b.codigo].resultados, historia[i])
            for i, b in enumerate(bimestres[:lugar])
            if b.codigo in guardadas
        ]
        resultados = _sin_lo_que_se_movio(historia[lugar], anteriores)
        guardadas[bimestre.codigo] = Instantanea.objects.get_or_create(
            periodo=bimestre.codigo,
            defaults={
                "corte": timezone.make_aware(_fin_del_dia(bimestre.cierre_de_resultados)),
                "resultados": {NOMBRES: nombres, **resultados},
            },
        )[0]


def _sin_lo_que_se_movio(resultados, anteriores):
    """Withhold a competency whose earlier figure no longer comes out of the same rows.

    Somebody amended a level, or a school changed UGEL, after that figure was frozen: the difference between
    the two figures could be that person alone.
    """
    return {
        ambito: datos
        | {
            "competencias": {
                numero: cifras
                for numero, cifras in datos["competencias"].items()
                if all(_coincide(antes, ahora, ambito, numero) for antes, ahora in anteriores)
            }
        }
        for ambito, datos in resultados.items()
    }


def _coincide(congelado, recalculado, ambito, numero):
    impreso = congelado.get(ambito, {}).get("competencias", {}).get(numero)
    hoy = recalculado.get(ambito, {}).get("competencias", {}).get(numero)
    return impreso is None or (hoy is not None and hoy["huella"] == impreso["huella"])


def _fin_del_dia(dia):
    return datetime.combine(dia, time(23, 59, 59))


def _nombres():
    """Return {number: name} of the newest instrument in force."""
    competencias = Competencia.objects.filter(instrumento__vigente=True).order_by(
        "instrumento__version", "numero"
    )
    return {str(c.numero): c.nombre for c in competencias}
