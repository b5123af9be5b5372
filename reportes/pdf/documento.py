from dataclasses import dataclass


@dataclass(frozen=True)
class Documento:
    """The finished file and how many pages it has."""

    contenido: bytes
    paginas: int
