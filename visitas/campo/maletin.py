"""The sealed file of unsent work (static/js/campo/maletin.js): opened in memory, by the server alone, for its author."""

import base64
import json
from datetime import datetime

from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Rol, Usuario
from visitas.services import custodia

from .mensaje import MAXIMO_DE_REVISIONES, Lote, MensajeInvalido, RevisionEnviada, leer_revision, leer_uuid

MAXIMO_DE_BYTES = 20 * 1024 * 1024


def abrir_maletin(archivo) -> tuple[Usuario, list[Lote]]:
    """Return the author and the batches that an uploaded file holds, in the order in which they were written.

    Raises Rechazo (field `archivo`) when it is not such a file, when it was changed, or when it is of another server.
    """
    datos = _leer(archivo)
    try:
        autor = Usuario.objects.get(pk=leer_uuid(datos, "usuario"), rol=Rol.ACOMPANANTE, is_active=True)
        llave = custodia.abrir(autor.pk, _bytes(datos, "custodia"))
        revisiones = [_abrir(llave, sellada) for sellada in datos["revisiones"]]
        dispositivo = leer_uuid(datos, "dispositivo")
    except (
        KeyError,
        TypeError,
        ValueError,
        MensajeInvalido,
        Usuario.DoesNotExist,
        custodia.NoSeAbre,
    ) as error:
        raise _no_se_abre() from error
    return autor, [
        _lote(dispositivo, revisiones[i : i + MAXIMO_DE_REVISIONES])
        for i in range(0, len(revisiones), MAXIMO_DE_REVISIONES)
    ]


def _no_se_abre() -> Rechazo:
    return Rechazo(
        "El archivo no se abre: llegó cortado, se cambió o es de otro servidor. Expórtalo de nuevo desde el equipo.",
        campo="archivo",
        codigo="NO_SE_ABRE",
    )


def _leer(archivo) -> dict:
    if archivo.size > MAXIMO_DE_BYTES:
        raise Rechazo(
            f"El archivo pesa {archivo.size // 1_000_000} MB y caben {MAXIMO_DE_BYTES // 1_000_000}.",
            campo="archivo",
        )
    try:
        datos = json.loads(archivo.read())
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _no_se_abre() from error
    if not isinstance(datos, dict) or datos.get("maletin") != 1:
        raise Rechazo(
            "Ese archivo no es una copia del cuaderno de campo.", campo="archivo", codigo="OTRO_ARCHIVO"
        )
    return datos


def _bytes(datos, nombre) -> bytes:
    return base64.b64decode(datos[nombre], validate=True)


def _abrir(llave, sellada) -> RevisionEnviada:
    lugar = f"revisiones/{sellada['revision']}"
    texto = custodia.descifrar(llave, _bytes(sellada, "iv"), _bytes(sellada, "datos"), lugar)
    return leer_revision(
        sellada
        | {
            "contenido": json.loads(texto),
            "formulario_version": sellada["formularioVersion"],
            "finalizada_en": sellada["finalizadaEn"],
        }
    )


def _lote(dispositivo, revisiones) -> Lote:
    ahora: datetime = timezone.now()
    return Lote(dispositivo, nuevo_id(), ahora, revisiones, quedan=0, espera_desde=None)
