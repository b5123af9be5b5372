"""A finished baseline of each tenant's school, with two versions, and a need of its teacher."""

from django.utils import timezone

from visitas.services.cadena import asentar
from visitas.tests.fabricas_de_base import crear_caracterizacion, crear_necesidad

from .campo import rama_de_registro

CANARIOS = {
    "canario-propio-base": {"ana", "rosa", "hugo", "fidel"},
    "canario-ajeno-base": {"beto", "fidel"},
    "canario-lejos-base": set(),
    "canario-propio-borrador-de-base": {"ana"},
    "canario-ajeno-borrador-de-base": {"beto"},
    "canario-propio-revision-de-base": {"ana"},
    "canario-ajeno-revision-de-base": {"beto"},
    "canario-lejos-revision-de-base": set(),
    "canario-propio-base-en-rama": {"ana"},
    "canario-ajeno-base-en-rama": {"beto"},
    "canario-lejos-base-en-rama": set(),
    "canario-propio-necesidad": {"ana", "rosa"},
    "canario-ajeno-necesidad": {"beto"},
    "canario-lejos-necesidad": set(),
}


def sembrar(mundo):
    for inquilino, objetos in mundo.objetos.items():
        docente, acompanante = objetos["docente"], objetos["visita"].acompanante
        objetos["caracterizacion"] = crear_caracterizacion(
            escuela=docente.escuela,
            autor=acompanante,
            anio=timezone.localdate().year,
            contexto=f"canario-{inquilino}-base",
            borrador={"contexto": f"canario-{inquilino}-borrador-de-base"},
        )
        asentar(
            objetos["caracterizacion"],
            autor=acompanante.usuario,
            contenido={"contexto": f"canario-{inquilino}-revision-de-base"},
            version=1,
        )
        objetos["rama_de_base"] = rama_de_registro(
            objetos["caracterizacion"],
            autor=acompanante.usuario,
            contenido={"contexto": f"canario-{inquilino}-base-en-rama"},
        )
        crear_necesidad(
            docente=docente,
            autor=acompanante,
            anio=timezone.localdate().year,
            texto=f"canario-{inquilino}-necesidad",
        )
