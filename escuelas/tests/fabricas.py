"""Rows for tests: the territory of Gran Chimú and schools there, unless told otherwise.

Territory comes by code and is created once; every school gets a code of its own.
"""

from itertools import count

from escuelas.models import (
    Area,
    Distrito,
    Escuela,
    Gestion,
    Modalidad,
    Nivel,
    Provincia,
    Region,
    Ugel,
)

_numeros = count(1)


def crear_region(codigo="13", nombre="La Libertad", **cambios) -> Region:
    datos = {"nombre": nombre, "codigo_gre": f"{codigo}0000"} | cambios
    return Region.objects.get_or_create(codigo=codigo, defaults=datos)[0]


def crear_ugel(codigo="130012", nombre="Gran Chimú", **cambios) -> Ugel:
    datos = {"nombre": nombre, "region": cambios.pop("region", None) or crear_region()}
    return Ugel.objects.get_or_create(codigo=codigo, defaults=datos | cambios)[0]


def crear_provincia(codigo="1311", nombre="Gran Chimú", **cambios) -> Provincia:
    datos = {"nombre": nombre, "region": cambios.pop("region", None) or crear_region()}
    return Provincia.objects.get_or_create(codigo=codigo, defaults=datos | cambios)[0]


def crear_distrito(codigo="131101", nombre="Cascas", **cambios) -> Distrito:
    """The province is the one of the code's first four digits; unknown ones are called by their code."""
    datos = {"nombre": nombre} | cambios
    if "provincia" not in datos:
        propia = {"nombre": "Gran Chimú" if codigo[:4] == "1311" else f"Provincia {codigo[:4]}"}
        datos["provincia"] = crear_provincia(codigo[:4], **propia)
    return Distrito.objects.get_or_create(codigo=codigo, defaults=datos)[0]


def crear_escuela(**cambios) -> Escuela:
    """A rural one-teacher primary of Cascas, UGEL Gran Chimú."""
    numero = next(_numeros)
    datos = {
        "codigo_modular": f"{9_000_000 + numero}",
        "codlocal": f"{900_000 + numero}",
        "nombre": f"IE N.° {80_000 + numero}",
        "nivel": Nivel.PRIMARIA,
        "modalidad": Modalidad.UNIDOCENTE,
        "area": Area.RURAL,
        "gestion": Gestion.PUBLICA,
        "localidad": "Corlás",
    } | cambios
    datos["ugel"] = datos.get("ugel") or crear_ugel()
    datos["distrito"] = datos.get("distrito") or crear_distrito()
    return Escuela.objects.create(**datos)
