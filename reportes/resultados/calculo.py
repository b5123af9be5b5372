"""From levels observed to the groups that may be printed, bimestre by bimestre."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from visitas.models import ClaseDeVisita, NivelObservado

from .divulgacion import PASO_DE_LA_REGION, PASO_DEL_AMBITO, Medida, avanzar, porcentajes, redondear
from .objeto import FUERA_MINIMO

REGION = "region"


@dataclass(frozen=True)
class Observacion:
    """One level seen in one visit, with what decides where and when it counts."""

    docente: object
    visita: object
    fecha: object
    recibida: datetime
    diagnostica: bool
    instrumento: int
    escuela: int
    cruce: tuple
    acompanante: object
    competencia: int
    nivel: int


def observaciones(anio: int) -> list[Observacion]:
    """Return the year's observed levels, oldest visit first. *No observado* is not a level."""
    filas = (
        NivelObservado.objects.filter(visita__anio=anio, nivel__isnull=False)
        .order_by("visita__fecha", "visita__inicio", "visita_id")
        .values_list(
            "visita__docente_id",
            "visita_id",
            "visita__fecha",
            "visita__recibida_en",
            "visita__tipo__clase",
            "visita__instrumento_id",
            "visita__escuela_id",
            "visita__escuela__ugel__codigo",
            "visita__escuela__distrito__provincia__codigo",
            "visita__acompanante_id",
            "competencia__numero",
            "nivel",
        )
    )
    return [_observacion(*fila) for fila in filas.iterator(chunk_size=5000)]


def _observacion(
    docente, visita, fecha, recibida, clase, instrumento, escuela, ugel, provincia, acompanante, numero, nivel
):
    return Observacion(
        docente,
        visita,
        fecha,
        recibida,
        clase == ClaseDeVisita.DIAGNOSTICA,
        instrumento,
        escuela,
        (f"ugel:{ugel}", f"provincia:{provincia}"),
        acompanante,
        numero,
        nivel,
    )


def medidas_al_cierre(todas: list[Observacion], bimestre) -> dict[int, dict]:
    """Return {competency: {teacher: Medida}} with what had been seen by the end and received by the close.

    Baseline: the first diagnostic visit where the competency was observed. Latest: the last visit after it,
    of the same version of the instrument.
    """
    limite = timezone.make_aware(
        datetime.combine(bimestre.cierre_de_resultados + timedelta(days=1), time.min)
    )
    bases, medidas = {}, defaultdict(dict)
    for vista in todas:
        if vista.fecha > bimestre.fin or vista.recibida >= limite:
            continue
        clave = (vista.docente, vista.competencia)
        base = bases.get(clave)
        if base is None:
            if vista.diagnostica:
                bases[clave] = vista
        elif base.instrumento == vista.instrumento:
            medidas[vista.competencia][vista.docente] = _medida(base, vista)
    return medidas


def _medida(base, ultima):
    return Medida(
        base.docente,
        base.escuela,
        ultima.acompanante,
        base.cruce,
        base.nivel,
        ultima.nivel,
        base.visita,
        ultima.visita,
    )


def grupos_por_bimestre(todas: list[Observacion], bimestres) -> list[dict[int, dict]]:
    """Replay the year: for each bimestre, {competency: {teacher: Medida}} of what may be printed."""
    grupos, historia = {}, []
    for bimestre in bimestres:
        medidas = medidas_al_cierre(todas, bimestre)
        grupos = {n: avanzar(grupos.get(n, {}), medidas.get(n, {})) for n in grupos.keys() | medidas.keys()}
        historia.append(grupos)
    return historia


def por_ambito(grupos: dict[int, dict]) -> dict[str, dict[int, list[Medida]]]:
    """Return {scope: {competency: teachers}}: the region, each UGEL and each province."""
    ambitos = defaultdict(lambda: defaultdict(list))
    for numero, grupo in grupos.items():
        for medida in grupo.values():
            for ambito in (REGION, *medida.cruce):
                ambitos[ambito][numero].append(medida)
    return ambitos


def resumir(grupos: dict[int, dict]) -> dict[str, dict]:
    """Return the snapshot's JSON: {scope: {"docentes", "competencias": {number: shares}}}, coarse already."""
    return {
        ambito: _resumen(por_competencia, PASO_DE_LA_REGION if ambito == REGION else PASO_DEL_AMBITO)
        for ambito, por_competencia in sorted(por_ambito(grupos).items())
    }


def _resumen(por_competencia, paso):
    docentes = len({m.docente for medidas in por_competencia.values() for m in medidas})
    return {
        "docentes": docentes,
        "competencias": {
            str(numero): _cifras(medidas, docentes, paso)
            for numero, medidas in sorted(por_competencia.items())
        },
    }


def _cifras(medidas, docentes, paso):
    base, ultima = [m.base for m in medidas], [m.ultima for m in medidas]
    fuera = docentes - len(medidas)
    return {
        "base": porcentajes(base, paso),
        "ultima": porcentajes(ultima, paso),
        "altos": [redondear(sum(n >= 3 for n in niveles), len(niveles), paso) for niveles in (base, ultima)],
        "fuera": fuera if fuera == 0 or fuera >= FUERA_MINIMO else None,
        "huella": _huella(medidas),
    }


def _huella(medidas):
    """Identify exactly what a figure was made of, so that the next bimestre knows if it changed underneath."""
    lineas = sorted(f"{m.docente} {m.visita_base} {m.base} {m.visita_ultima} {m.ultima}" for m in medidas)
    return hashlib.sha256("\n".join(lineas).encode()).hexdigest()[:32]
