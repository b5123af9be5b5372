"""Forms about people. All validation at the border is here."""

from .cuentas import CuentaEditarForm, CuentaNuevaForm
from .derechos import FiltroDeSolicitudes, RespuestaForm, SolicitudForm
from .docentes import DocenteForm
from .entrada import ClaveForm, EntradaForm
from .lecturas import FiltroDeLecturas

__all__ = [
    "ClaveForm",
    "CuentaEditarForm",
    "CuentaNuevaForm",
    "DocenteForm",
    "EntradaForm",
    "FiltroDeLecturas",
    "FiltroDeSolicitudes",
    "RespuestaForm",
    "SolicitudForm",
]
