"""What each tenant's teacher says, notes and keeps for herself."""

from datetime import timedelta

from django.utils import timezone

from visitas.models import AvanceDeCompromiso, ReflexionPropia, VersionDeVoz, VozDelDocente

CANARIOS = {
    "canario-propio-palabra": {"ana", "rosa"},
    "canario-ajeno-palabra": {"beto"},
    "canario-lejos-palabra": set(),
    "canario-propio-antes": {"rosa"},
    "canario-ajeno-antes": set(),
    "canario-propio-avance": {"ana", "rosa"},
    "canario-ajeno-avance": {"beto"},
    "canario-lejos-avance": set(),
    "canario-propio-intimo": {"rosa"},
    "canario-ajeno-intimo": set(),
    "canario-propio-compartido": {"ana", "rosa"},
    "canario-ajeno-compartido": {"beto"},
    "canario-lejos-compartido": set(),
    # Shared with who accompanied before: the next person does not inherit it, and neither does the former one keep it.
    "canario-propio-para-nora": {"rosa"},
}


def sembrar(mundo):
    for nombre, objetos in mundo.objetos.items():
        _voz_de(nombre, objetos)
    propio = mundo.objetos["propio"]
    _reflexion(propio, "canario-propio-para-nora", mundo.personas["nora"].acompanante)


def _voz_de(nombre, objetos):
    visita = objetos["visita"]
    ahora = timezone.now()
    voz = VozDelDocente.objects.create(
        visita=visita, comentario=f"canario-{nombre}-palabra", acuerdo="en_desacuerdo", escrita_en=ahora
    )
    VersionDeVoz.objects.create(
        voz=voz,
        comentario=f"canario-{nombre}-antes",
        acuerdo="sin_decir",
        escrita_en=ahora - timedelta(hours=3),
    )
    objetos["compromiso"] = visita.compromisos.first()
    AvanceDeCompromiso.objects.create(compromiso=objetos["compromiso"], texto=f"canario-{nombre}-avance")
    objetos["reflexion"] = _reflexion(objetos, f"canario-{nombre}-intimo")
    _reflexion(objetos, f"canario-{nombre}-compartido", visita.acompanante)


def _reflexion(objetos, texto, con_quien=None):
    return ReflexionPropia.objects.create(
        docente=objetos["docente"],
        fecha=objetos["visita"].fecha,
        texto=texto,
        compartida_con=con_quien,
        compartida_en=timezone.now() if con_quien else None,
    )
