"""Protocol, instrument, calendar, visits and what comes out of them."""

from .calendario import AnioEscolar, Bimestre
from .campo import Cuarentena, Epoca
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
    "Caracterizacion",
    "ClaseDeVisita",
    "Competencia",
    "Compromiso",
    "ContenidoDeRevision",
    "Cuarentena",
    "CuotaDeSesion",
    "Descriptor",
    "DialogoReflexivo",
    "Dispositivo",
    "Epoca",
    "EstadoDeCaracterizacion",
    "EstadoDeCompromiso",
    "EstadoDePlan",
    "EstadoDeRevision",
    "EstadoDeSesion",
    "EstadoProgramada",
    "Hallazgo",
    "Instrumento",
    "LineaDePlan",
    "MetaDePlan",
    "Momento",
    "MotivoNoRealizada",
    "Necesidad",
    "NivelEducativo",
    "NivelObservado",
    "NotaPrivada",
    "Plan",
    "Practica",
    "Protocolo",
    "Reprogramacion",
    "Revision",
    "SesionGrupal",
    "Signo",
    "TipoDeActividad",
    "TipoDeSesion",
    "TipoDeVisita",
    "Visita",
    "VisitaProgramada",
]
