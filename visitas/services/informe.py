"""The final report of an acompañante: draft, sent with its figures frozen, read, closed. Reopened until closed."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from visitas.informes import SECCIONES, hechos_de
from visitas.models import EstadoDeInforme, InformeDeEscuela, InformeFinal, PasoDeInforme


class InformeRechazado(Rechazo):
    """A step that the state of the report does not allow."""

    codigo = "INFORME"


@transaction.atomic
def guardar_informe(*, acompanante, anio: int, textos: dict, por_escuela: dict) -> InformeFinal:
    """Keep the written sections of a draft, making it the first time. `por_escuela` is {school: text}; blank erases.

    Raises InformeRechazado when it was sent already.
    """
    informe, _ = InformeFinal.objects.get_or_create(acompanante=acompanante, anio=anio)
    informe = _tomar(informe)
    _exigir(informe, EstadoDeInforme.BORRADOR, "Este informe ya se envió. Reábrelo para cambiarlo.")
    for campo in SECCIONES:
        setattr(informe, campo, textos[campo])
    informe.save()
    informe.escuelas.all().delete()
    InformeDeEscuela.objects.bulk_create(
        InformeDeEscuela(informe=informe, escuela=escuela, texto=texto)
        for escuela, texto in por_escuela.items()
        if texto
    )
    return informe


@transaction.atomic
def enviar_informe(*, informe, por) -> InformeFinal:
    """Send it: the figures are frozen as they are now, and what is pending is told with them."""
    informe = _tomar(informe)
    _exigir(informe, EstadoDeInforme.BORRADOR, "Este informe ya se envió.")
    informe.hechos = hechos_de(informe.acompanante, informe.anio)
    informe.estado, informe.enviado_en = EstadoDeInforme.ENVIADO, timezone.now()
    informe.version += 1
    informe.save()
    enviado = {campo: getattr(informe, campo) for campo in SECCIONES} | {"hechos": informe.hechos}
    enviado["escuelas"] = {
        e.escuela.codigo: e.texto for e in informe.escuelas.select_related("escuela").order_by("pk")
    }
    _anotar(informe, PasoDeInforme.Que.ENVIADO, por, contenido=enviado)
    return informe


@transaction.atomic
def reabrir_informe(*, informe, por, comentario: str = "") -> InformeFinal:
    """Put a report back in draft. Raises InformeRechazado when it is closed, or a draft already."""
    informe = _tomar(informe)
    if informe.estado == EstadoDeInforme.CERRADO:
        raise InformeRechazado("Este informe está cerrado y ya no cambia.")
    if informe.estado == EstadoDeInforme.BORRADOR:
        raise InformeRechazado("Este informe está en borrador: ya se puede cambiar.")
    informe.estado = EstadoDeInforme.BORRADOR
    informe.save(update_fields=["estado", "guardado_en"])
    _anotar(informe, PasoDeInforme.Que.REABIERTO, por, comentario=comentario)
    return informe


@transaction.atomic
def comentar_informe(*, informe, por, comentario: str) -> InformeFinal:
    """The formador has read it and says something; the comment may be written again until the report is closed."""
    informe = _tomar(informe)
    if informe.estado not in (EstadoDeInforme.ENVIADO, EstadoDeInforme.LEIDO):
        raise InformeRechazado("Solo se comenta un informe enviado y sin cerrar.", campo="comentario")
    informe.estado, informe.comentario = EstadoDeInforme.LEIDO, comentario
    informe.save(update_fields=["estado", "comentario", "guardado_en"])
    _anotar(informe, PasoDeInforme.Que.LEIDO, por, comentario=comentario)
    return informe


@transaction.atomic
def cerrar_informe(*, informe, por) -> InformeFinal:
    """Close it for good. Raises InformeRechazado until the formador has read it."""
    informe = _tomar(informe)
    _exigir(informe, EstadoDeInforme.LEIDO, "Antes de cerrar el informe, léelo y deja tu comentario.")
    informe.estado = EstadoDeInforme.CERRADO
    informe.save(update_fields=["estado", "guardado_en"])
    _anotar(informe, PasoDeInforme.Que.CERRADO, por)
    return informe


@transaction.atomic
def anotar_descarga_de_informe(*, informe, por) -> PasoDeInforme:
    """Write who takes the PDF and when, before it is handed over."""
    return _anotar(informe, PasoDeInforme.Que.DESCARGADO, por)


def _tomar(informe) -> InformeFinal:
    return (
        InformeFinal.objects.select_for_update(of=["self"]).select_related("acompanante").get(pk=informe.pk)
    )


def _exigir(informe, estado, frase):
    if informe.estado != estado:
        raise InformeRechazado(frase)


def _anotar(informe, que, por, **mas):
    return PasoDeInforme.objects.create(informe=informe, que=que, por=por, **mas)
