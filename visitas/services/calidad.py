"""The counts of quality for visits that were accepted before the rule, or under an older one."""

import json

from django.db import transaction
from django.utils import timezone

from visitas.calidad import VERSION, medir
from visitas.models import CalidadDeVisita, Visita

LOTE = 500


def recalcular_calidad(*, todas=False) -> int:
    """Write the counts that are missing or of another version of the rule (or `todas`); return how many.

    One transaction for each batch of LOTE visits: it may stop half-way and be run again.
    """
    visitas = Visita.objects.all() if todas else Visita.objects.exclude(calidad__version=VERSION)
    ids = list(visitas.order_by("pk").values_list("pk", flat=True))
    for desde in range(0, len(ids), LOTE):
        _recalcular(ids[desde : desde + LOTE])
    return len(ids)


@transaction.atomic
def _recalcular(ids):
    visitas = Visita.objects.filter(pk__in=ids).select_related("cabeza__contenido")
    filas = [calidad_de(v, json.loads(v.cabeza.contenido.texto)) for v in visitas]
    CalidadDeVisita.objects.filter(pk__in=ids).delete()
    CalidadDeVisita.objects.bulk_create(filas)


def calidad_de(visita, contenido) -> CalidadDeVisita:
    """Return the row of a visit, not saved."""
    return CalidadDeVisita(visita_id=visita.pk, **medir(contenido, timezone.localdate(visita.recibida_en)))
