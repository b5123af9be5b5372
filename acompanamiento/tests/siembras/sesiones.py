"""Group sessions and the learning community of each tenant, with a canary in what was told and agreed."""

from datetime import time, timedelta

from django.utils import timezone

from visitas.models import (
    Asistencia,
    CambioDeSesion,
    ComentarioDeFragmento,
    EstadoDeFragmento,
    EstadoDeSesion,
    FragmentoDePractica,
    SesionGrupal,
)
from visitas.services.cadena import asentar

from .campo import rama_de_registro

CANARIOS = {
    "canario-propio-fragmento": {"ana", "rosa"},
    "canario-ajeno-fragmento": {"beto"},
    "canario-lejos-fragmento": set(),
    "canario-propio-comentario": {"ana", "rosa"},
    "canario-ajeno-comentario": {"beto"},
    "canario-lejos-comentario": set(),
    "canario-propio-sin-compartir": {"rosa"},
    "canario-ajeno-sin-compartir": set(),
    "canario-lejos-sin-compartir": set(),
    "canario-propio-acuerdo": {"ana", "rosa"},
    "canario-ajeno-acuerdo": {"beto"},
    "canario-lejos-acuerdo": set(),
    "canario-propio-revision-de-sesion": {"ana"},
    "canario-ajeno-revision-de-sesion": {"beto"},
    "canario-lejos-revision-de-sesion": set(),
    "canario-propio-sesion-en-rama": {"ana"},
    "canario-ajeno-sesion-en-rama": {"beto"},
    "canario-lejos-sesion-en-rama": set(),
}


def sembrar(mundo):
    for nombre, objetos in mundo.objetos.items():
        objetos["sesion"] = _sesion(nombre, objetos, dias=9)
        objetos["sesion_hecha"] = _sesion(
            nombre, objetos, dias=0, estado=EstadoDeSesion.REALIZADA, acuerdos=f"canario-{nombre}-acuerdo"
        )
        asentar(
            objetos["sesion_hecha"],
            autor=objetos["acompanante"].usuario,
            contenido={"acuerdos": f"canario-{nombre}-revision-de-sesion"},
            version=1,
        )
        objetos["rama_de_sesion"] = rama_de_registro(
            objetos["sesion_hecha"],
            autor=objetos["acompanante"].usuario,
            contenido={
                "asistencia": [{"docente": str(objetos["docente"].pk), "asistio": True}],
                "acuerdos": f"canario-{nombre}-sesion-en-rama",
            },
        )
        objetos["fragmento"] = _compartido(nombre, objetos)
        objetos["fragmento_en_borrador"] = _fragmento(
            objetos, f"canario-{nombre}-sin-compartir", estado=EstadoDeFragmento.BORRADOR
        )
    _sesion_de_nora(mundo)


def _sesion(nombre, objetos, *, dias, **cambios):
    dia = timezone.localdate() + timedelta(days=dias)
    sesion = SesionGrupal.objects.create(
        **{
            "acompanante": objetos["acompanante"],
            "tipo": "gia",
            "anio": dia.year,
            "fecha": dia,
            "fecha_original": dia,
            "inicio": time(8),
            "fin": time(11),
            "minutos": 180,
            "lugar": "Local comunal",
            "tema": f"Tema {nombre}",
        }
        | cambios
    )
    Asistencia.objects.create(sesion=sesion, docente=objetos["docente"])
    return sesion


def _fragmento(objetos, texto, **cambios):
    return FragmentoDePractica.objects.create(
        autor=objetos["docente"], titulo=texto, texto=texto, pregunta="¿Qué harían ustedes?", **cambios
    )


def _compartido(nombre, objetos):
    fragmento = _fragmento(
        objetos,
        f"canario-{nombre}-fragmento",
        estado=EstadoDeFragmento.COMPARTIDO,
        acompanante=objetos["acompanante"],
        compartido_en=timezone.now(),
        sesion=objetos["sesion_hecha"],
    )
    ComentarioDeFragmento.objects.create(
        fragmento=fragmento,
        tipo="valoro",
        texto=f"canario-{nombre}-comentario",
        acompanante=objetos["acompanante"],
    )
    return fragmento


def _sesion_de_nora(mundo):
    """Nora goes on reading her sessions, and no longer whom she had invited."""
    objetos = mundo.objetos["propio"] | {"acompanante": mundo.personas["nora"].acompanante}
    sesion = _sesion("nora", objetos, dias=0)
    CambioDeSesion.objects.create(
        sesion=sesion,
        de=sesion.fecha - timedelta(days=1),
        a=sesion.fecha,
        motivo="paro",
        hecho_por=mundo.personas["nora"],
    )
    mundo.sesion_de_nora = sesion
