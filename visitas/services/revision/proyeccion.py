"""The visit and its children, made again from an amendment."""

from uuid import UUID

from django.utils import timezone

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

from . import filas


def reescribir(visita, revision_id, contenido, **contexto) -> Visita:
    """Make the visit and its children say what an amendment says. The school stays the one of that day."""
    contexto |= {"escuela_id": visita.escuela_id, "acompanante_id": visita.acompanante_id}
    for columna, valor in filas.columnas(contenido, **contexto).items():
        setattr(visita, columna, valor)
    visita.cabeza_id, visita.enmendada_en = revision_id, timezone.now()
    visita.save(force_update=True)
    visita.niveles.all().delete()
    NivelObservado.objects.bulk_create(filas.niveles(visita, contenido, contexto["instrumento"]))
    DialogoReflexivo.objects.filter(pk=visita.pk).delete()
    DialogoReflexivo.objects.bulk_create(filas.dialogos(visita, contenido))
    _reescribir_compromisos(visita, contenido)
    CalidadDeVisita.objects.update_or_create(visita=visita, defaults=filas.calidad(visita, contenido))
    _verificar(visita, contenido["verificaciones"])
    reabrir([visita.programada])
    return visita


def _reescribir_compromisos(visita, contenido):
    """Those that stay keep their id and what a later visit found about them; those taken out go, unless a later
    visit or the teacher's own notes spoke of them already: then they stay as they were."""
    antes = {c.pk: c for c in visita.compromisos.all()}
    ahora = filas.compromisos(visita, contenido)
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


def _verificar(visita, verificaciones):
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


def reabrir(programadas) -> None:
    """Visits that took place after all are no longer ones that were not held."""
    marcadas = [p.pk for p in programadas if p and p.estado == EstadoProgramada.NO_REALIZADA]
    if marcadas:
        VisitaProgramada.objects.filter(pk__in=marcadas).update(
            estado=EstadoProgramada.PENDIENTE, motivo="", motivo_texto=""
        )
