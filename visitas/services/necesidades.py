"""The prioritised needs of a teacher, which follow from the diagnostic visit."""

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from visitas.models import ClaseDeVisita, Necesidad


class NecesidadRechazada(Rechazo):
    """Needs that cannot be prioritised."""

    codigo = "NECESIDADES"


@transaction.atomic
def priorizar_necesidades(
    *, docente, anio: int, diagnostica, necesidades: list[dict], por
) -> list[Necesidad]:
    """Leave a teacher with exactly these needs for the year, in this order: {"competencia", "texto"} each.

    A need that stays keeps its identity, so that the plan goes on pointing at it. Raises NecesidadRechazada without
    the diagnostic visit of that teacher and year, or with a competency of another instrument.
    """
    _exigir_diagnostica(docente, anio, diagnostica)
    for necesidad in necesidades:
        if necesidad["competencia"].instrumento_id != diagnostica.instrumento_id:
            raise NecesidadRechazada(
                f"«{necesidad['competencia']}» no es del instrumento de la visita diagnóstica. Elige una de la lista."
            )
    previas = Necesidad.objects.select_for_update().filter(docente=docente, anio=anio)
    previas.exclude(competencia__in=[n["competencia"] for n in necesidades]).delete()
    return [
        Necesidad.objects.update_or_create(
            docente=docente,
            anio=anio,
            competencia=necesidad["competencia"],
            defaults={
                "texto": necesidad["texto"],
                "prioridad": prioridad,
                "visita": diagnostica,
                "autor": por,
            },
        )[0]
        for prioridad, necesidad in enumerate(necesidades, 1)
    ]


def _exigir_diagnostica(docente, anio, visita):
    if (
        visita is None
        or (visita.docente_id, visita.anio) != (docente.pk, anio)
        or visita.tipo.clase != ClaseDeVisita.DIAGNOSTICA
    ):
        raise NecesidadRechazada(
            f"{docente.nombre_completo} no tiene visita diagnóstica en {anio}. Regístrala primero: de ella salen las "
            "necesidades.",
            codigo="SIN_DIAGNOSTICA",
        )
