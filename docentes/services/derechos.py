"""Rights requests, from the day they are made to their answer. Each step leaves a row."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.dias_habiles import sumar_dias_habiles
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha
from docentes import catalogos
from docentes.models import CERRADAS, CambioDeSolicitud, Derecho, EstadoDeSolicitud, SolicitudDeDerecho


def plazo_de(derecho: str) -> int:
    """Return the working days in which a right is answered (docentes/catalogos/derechos.toml)."""
    return catalogos.leer("derechos")[derecho]["dias_habiles"]


@transaction.atomic
def presentar_solicitud(*, usuario, derecho: str, texto: str) -> SolicitudDeDerecho:
    """Make a request. Its term counts from the working day after today. Raises Rechazo without a right or words."""
    if derecho not in Derecho.values:
        raise Rechazo(f"«{derecho}» no es un derecho. Elige uno de la lista.", campo="derecho")
    if not texto.strip():
        raise Rechazo("Escribe qué pides, con tus palabras.", campo="texto")
    solicitud = SolicitudDeDerecho.objects.create(
        usuario=usuario,
        derecho=derecho,
        texto=texto.strip(),
        vence=sumar_dias_habiles(timezone.localdate(), plazo_de(derecho)),
    )
    _anotar(solicitud, "", EstadoDeSolicitud.RECIBIDA, usuario)
    return solicitud


@transaction.atomic
def tomar_solicitud(*, solicitud, por) -> SolicitudDeDerecho:
    """The officer begins to work on it. Raises Rechazo when it had begun already."""
    solicitud = _tomar(solicitud)
    if solicitud.estado != EstadoDeSolicitud.RECIBIDA:
        raise Rechazo("Esta solicitud ya estaba en trámite.", codigo="YA_EN_TRAMITE")
    return _pasar(solicitud, EstadoDeSolicitud.EN_TRAMITE, por)


@transaction.atomic
def responder_solicitud(*, solicitud, por, estado: str, respuesta: str) -> SolicitudDeDerecho:
    """Close it as attended or denied, with the words that the person reads. Raises Rechazo without them."""
    solicitud = _tomar(solicitud)
    if estado not in CERRADAS:
        raise Rechazo("Elige si la atiendes o la deniegas.", campo="estado")
    if not respuesta.strip():
        falta = "el motivo" if estado == EstadoDeSolicitud.DENEGADA else "qué se hizo"
        raise Rechazo(f"Falta la respuesta. Escribe {falta}: la persona lo leerá.", campo="respuesta")
    solicitud.respuesta, solicitud.cerrada_en = respuesta.strip(), timezone.now()
    return _pasar(solicitud, estado, por)


@transaction.atomic
def anotar_copia(*, solicitud, por, formato: str) -> None:
    """Write down that the officer took a copy of the person's record, before handing it over.

    Raises Rechazo unless it is an access request under way: nothing else opens a record to the officer.
    """
    solicitud = _tomar(solicitud)
    if solicitud.derecho != Derecho.ACCESO or solicitud.estado != EstadoDeSolicitud.EN_TRAMITE:
        raise Rechazo("Solo se prepara la copia de una solicitud de acceso en trámite.", codigo="SIN_COPIA")
    _anotar(
        solicitud, solicitud.estado, solicitud.estado, por, f"Preparó la copia de los datos en {formato}."
    )


def _tomar(solicitud) -> SolicitudDeDerecho:
    """Lock the row. Refuses a closed one."""
    tomada = SolicitudDeDerecho.objects.select_for_update().get(pk=solicitud.pk)
    if not tomada.abierta:
        raise Rechazo(
            f"Esta solicitud se cerró el {fecha(tomada.cerrada_en)}: su respuesta ya no cambia.",
            codigo="CERRADA",
        )
    return tomada


def _pasar(solicitud, estado, por):
    antes, solicitud.estado = solicitud.estado, estado
    solicitud.save(update_fields=["estado", "respuesta", "cerrada_en"])
    _anotar(solicitud, antes, estado, por)
    return solicitud


def _anotar(solicitud, de, a, por, nota=""):
    CambioDeSolicitud.objects.create(solicitud=solicitud, de=de, a=a, hecho_por=por, nota=nota)
