"""What every chart shares. Colours are attributes in the SVG: the PDF engine applies no page CSS inside it."""

from acompanamiento.comun.formato import MESES

MAR = "#0b5563"
ARENA = "#f1ece1"
MESES_CORTOS = tuple(mes[:3].capitalize() for mes in MESES)


def numero(valor: float) -> str:
    """Return a coordinate as SVG wants it, whatever the language of the page."""
    return f"{valor:.2f}".rstrip("0").rstrip(".")


def enumerar(nombres) -> str:
    """Return "Ascope", "Ascope y Virú" or "Ascope, Otuzco y Virú"."""
    nombres = list(nombres)
    if len(nombres) < 2:
        return "".join(nombres)
    return f"{', '.join(nombres[:-1])} y {nombres[-1]}"
