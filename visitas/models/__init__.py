"""Protocol, instrument, calendar, visits and what comes out of them."""

from .calendario import AnioEscolar, Bimestre
from .compromiso import Compromiso, EstadoDeCompromiso
from .contenido import (
    BorradorDeVisita,
    ContenidoDeRevision,
    DialogoReflexivo,
    NotaPrivada,
)
from .dispositivo import Dispositivo
from .instrumento import Competencia, Descriptor, Instrumento
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
from .visita import EstadoDeRevision, NivelObservado, Revision, Visita

__all__ = [
    "AnioEscolar",
    "Bimestre",
    "BorradorDeVisita",
    "ClaseDeVisita",
    "Competencia",
    "Compromiso",
    "ContenidoDeRevision",
    "CuotaDeSesion",
    "Descriptor",
    "DialogoReflexivo",
    "Dispositivo",
    "EstadoDeCompromiso",
    "EstadoDeRevision",
    "EstadoProgramada",
    "Instrumento",
    "MotivoNoRealizada",
    "NivelEducativo",
    "NivelObservado",
    "NotaPrivada",
    "Protocolo",
    "Reprogramacion",
    "Revision",
    "TipoDeSesion",
    "TipoDeVisita",
    "Visita",
    "VisitaProgramada",
]
