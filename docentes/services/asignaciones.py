"""Assignments. The bond of trust is not rotated: a change in the middle of the year warns and says why."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Asignacion, MotivoDeFin


class YaTieneAcompanante(Rechazo):
    """The teacher is already accompanied on some day of the new assignment."""

    codigo = "YA_TIENE_ACOMPANANTE"


def advertencias_al_asignar(*, docente, acompanante, desde, carga=None) -> list[str]:
    """Return the sentences that the coordinator must read before assigning; empty when there is nothing to say.

    `carga` is the protocol in force for the teacher's level: an object with `carga_maxima` and `carga_de_aviso`.
    """
    avisos = []
    otros = docente.asignaciones.filter(hasta__year=desde.year).exclude(acompanante=acompanante)
    if otros.exists():
        avisos.append(
            f"Esta plaza ya tuvo otro acompañante en {desde.year}. El programa pide no rotar: "
            "cada cambio cuesta confianza y el reporte lo cuenta."
        )
    tendra = acompanante.asignaciones.vigentes(desde).count() + 1
    if carga and tendra > carga.carga_de_aviso:
        avisos.append(
            f"{acompanante} quedaría con {tendra} docentes; el protocolo pide de {carga.carga_minima} a "
            f"{carga.carga_maxima} y avisa por encima de {carga.carga_de_aviso}."
        )
    return avisos


def advertencias_al_terminar(*, asignacion, hasta) -> list[str]:
    """Return the non-rotation warning when an assignment ends before the year does."""
    if hasta.month == 12:
        return []
    return [
        "Terminar a mitad de año rompe el vínculo de confianza: el programa pide que el acompañante no rote. "
        "El motivo queda guardado y el reporte lo cuenta."
    ]


@transaction.atomic
def asignar(*, docente, acompanante, desde, por=None) -> Asignacion:
    """Start an assignment on `desde`.

    Raises YaTieneAcompanante when another one covers that day or a later one, and Rechazo when the teacher or
    the acompañante is not active.
    """
    if not docente.activo or not acompanante.activo:
        raise Rechazo("La plaza o el acompañante ya no está en el programa. Elige otro.", codigo="INACTIVO")
    if docente.asignaciones.filter(Q(hasta__isnull=True) | Q(hasta__gte=desde)).exists():
        raise YaTieneAcompanante(
            f"La plaza ya tiene acompañante el {desde:%d/%m/%Y}. Termina primero esa asignación.",
            campo="desde",
        )
    try:
        with transaction.atomic():
            return Asignacion.objects.create(
                docente=docente, acompanante=acompanante, desde=desde, creada_por=por
            )
    except IntegrityError as error:
        raise YaTieneAcompanante("Otra persona acaba de asignar esta plaza. Vuelve a la lista.") from error


@transaction.atomic
def terminar_asignacion(*, asignacion, hasta, motivo, motivo_texto="") -> Asignacion:
    """End an assignment with its reason; `hasta` is its last day.

    Raises Rechazo when it has ended already, when the day is before its start or after today, or when the
    reason is *otro* without words.
    """
    asignacion = Asignacion.objects.select_for_update().get(pk=asignacion.pk)
    if asignacion.hasta is not None:
        raise Rechazo(f"Esta asignación ya terminó el {asignacion.hasta:%d/%m/%Y}.", codigo="YA_TERMINADA")
    _revisar_fin(asignacion, hasta, motivo, motivo_texto)
    asignacion.hasta, asignacion.motivo_fin, asignacion.motivo_texto = hasta, motivo, motivo_texto.strip()
    asignacion.save(update_fields=["hasta", "motivo_fin", "motivo_texto"])
    return asignacion


def _revisar_fin(asignacion, hasta, motivo, motivo_texto):
    if hasta < asignacion.desde:
        raise Rechazo(
            f"El último día ({hasta:%d/%m/%Y}) es anterior al primero ({asignacion.desde:%d/%m/%Y}).",
            campo="hasta",
        )
    if hasta > timezone.localdate():
        raise Rechazo(f"El último día ({hasta:%d/%m/%Y}) no puede ser posterior a hoy.", campo="hasta")
    if motivo not in MotivoDeFin.values:
        raise Rechazo(f"«{motivo}» no es un motivo. Elige uno de la lista.", campo="motivo_fin")
    if motivo == MotivoDeFin.OTRO and not motivo_texto.strip():
        raise Rechazo("Escribe cuál es el otro motivo.", campo="motivo_texto")
