"""Trips: making one from scheduled visits, changing its stops, moving a day, cancelling it.

A trip never changes a date by itself: a day is moved by `reprogramar`, so that the original plan stays visible.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from visitas.models import EstadoDeViaje, EstadoProgramada, MotivoNoRealizada, Parada, Viaje, VisitaProgramada
from visitas.viajes import minutos_hasta

from .programacion import reprogramar


class ViajeRechazado(Rechazo):
    """A change that a trip does not allow."""

    codigo = "VIAJE"


@dataclass(frozen=True)
class CambioDeParada:
    """What the person wrote about one stop. `alterna` is a scheduled visit or None."""

    parada: Parada
    orden: int
    minutos_de_viaje: int | None = None
    alterna: VisitaProgramada | None = None
    plan_b: str = ""
    quitar: bool = False


@transaction.atomic
def crear_viaje(*, acompanante, programadas) -> Viaje:
    """Make a trip with these scheduled visits, in the order of their dates. Raises ViajeRechazado.

    The minutes to the first school and back come from its characterisation; two stops at one school are 0 apart.
    """
    tomadas = _tomar(acompanante, programadas)
    if not tomadas:
        raise ViajeRechazado(
            "Marca al menos una visita para armar el viaje.", campo="visitas", codigo="VACIO"
        )
    if len({p.anio for p in tomadas}) > 1:
        raise ViajeRechazado(
            "Un viaje es de un solo año. Deja las visitas del otro año para otro viaje.",
            campo="visitas",
            codigo="DOS_ANIOS",
        )
    escuelas = [p.docente.escuela for p in tomadas]
    minutos = minutos_hasta(escuelas)
    viaje = Viaje.objects.create(
        acompanante=acompanante,
        anio=tomadas[0].anio,
        nombre=_nombre(escuelas),
        minutos_de_regreso=minutos.get(escuelas[-1].pk),
    )
    _agregar(viaje, tomadas, minutos.get(escuelas[0].pk))
    return viaje


@transaction.atomic
def editar_viaje(*, viaje, datos: dict, cambios=(), agregar=()) -> Viaje:
    """Write the trip's own data, its stops (CambioDeParada) and the visits to add. Raises ViajeRechazado."""
    viaje = _en_pie(viaje)
    for campo, valor in datos.items():
        setattr(viaje, campo, valor)
    viaje.save()
    for cambio in cambios:
        _cambiar(cambio)
    _agregar(viaje, _tomar(viaje.acompanante, agregar))
    if not viaje.paradas.exists():
        raise ViajeRechazado(
            "El viaje se quedaría sin visitas. Deja al menos una, o cancela el viaje.", codigo="VACIO"
        )
    return viaje


@transaction.atomic
def mover_dia(*, viaje, dia: date, fecha: date, motivo: str, motivo_texto: str = "", por) -> int:
    """Move the visits still to make of one day to another, with one reason; return how many. Raises Rechazo."""
    viaje = _en_pie(viaje)
    del_dia = VisitaProgramada.objects.visibles_para(por).por_hacer().filter(paradas__viaje=viaje, fecha=dia)
    visitas = list(del_dia.order_by("paradas__orden", "pk"))
    if not visitas:
        raise ViajeRechazado(
            f"El {en_cifras(dia)} no queda ninguna visita por hacer en este viaje. Elige otro día.",
            campo="dia",
            codigo="DIA_SIN_VISITAS",
        )
    for programada in visitas:
        reprogramar(programada=programada, fecha=fecha, motivo=motivo, motivo_texto=motivo_texto, por=por)
    return len(visitas)


@transaction.atomic
def cancelar_viaje(*, viaje, motivo: str, motivo_texto: str = "") -> Viaje:
    """Cancel a trip with its reason. Its visits stay in the calendar and may go in another one."""
    viaje = _en_pie(viaje)
    if motivo not in MotivoNoRealizada.values:
        raise ViajeRechazado("Elige el motivo de la lista.", campo="motivo", codigo="SIN_MOTIVO")
    if motivo == MotivoNoRealizada.OTRO and not motivo_texto.strip():
        raise ViajeRechazado(
            "Elegiste «Otro motivo». Escribe en pocas palabras cuál fue.",
            campo="motivo_texto",
            codigo="SIN_MOTIVO",
        )
    viaje.estado = EstadoDeViaje.CANCELADO
    viaje.motivo, viaje.motivo_texto = motivo, motivo_texto.strip()
    viaje.save()
    viaje.paradas.update(activa=False)
    return viaje


def _en_pie(viaje) -> Viaje:
    """Lock the trip, so that two changes at once happen one after the other."""
    viaje = Viaje.objects.select_for_update(of=["self"]).select_related("acompanante").get(pk=viaje.pk)
    if viaje.cancelado:
        raise ViajeRechazado("Este viaje está cancelado y ya no cambia. Arma otro.", codigo="CANCELADO")
    return viaje


def _tomar(acompanante, programadas) -> list[VisitaProgramada]:
    """Lock the visits, by date. Refuses one that is not to be made any more, or that another own trip has."""
    tomadas = list(
        VisitaProgramada.objects.select_for_update(of=["self"])
        .con_hecha()
        .filter(pk__in=[p.pk for p in programadas])
        .select_related("docente__escuela__distrito")
        .order_by("fecha", "docente__escuela__codigo_modular", "docente__escuela__anexo", "pk")
    )
    for programada in tomadas:
        if programada.hecha or programada.estado != EstadoProgramada.PENDIENTE:
            raise ViajeRechazado(
                f"La visita del {en_cifras(programada.fecha)} a {programada.docente.escuela.nombre} ya no está por "
                "hacer. Quítala de la lista.",
                campo="visitas",
                codigo="NO_PENDIENTE",
            )
    otras = Parada.objects.en_pie().filter(programada__in=tomadas).select_related("viaje")
    if propia := otras.filter(viaje__acompanante=acompanante).first():
        raise ViajeRechazado(
            f"Una de esas visitas ya está en el viaje «{propia.viaje.nombre}». Quítala de él primero.",
            campo="visitas",
            codigo="EN_OTRO_VIAJE",
        )
    otras.update(activa=False)  # planned by who accompanied the teacher before
    return tomadas


def _agregar(viaje, programadas, minutos_de_la_primera=None):
    anterior = None
    for posicion, programada in enumerate(programadas, start=1):
        misma = anterior is not None and anterior.docente.escuela_id == programada.docente.escuela_id
        minutos = minutos_de_la_primera if anterior is None else (0 if misma else None)
        viaje.paradas.create(programada=programada, orden=posicion, minutos_de_viaje=minutos)
        anterior = programada


def _cambiar(cambio: CambioDeParada):
    if cambio.quitar:
        cambio.parada.delete()
        return
    if cambio.alterna is not None and cambio.alterna.pk == cambio.parada.programada_id:
        raise ViajeRechazado(
            "La visita alterna es la misma visita. Elige otra, o escribe qué harás.", codigo="ALTERNA_IGUAL"
        )
    for campo in ("orden", "minutos_de_viaje", "alterna", "plan_b"):
        setattr(cambio.parada, campo, getattr(cambio, campo))
    cambio.parada.save()


def _nombre(escuelas) -> str:
    distritos = list(dict.fromkeys(e.distrito.nombre for e in escuelas))
    return f"Viaje a {' y '.join(distritos[:2])}{' y más' if len(distritos) > 2 else ''}"[:80]
