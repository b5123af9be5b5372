"""Text as people search it, and keys as addresses carry them."""

import unicodedata
from uuid import UUID


def sin_tildes(texto: str) -> str:
    """Return `texto` in lower case without accents and with single spaces.

    "I.E. N.° 80274 CORLÁS" and "ie 80274 corlas" must meet, so dots, degree signs and other marks go too.
    """
    plano = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", texto).lower())
    letras = "".join(
        c if c.isalnum() else " " for c in plano if not unicodedata.combining(c) and c not in ".°º"
    )
    return " ".join(letras.split())


def uuid_de(texto) -> UUID | None:
    """Return the key that `texto` writes; None when it writes none."""
    try:
        return UUID(texto)
    except ValueError:
        return None
