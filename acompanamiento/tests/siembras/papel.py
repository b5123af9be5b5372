"""What was agreed with each teacher: it goes onto the paper of her next visit, and onto nobody else's."""

from visitas.models import Compromiso

CANARIOS = {
    "canario-propio-acordado": {"ana", "rosa"},
    "canario-ajeno-acordado": {"beto"},
    "canario-lejos-acordado": set(),
}
IMPRESOS = {"propio": "visita-primaria-a1", "ajeno": "sesion", "lejos": "visita-primaria-z9"}


def sembrar(mundo):
    for inquilino, impreso in IMPRESOS.items():
        objetos = mundo.objetos[inquilino]
        objetos["impreso"] = impreso
        Compromiso.objects.filter(visita=objetos["visita"]).update(que=f"canario-{inquilino}-acordado")
