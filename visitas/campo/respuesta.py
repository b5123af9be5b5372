"""The answers of the sync protocol, from results to JSON values."""

import json

from visitas.models import EstadoDeRevision, Revision
from visitas.services.revision import Estado

MEDIO = "application/vnd.acompana.sync+json"
REINTENTAR = {"estado": "reintentar", "codigo": "INTERNO"}


def de_resultado(enviada, resultado) -> dict:
    """Return what the device reads about one revision (offline-sync.md §4)."""
    base = {"revision": str(enviada.revision)}
    if resultado is None:
        return base | REINTENTAR
    base |= {"estado": resultado.estado.value}
    if resultado.guardada:
        return base | de_revision(resultado.revision)
    if resultado.estado == Estado.CONFLICTO:
        return base | {"codigo": resultado.codigo, "cabeza": _cabeza(resultado.cabeza)}
    if resultado.errores:
        return base | {"errores": [vars(falla) for falla in resultado.errores]}
    return base


def de_revision(revision) -> dict:
    """Return the receipt of a stored revision: what the device compares with its own before it deletes anything."""
    return {
        "revision": str(revision.pk),
        "hash": revision.huella,
        "recibo": str(revision.recibo),
        "recibido_en": instante(revision.recibido_en),
    }


def de_recibo(revision) -> dict:
    """Return the receipt of a stored revision; of a branch, also the head that stands and when the person chose."""
    dicho = de_revision(revision)
    if revision.estado == EstadoDeRevision.RAMA:
        resolucion = getattr(revision, "resolucion", None)
        cabeza = revision.visita.cabeza if isinstance(revision, Revision) else revision.cabeza
        dicho["rama"] = {
            "cabeza": _cabeza(cabeza),
            "resuelta_en": instante(resolucion.resuelta_en) if resolucion else None,
        }
    return dicho


def de_cuarentena(registro) -> dict:
    """Return what became of a record whose author held no assignment: it waits, or why it was refused."""
    return {
        "revision": str(registro.pk),
        "hash": registro.huella,
        "estado": "rechazada" if registro.errores else "espera",
        "errores": registro.errores,
    }


def de_cabeza(revision) -> dict:
    """Return the head of a record with its text, as the device that wrote it would have sent it."""
    es_visita = isinstance(revision, Revision)
    return de_revision(revision) | {
        "visita": str(revision.visita_id if es_visita else revision.registro.pk),
        "base": str(revision.base_id) if revision.base_id else None,
        "formulario": revision.formulario,
        "formulario_version": revision.formulario_version,
        "finalizada_en": instante(revision.finalizada_en),
        "contenido": json.loads((revision.contenido if es_visita else revision).texto),
    }


def _cabeza(revision):
    if revision is None:
        return None
    return {
        "revision": str(revision.pk),
        "hash": revision.huella,
        "recibido_en": instante(revision.recibido_en),
    }


def instante(momento) -> str:
    """Return the moment in UTC, "2026-11-20T23:04:06.123456Z"."""
    return momento.isoformat().replace("+00:00", "Z")
