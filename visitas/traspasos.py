"""What the pages of a handover read. Each function starts from a Traspaso fetched under the person's scope."""

from dataclasses import dataclass

from django.utils import timezone

from .forms.traspaso import CLASES
from .models import Compromiso, LineaDePlan, Necesidad, Visita


@dataclass(frozen=True)
class Recibido:
    """What passed to who accompanies today. Dates and kinds of `visitas` and open `compromisos` always do."""

    visitas: list
    compromisos: list
    necesidades: list
    lineas: list


def recibido_por(usuario, traspaso) -> Recibido:
    """Return what passed, in five queries whatever it is. `visitas` are (visit with date and kind, may be opened)."""
    de = traspaso.anterior.acompanante_id
    visitas = _visitas_de(traspaso).select_related("tipo").order_by("-fecha", "-inicio")
    legibles = set(Visita.objects.visibles_para(usuario).filter(pk__in=visitas).values_list("pk", flat=True))
    suyos = {"visita__docente": traspaso.docente_id, "visita__acompanante": de}
    necesidades = Necesidad.objects.visibles_para(usuario).filter(docente=traspaso.docente_id, autor=de)
    lineas = LineaDePlan.objects.que_pasan_a(usuario).filter(
        docente=traspaso.docente_id, plan__acompanante=de
    )
    return Recibido(
        visitas=[(visita, visita.pk in legibles) for visita in visitas.defer("presentes")],
        compromisos=list(
            Compromiso.objects.visibles_para(usuario)
            .por_verificar()
            .filter(**suyos)
            .order_by("hasta", "orden")
        ),
        necesidades=list(necesidades.select_related("competencia").order_by("-anio", "prioridad")),
        lineas=list(lineas.select_related("plan").order_by("-plan__anio", "orden")),
    )


def cuantas_visitas(traspaso) -> int:
    return _visitas_de(traspaso).count()


def _visitas_de(traspaso):
    anterior = traspaso.anterior
    return Visita.objects.filter(
        docente=traspaso.docente_id,
        acompanante=anterior.acompanante_id,
        fecha__range=(anterior.desde, anterior.hasta or timezone.localdate()),
    )


def decision_de(traspaso) -> list[dict]:
    """Return {texto, pasa} of each class of data; the note only when there is one."""
    return [
        {"texto": rotulo, "pasa": getattr(traspaso, clase)}
        for clase, (_, _, rotulo) in CLASES.items()
        if clase != "pasa_la_nota" or traspaso.nota
    ]


def en_manos_de(asignaciones) -> list[dict]:
    """Return {asignacion, traspaso or None} of a teacher's own assignments, the latest first."""
    filas = asignaciones.select_related("acompanante__usuario", "traspaso__siguiente__acompanante__usuario")
    return [{"asignacion": a, "traspaso": getattr(a, "traspaso", None)} for a in filas.order_by("-desde")]
