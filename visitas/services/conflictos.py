"""A person's choice between two versions: a new revision on the head, and the branch closed with what was chosen."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Docente
from visitas.models import EstadoDeRevision, ResolucionDeConflicto, Revision, Visita

from .revision import Estado, Resultado


class CambioLaCabeza(Rechazo):
    """Somebody amended the visit while the person was choosing: what they saw is no longer what is."""

    codigo = "CABEZA_CAMBIO"


@transaction.atomic
def resolver_conflicto(*, rama, cabeza_id, contenido, elegidas, recibir) -> Resultado:
    """Store what the author of a branch chose, and close the branch with those that it amends.

    `cabeza_id` is the head that the author saw; `elegidas` is {field: choice}; `recibir` is the form's own door
    (conflictos.FORMULARIOS). A content equal to the head's leaves the head as it is (`duplicada`). When the door refuses,
    its Resultado comes back and nothing changed. Raises CambioLaCabeza, and Rechazo when it was resolved meanwhile.
    """
    visita = _bloquear(rama)
    if visita.cabeza_id != cabeza_id:
        raise CambioLaCabeza(
            "La visita se corrigió en otro lugar mientras elegías. Aquí está como quedó: elige otra vez."
        )
    texto = canonico(contenido)
    if huella(texto) == visita.cabeza.huella:
        resultado = Resultado(Estado.DUPLICADA, visita.cabeza)
    else:
        resultado = _recibir(rama, cabeza_id, contenido, texto, recibir)
    if resultado.guardada:
        _cerrar(rama, resultado.revision, elegidas)
    return resultado


def _bloquear(rama):
    """Lock the visit in the order in which the sync does, teacher first, so that the head stays while we write."""
    docente_id = Visita.objects.values_list("docente_id", flat=True).get(pk=rama.visita_id)
    list(Docente.objects.select_for_update(no_key=True).filter(pk=docente_id).values_list("pk"))
    if ResolucionDeConflicto.objects.filter(pk=rama.pk).exists():
        raise Rechazo("Ya habías elegido entre estas dos versiones.", codigo="YA_RESUELTO")
    return Visita.objects.select_related("cabeza").get(pk=rama.visita_id)


def _recibir(rama, cabeza_id, contenido, texto, recibir):
    return recibir(
        autor=rama.autor,
        visita_id=rama.visita_id,
        revision_id=nuevo_id(),
        base_id=cabeza_id,
        formulario_version=rama.formulario_version,
        contenido=contenido,
        huella=huella(texto),
        finalizada_en=timezone.now(),
    )


def _cerrar(rama, resultado, elegidas):
    ResolucionDeConflicto.objects.bulk_create(
        ResolucionDeConflicto(rama=r, resultado=resultado, por=rama.autor, elegido=elegidas)
        for r in cadena_de_ramas(rama)
        if not hasattr(r, "resolucion")
    )


def cadena_de_ramas(rama) -> list[Revision]:
    """The branch and the branches that it amends, the last first."""
    cadena = [rama]
    while (base := cadena[-1].base) is not None and base.estado == EstadoDeRevision.RAMA:
        cadena.append(base)
    return cadena
