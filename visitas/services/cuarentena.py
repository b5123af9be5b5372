"""Records that came without an assignment are received once there is one, with their author and their device."""

import json
import logging
from collections import Counter

from django.db import DatabaseError, transaction
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from visitas.campo.mensaje import Lote, RevisionEnviada
from visitas.contexto import Catalogos
from visitas.models import Cuarentena

from .revision import Estado
from .sincronizacion import recibir_una

registro_de_fallas = logging.getLogger(__name__)

RECIBIDA, ESPERA, RECHAZADA = "recibida", "espera", "rechazada"


def reintentar_cuarentena(*, autor) -> Counter:
    """Receive again what of `autor` waits, the oldest first, and return {RECIBIDA, ESPERA, RECHAZADA: how many}.

    Each is judged as of the day it arrived, so that nothing is late for having waited. What is received (or was stored as a
    branch) leaves the quarantine; what the form refuses stays with its errors, for its author. A failure undoes nothing
    else and raises nothing: the record waits.
    """
    esperan = Cuarentena.objects.filter(autor=autor).esperan().order_by("finalizada_en", "recibida_en")
    return Counter(_reintentar(pk) for pk in list(esperan.values_list("pk", flat=True)))


def _reintentar(pk) -> str:
    try:
        with transaction.atomic():
            registro = (
                Cuarentena.objects.select_for_update(of=("self",))
                .select_related("autor")
                .filter(pk=pk)
                .first()
            )
            return _recibir(registro) if registro else RECIBIDA
    except DatabaseError:
        registro_de_fallas.exception("El registro %s de la cuarentena no se pudo recibir", pk)
        return ESPERA


def _recibir(registro) -> str:
    enviada = _como_llego(registro)
    lote = Lote(registro.dispositivo, nuevo_id(), timezone.now(), [enviada], quedan=0, espera_desde=None)
    dia = timezone.localdate(registro.recibida_en)
    resultado = recibir_una(registro.autor, lote, enviada, Catalogos(hoy=dia))
    if resultado and (resultado.guardada or resultado.revision):
        registro.delete()
        return RECIBIDA
    registro.intentada_en = timezone.now()
    registro.errores = _errores(resultado)
    registro.save(update_fields=["errores", "intentada_en"])
    return RECHAZADA if registro.errores else ESPERA


def _como_llego(registro) -> RevisionEnviada:
    return RevisionEnviada(
        visita=registro.visita_id,
        revision=registro.pk,
        base=registro.base_id,
        formulario=registro.formulario,
        formulario_version=registro.formulario_version,
        finalizada_en=registro.finalizada_en,
        secuencia=0,
        huella=registro.huella,
        contenido=json.loads(registro.texto),
    )


def _errores(resultado) -> list[dict]:
    """Why it can never be received as it is; empty when it may still wait."""
    if resultado is None or resultado.estado in (Estado.SIN_ASIGNACION, Estado.FALTA_BASE):
        return []
    if resultado.estado == Estado.CONFLICTO:
        mensaje = "Otro registro llegó con el mismo identificador. Corrígelo y envíalo de nuevo."
        return [{"campo": "", "codigo": resultado.codigo, "mensaje": mensaje}]
    return [vars(falla) for falla in resultado.errores]
