"""What this app erases when its time is over: what was written, said and observed. That it happened stays, as a count."""

from django.db.models import Q
from django.db.models.functions import ExtractYear

from docentes.purga import regla

from .models import (
    ActividadDePlan,
    BorradorDeVisita,
    Caracterizacion,
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    Hallazgo,
    LineaDePlan,
    MetaDePlan,
    Necesidad,
    NivelObservado,
    NotaPrivada,
    Plan,
    Reprogramacion,
    SesionGrupal,
    Visita,
    VisitaProgramada,
)


def _notas(corte):
    """Of the visits of those years, and those whose visit was never finished, by the day they were kept."""
    de_visitas = Visita.objects.filter(anio__lte=corte).values("pk")
    con_visita = Visita.objects.values("pk")
    sueltas = ~Q(visita_id__in=con_visita) & Q(anio_guardada__lte=corte)
    anotadas = NotaPrivada.objects.annotate(anio_guardada=ExtractYear("guardada_en"))
    return anotadas.filter(Q(visita_id__in=de_visitas) | sueltas)


regla(
    "Contenidos de visitas",
    lambda corte: ContenidoDeRevision.objects.filter(revision__visita__anio__lte=corte),
)
regla("Diálogos reflexivos", lambda corte: DialogoReflexivo.objects.filter(visita__anio__lte=corte))
regla("Niveles observados", lambda corte: NivelObservado.objects.filter(visita__anio__lte=corte))
regla("Notas privadas", _notas)
regla("Borradores de visita", lambda corte: BorradorDeVisita.objects.filter(guardado_en__year__lte=corte))
regla(
    "Textos de compromisos",
    lambda corte: Compromiso.objects.filter(visita__anio__lte=corte),
    textos="que como comentario",
)
regla(
    "Detalles de visitas programadas",
    lambda corte: VisitaProgramada.objects.filter(anio__lte=corte),
    textos="motivo_texto",
)
regla(
    "Detalles de cambios de fecha",
    lambda corte: Reprogramacion.objects.filter(programada__anio__lte=corte),
    textos="motivo_texto",
)
regla("Actividades de planes", lambda corte: ActividadDePlan.objects.filter(linea__plan__anio__lte=corte))
regla("Líneas de planes", lambda corte: LineaDePlan.objects.filter(plan__anio__lte=corte))
regla("Metas de planes", lambda corte: MetaDePlan.objects.filter(plan__anio__lte=corte))
regla(
    "Textos de planes",
    lambda corte: Plan.objects.filter(anio__lte=corte),
    textos="caracterizacion objetivo objetivos recursos evaluacion",
)
regla("Necesidades", lambda corte: Necesidad.objects.filter(anio__lte=corte))
regla("Hallazgos de líneas de base", lambda corte: Hallazgo.objects.filter(caracterizacion__anio__lte=corte))
regla(
    "Textos de líneas de base",
    lambda corte: Caracterizacion.objects.filter(anio__lte=corte),
    textos="contexto como_llegar",
)
regla(
    "Textos de sesiones grupales",
    lambda corte: SesionGrupal.objects.filter(anio__lte=corte),
    textos="desarrollo acuerdos motivo_texto",
)
