"""Cells as spreadsheets leave them, turned into text, codes and numbers. Pure functions."""

import re
from decimal import Decimal, InvalidOperation

_INVISIBLES = dict.fromkeys(
    [*range(0x00, 0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF], None
) | {0x09: " ", 0x0A: " ", 0x0D: " ", 0xA0: " ", 0x2007: " ", 0x202F: " "}
_NUMERO = re.compile(r"[0-9]+(?:[.,][0-9]*)?(?:[eE][+-]?[0-9]+)?")
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]")


class ValorInvalido(Exception):
    """A value that breaks a rule. `regla` and `arreglo` are Spanish sentences without a full stop and with it."""

    def __init__(self, regla: str, arreglo: str):
        super().__init__(regla)
        self.regla, self.arreglo = regla, arreglo


def texto(valor: str) -> str:
    """Return the cell without NUL, control and zero-width characters, with single spaces.

    Text that was converted twice ("MuÃ±oz") is put right when that can be done without loss.
    """
    if valor.isascii() and valor.isprintable():
        return " ".join(valor.split())
    plano = " ".join(valor.translate(_INVISIBLES).split())
    return _reparado(plano) if _MOJIBAKE.search(plano) else plano


def _reparado(mojibake: str) -> str:
    for codec in ("cp1252", "latin-1"):
        try:
            return mojibake.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return mojibake


def codigo(valor: str, digitos: int) -> tuple[str, bool]:
    """Return (code of `digitos` digits, whether its lost leading zero was put back).

    Only one zero is ever put back, and only on a number that does not start with one: a spreadsheet that
    drops zeros drops them all, so "026796" is a cut code, not a code without its zero.
    """
    limpio = valor if _son_cifras(valor) else sin_marcas_de_hoja(valor)
    if _son_cifras(limpio) and len(limpio) == digitos:
        return limpio, False
    if _son_cifras(limpio) and len(limpio) == digitos - 1 and limpio[0] != "0":
        return f"0{limpio}", True
    raise _codigo_invalido(limpio, digitos)


def _son_cifras(valor: str) -> bool:
    return valor.isascii() and valor.isdigit()


def sin_marcas_de_hoja(valor: str) -> str:
    """Return the text of a cell kept as text by an apostrophe (`'0267963`) or a formula (`="0267963"`)."""
    limpio = texto(valor)
    formula = re.fullmatch(r'="(.*)"', limpio)
    return (formula.group(1) if formula else limpio.lstrip("'’")).strip()


def _codigo_invalido(limpio: str, digitos: int) -> ValorInvalido:
    if not limpio:
        return ValorInvalido("está vacío", f"Escribe los {digitos} dígitos del código.")
    if "#" in limpio:
        return ValorInvalido("es un error de la hoja de cálculo", "Corrige la fórmula o escribe el código.")
    if not limpio.isdigit() and _NUMERO.fullmatch(limpio):
        return ValorInvalido(
            "la hoja de cálculo lo convirtió en número",
            "Da a la columna formato de texto y vuelve a exportar el archivo.",
        )
    if re.fullmatch(rf"[0-9OoQlI]{{{digitos}}}", limpio):
        return ValorInvalido(
            "lleva una letra donde va un dígito (una O por un 0, o una l por un 1)",
            f"Escribe los {digitos} dígitos.",
        )
    return ValorInvalido(
        f"debe tener {digitos} {'dígito' if digitos == 1 else 'dígitos'}", "Cópialo otra vez del padrón."
    )


def decimal(valor: str) -> Decimal:
    """Return a number written with a point or a comma as its decimal mark."""
    limpio = sin_marcas_de_hoja(valor).replace(",", ".")
    try:
        numero = Decimal(limpio)
    except InvalidOperation:
        numero = None
    if numero is None or not numero.is_finite():
        raise ValorInvalido("no es un número", "Escríbelo con cifras y un solo punto decimal.")
    return numero
