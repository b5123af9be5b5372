"""A plan in each tenant, sent and waiting for its review, with a canary in what is said of a teacher."""

from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from visitas.models import (
    ActividadDePlan,
    ComentarioDePlan,
    EstadoDePlan,
    LineaDePlan,
    Necesidad,
    Plan,
    SeccionDePlan,
    VersionDePlan,
)
from visitas.planes.foto import tomar
from visitas.tests.fabricas import competencia

CANARIOS = {
    "canario-propio-estrategia": {"ana", "rosa", "fidel"},
    "canario-ajeno-estrategia": {"beto", "fidel"},
    "canario-lejos-estrategia": set(),
    "canario-propio-recurso": {"ana", "fidel"},
    "canario-lejos-recurso": set(),
    "canario-propio-observacion": {"ana", "fidel"},
    "canario-ajeno-observacion": {"beto", "fidel"},
}


def sembrar(mundo):
    for nombre, objetos in mundo.objetos.items():
        version = _enviar(nombre, objetos["docente"], objetos["acompanante"])
        objetos |= {"plan": version.plan, "version_de_plan": version}


def _enviar(nombre, docente, acompanante):
    """A sent plan whose author wrote the teacher's surname in a text that is everybody's."""
    hoy = timezone.localdate()
    plan = Plan.objects.create(
        acompanante=acompanante,
        anio=hoy.year,
        estado=EstadoDePlan.ENVIADO,
        version=1,
        enviado_en=timezone.now(),
        caracterizacion=f"Trabajo con {docente.nombre_completo}, de {docente.escuela.nombre}.",
        recursos=f"canario-{nombre}-recurso para {docente.apellidos}",
    )
    necesidad = Necesidad.objects.create(
        docente=docente,
        anio=hoy.year,
        competencia=competencia(3),
        texto=f"Que {docente.nombre_completo} acorte las esperas.",
        prioridad=1,
        autor=acompanante,
    )
    linea = LineaDePlan.objects.create(
        plan=plan, docente=docente, necesidad=necesidad, estrategia=f"canario-{nombre}-estrategia"
    )
    ActividadDePlan.objects.create(linea=linea, tipo="visita", que="Mirar", desde=hoy, hasta=hoy)
    texto = canonico(tomar(plan))
    version = VersionDePlan.objects.create(
        plan=plan, numero=1, texto=texto, huella=huella(texto), enviada_por=acompanante.usuario
    )
    version.docentes.add(docente)
    ComentarioDePlan.objects.create(
        version=version,
        seccion=SeccionDePlan.MATRIZ,
        docente=docente,
        autor=acompanante.usuario,
        texto=f"canario-{nombre}-observacion",
    )
    return version
