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
from .caso import Caso, MensajeDeCaso
from .compromiso import Compromiso, EstadoDeCompromiso
from .contenido import (
    BorradorDeVisita,
    ContenidoDeRevision,
    DialogoReflexivo,
    NotaPrivada,
)
from .dispositivo import Dispositivo
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
from .sesion import Asistencia, EstadoDeSesion, SesionGrupal
from .visita import EstadoDeRevision, NivelObservado, Revision, Visita

__all__ = [
    "ActividadDePlan",
    "AnioEscolar",
    "AprendizajeDeGrado",
    "Asistencia",
    "Bimestre",
    "BorradorDeVisita",
    "CalidadDeVisita",
    "Caracterizacion",
    "Caso",
    "ClaseDeLeccion",
    "ClaseDeObservacion",
    "ClaseDeVisita",
    "Competencia",
    "Compromiso",
    "ContenidoDeRevision",
    "CuotaDeSesion",
    "Descriptor",
    "DialogoReflexivo",
    "Dispositivo",
    "EjercicioDeCalibracion",
    "EstadoDeCaracterizacion",
    "EstadoDeCompromiso",
    "EstadoDeObservacion",
    "EstadoDePlan",
    "EstadoDeRevision",
    "EstadoDeSesion",
    "EstadoProgramada",
    "Hallazgo",
    "Instrumento",
    "LineaDePlan",
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
    "Plan",
    "Practica",
    "Protocolo",
    "Reprogramacion",
    "RespuestaDeCalibracion",
    "Revision",
    "SesionGrupal",
    "Signo",
    "TipoDeActividad",
    "TipoDeSesion",
    "TipoDeVisita",
    "Visita",
    "VisitaProgramada",
]
