"""Protocol, instrument, calendar, visits and what comes out of them."""

from .calendario import AnioEscolar, Bimestre
from .calibracion import (
    ClaseDeLeccion,
    EjercicioDeCalibracion,
    NivelDeReferencia,
    NivelDeRespuesta,
    RespuestaDeCalibracion,
)
from .calidad import CalidadDeVisita
from .campo import Epoca
from .caso import Caso, MensajeDeCaso
from .compromiso import Compromiso, EstadoDeCompromiso
from .comunidad import (
    ComentarioDeFragmento,
    EstadoDeFragmento,
    FragmentoDePractica,
    TipoDeComentario,
)
from .contenido import (
    BorradorDeVisita,
    ContenidoDeRevision,
    DialogoReflexivo,
    NotaPrivada,
)
from .cuarentena import Cuarentena
from .dedicacion import ClaseDeDedicacion, DedicacionFuera, medias_horas_del_mes
from .direccion import (
    AsesoriaDirectiva,
    CompromisoDirectivo,
    DimensionDeGestion,
    EstadoDeAsesoria,
    VersionDeAsesoria,
)
from .dispositivo import Dispositivo
from .informe import EstadoDeInforme, InformeDeEscuela, InformeFinal, PasoDeInforme
from .instrumento import Competencia, Descriptor, Instrumento
from .linea_de_base import (
    AprendizajeDeGrado,
    Caracterizacion,
    EstadoDeCaracterizacion,
    Hallazgo,
    Momento,
    Necesidad,
    Practica,
    Signo,
)
from .observacion import ClaseDeObservacion, EstadoDeObservacion, ObservacionDeAcompanante
from .plan import ActividadDePlan, EstadoDePlan, LineaDePlan, MetaDePlan, Plan, TipoDeActividad
from .plan_version import ComentarioDePlan, DecisionDePlan, SeccionDePlan, VersionDePlan
from .programacion import (
    EstadoProgramada,
    MotivoNoRealizada,
    Reprogramacion,
    VisitaProgramada,
)
from .protocolo import (
    ClaseDeVisita,
    CuotaDeSesion,
    NivelEducativo,
    Protocolo,
    TipoDeSesion,
    TipoDeVisita,
)
from .registro import RevisionDeRegistro
from .resolucion import ResolucionDeConflicto, ResolucionDeRegistro
from .sesion import Asistencia, CambioDeSesion, EstadoDeSesion, SesionGrupal
from .suscripcion import SuscripcionDeAgenda
from .traspaso import DecisionDeTraspaso, Traspaso
from .viaje import EstadoDeViaje, MedioDeViaje, Parada, Viaje
from .visita import EstadoDeRevision, NivelObservado, Revision, Visita
from .voz import Acuerdo, AvanceDeCompromiso, ReflexionPropia, VersionDeVoz, VozDelDocente

__all__ = [
    "ActividadDePlan",
    "Acuerdo",
    "AnioEscolar",
    "AprendizajeDeGrado",
    "AsesoriaDirectiva",
    "Asistencia",
    "AvanceDeCompromiso",
    "Bimestre",
    "BorradorDeVisita",
    "CalidadDeVisita",
    "CambioDeSesion",
    "Caracterizacion",
    "Caso",
    "ClaseDeDedicacion",
    "ClaseDeLeccion",
    "ClaseDeObservacion",
    "ClaseDeVisita",
    "ComentarioDeFragmento",
    "ComentarioDePlan",
    "Competencia",
    "Compromiso",
    "CompromisoDirectivo",
    "ContenidoDeRevision",
    "Cuarentena",
    "CuotaDeSesion",
    "DecisionDePlan",
    "DecisionDeTraspaso",
    "DedicacionFuera",
    "Descriptor",
    "DialogoReflexivo",
    "DimensionDeGestion",
    "Dispositivo",
    "EjercicioDeCalibracion",
    "Epoca",
    "EstadoDeAsesoria",
    "EstadoDeCaracterizacion",
    "EstadoDeCompromiso",
    "EstadoDeFragmento",
    "EstadoDeInforme",
    "EstadoDeObservacion",
    "EstadoDePlan",
    "EstadoDeRevision",
    "EstadoDeSesion",
    "EstadoDeViaje",
    "EstadoProgramada",
    "FragmentoDePractica",
    "Hallazgo",
    "InformeDeEscuela",
    "InformeFinal",
    "Instrumento",
    "LineaDePlan",
    "MedioDeViaje",
    "MensajeDeCaso",
    "MetaDePlan",
    "Momento",
    "MotivoNoRealizada",
    "Necesidad",
    "NivelDeReferencia",
    "NivelDeRespuesta",
    "NivelEducativo",
    "NivelObservado",
    "NotaPrivada",
    "ObservacionDeAcompanante",
    "Parada",
    "PasoDeInforme",
    "Plan",
    "Practica",
    "Protocolo",
    "ReflexionPropia",
    "Reprogramacion",
    "ResolucionDeConflicto",
    "ResolucionDeRegistro",
    "RespuestaDeCalibracion",
    "Revision",
    "RevisionDeRegistro",
    "SeccionDePlan",
    "SesionGrupal",
    "Signo",
    "SuscripcionDeAgenda",
    "TipoDeActividad",
    "TipoDeComentario",
    "TipoDeSesion",
    "TipoDeVisita",
    "Traspaso",
    "VersionDeAsesoria",
    "VersionDePlan",
    "VersionDeVoz",
    "Viaje",
    "Visita",
    "VisitaProgramada",
    "VozDelDocente",
    "medias_horas_del_mes",
]
