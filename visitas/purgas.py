"""What this app erases when its time is over: what was written, said and observed. That it happened stays, as a count."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import ExtractYear

from acompanamiento.comun.canonico import canonico
from docentes.purga import BORRADO, regla

from .models import (
    ActividadDePlan,
    AsesoriaDirectiva,
    AvanceDeCompromiso,
    BorradorDeVisita,
    CambioDeSesion,
    Caracterizacion,
    Caso,
    ComentarioDeFragmento,
    ComentarioDePlan,
    Compromiso,
    CompromisoDirectivo,
    ContenidoDeRevision,
    Cuarentena,
    DecisionDeTraspaso,
    DialogoReflexivo,
    EjercicioDeCalibracion,
    FragmentoDePractica,
    Hallazgo,
    InformeDeEscuela,
    InformeFinal,
    LineaDePlan,
    MensajeDeCaso,
    MetaDePlan,
    Necesidad,
    NivelDeReferencia,
    NivelDeRespuesta,
    NivelObservado,
    NotaPrivada,
    ObservacionDeAcompanante,
    Parada,
    PasoDeInforme,
    Plan,
    ReflexionPropia,
    Reprogramacion,
    RespuestaDeCalibracion,
    RevisionDeRegistro,
    SesionGrupal,
    Traspaso,
    VersionDeAsesoria,
    VersionDePlan,
    VersionDeVoz,
    Viaje,
    Visita,
    VisitaProgramada,
    VozDelDocente,
)

VERSION_BORRADA = canonico(
    {
        "anio": None,
        "secciones": dict.fromkeys(
            ("caracterizacion", "objetivo", "objetivos", "recursos", "evaluacion"), BORRADO
        ),
        "metas": [],
        "docentes": [],
        "calendario": {"visitas": [], "sesiones": []},
    }
)
"""What a sent plan says once its time is over: a content that its pages can open, of nobody."""


def _notas(corte):
    """Of the visits of those years, and those whose visit was never finished, by the day they were kept."""
    de_visitas = Visita.objects.filter(anio__lte=corte).values("pk")
    con_visita = Visita.objects.values("pk")
    sueltas = ~Q(visita_id__in=con_visita) & Q(anio_guardada__lte=corte)
    anotadas = NotaPrivada.objects.annotate(anio_guardada=ExtractYear("guardada_en"))
    return anotadas.filter(Q(visita_id__in=de_visitas) | sueltas)


def _fragmentos(corte):
    """Not touched since, and on which nobody has commented since."""
    despues = ComentarioDeFragmento.objects.filter(fragmento=OuterRef("pk"), escrito_en__year__gt=corte)
    return FragmentoDePractica.objects.filter(~Exists(despues), guardado_en__year__lte=corte)


def _traspasos(corte):
    """Of an assignment that ended by the cut, on which neither of the two has written since."""
    terminados = Traspaso.objects.filter(anterior__hasta__year__lte=corte)
    despues = Q(decidido_en__year__gt=corte) | Q(nota_escrita_en__year__gt=corte)
    return terminados.exclude(despues)


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
regla(
    "Versiones de lo que dijo cada docente",
    lambda corte: VersionDeVoz.objects.filter(voz__visita__anio__lte=corte),
)
regla(
    "Lo que dijo cada docente de sus visitas",
    lambda corte: VozDelDocente.objects.filter(visita__anio__lte=corte),
)
regla(
    "Avances de compromisos",
    lambda corte: AvanceDeCompromiso.objects.filter(compromiso__visita__anio__lte=corte),
)
regla("Reflexiones propias", lambda corte: ReflexionPropia.objects.filter(fecha__year__lte=corte))
regla("Mensajes de casos", lambda corte: MensajeDeCaso.objects.filter(caso__visita__anio__lte=corte))
regla("Casos compartidos", lambda corte: Caso.objects.filter(visita__anio__lte=corte))
regla("Actividades de planes", lambda corte: ActividadDePlan.objects.filter(linea__plan__anio__lte=corte))
regla("Líneas de planes", lambda corte: LineaDePlan.objects.filter(plan__anio__lte=corte))
regla("Metas de planes", lambda corte: MetaDePlan.objects.filter(plan__anio__lte=corte))
regla(
    "Textos de planes",
    lambda corte: Plan.objects.filter(anio__lte=corte),
    textos="caracterizacion objetivo objetivos recursos evaluacion",
)
regla("Comentarios de planes", lambda corte: ComentarioDePlan.objects.filter(version__plan__anio__lte=corte))
regla(
    "Docentes en versiones de planes",
    lambda corte: VersionDePlan.docentes.through.objects.filter(versiondeplan__plan__anio__lte=corte),
)
regla(
    "Versiones de planes",
    lambda corte: VersionDePlan.objects.filter(plan__anio__lte=corte),
    textos="texto",
    con=VERSION_BORRADA,
)
regla("Necesidades", lambda corte: Necesidad.objects.filter(anio__lte=corte))
regla("Hallazgos de líneas de base", lambda corte: Hallazgo.objects.filter(caracterizacion__anio__lte=corte))
regla(
    "Textos de líneas de base",
    lambda corte: Caracterizacion.objects.filter(anio__lte=corte),
    textos="contexto como_llegar",
)
regla(
    "Borradores de líneas de base",
    lambda corte: Caracterizacion.objects.filter(guardada_en__year__lte=corte),
    textos="borrador",
)
regla(
    "Textos de sesiones grupales",
    lambda corte: SesionGrupal.objects.filter(anio__lte=corte),
    textos="desarrollo acuerdos motivo_texto",
)
regla(
    "Detalles de cambios de sesiones",
    lambda corte: CambioDeSesion.objects.filter(sesion__anio__lte=corte),
    textos="motivo_texto",
)
regla(
    "Textos de revisiones de sesiones y líneas de base",
    lambda corte: RevisionDeRegistro.objects.filter(
        Q(sesion__anio__lte=corte) | Q(caracterizacion__anio__lte=corte)
    ),
    textos="texto",
    con=canonico({}),
)
regla(
    "Comentarios de fragmentos de práctica",
    lambda corte: ComentarioDeFragmento.objects.filter(escrito_en__year__lte=corte),
)
regla("Fragmentos de práctica", _fragmentos)
regla(
    "Textos de viajes",
    lambda corte: Viaje.objects.filter(anio__lte=corte),
    textos="nombre alojamiento motivo_texto",
)
regla("Textos de paradas", lambda corte: Parada.objects.filter(viaje__anio__lte=corte), textos="plan_b")
regla(
    "Versiones de asesorías a la dirección",
    lambda corte: VersionDeAsesoria.objects.filter(asesoria__anio__lte=corte),
)
regla(
    "Compromisos de la dirección",
    lambda corte: CompromisoDirectivo.objects.filter(asesoria__anio__lte=corte),
    textos="que como comentario avance",
)
regla(
    "Borradores de asesorías a la dirección",
    lambda corte: AsesoriaDirectiva.objects.filter(guardada_en__year__lte=corte),
    textos="borrador",
)
regla(
    "Textos de asesorías a la dirección",
    lambda corte: AsesoriaDirectiva.objects.filter(anio__lte=corte),
    textos="observado evidencia describir explicar confrontar reconstruir comentario",
)
regla("Textos de traspasos", _traspasos, textos="palabra nota")
regla(
    "Textos de decisiones de traspasos",
    lambda corte: DecisionDeTraspaso.objects.filter(momento__year__lte=corte, traspaso__in=_traspasos(corte)),
    textos="palabra",
)
regla("Informes de escuelas", lambda corte: InformeDeEscuela.objects.filter(informe__anio__lte=corte))
regla(
    "Textos de pasos de informes",
    lambda corte: PasoDeInforme.objects.filter(informe__anio__lte=corte),
    textos="comentario contenido",
)
regla(
    "Textos de informes finales",
    lambda corte: InformeFinal.objects.filter(anio__lte=corte),
    textos="logros dificultades lecciones recomendaciones comentario",
)
regla(
    "Textos de visitas a los acompañantes",
    lambda corte: ObservacionDeAcompanante.objects.filter(fecha__year__lte=corte),
    textos="devolucion acuerdos comentario respuestas",
)
regla(
    "Referencias de calibración",
    lambda corte: NivelDeReferencia.objects.filter(ejercicio__cierra__year__lte=corte),
)
regla(
    "Niveles de respuestas de calibración",
    lambda corte: NivelDeRespuesta.objects.filter(respuesta__ejercicio__cierra__year__lte=corte),
)
regla(
    "Respuestas de calibración",
    lambda corte: RespuestaDeCalibracion.objects.filter(ejercicio__cierra__year__lte=corte),
)
regla(
    "Ejercicios de calibración", lambda corte: EjercicioDeCalibracion.objects.filter(cierra__year__lte=corte)
)
regla("Registros en cuarentena", lambda corte: Cuarentena.objects.filter(finalizada_en__year__lte=corte))
