"""A batch from a device: one transaction, a savepoint an item, receipts read back after COMMIT (offline-sync.md §3)."""

import logging

from django.db import DatabaseError, transaction
from django.utils import timezone

from acompanamiento.comun import canonico
from docentes.models import Acompanante, Docente
from visitas.contexto import Catalogos
from visitas.models import Cuarentena, Dispositivo, Epoca, Revision

from .revision import Estado, Resultado, recibir_revision

registro = logging.getLogger(__name__)

NUNCA_LO_ACOMPANO = "SIN_ASIGNACION"


def epoca_actual() -> str:
    """Return the id that changes when the database comes back from a backup."""
    return str(Epoca.objects.get_or_create(unica=True)[0].id_de_epoca)


def recibir_lote(*, autor, lote) -> list[tuple]:
    """Receive every revision of a campo.mensaje.Lote and return [(RevisionEnviada, Resultado or None)].

    None means that this one failed here for a reason of ours: the device tries it again. Each result's `revision` is
    the row as stored, read after the COMMIT. One item never undoes another.
    """
    with transaction.atomic():
        _bloquear(lote.revisiones)
        catalogos = Catalogos()
        hechas = [(r, _recibir(autor, lote, r, catalogos)) for r in lote.revisiones]
        _anotar_equipo(autor, lote)
    return _con_lo_guardado(hechas)


def recibos(*, autor, ids) -> list[Revision]:
    """Return the author's stored revisions among `ids`, accepted or branches."""
    return list(Revision.objects.filter(pk__in=ids, autor=autor).order_by("pk"))


def _bloquear(revisiones):
    """Lock the batch's teachers in one order, so that two batches never wait for each other."""
    docentes = [r.contenido.get("docente") for r in revisiones]
    ids = [d for d in docentes if isinstance(d, str) and _es_uuid(d)]
    list(Docente.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))


def _es_uuid(texto):
    return len(texto) == 36 and texto.count("-") == 4 and not set(texto) - set("0123456789abcdef-")


def _recibir(autor, lote, enviada, catalogos):
    if enviada.formulario != "visita":
        return Resultado.rechazada(
            "FORMULARIO_DESCONOCIDO", f"El formulario «{enviada.formulario}» no se recibe desde el campo."
        )
    try:
        with transaction.atomic():
            resultado = recibir_revision(
                autor=autor,
                visita_id=enviada.visita,
                revision_id=enviada.revision,
                base_id=enviada.base,
                formulario_version=enviada.formulario_version,
                contenido=enviada.contenido,
                huella=enviada.huella,
                finalizada_en=enviada.finalizada_en,
                secuencia=enviada.secuencia,
                dispositivo=lote.dispositivo,
                catalogos=catalogos,
            )
            if _va_a_cuarentena(resultado):
                _poner_en_cuarentena(autor, lote, enviada)
            return resultado
    except DatabaseError:
        raise
    except Exception:
        registro.exception("Una revisión del lote %s no se pudo recibir", lote.lote)
        return None


def _va_a_cuarentena(resultado) -> bool:
    return resultado.estado == Estado.SIN_ASIGNACION


def _poner_en_cuarentena(autor, lote, enviada):
    Cuarentena.objects.get_or_create(
        revision_id=enviada.revision,
        defaults={
            "visita_id": enviada.visita,
            "base_id": enviada.base,
            "formulario": enviada.formulario,
            "formulario_version": enviada.formulario_version,
            "autor": autor,
            "dispositivo": lote.dispositivo,
            "huella": enviada.huella,
            "texto": canonico.canonico(enviada.contenido),
            "finalizada_en": enviada.finalizada_en,
        },
    )


def _anotar_equipo(autor, lote):
    """Remember the last contact of the author's device and what it still holds. Another person's device stays as it is."""
    acompanante = Acompanante.objects.filter(usuario=autor).first()
    ajeno = Dispositivo.objects.filter(pk=lote.dispositivo).exclude(acompanante=acompanante)
    if acompanante is None or ajeno.exists():
        return
    Dispositivo.objects.update_or_create(
        pk=lote.dispositivo,
        defaults={
            "acompanante": acompanante,
            "ultimo_contacto": timezone.now(),
            "sin_enviar": lote.quedan,
            "espera_desde": lote.espera_desde,
        },
    )


def _con_lo_guardado(hechas):
    """Read the rows back: a receipt speaks of what the database holds, not of what we meant to write."""
    guardadas = Revision.objects.in_bulk([r.revision for r, resultado in hechas if resultado])
    return [(r, _releer(resultado, guardadas.get(r.revision))) for r, resultado in hechas]


def _releer(resultado, fila):
    if resultado is None or (resultado.guardada and fila is None):
        return None
    if not resultado.guardada:
        return resultado
    return Resultado(resultado.estado, fila, resultado.errores, resultado.cabeza, resultado.codigo)
