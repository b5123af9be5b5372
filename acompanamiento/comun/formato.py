"""How the product writes dates, hours and numbers: Spanish of Peru, one spelling everywhere.

Pure functions, for the templates (`{% load acompana %}`), the charts, the PDF and the workbooks. `None` and
the empty text give the empty text, so that a template needs no `if`.
"""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

DURO = "\u00a0"  # the hard space
DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
ROMANOS = {1: "I", 2: "II", 3: "III", 4: "IV"}
NO_OBSERVADO = "N. O."


def _local(momento):
    """An aware datetime in the time zone of the project; anything else, untouched."""
    if isinstance(momento, datetime) and timezone.is_aware(momento):
        return timezone.localtime(momento)
    return momento


def _dia(momento: date | datetime) -> date:
    momento = _local(momento)
    return momento.date() if isinstance(momento, datetime) else momento


def fecha(momento: date | datetime | None) -> str:
    """Return "15/10/2026"."""
    return f"{_dia(momento):%d/%m/%Y}" if momento else ""


def fecha_larga(momento: date | datetime | None) -> str:
    """Return "jueves 15 de octubre de 2026"."""
    if not momento:
        return ""
    dia = _dia(momento)
    return f"{DIAS[dia.weekday()]} {dia.day} de {MESES[dia.month - 1]} de {dia.year}"


def fecha_hora(momento: datetime | None) -> str:
    """Return "15/10/2026, 8:05"."""
    return f"{fecha(momento)}, {hora(momento)}" if momento else ""


def dia_corto(momento: date | datetime | None) -> str:
    """Return "jue"."""
    return DIAS[_dia(momento).weekday()][:3] if momento else ""


def mes(numero: int | None) -> str:
    """Return "setiembre" for 9."""
    return MESES[numero - 1] if numero else ""


def hora(momento: time | datetime | None) -> str:
    """Return "8:05", on 24 hours and without a leading zero. Midnight is a time like any other."""
    if momento in (None, ""):
        return ""
    local = _local(momento)
    return f"{local.hour}:{local.minute:02}"


def entero(numero: int | None) -> str:
    """Return "1 530", with a hard space every three digits."""
    return "" if numero in (None, "") else f"{int(numero):,}".replace(",", DURO)


def decimal(numero: float | Decimal | None, cifras: int = 1) -> str:
    """Return "1 530,5": comma, hard spaces, halves rounded up."""
    if numero in (None, ""):
        return ""
    redondo = Decimal(str(numero)).quantize(Decimal(1).scaleb(-cifras), rounding=ROUND_HALF_UP)
    return f"{redondo:,}".replace(",", DURO).replace(".", ",")


def porciento(numero: float | Decimal | None, cifras: int = 0) -> str:
    """Return "86 %" for 86 (a percentage, not a fraction)."""
    return "" if numero in (None, "") else f"{decimal(numero, cifras)}{DURO}%"


def romano(nivel: int | None) -> str:
    """Return the level as a numeral, "N. O." when it was not observed."""
    return ROMANOS.get(nivel, NO_OBSERVADO)


def horas(minutos: int | None) -> str:
    """Return "4 h 30 min", "5 h" or "45 min"."""
    if minutos in (None, ""):
        return ""
    enteras, resto = divmod(int(minutos), 60)
    partes = [f"{entero(enteras)}{DURO}h"] if enteras else []
    if resto or not enteras:
        partes.append(f"{resto}{DURO}min")
    return " ".join(partes)


def hace_dias(momento: date | datetime | None, hoy: date | None = None) -> str:
    """Return "hoy", "hace 1 día", "hace 9 días", and for what is to come "mañana", "en 3 días"."""
    if not momento:
        return ""
    dias = ((hoy or timezone.localdate()) - _dia(momento)).days
    if dias == 0:
        return "hoy"
    if dias > 0:
        return f"hace {entero(dias)} {'día' if dias == 1 else 'días'}"
    return "mañana" if dias == -1 else f"en {entero(-dias)} días"
