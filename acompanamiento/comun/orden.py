"""The alphabetical order of names, in Spanish: Ávila beside Avila, Ñahui between Núñez and Ochoa.

Columns of names carry COLACION, so that whatever orders by them gets it without more queries: ICU's Spanish on
PostgreSQL (made by a migration of `escuelas`), and on SQLite `comparar`, given to each connection that opens.
"""

import unicodedata
from functools import lru_cache

COLACION = "es_alfabetico"
# After every letter that may follow an n.
TRAS_LA_N = "n\uffff"


@lru_cache(maxsize=20_000)
def clave_de_orden(texto: str) -> tuple[str, str]:
    """Return what a name sorts by: its letters without accents or case, then itself, so that only equals tie."""
    plano = unicodedata.normalize("NFC", texto).casefold().replace("ñ", TRAS_LA_N)
    letras = unicodedata.normalize("NFKD", plano)
    return "".join(c for c in letras if not unicodedata.combining(c)), texto


def comparar(uno: str, otro: str) -> int:
    """Return -1, 0 or 1, as SQLite asks of a collation."""
    clave, la_otra = clave_de_orden(uno), clave_de_orden(otro)
    return (clave > la_otra) - (clave < la_otra)


def dar_el_orden(connection, **_senal):
    """Teach the order to a connection that opens; PostgreSQL has it in the database."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLACION, comparar)
