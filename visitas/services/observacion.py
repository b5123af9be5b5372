"""The formador's field visit to the acompañante: writing it, finishing it, and the acompañante's word on it."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from visitas.models import EstadoDeObservacion, ObservacionDeAcompanante


class ObservacionRechazada(Rechazo):
    """A field visit that a rule does not allow."""

    codigo = "OBSERVACION"


@transaction.atomic
def guardar_observacion(*, por, datos, terminar, observacion=None) -> ObservacionDeAcompanante:
    """Write a draft or finish it; a finished one no longer changes. `datos` are columns."""
    if observacion is not None:
        observacion = ObservacionDeAcompanante.objects.select_for_update().get(pk=observacion.pk)
        if not observacion.en_borrador:
            raise ObservacionRechazada(
                "Esta visita ya se terminó y el acompañante la leyó: no se cambia.", codigo="TERMINADA"
            )
    observacion = observacion or ObservacionDeAcompanante(formador=por)
    for campo, valor in datos.items():
        setattr(observacion, campo, valor)
    if terminar:
        observacion.estado, observacion.terminada_en = EstadoDeObservacion.TERMINADA, timezone.now()
    observacion.save()
    return observacion


@transaction.atomic
def comentar_observacion(*, observacion, texto) -> ObservacionDeAcompanante:
    """Keep the acompañante's own comment; an empty text takes it back."""
    observacion.comentario = texto.strip()
    observacion.comentada_en = timezone.now() if observacion.comentario else None
    observacion.save(update_fields=["comentario", "comentada_en"])
    return observacion
