"""Calibration: the formador's exercise, and each acompañante's answer."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from visitas.models import (
    EjercicioDeCalibracion,
    NivelDeReferencia,
    NivelDeRespuesta,
    RespuestaDeCalibracion,
)


class CalibracionRechazada(Rechazo):
    """An exercise or an answer that a rule does not allow."""

    codigo = "CALIBRACION"


@transaction.atomic
def guardar_ejercicio(*, por, datos, referencia, ejercicio=None) -> EjercicioDeCalibracion:
    """Create an exercise or change one. `referencia` is [(competencia, nivel or None, razon)], possibly empty.

    Raises CalibracionRechazada once somebody answered and the lesson itself would change.
    """
    ejercicio = ejercicio or EjercicioDeCalibracion(region_id=por.region_id, creado_por=por)
    if not ejercicio._state.adding:
        _exigir_sin_respuestas(ejercicio, datos)
    for campo, valor in datos.items():
        setattr(ejercicio, campo, valor)
    ejercicio.save()
    ejercicio.referencia.all().delete()
    NivelDeReferencia.objects.bulk_create(
        NivelDeReferencia(ejercicio=ejercicio, competencia=c, nivel=nivel, razon=razon)
        for c, nivel, razon in referencia
    )
    return ejercicio


def _exigir_sin_respuestas(ejercicio, datos):
    cambia = any(getattr(ejercicio, c) != datos[c] for c in ("leccion", "instrumento", "clase") if c in datos)
    if cambia and ejercicio.respuestas.enviadas().exists():
        raise CalibracionRechazada(
            "Ya hay respuestas a esta clase: no puede cambiar. Corrige las fechas o crea otro ejercicio.",
            campo="leccion",
            codigo="CON_RESPUESTAS",
        )


@transaction.atomic
def guardar_respuesta(*, ejercicio, acompanante, valores) -> RespuestaDeCalibracion:
    """Keep what is not sent yet, as typed."""
    respuesta = _abierta(ejercicio, acompanante)
    respuesta.borrador = valores
    respuesta.save(update_fields=["borrador"])
    return respuesta


@transaction.atomic
def enviar_respuesta(*, ejercicio, acompanante, niveles) -> RespuestaDeCalibracion:
    """Send an answer, once. `niveles` is [(competencia, nivel or None, razon)] with every competency."""
    respuesta = _abierta(ejercicio, acompanante)
    NivelDeRespuesta.objects.bulk_create(
        NivelDeRespuesta(respuesta=respuesta, competencia=c, nivel=nivel, razon=razon)
        for c, nivel, razon in niveles
    )
    respuesta.enviada_en, respuesta.borrador = timezone.now(), {}
    respuesta.save(update_fields=["enviada_en", "borrador"])
    return respuesta


def _abierta(ejercicio, acompanante):
    if not ejercicio.abierto:
        raise CalibracionRechazada(
            f"El ejercicio cerró el {en_cifras(ejercicio.cierra)}: ya no recibe respuestas.", codigo="CERRADO"
        )
    RespuestaDeCalibracion.objects.get_or_create(ejercicio=ejercicio, acompanante=acompanante)
    respuesta = RespuestaDeCalibracion.objects.select_for_update().get(
        ejercicio=ejercicio, acompanante=acompanante
    )
    if respuesta.enviada_en:
        raise CalibracionRechazada("Ya enviaste tu respuesta: no se cambia.", codigo="YA_ENVIADA")
    return respuesta
