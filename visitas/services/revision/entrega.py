"""One revision as it arrived, once its text is known to be what its hash says."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from acompanamiento.comun import canonico
from visitas.forms.visita import ESTRUCTURA, VERSION

from .resultado import Resultado


@dataclass(frozen=True)
class Entrega:
    """A revision with its canonical text. `dia` is the visit's date, None when it is missing or is no date."""

    autor: object
    visita_id: UUID
    revision_id: UUID
    base_id: UUID | None
    contenido: dict
    texto: str
    huella: str
    formulario_version: int
    finalizada_en: datetime
    secuencia: int
    dispositivo: UUID | None
    docente_id: UUID
    dia: date | None
    nombrados: tuple


def leer_entrega(*, contenido, huella, formulario_version, **datos) -> "Entrega | Resultado":
    """Return the Entrega, or the refusal of what no database is needed to refuse."""
    texto = texto_fiel(contenido, huella)
    if isinstance(texto, Resultado):
        return texto
    if formulario_version != VERSION:
        return Resultado.rechazada(
            "VERSION_DESCONOCIDA", f"El formulario de visita no tiene versión {formulario_version}."
        )
    docente_id = uuid_o_nada(contenido.get("docente"))
    if docente_id is None:
        return Resultado.rechazada(ESTRUCTURA, "La visita no dice de qué docente es.", "docente")
    return Entrega(
        contenido=contenido,
        texto=texto,
        huella=huella,
        formulario_version=formulario_version,
        docente_id=docente_id,
        dia=_dia(contenido),
        nombrados=_nombrados(contenido),
        **datos,
    )


def texto_fiel(contenido, huella) -> str | Resultado:
    """Return the canonical text of a content when its hash is the one that it came with; else, the refusal."""
    try:
        texto = canonico.canonico_de_json(contenido)
    except canonico.NoCanonico as error:
        return Resultado.rechazada("NO_CANONICO", str(error))
    if canonico.huella(texto) != huella:
        return Resultado.rechazada(
            "HUELLA_NO_COINCIDE",
            "El contenido no coincide con su huella: llegó cambiado o incompleto. Envíalo de nuevo.",
        )
    return texto


def uuid_o_nada(valor) -> UUID | None:
    try:
        return UUID(valor)
    except (AttributeError, TypeError, ValueError):
        return None


def _dia(contenido):
    try:
        return date.fromisoformat(contenido.get("fecha"))
    except (TypeError, ValueError):
        return None


def _nombrados(contenido):
    """The ids of the commitments that the content speaks of, in its order."""
    dichas = contenido.get("verificaciones")
    if not isinstance(dichas, list):
        return ()
    ids = (uuid_o_nada(v.get("compromiso")) for v in dichas if isinstance(v, dict))
    return tuple(i for i in ids if i)
