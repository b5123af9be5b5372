"""The published JSON Schemas, a file each: `envio-1`, `respuesta-1`, `recibos-1`, `cabeza-1` and the content of each form version."""

from pathlib import Path

CARPETA = Path(__file__).parent


def esquema(nombre: str) -> str | None:
    """Return the text of a schema, or None when there is none of that name."""
    publicados = {archivo.stem: archivo for archivo in CARPETA.glob("*.json")}
    return publicados[nombre].read_text(encoding="utf-8") if nombre in publicados else None
