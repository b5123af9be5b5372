"""The answers of the sync protocol, from results to JSON values."""

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
