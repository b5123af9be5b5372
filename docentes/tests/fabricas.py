"""Plain factories of people. Each takes the fields that matter to the test and invents the rest."""

from datetime import date
from itertools import count

from docentes import avisos
from docentes.models import AceptacionDeAviso, Acompanante, Asignacion, Docente, Rol, Usuario
from escuelas.tests.fabricas import crear_escuela, crear_region, crear_ugel

CLAVE = "acompana-demo"
_numero = count(1)


def _ambito(rol):
    if rol in (Rol.ESPECIALISTA, Rol.ACOMPANANTE):
        return {"ugel": crear_ugel()}
    if rol == Rol.DIRECTOR:
        return {"escuela": crear_escuela()}
    return {} if rol == Rol.DOCENTE else {"region": crear_region()}


def crear_usuario(rol=Rol.FORMADOR, **cambios) -> Usuario:
    """An account with no usable password (tests sign in by force) that has accepted the notice in force."""
    n = next(_numero)
    campos = {
        "username": f"persona{n}",
        "nombres": "Persona",
        "apellidos": f"Prueba {n:04}",
        "aviso_aceptado": avisos.vigente().version,
    }
    ambito = {} if {"ugel", "region", "escuela"} & cambios.keys() else _ambito(rol)
    usuario = Usuario.objects.create(**(campos | ambito | {"rol": rol, "password": "!"} | cambios))
    if usuario.aviso_aceptado:
        AceptacionDeAviso.objects.create(usuario=usuario, version=usuario.aviso_aceptado)
    return usuario


def crear_acompanante(usuario=None, **cambios) -> Acompanante:
    datos = {c: cambios.pop(c) for c in ("ugel", "nombres", "apellidos", "username") if c in cambios}
    usuario = usuario or crear_usuario(Rol.ACOMPANANTE, **datos)
    return Acompanante.objects.create(**({"usuario": usuario, "desde": date(2025, 3, 1)} | cambios))


def crear_docente(**cambios) -> Docente:
    n = next(_numero)
    if "escuela" not in cambios:
        cambios["escuela"] = crear_escuela()
    campos = {
        "plaza": f"{n:012}",
        "nombres": "Docente",
        "apellidos": f"Prueba {n:04}",
        "grados": ["1", "2", "3"],
    }
    return Docente.objects.create(**(campos | cambios))


def crear_asignacion(**cambios) -> Asignacion:
    if "docente" not in cambios:
        cambios["docente"] = crear_docente()
    if "acompanante" not in cambios:
        cambios["acompanante"] = crear_acompanante()
    return Asignacion.objects.create(**({"desde": date(2025, 3, 1)} | cambios))
