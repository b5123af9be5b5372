"""A batch from a device: one transaction, no item undoes another, receipts read back after COMMIT (offline-sync.md §3)."""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from acompanamiento.comun import canonico
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Acompanante, Docente
from visitas.contexto import Catalogos
from visitas.models import Cuarentena, Dispositivo, Epoca, Revision, RevisionDeRegistro

from .registros import PUERTAS, bloquear_registros, recibir_registro
from .revision import Estado, Resultado, leer_entrega, recibir_revisiones

registro = logging.getLogger(__name__)

NUNCA_LO_ACOMPANO = "SIN_ASIGNACION"


def epoca_actual() -> str:
    """Return the id that changes when the database comes back from a backup."""
    return str(Epoca.objects.get_or_create(unica=True)[0].id_de_epoca)


def nueva_epoca() -> str:
    """Say that the database came back from a backup: every device checks its receipts and sends what was lost."""
    return str(
        Epoca.objects.update_or_create(unica=True, defaults={"id_de_epoca": nuevo_id()})[0].id_de_epoca
    )


def recibir_lote(*, autor, lote) -> list[tuple]:
    """Receive every revision of a campo.mensaje.Lote and return [(RevisionEnviada, Resultado or None)].

    None means that this one failed here for a reason of ours: the device tries it again. Each result's `revision` is
    the row as stored, read after the COMMIT. One item never undoes another.
    """
    with transaction.atomic():
        _bloquear(lote.revisiones)
        hechas = [*_recibir_visitas(autor, lote), *_recibir_registros(autor, lote)]
        hechas = _poner_en_cuarentena(autor, lote, hechas)
        _anotar_equipo(autor, lote)
    return _con_lo_guardado(hechas)


def recibos(*, autor, ids) -> list[Revision | RevisionDeRegistro]:
    """Return the author's stored revisions among `ids`, of every form, accepted or branches.

    Each comes with the choice that was made between two versions; a visit's, with its head too.
    """
    de_visitas = Revision.objects.filter(pk__in=ids, autor=autor)
    de_registros = RevisionDeRegistro.objects.filter(pk__in=ids, autor=autor)
    return [
        *de_visitas.select_related("visita__cabeza", "resolucion").order_by("pk"),
        *de_registros.select_related("sesion", "caracterizacion", "resolucion").order_by("pk"),
    ]


def en_cuarentena(*, autor, ids) -> list[Cuarentena]:
    """Return the author's records among `ids` that wait for an assignment, or were refused when one came."""
    return list(Cuarentena.objects.filter(pk__in=ids, autor=autor).defer("texto").order_by("pk"))


def recibir_una(autor, lote, enviada, catalogos) -> Resultado | None:
    """Receive one revision as a batch would; None when it failed here. Nothing goes to quarantine."""
    if enviada.formulario in PUERTAS:
        return _recibir_con_cuidado(autor, lote, enviada)
    return recibir_revisiones(autor, [_leer(autor, lote, enviada)], catalogos)[0]


def _bloquear(revisiones):
    """Lock the batch's teachers in one order, so that two batches never wait for each other."""
    docentes = [r.contenido.get("docente") for r in revisiones]
    ids = [d for d in docentes if isinstance(d, str) and _es_uuid(d)]
    list(Docente.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))
    bloquear_registros(revisiones)


def _es_uuid(texto):
    return len(texto) == 36 and texto.count("-") == 4 and not set(texto) - set("0123456789abcdef-")


def _recibir_visitas(autor, lote):
    visitas = [r for r in lote.revisiones if r.formulario not in PUERTAS]
    entregas = [_leer(autor, lote, r) for r in visitas]
    return zip(visitas, recibir_revisiones(autor, entregas, Catalogos()), strict=True)


def _recibir_registros(autor, lote):
    """Sessions and baselines: few in a batch, each in its own savepoint."""
    return [(r, _recibir_con_cuidado(autor, lote, r)) for r in lote.revisiones if r.formulario in PUERTAS]


