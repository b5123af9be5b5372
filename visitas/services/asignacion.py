"""Assigning with the protocol in sight: caseload, and the year's visits that change hands."""

from django.db import transaction

from docentes.services import asignar, terminar_asignacion
from visitas.models import EstadoProgramada, NivelEducativo, Protocolo, VisitaProgramada

from .cuarentena import reintentar_cuarentena
from .traspaso import abrir_traspaso


def carga_del_protocolo(docente):
    """Return the Protocolo in force for the teacher's level, or None before the catalogues are loaded."""
    return Protocolo.objects.vigente_para(NivelEducativo.de_escuela(docente.escuela))


@transaction.atomic
def asignar_con_calendario(*, docente, acompanante, desde, por=None):
    """Start an assignment and hand over the teacher's scheduled visits that are still to be done.

    When somebody else accompanied the teacher before, the handover learns who comes next. What the acompañante wrote in
    the field while they held no assignment is received now. Raises what `docentes.services.asignar` raises.
    """
    asignacion = asignar(docente=docente, acompanante=acompanante, desde=desde, por=por)
    VisitaProgramada.objects.filter(
        docente=docente, estado=EstadoProgramada.PENDIENTE, fecha__gte=desde, visitas__isnull=True
    ).update(acompanante=acompanante)
    anterior = docente.asignaciones.filter(desde__lt=desde).order_by("-desde").first()
    if anterior and anterior.acompanante_id != acompanante.pk:
        abrir_traspaso(asignacion=anterior)
    reintentar_cuarentena(autor=acompanante.usuario)
    return asignacion


@transaction.atomic
def terminar_con_traspaso(*, asignacion, hasta, motivo, motivo_texto=""):
    """End an assignment and open its handover, so that the teacher may say what passes on.

    Raises what `docentes.services.terminar_asignacion` raises.
    """
    asignacion = terminar_asignacion(
        asignacion=asignacion, hasta=hasta, motivo=motivo, motivo_texto=motivo_texto
    )
    abrir_traspaso(asignacion=asignacion)
    return asignacion
