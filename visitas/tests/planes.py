"""Plans for tests, made by the same services as real ones."""

from docentes.models import Asignacion
from visitas import services
from visitas.models import Necesidad
from visitas.tests.fabricas import competencia, crear_programada


def crear_necesidad(docente, numero=2, anio=2026, prioridad=1, **cambios) -> Necesidad:
    acompanante = Asignacion.objects.filter(docente=docente).first().acompanante
    datos = {"texto": "Acortar las esperas entre un grupo y otro.", "autor": acompanante}
    return Necesidad.objects.create(
        docente=docente,
        anio=anio,
        competencia=competencia(numero),
        prioridad=prioridad,
        **(datos | cambios),
    )


def crear_plan(acompanante, anio=2026):
    """A draft that lacks nothing: every teacher has a need with its strategy, and a visit in the calendar."""
    for asignacion in acompanante.asignaciones.vigentes():
        if not asignacion.docente.necesidades.filter(anio=anio).exists():
            crear_necesidad(asignacion.docente, anio=anio)
        if not asignacion.docente.programadas.filter(anio=anio).exists():
            crear_programada(docente=asignacion.docente, acompanante=acompanante)
    return services.preparar_plan(acompanante=acompanante, anio=anio)


def enviar(plan):
    plan.refresh_from_db()
    return services.enviar_plan(plan=plan, por=plan.acompanante.usuario)


def observar(version, por, texto="Falta decir desde cuándo.", seccion="metas", docente=None):
    return services.observar_plan(
        version=version, por=por, comentarios=[{"seccion": seccion, "texto": texto, "docente": docente}]
    )


def aprobar(version, por):
    return services.aprobar_plan(version=version, comentarios=[], por=por)
