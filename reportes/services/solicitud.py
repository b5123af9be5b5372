"""Asking for a report, and asking again for one that failed."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from reportes.ambitos import AmbitoDeReporte, ambitos_para, todos
from reportes.models import Ambito, EstadoDeReporte, Reporte
from reportes.periodos import leer_periodo

from .avisos import avisar_sin_esperar


def elegir_ambito(ambito: str, codigo: str, *, usuario=None) -> AmbitoDeReporte:
    """Return the scope, among those of `usuario` (all of them without one).

    Raises Rechazo with the valid codes when there is no such scope for that person.
    """
    if ambito not in Ambito.values:
        raise Rechazo(f"«{ambito}» no es un ámbito. Elige ugel o provincia.", campo="ambito")
    posibles = [a for a in (todos() if usuario is None else ambitos_para(usuario)) if a.tipo == ambito]
    for posible in posibles:
        if posible.codigo == codigo:
            return posible
    raise Rechazo(_sin_ambito(ambito, codigo, posibles), campo="codigo")


def _sin_ambito(ambito, codigo, posibles):
    nombre = {"ugel": "UGEL", "provincia": "provincia"}[ambito]
    if not posibles:
        return f"No hay ninguna {nombre} de la que puedas pedir un reporte."
    validos = ", ".join(f"{a.codigo} ({a.nombre})" for a in posibles)
    return f"No hay una {nombre} con código «{codigo}». Los códigos válidos son: {validos}."


def solicitar_reporte(*, usuario, ambito: str, codigo: str, periodo: str) -> Reporte:
    """Return the request of `usuario` (None: the command line) for that scope and period.

    Asking again while it is under way returns the same row. The row is the truth: the bell rings after the
    commit, and when the broker does not answer the sweeper rings later. Raises Rechazo on an unknown
    scope, code or period.
    """
    elegido = elegir_ambito(ambito, codigo, usuario=usuario)
    periodo = leer_periodo(periodo).codigo
    clave = f"{elegido.clave}:{periodo}:{usuario.pk if usuario else 'sistema'}"
    with transaction.atomic():
        reporte, nuevo = _obtener_o_crear(clave, elegido, periodo, usuario)
        if nuevo:
            avisar_sin_esperar(reporte.pk)
    return reporte


def _obtener_o_crear(clave, elegido, periodo, usuario):
    en_curso = Reporte.objects.en_curso().filter(clave=clave)
    if anterior := en_curso.first():
        return anterior, False
    try:
        with transaction.atomic():
            return Reporte.objects.create(
                clave=clave,
                ambito=elegido.tipo,
                codigo=elegido.codigo,
                nombre=elegido.nombre,
                periodo=periodo,
                pedido_por=usuario,
                avisado_en=timezone.now(),
            ), True
    except IntegrityError:
        return en_curso.get(), False


def reintentar_reporte(*, reporte) -> Reporte:
    """Put a failed report back in the queue with its three attempts; one that did not fail stays as it is.

    When the same request is already under way in another row, return that one.
    """
    try:
        with transaction.atomic():
            fallidos = Reporte.objects.filter(pk=reporte.pk, estado=EstadoDeReporte.FALLIDO)
            if fallidos.update(
                estado=EstadoDeReporte.PENDIENTE,
                intentos=0,
                paso=0,
                turno=None,
                arrendado_hasta=None,
                error="",
                terminado_en=None,
                avisado_en=timezone.now(),
            ):
                avisar_sin_esperar(reporte.pk)
    except IntegrityError:
        return Reporte.objects.en_curso().get(clave=reporte.clave)
    reporte.refresh_from_db()
    return reporte
