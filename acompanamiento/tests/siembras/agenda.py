"""A trip with its stop, a group session, hours outside accompaniment and a secret address in each tenant."""

from datetime import time

from django.utils import timezone

from visitas.models import DedicacionFuera, SesionGrupal, Viaje
from visitas.services import activar_suscripcion, apagar_suscripcion

CANARIOS = {
    "canario-propio-viaje": {"ana"},
    "canario-ajeno-viaje": {"beto"},
    "canario-lejos-viaje": set(),
    # The topic of a session is in the calendar of the plan that the formador reviews, without names.
    "canario-propio-tema": {"ana", "fidel"},
    "canario-ajeno-tema": {"beto", "fidel"},
    "canario-lejos-tema": set(),
}


def sembrar(mundo):
    for nombre, objetos in mundo.objetos.items():
        acompanante, programada = objetos["acompanante"], objetos["programada"]
        viaje = Viaje.objects.create(
            acompanante=acompanante, anio=programada.anio, nombre=f"canario-{nombre}-viaje"
        )
        viaje.paradas.create(programada=programada, plan_b=f"canario-{nombre}-viaje")
        _sesion(acompanante, f"canario-{nombre}-tema")
        DedicacionFuera.objects.create(
            acompanante=acompanante, anio=programada.anio, mes=1, clase="reunion", medias_horas=3
        )
        objetos |= {"viaje": viaje, "direccion": activar_suscripcion(acompanante=acompanante)}
    apagar_suscripcion(acompanante=mundo.objetos["lejos"]["acompanante"])


def _sesion(acompanante, tema):
    hoy = timezone.localdate()
    SesionGrupal.objects.create(
        acompanante=acompanante,
        tipo="microtaller",
        anio=hoy.year,
        fecha_original=hoy,
        fecha=hoy,
        inicio=time(9),
        fin=time(13),
        minutos=240,
        lugar="Local comunal",
        tema=tema,
    )
