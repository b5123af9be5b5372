"""Protocol, instrument, calendar, visits and what comes out of them."""

from .calendario import AnioEscolar, Bimestre
from .compromiso import Compromiso, EstadoDeCompromiso
from .contenido import (
    BorradorDeVisita,
    ContenidoDeRevision,
    DialogoReflexivo,
    NotaPrivada,
)
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
from .traspaso import DecisionDeTraspaso, Traspaso
from .visita import EstadoDeRevision, NivelObservado, Revision, Visita

__all__ = [
    "ActividadDePlan",
    "AnioEscolar",
    "AprendizajeDeGrado",
    "AsesoriaDirectiva",
    "Asistencia",
    "Bimestre",
    "BorradorDeVisita",
    "Caracterizacion",
    "ClaseDeVisita",
    "Competencia",
    "Compromiso",
    "CompromisoDirectivo",
    "ContenidoDeRevision",
    "CuotaDeSesion",
    "DecisionDeTraspaso",
    "Descriptor",
    "DialogoReflexivo",
    "DimensionDeGestion",
    "Dispositivo",
    "EstadoDeAsesoria",
    "EstadoDeCaracterizacion",
    "EstadoDeCompromiso",
    "EstadoDeInforme",
    "EstadoDePlan",
    "EstadoDeRevision",
    "EstadoDeSesion",
    "EstadoProgramada",
    "Hallazgo",
    "InformeDeEscuela",
    "InformeFinal",
    "Instrumento",
    "LineaDePlan",
    "MetaDePlan",
    "Momento",
    "MotivoNoRealizada",
    "Necesidad",
    "NivelEducativo",
    "NivelObservado",
    "NotaPrivada",
    "PasoDeInforme",
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
    "Traspaso",
    "VersionDeAsesoria",
    "Visita",
    "VisitaProgramada",
]
