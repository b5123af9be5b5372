"""The prioritised needs of a teacher, which follow from the diagnostic visit or from what stands in for it."""

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from docentes.models import Docente
from visitas.linea_de_base import base_de
from visitas.models import ClaseDeVisita, Necesidad


class NecesidadRechazada(Rechazo):
    """Needs that cannot be prioritised."""

    codigo = "NECESIDADES"


@transaction.atomic
def priorizar_necesidades(*, docente, anio: int, base, necesidades: list[dict], por) -> list[Necesidad]:
    """Leave a teacher with exactly these needs for the year, in this order: {"competencia", "texto"} each.

    A need that stays keeps its identity, so that the plan goes on pointing at it. What the teacher withheld from
    `por` is left as it is. `base` is the diagnostic visit of that teacher and year or, where it was withheld from
    `por`, their own first visit. Raises NecesidadRechazada without it, or with a competency of another instrument.
    """
    _exigir_base(docente, anio, base, por)
    for necesidad in necesidades:
        if necesidad["competencia"].instrumento_id != base.instrumento_id:
            raise NecesidadRechazada(
                f"«{necesidad['competencia']}» no es del instrumento de la visita de la que parten. Elige una de la lista."
            )
    quedan = _las_que_quedan(docente, anio, por, [n["competencia"] for n in necesidades])
    guardadas = []
    for prioridad, dicha in enumerate(necesidades, 1):
        competencia = dicha["competencia"]
        necesidad = quedan.get(competencia.pk) or Necesidad(
            docente=docente, anio=anio, competencia=competencia
        )
        necesidad.texto, necesidad.prioridad = dicha["texto"], prioridad
        necesidad.visita, necesidad.autor = base, por
        necesidad.save()
        guardadas.append(necesidad)
    return guardadas


def _las_que_quedan(docente, anio, por, competencias) -> dict:
    """Return {competency: need} of those that stay, own ones first, and erase the rest of what `por` may read."""
    previas = Necesidad.objects.select_for_update(of=["self"]).sin_retener_a(por.usuario)
    previas = list(previas.filter(docente=docente, anio=anio))
    previas.sort(key=lambda n: (n.autor_id == por.pk, n.creada_en))
    quedan = {n.competencia_id: n for n in previas if n.competencia in competencias}
    sobran = [n.pk for n in previas if n not in quedan.values()]
    Necesidad.objects.filter(pk__in=sobran).delete()
    return quedan


def _exigir_base(docente, anio, visita, por):
    if visita is None or (visita.docente_id, visita.anio) != (docente.pk, anio) or not _sirve(visita, por):
        raise NecesidadRechazada(
            f"{docente.nombre_completo} no tiene visita diagnóstica en {anio}. Regístrala primero: de ella salen las "
            "necesidades.",
            codigo="SIN_DIAGNOSTICA",
        )


def _sirve(visita, por) -> bool:
    if visita.tipo.clase == ClaseDeVisita.DIAGNOSTICA:
        return True
    docente = Docente.objects.filter(pk=visita.docente_id)
    return base_de(por.usuario, docente, visita.anio).sustituta == visita
