"""The body of a sync request, from bytes to a Lote. What is wrong with the whole is told here; an item's own, later."""

import gzip
import io
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

MAXIMO_DE_REVISIONES = 50
MAXIMO_DE_BYTES = 1024 * 1024
MAXIMO_DE_RECIBOS = 500
MINIMO_DE_CLIENTE = 1
ESQUEMA = 1


class MensajeInvalido(Exception):
    """A request that cannot be taken as a whole: its HTTP status and the JSON of the answer."""

    def __init__(self, estado: int, codigo: str, mensaje: str, **datos):
        super().__init__(mensaje)
        self.estado = estado
        self.cuerpo = {"codigo": codigo, "mensaje": mensaje, **datos}


@dataclass(frozen=True)
class RevisionEnviada:
    """One revision as the device sent it. The content is checked by the form of its version, not here."""

    visita: UUID
    revision: UUID
    base: UUID | None
    formulario: str
    formulario_version: int
    finalizada_en: datetime
    secuencia: int
    huella: str
    contenido: dict


@dataclass(frozen=True)
class Lote:
    """A batch: the device, its clock, its revisions, and how many stay on the device, the oldest since when."""

    dispositivo: UUID
    lote: UUID
    reloj: datetime
    revisiones: list[RevisionEnviada]
    quedan: int
    espera_desde: datetime | None


def leer_cuerpo(cuerpo: bytes, tipo: str, codificacion: str):
    """Return the JSON value of a body, decompressed when it says gzip. Raises MensajeInvalido (400, 413)."""
    if tipo.split(";")[0].strip().lower() != "application/json":
        raise MensajeInvalido(400, "TIPO", "El cuerpo debe ser application/json.")
    try:
        return json.loads(_descomprimir(cuerpo, codificacion))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise MensajeInvalido(400, "JSON", "El cuerpo no es JSON: llegó cortado o cambiado.") from error


def _descomprimir(cuerpo, codificacion):
    if codificacion not in ("", "identity", "gzip"):
        raise MensajeInvalido(400, "CODIFICACION", f"No se acepta Content-Encoding «{codificacion}».")
    if codificacion == "gzip":
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(cuerpo)) as archivo:
                cuerpo = archivo.read(MAXIMO_DE_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise MensajeInvalido(400, "GZIP", "El cuerpo comprimido llegó cortado o cambiado.") from error
    if len(cuerpo) > MAXIMO_DE_BYTES:
        raise demasiado("El envío")
    return cuerpo


def demasiado(que: str) -> MensajeInvalido:
    """Return the 413 that carries the limits, so that the device splits."""
    return MensajeInvalido(
        413,
        "DEMASIADO",
        f"{que} pasa del límite: {MAXIMO_DE_REVISIONES} revisiones y {MAXIMO_DE_BYTES} bytes por envío.",
        max_items=MAXIMO_DE_REVISIONES,
        max_bytes=MAXIMO_DE_BYTES,
    )


def leer_lote(datos) -> Lote:
    """Return the Lote that a JSON value describes. Raises MensajeInvalido (400, 413, 426)."""
    if not isinstance(datos, dict):
        raise MensajeInvalido(400, "FORMA", "El envío debe ser un objeto JSON.")
    _revisar_cliente(datos)
    revisiones = _campo(datos, "revisiones", list)
    if len(revisiones) > MAXIMO_DE_REVISIONES:
        raise demasiado(f"Un envío de {len(revisiones)} revisiones")
    quedan = datos.get("quedan") or {"cuantas": 0, "desde": None}
    return Lote(
        dispositivo=leer_uuid(datos, "dispositivo"),
        lote=leer_uuid(datos, "lote"),
        reloj=_momento(datos, "reloj"),
        revisiones=[leer_revision(r) for r in revisiones],
        quedan=_entero(quedan, "cuantas", maximo=32767),
        espera_desde=_momento(quedan, "desde") if quedan.get("desde") else None,
    )


def leer_ids(datos) -> list[UUID]:
    """Return the revision ids of a `recibos` request. Raises MensajeInvalido (400, 413)."""
    ids = _campo(datos if isinstance(datos, dict) else {}, "revisiones", list)
    if len(ids) > MAXIMO_DE_RECIBOS:
        raise MensajeInvalido(
            413, "DEMASIADO", f"Se piden hasta {MAXIMO_DE_RECIBOS} recibos.", max_items=MAXIMO_DE_RECIBOS
        )
    return [leer_uuid({"revisiones": valor}, "revisiones") for valor in ids]


def _revisar_cliente(datos):
    if datos.get("esquema") != ESQUEMA:
        raise MensajeInvalido(
            426,
            "CLIENTE_ANTIGUO",
            "Actualiza la aplicación para enviar. Lo guardado en este equipo no se toca.",
            min_cliente=MINIMO_DE_CLIENTE,
        )


def leer_revision(datos) -> RevisionEnviada:
    """Return one revision of a message. Raises MensajeInvalido (400)."""
    if not isinstance(datos, dict):
        raise MensajeInvalido(400, "FORMA", "Cada revisión debe ser un objeto JSON.")
    return RevisionEnviada(
        visita=leer_uuid(datos, "visita"),
        revision=leer_uuid(datos, "revision"),
        base=None if datos.get("base", "") is None else leer_uuid(datos, "base"),
        formulario=_campo(datos, "formulario", str),
        formulario_version=_entero(datos, "formulario_version", maximo=32767),
        finalizada_en=_momento(datos, "finalizada_en"),
        secuencia=_entero(datos, "secuencia", maximo=2**53 - 1),
        huella=_campo(datos, "hash", str),
        contenido=_campo(datos, "contenido", dict),
    )


def _campo(datos, nombre, tipo):
    valor = datos.get(nombre)
    if not isinstance(valor, tipo) or isinstance(valor, bool):
        raise MensajeInvalido(400, "FORMA", f"Falta «{nombre}» o no tiene la forma que pide el esquema.")
    return valor


def _entero(datos, nombre, *, maximo):
    valor = _campo(datos, nombre, int)
    if not 0 <= valor <= maximo:
        raise MensajeInvalido(400, "FORMA", f"«{nombre}» debe estar entre 0 y {maximo}: llegó {valor}.")
    return valor


def leer_uuid(datos, nombre) -> UUID:
    """Return the identifier in `nombre`. Raises MensajeInvalido (400)."""
    try:
        return UUID(_campo(datos, nombre, str))
    except ValueError as error:
        raise MensajeInvalido(400, "FORMA", f"«{nombre}» no es un identificador.") from error


def _momento(datos, nombre) -> datetime:
    try:
        momento = datetime.fromisoformat(_campo(datos, nombre, str))
    except ValueError as error:
        raise MensajeInvalido(400, "FORMA", f"«{nombre}» no es una fecha con hora.") from error
    if momento.utcoffset() is None:
        raise MensajeInvalido(400, "FORMA", f"«{nombre}» no dice su huso horario.")
    return momento
