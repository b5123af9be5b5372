"""One revision of a session or of a baseline as it arrived."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from visitas.services.revision import Estado, Falla, Resultado


@dataclass(frozen=True)
class Entrega:
    """`texto` is the canonical JSON of `contenido`; `huella`, its hash, made again here."""

    autor: object
    registro_id: UUID
    revision_id: UUID
    base_id: UUID | None
    contenido: dict
    texto: str
    huella: str
    formulario_version: int
    finalizada_en: datetime
    secuencia: int
    dispositivo: UUID | None

    def columnas(self) -> dict:
        """Return the columns of its row in RevisionDeRegistro."""
        return {
            "pk": self.revision_id,
            "texto": self.texto,
            "huella": self.huella,
            "formulario_version": self.formulario_version,
            "autor": self.autor,
            "dispositivo": self.dispositivo,
            "secuencia": self.secuencia,
            "finalizada_en": self.finalizada_en,
            "recibido_en": timezone.now(),
        }


def sin_asignacion(mensaje: str) -> Resultado:
    """Return the answer that keeps the record for the coordinator."""
    return Resultado(Estado.SIN_ASIGNACION, errores=[Falla("", "SIN_ASIGNACION", mensaje)])
