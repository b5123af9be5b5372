"""Sync messages for tests, as a device writes them."""

import gzip
import json

from django.urls import reverse

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.identidad import nuevo_id

from .fabricas import contenido_de_visita

RELOJ = "2026-06-20T18:04:05-05:00"


def revision(contenido, **cambios) -> dict:
    """One finished revision of a visit, the first unless `visita` and `base` say otherwise."""
    base = {
        "visita": str(nuevo_id()),
        "revision": str(nuevo_id()),
        "base": None,
        "formulario": "visita",
        "formulario_version": 1,
        "finalizada_en": "2026-06-15T12:40:00-05:00",
        "secuencia": 1,
        "hash": huella(canonico(contenido)),
        "contenido": contenido,
    }
    return base | cambios


def revisiones_de(docente, cuantas) -> list[dict]:
    """First revisions of as many additional visits to the teacher, a minute apart."""
    return [
        revision(contenido_de_visita(docente=docente, tipo="X", inicio=f"07:{i:02}")) for i in range(cuantas)
    ]


def lote(*revisiones, **cambios) -> dict:
    base = {
        "dispositivo": str(nuevo_id()),
        "cliente": "1.0.0",
        "esquema": 1,
        "reloj": RELOJ,
        "lote": str(nuevo_id()),
        "revisiones": list(revisiones),
    }
    return base | cambios


def enviar(cliente, *revisiones, comprimido=False, **cambios):
    """Post a batch and return the response."""
    cuerpo = json.dumps(lote(*revisiones, **cambios)).encode()
    cabeceras = {"HTTP_CONTENT_ENCODING": "gzip"} if comprimido else {}
    return cliente.post(
        reverse("campo_sync"),
        gzip.compress(cuerpo) if comprimido else cuerpo,
        content_type="application/json",
        **cabeceras,
    )


def resultados(respuesta) -> dict[str, dict]:
    """{revision: its result} of a 207."""
    assert respuesta.status_code == 207, respuesta.content
    return {r["revision"]: r for r in respuesta.json()["resultados"]}
