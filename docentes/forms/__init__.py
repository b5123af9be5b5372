"""Forms about people. All validation at the border is here."""

from .cuentas import CuentaEditarForm, CuentaNuevaForm
from .derechos import FiltroDeSolicitudes, RespuestaForm, SolicitudForm
from .docentes import DocenteForm
from .entrada import ClaveForm, EntradaForm

__all__ = [
    "ClaveForm",
    "CuentaEditarForm",
    "CuentaNuevaForm",
    "DocenteForm",
    "EntradaForm",
    "FiltroDeSolicitudes",
    "RespuestaForm",
    "SolicitudForm",
]
