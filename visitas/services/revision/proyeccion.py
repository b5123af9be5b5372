"""The rows that can be counted, made from the content of the accepted head. The text itself stays in the revision."""

from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from visitas.calidad import medir
from visitas.models import (
    CalidadDeVisita,
    Compromiso,
    DialogoReflexivo,
    EstadoDeCompromiso,
    EstadoProgramada,
    NivelObservado,
    Visita,
    VisitaProgramada,
)


def _columnas(contenido, *, escuela_id, acompanante_id, tipo, instrumento, programada):
    inicio, fin = time.fromisoformat(contenido["inicio"]), time.fromisoformat(contenido["fin"])
    dia = date.fromisoformat(contenido["fecha"])
    presentes = {g["grado"]: g["presentes"] for g in contenido["grados"]}
    return {
        "escuela_id": escuela_id,
        "acompanante_id": acompanante_id,
        "tipo": tipo,
        "programada": programada,
        "instrumento": instrumento,
        "anio": dia.year,
        "fecha": dia,
        "inicio": inicio,
        "fin": fin,
        "minutos": (datetime.combine(dia, fin) - datetime.combine(dia, inicio)).seconds // 60,
        "presentes": presentes,
        "total_presentes": sum(presentes.values()),
        "acuerdo": contenido["acuerdo"],
    }


def crear(visita_id, revision_id, contenido, momento, **contexto) -> Visita:
    """Write the visit and its children for its first revision. The head is named before its row exists:
    both keys are checked at COMMIT.
    """
    visita = Visita.objects.create(
        pk=visita_id,
        docente_id=UUID(contenido["docente"]),
        cabeza_id=revision_id,
        recibida_en=momento,
        **_columnas(contenido, **contexto),
    )
    _escribir_niveles(visita, contenido, contexto["instrumento"])
    _escribir_dialogo(visita, contenido)
    Compromiso.objects.bulk_create(_compromisos(visita, contenido))
    CalidadDeVisita.objects.create(visita=visita, **_calidad(visita, contenido))
    verificar(visita, contenido["verificaciones"])
    reabrir(visita.programada)
    return visita


def reescribir(visita, revision_id, contenido, **contexto) -> Visita:
    """Make the visit and its children say what an amendment says. The school stays the one of that day."""
    contexto |= {"escuela_id": visita.escuela_id, "acompanante_id": visita.acompanante_id}
    for columna, valor in _columnas(contenido, **contexto).items():
        setattr(visita, columna, valor)
    visita.cabeza_id, visita.enmendada_en = revision_id, timezone.now()
    visita.save(force_update=True)
    visita.niveles.all().delete()
    _escribir_niveles(visita, contenido, contexto["instrumento"])
    DialogoReflexivo.objects.filter(pk=visita.pk).delete()
    _escribir_dialogo(visita, contenido)
    _reescribir_compromisos(visita, contenido)
    CalidadDeVisita.objects.update_or_create(visita=visita, defaults=_calidad(visita, contenido))
    verificar(visita, contenido["verificaciones"])
    reabrir(visita.programada)
    return visita


def _escribir_niveles(visita, contenido, instrumento):
    competencias = {c.numero: c for c in instrumento.competencias.all()}
    NivelObservado.objects.bulk_create(
        NivelObservado(
            visita=visita,
            competencia=competencias[n["competencia"]],
            nivel=n["nivel"],
            evidencia=n["evidencia"],
        )
        for n in contenido["niveles"]
    )


def _escribir_dialogo(visita, contenido):
    if any(contenido["dialogo"].values()):
        DialogoReflexivo.objects.create(visita=visita, **contenido["dialogo"])


def _calidad(visita, contenido):
    return medir(contenido, timezone.localdate(visita.recibida_en))


def _compromisos(visita, contenido):
    return [
        Compromiso(
            pk=UUID(c["id"]),
            visita=visita,
            orden=orden,
            que=c["que"],
            hasta=date.fromisoformat(c["hasta"]),
            como=c["como"],
        )
        for orden, c in enumerate(contenido["compromisos"], start=1)
    ]


def _reescribir_compromisos(visita, contenido):
    """Those that stay keep their id and what a later visit found about them; those taken out go, unless a later
    visit or the teacher's own notes spoke of them already: then they stay as they were."""
    antes = {c.pk: c for c in visita.compromisos.all()}
    ahora = _compromisos(visita, contenido)
    nuevos = [c for c in ahora if c.pk not in antes]
    cambiados = [_con_texto_de(antes[c.pk], c) for c in ahora if c.pk in antes]
    quedan = {c.pk for c in ahora}
    sin_noticias = visita.compromisos.filter(estado=EstadoDeCompromiso.PENDIENTE, avances=None)
    sin_noticias.exclude(pk__in=quedan).delete()
    Compromiso.objects.bulk_create(nuevos)
    Compromiso.objects.bulk_update(cambiados, ["orden", "que", "hasta", "como"])


def _con_texto_de(viejo, nuevo):
    viejo.orden, viejo.que, viejo.hasta, viejo.como = nuevo.orden, nuevo.que, nuevo.hasta, nuevo.como
    return viejo


def verificar(visita, verificaciones):
    """Write what this visit found about earlier commitments, and take back what it no longer says.

    One that another visit has verified is left alone: that visit's word stands in the order of arrival.
    """
    dichas = {UUID(v["compromiso"]): v for v in verificaciones}
    if visita.enmendada_en:
        visita.verificaciones.exclude(pk__in=dichas).update(
            estado=EstadoDeCompromiso.PENDIENTE, verificado_en=None, comentario=""
        )
    if not dichas:
        return
    suyos = [
        c
        for c in Compromiso.objects.filter(pk__in=dichas, visita__docente_id=visita.docente_id)
        if c.verificado_en_id in (None, visita.pk)
    ]
    for compromiso in suyos:
        dicha = dichas[compromiso.pk]
        compromiso.estado, compromiso.comentario = dicha["estado"], dicha["comentario"]
        compromiso.verificado_en = visita
    Compromiso.objects.bulk_update(suyos, ["estado", "comentario", "verificado_en"])


def reabrir(programada):
    """A visit that took place after all is no longer one that was not held."""
    if programada and programada.estado == EstadoProgramada.NO_REALIZADA:
        VisitaProgramada.objects.filter(pk=programada.pk).update(
            estado=EstadoProgramada.PENDIENTE, motivo="", motivo_texto=""
        )
