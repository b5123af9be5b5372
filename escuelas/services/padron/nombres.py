"""Proper names: the register writes them in capitals and mostly without accents."""

import re
from functools import lru_cache

from acompanamiento.comun.texto import sin_tildes

_MENORES = {"de", "del", "la", "las", "los", "el", "y", "e"}
# Accents of La Libertad's provinces, UGELs and districts, which the register drops. Everything else stays as written.
_CON_TILDE = {
    "bolivar": "Bolívar",
    "cachicadan": "Cachicadán",
    "carrion": "Carrión",
    "chepen": "Chepén",
    "chimu": "Chimú",
    "jose": "José",
    "julcan": "Julcán",
    "ongon": "Ongón",
    "paijan": "Paiján",
    "pias": "Pías",
    "razuri": "Rázuri",
    "sanagoran": "Sanagorán",
    "sanchez": "Sánchez",
    "sarin": "Sarín",
    "victor": "Víctor",
    "viru": "Virú",
}
# The same names and labels come in thousands of rows.
RECORDADO = lru_cache(maxsize=4096)
plano = RECORDADO(sin_tildes)

_ROMANO = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})")
_PALABRA = re.compile(r"[^\W\d_]+")

# INEI's departments. RENIEC numbers them otherwise, which is how its codes are told apart.
DEPARTAMENTOS = dict(
    enumerate(
        [
            "Amazonas",
            "Áncash",
            "Apurímac",
            "Arequipa",
            "Ayacucho",
            "Cajamarca",
            "Callao",
            "Cusco",
            "Huancavelica",
            "Huánuco",
            "Ica",
            "Junín",
            "La Libertad",
            "Lambayeque",
            "Lima",
            "Loreto",
            "Madre de Dios",
            "Moquegua",
            "Pasco",
            "Piura",
            "Puno",
            "San Martín",
            "Tacna",
            "Tumbes",
            "Ucayali",
        ],
        start=1,
    )
)


def departamento(codigo: str) -> str:
    """Return INEI's name for the first two digits of a code, or "" when no department has them."""
    return DEPARTAMENTOS.get(int(codigo[:2]), "")


@RECORDADO
def titulo(nombre: str) -> str:
    """Return "Santiago de Chuco" for "SANTIAGO DE CHUCO". A name that already has small letters stays."""
    if nombre != nombre.upper():
        return nombre
    return _PALABRA.sub(
        lambda m: _palabra(m.group(), es_primera=not _PALABRA.search(nombre[: m.start()])), nombre
    )


def _palabra(palabra: str, *, es_primera: bool) -> str:
    menor = palabra.lower()
    if menor in _MENORES and not es_primera:
        return menor
    if len(palabra) > 1 and _ROMANO.fullmatch(palabra):
        return palabra
    return _CON_TILDE.get(menor) or menor.capitalize()


@RECORDADO
def nombre_de_ugel(publicado: str) -> str:
    """Return "03 Trujillo Nor Oeste" for "UGEL 03 - TRUJILLO NOR OESTE"."""
    sin_guion = re.sub(r"\s*[-–]\s*", " ", publicado).strip()
    sigla, _, resto = sin_guion.partition(" ")
    if sigla.upper() in ("DRE", "GRE"):
        return f"{sigla.upper()} {titulo(resto)}"
    return titulo(resto if sigla.upper() == "UGEL" else sin_guion)


def nombre_de_escuela(publicado: str) -> str:
    """Return "IE N.° 80274 Señor de los Milagros" for "80274 SEÑOR DE LOS MILAGROS"; no number, no prefix."""
    if publicado[:1].isdigit():
        return f"IE N.° {titulo(publicado)}"
    return titulo(publicado)


def nombre_desconocido(codigo_modular: str) -> str:
    """Return the name of a school whose file brings none."""
    return f"IE {codigo_modular}"
