"""Advice to directors: a draft, then versions that are never erased, and the director's own word on them."""

from datetime import date, time

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Rol, Usuario
from visitas.models import (
    AsesoriaDirectiva,
    CompromisoDirectivo,
    EstadoDeAsesoria,
    EstadoDeCompromiso,
    VersionDeAsesoria,
)


class AsesoriaRechazada(Rechazo):
    """A change of an advice that what came after it does not allow."""

    codigo = "ASESORIA"


@transaction.atomic
def abrir_asesoria(*, acompanante, escuela, anio: int) -> AsesoriaDirectiva:
    """Return the draft of an advice to the school's director: the one already begun, or a new one."""
    return AsesoriaDirectiva.objects.get_or_create(
        acompanante=acompanante, escuela=escuela, estado=EstadoDeAsesoria.BORRADOR, defaults={"anio": anio}
    )[0]


@transaction.atomic
def guardar_asesoria(*, asesoria, datos: dict) -> AsesoriaDirectiva:
    """Keep what is being written, as it is, without checking it."""
    asesoria = _tomar(asesoria)
    asesoria.borrador = datos
    asesoria.save(update_fields=["borrador", "guardada_en"])
    return asesoria


@transaction.atomic
def terminar_asesoria(*, asesoria, contenido: dict, por) -> AsesoriaDirectiva:
    """Finish an advice, or a correction of it, with a content of AsesoriaForm. The same content adds no version.

    Raises AsesoriaRechazada when it leaves out a commitment that was verified or that the director spoke of.
    """
    asesoria = _tomar(asesoria)
    asesoria.borrador = {}
    texto = canonico(contenido)
    ultima = asesoria.versiones.order_by("numero").last()
    if ultima is None or ultima.huella != huella(texto):
        _proyectar(asesoria, contenido)
        _proyectar_compromisos(asesoria, contenido["compromisos"])
        _proyectar_verificaciones(asesoria, contenido["verificaciones"])
        VersionDeAsesoria.objects.create(
            asesoria=asesoria,
            numero=asesoria.version,
            contenido=texto,
            huella=huella(texto),
            autor=por,
            momento=timezone.now(),
        )
    asesoria.save()
    return asesoria


@transaction.atomic
def corregir_asesoria(*, asesoria, datos: dict) -> AsesoriaDirectiva:
    """Open a correction with the values of the last version, or go on with the one already open."""
    asesoria = _tomar(asesoria)
    if asesoria.estado == EstadoDeAsesoria.TERMINADA and not asesoria.borrador:
        asesoria.borrador = datos
        asesoria.save(update_fields=["borrador", "guardada_en"])
    return asesoria


@transaction.atomic
def descartar_asesoria(*, asesoria) -> bool:
    """Throw the draft away; return whether the whole advice went with it, for it had never been finished."""
    asesoria = _tomar(asesoria)
    if asesoria.estado == EstadoDeAsesoria.BORRADOR:
        asesoria.delete()
        return True
    asesoria.borrador = {}
    asesoria.save(update_fields=["borrador", "guardada_en"])
    return False


@transaction.atomic
def comentar_asesoria(*, asesoria, texto: str) -> AsesoriaDirectiva:
    """The director's comment. Blank takes it back."""
    asesoria.comentario = texto.strip()
    asesoria.comentada_en = timezone.now() if asesoria.comentario else None
    asesoria.save(update_fields=["comentario", "comentada_en"])
    return asesoria


@transaction.atomic
def contar_avance(*, compromiso, texto: str) -> CompromisoDirectivo:
    """How a commitment goes, in the director's words. Raises AsesoriaRechazada once it is verified."""
    compromiso = CompromisoDirectivo.objects.select_for_update().get(pk=compromiso.pk)
    if compromiso.estado != EstadoDeCompromiso.PENDIENTE:
        raise AsesoriaRechazada("Este compromiso ya se vio en una asesoría; su avance ya no cambia.")
    compromiso.avance = texto.strip()
    compromiso.avance_en = timezone.now() if compromiso.avance else None
    compromiso.save(update_fields=["avance", "avance_en"])
    return compromiso


def _tomar(asesoria) -> AsesoriaDirectiva:
    return AsesoriaDirectiva.objects.select_for_update().get(pk=asesoria.pk)


def _proyectar(asesoria, contenido):
    dia = date.fromisoformat(contenido["fecha"])
    inicio, fin = (time.fromisoformat(contenido[c]) for c in ("inicio", "fin"))
    asesoria.anio, asesoria.fecha, asesoria.inicio, asesoria.fin = dia.year, dia, inicio, fin
    asesoria.minutos = (fin.hour - inicio.hour) * 60 + fin.minute - inicio.minute
    for campo in ("dimensiones", "observado", "evidencia"):
        setattr(asesoria, campo, contenido[campo])
    for paso, texto in contenido["dialogo"].items():
        setattr(asesoria, paso, texto)
    if asesoria.estado == EstadoDeAsesoria.BORRADOR:
        asesoria.estado, asesoria.terminada_en = EstadoDeAsesoria.TERMINADA, timezone.now()
        asesoria.director = _director_de(asesoria.escuela_id)
    asesoria.version += 1
    asesoria.save()


def _director_de(escuela_id):
    return Usuario.objects.filter(rol=Rol.DIRECTOR, escuela=escuela_id, is_active=True).order_by("pk").first()


def _proyectar_compromisos(asesoria, dichos):
    previos = {c.orden: c for c in asesoria.compromisos.select_related("verificado_en")}
    for dicho in dichos:
        compromiso = previos.pop(dicho["orden"], None) or CompromisoDirectivo(
            asesoria=asesoria, orden=dicho["orden"]
        )
        compromiso.que, compromiso.como = dicho["que"], dicho["como"]
        compromiso.hasta = date.fromisoformat(dicho["hasta"])
        compromiso.save()
    for sobrante in previos.values():
        _exigir_borrable(sobrante)
        sobrante.delete()


def _exigir_borrable(compromiso):
    campo = f"compromiso_{compromiso.orden}_que"
    if compromiso.verificado_en_id:
        raise AsesoriaRechazada(
            f"El compromiso {compromiso.orden} ya se vio en la asesoría del "
            f"{en_cifras(compromiso.verificado_en.fecha)}: no se puede borrar. Vuelve a escribirlo.",
            campo=campo,
        )
    if compromiso.avance:
        raise AsesoriaRechazada(
            f"La dirección ya contó cómo va el compromiso {compromiso.orden}: no se puede borrar. "
            "Vuelve a escribirlo.",
            campo=campo,
        )


def _proyectar_verificaciones(asesoria, dichas):
    """Put each earlier commitment in the state that this advice found; what it no longer says goes back to open."""
    por_id = {v["compromiso"]: v for v in dichas}
    antes = CompromisoDirectivo.objects.filter(verificado_en=asesoria).exclude(pk__in=por_id)
    antes.update(estado=EstadoDeCompromiso.PENDIENTE, verificado_en=None, comentario="")
    suyos = CompromisoDirectivo.objects.filter(pk__in=por_id, asesoria__escuela=asesoria.escuela_id)
    for compromiso in suyos.exclude(asesoria=asesoria):
        dicha = por_id[str(compromiso.pk)]
        compromiso.estado, compromiso.comentario = dicha["estado"], dicha["comentario"]
        compromiso.verificado_en = asesoria
        compromiso.save(update_fields=["estado", "comentario", "verificado_en"])
