"""Assigning with the protocol in sight: caseload, and the year's visits that change hands."""

from django.db import transaction

from docentes.services import asignar
from visitas.models import EstadoProgramada, NivelEducativo, Protocolo, VisitaProgramada


def carga_del_protocolo(docente):
    """Return the Protocolo in force for the teacher's level, or None before the catalogues are loaded."""
    return Protocolo.objects.vigente_para(NivelEducativo.de_escuela(docente.escuela))


@transaction.atomic
def asignar_con_calendario(*, docente, acompanante, desde, por=None):
    """Start an assignment and hand over the teacher's scheduled visits that are still to be done.

    Raises what `docentes.services.asignar` raises.
    """
    asignacion = asignar(docente=docente, acompanante=acompanante, desde=desde, por=por)
    VisitaProgramada.objects.filter(
        docente=docente, estado=EstadoProgramada.PENDIENTE, fecha__gte=desde, visitas__isnull=True
    ).update(acompanante=acompanante)
    return asignacion
