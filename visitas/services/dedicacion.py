"""Time outside accompaniment: written by the acompañante alone, as half-hours by kind and month."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import MESES, horas
from docentes.models import Acompanante
from visitas.models import ClaseDeDedicacion, DedicacionFuera, medias_horas_del_mes


class DedicacionRechazada(Rechazo):
    """Time that cannot be recorded."""

    codigo = "DEDICACION"


@transaction.atomic
def guardar_dedicacion(*, acompanante, anio: int, medias_horas: dict, por) -> None:
    """Write {(month, kind): half-hours} of a year; 0 erases, what is not named stays. Raises DedicacionRechazada.

    Only for oneself, up to the current month, and no more than the hours that a month has.
    """
    if acompanante.usuario_id != por.pk:
        raise DedicacionRechazada("Cada acompañante anota solo su propio tiempo.", codigo="NO_ES_TUYO")
    Acompanante.objects.select_for_update().get(pk=acompanante.pk)
    hoy = timezone.localdate()
    for mes, clase in medias_horas:
        _exigir_celda(anio, mes, clase, hoy)
    guardadas = DedicacionFuera.objects.filter(acompanante=acompanante, anio=anio)
    quedan = {(f.mes, f.clase): f.medias_horas for f in guardadas} | medias_horas
    _exigir_que_quepa(anio, quedan)
    for (mes, clase), cuantas in medias_horas.items():
        if not cuantas:
            guardadas.filter(mes=mes, clase=clase).delete()
    DedicacionFuera.objects.bulk_create(
        (
            DedicacionFuera(
                acompanante=acompanante,
                anio=anio,
                mes=mes,
                clase=clase,
                medias_horas=cuantas,
                guardada_en=timezone.now(),
            )
            for (mes, clase), cuantas in medias_horas.items()
            if cuantas
        ),
        update_conflicts=True,
        unique_fields=["acompanante", "anio", "mes", "clase"],
        update_fields=["medias_horas", "guardada_en"],
    )


def _exigir_celda(anio, mes, clase, hoy):
    if clase not in ClaseDeDedicacion.values or mes not in range(1, 13):
        raise DedicacionRechazada(
            f"«{clase}» en el mes {mes} no es una casilla del registro.", codigo="CASILLA"
        )
    if (anio, mes) > (hoy.year, hoy.month):
        raise DedicacionRechazada(
            f"{MESES[mes - 1].capitalize()} de {anio} aún no empieza. Anota el tiempo cuando haya pasado.",
            codigo="MES_FUTURO",
        )


def _exigir_que_quepa(anio, por_celda):
    for mes in sorted({mes for mes, _ in por_celda}):
        suma, tope = sum(m for (n, _), m in por_celda.items() if n == mes), medias_horas_del_mes(anio, mes)
        if suma > tope:
            raise DedicacionRechazada(
                f"En {MESES[mes - 1]} anotaste {horas(suma * 30)} y el mes tiene {horas(tope * 30)}. Revisa las casillas.",
                codigo="NO_CABE",
            )
