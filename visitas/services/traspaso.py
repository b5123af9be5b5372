"""The handover of a teacher: what she decides passes on, and the note of who accompanied her."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Asignacion
from visitas.models import DecisionDeTraspaso, Traspaso


class TraspasoRechazado(Rechazo):
    """A change of a handover that its rules do not allow."""

    codigo = "TRASPASO"


@transaction.atomic
def abrir_traspaso(*, asignacion) -> Traspaso:
    """Return the handover of an assignment, made now if it has none, with who comes next once that is known.

    Everything passes until the teacher decides (trust.md §2 gives it to whoever accompanies today).
    """
    traspaso, _ = Traspaso.objects.get_or_create(
        anterior=asignacion, defaults={"docente_id": asignacion.docente_id}
    )
    if traspaso.siguiente_id is None:
        traspaso.siguiente = _siguiente_a(asignacion)
        traspaso.save(update_fields=["siguiente"])
    return traspaso


def _siguiente_a(asignacion):
    posteriores = Asignacion.objects.filter(docente=asignacion.docente_id, desde__gt=asignacion.desde)
    return posteriores.exclude(acompanante=asignacion.acompanante_id).order_by("desde").first()


@transaction.atomic
def decidir_traspaso(
    *, traspaso, visitas: bool, necesidades: bool, plan: bool, pasa_la_nota: bool = True, palabra="", por
) -> Traspaso:
    """Write the teacher's decision and keep it in the history. It may be changed at any time, also after the change.

    Who decides has the note in front, so it counts as read.
    """
    traspaso = _tomar(traspaso)
    decision = {
        "visitas": visitas,
        "necesidades": necesidades,
        "plan": plan,
        "pasa_la_nota": pasa_la_nota,
        "palabra": palabra.strip(),
    }
    for campo, valor in decision.items():
        setattr(traspaso, campo, valor)
    traspaso.decidido_en = timezone.now()
    if traspaso.nota and traspaso.nota_leida_en is None:
        traspaso.nota_leida_en = traspaso.decidido_en
    traspaso.save()
    DecisionDeTraspaso.objects.create(traspaso=traspaso, autor=por, momento=traspaso.decidido_en, **decision)
    return traspaso


@transaction.atomic
def escribir_nota_de_traspaso(*, traspaso, texto: str) -> Traspaso:
    """Write the handover note. Blank takes it back. Raises TraspasoRechazado once the teacher has read it."""
    traspaso = _tomar(traspaso)
    if traspaso.nota_leida_en:
        raise TraspasoRechazado(
            f"{traspaso.docente.primer_nombre} ya leyó tu nota: queda como está. Lo que falte, cuéntaselo de palabra.",
            campo="texto",
        )
    traspaso.nota = texto.strip()
    traspaso.nota_escrita_en = timezone.now() if traspaso.nota else None
    traspaso.save(update_fields=["nota", "nota_escrita_en"])
    return traspaso


@transaction.atomic
def leer_nota_de_traspaso(*, traspaso) -> Traspaso:
    """The teacher says that she has read the note: from now on it may pass, and it no longer changes."""
    traspaso = _tomar(traspaso)
    if traspaso.nota and traspaso.nota_leida_en is None:
        traspaso.nota_leida_en = timezone.now()
        traspaso.save(update_fields=["nota_leida_en"])
    return traspaso


def _tomar(traspaso) -> Traspaso:
    return Traspaso.objects.select_for_update(of=["self"]).select_related("docente").get(pk=traspaso.pk)
