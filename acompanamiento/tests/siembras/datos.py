"""Rights requests: Rosa's, Beto's and one of another region, each an access request under way."""

from docentes.services import presentar_solicitud, tomar_solicitud

CANARIOS = {
    "canario-propio-derecho": {"rosa", "ines"},
    "canario-ajeno-derecho": {"beto", "ines"},
    "canario-lejos-derecho": set(),
}


def sembrar(mundo):
    for inquilino, persona in (("propio", "rosa"), ("ajeno", "beto"), ("lejos", None)):
        usuario = mundo.personas[persona] if persona else mundo.objetos[inquilino]["usuario"]
        solicitud = presentar_solicitud(
            usuario=usuario, derecho="acceso", texto=f"canario-{inquilino}-derecho"
        )
        mundo.objetos[inquilino]["solicitud"] = tomar_solicitud(
            solicitud=solicitud, por=mundo.personas["ines"]
        )