def _recibir_con_cuidado(autor, lote, enviada):
    """The result of one; None when it failed for a reason of ours. A lost connection is everybody's."""
    try:
        with transaction.atomic():
            datos = _datos(autor, lote, enviada)
            return recibir_registro(formulario=enviada.formulario, registro_id=enviada.visita, **datos)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        registro.exception("La revisión %s no se pudo recibir", enviada.revision)
        return None


def _leer(autor, lote, enviada):
    if enviada.formulario != "visita":
        return Resultado.rechazada(
            "FORMULARIO_DESCONOCIDO", f"El formulario «{enviada.formulario}» no se recibe desde el campo."
        )
    return leer_entrega(visita_id=enviada.visita, **_datos(autor, lote, enviada))


def _datos(autor, lote, enviada) -> dict:
    return {
        "autor": autor,
        "revision_id": enviada.revision,
        "base_id": enviada.base,
        "formulario_version": enviada.formulario_version,
        "contenido": enviada.contenido,
        "huella": enviada.huella,
        "finalizada_en": enviada.finalizada_en,
        "secuencia": enviada.secuencia,
        "dispositivo": lote.dispositivo,
    }


def _poner_en_cuarentena(autor, lote, hechas):
    """Keep what nobody here may read, once however often it comes, and return `hechas`: a conflict when other words
    wait already under the same id."""
    sin_dueno = [r for r, resultado in hechas if resultado and resultado.estado == Estado.SIN_ASIGNACION]
    Cuarentena.objects.bulk_create(
        [
            Cuarentena(
                revision_id=enviada.revision,
                visita_id=enviada.visita,
                base_id=enviada.base,
                formulario=enviada.formulario,
                formulario_version=enviada.formulario_version,
                autor=autor,
                dispositivo=lote.dispositivo,
                huella=enviada.huella,
                texto=canonico.canonico_de_json(enviada.contenido),
                finalizada_en=enviada.finalizada_en,
            )
            for enviada in sin_dueno
        ],
        ignore_conflicts=True,
    )
    apartadas = Cuarentena.objects.in_bulk([r.revision for r in sin_dueno])
    return [(r, _si_es_la_misma(autor, r, resultado, apartadas)) for r, resultado in hechas]


def _si_es_la_misma(autor, enviada, resultado, apartadas):
    if resultado is None or resultado.estado != Estado.SIN_ASIGNACION:
        return resultado
    guardada = apartadas.get(enviada.revision)
    if guardada is None or (guardada.autor_id, guardada.huella) == (autor.pk, enviada.huella):
        return resultado
    return Resultado(Estado.CONFLICTO, codigo="HASH_DISTINTO")


def _anotar_equipo(autor, lote):
    """Remember the last contact of the author's device and what it still holds. Another person's device stays as it is."""
    dicho = {
        "ultimo_contacto": timezone.now(),
        "sin_enviar": lote.quedan,
        "espera_desde": lote.espera_desde,
    }
    equipo = Dispositivo.objects.filter(pk=lote.dispositivo)
    if equipo.filter(acompanante__usuario=autor).update(**dicho):
        return
    acompanante = Acompanante.objects.filter(usuario=autor).first()
    if acompanante:
        Dispositivo.objects.get_or_create(pk=lote.dispositivo, defaults={"acompanante": acompanante, **dicho})


def _con_lo_guardado(hechas):
    """Read the rows back: a receipt speaks of what the database holds, not of what we meant to write."""
    guardadas = Revision.objects.in_bulk([r.revision for r, resultado in hechas if resultado])
    if registros := [r.revision for r, resultado in hechas if resultado and r.formulario in PUERTAS]:
        guardadas |= RevisionDeRegistro.objects.in_bulk(registros)
    return [(r, _releer(resultado, guardadas.get(r.revision))) for r, resultado in hechas]


def _releer(resultado, fila):
    if resultado is None or (resultado.guardada and fila is None):
        return None
    if not resultado.guardada:
        return resultado
    return Resultado(resultado.estado, fila, resultado.errores, resultado.cabeza, resultado.codigo)
