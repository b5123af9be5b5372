"""The instrument of the field visit to the acompañante, read from its file: 41 statements in three blocks."""

from dataclasses import dataclass
from functools import cache

from .catalogos import leer

VERSION_VIGENTE = 1
ESCALA = {"si": "Se vio", "parte": "En parte", "no": "No se vio"}


@dataclass(frozen=True)
class Bloque:
    """Statements that go together, each with the key under which its answer is kept ("registro_3")."""

    codigo: str
    nombre: str
    enunciados: tuple[tuple[str, str], ...]


@cache
def bloques(version: int = VERSION_VIGENTE) -> tuple[Bloque, ...]:
    """Return the blocks of a version of the instrument, in order."""
    return tuple(
        Bloque(
            b["codigo"],
            b["nombre"],
            tuple((f"{b['codigo']}_{n}", texto) for n, texto in enumerate(b["enunciados"], start=1)),
        )
        for b in leer(f"observacion_acompanante_{version}")["bloque"]
    )


def claves(version: int = VERSION_VIGENTE) -> list[str]:
    return [clave for bloque in bloques(version) for clave, _ in bloque.enunciados]


def en_palabras(version: int, respuestas: dict) -> list[dict]:
    """Return, for each block, its statements with the answer's words ("" when it was not marked) and how many of each."""
    return [
        {
            "nombre": bloque.nombre,
            "filas": [(texto, ESCALA.get(respuestas.get(clave), "")) for clave, texto in bloque.enunciados],
            "cuentas": [
                (nombre, sum(respuestas.get(clave) == valor for clave, _ in bloque.enunciados))
                for valor, nombre in ESCALA.items()
            ],
        }
        for bloque in bloques(version)
    ]
