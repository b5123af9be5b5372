"""Who may use each page of this app. The rows that each sees come from the querysets."""

from docentes.models import Rol

PIDEN_REPORTES = (Rol.ESPECIALISTA, Rol.FORMADOR, Rol.COORDINADOR)
LEEN_ACTIVIDAD = (*PIDEN_REPORTES, Rol.OFICIAL, Rol.ADMINISTRADOR)
VEN_RESULTADOS = (*PIDEN_REPORTES, Rol.OFICIAL)
VEN_ACOMPANANTES = (Rol.FORMADOR, Rol.COORDINADOR)


def puede_entrar(usuario) -> bool:
    """Anybody with an account has a home page."""
    return usuario.is_authenticated


def puede_ver_tablero(usuario) -> bool:
    """Activity is read by the UGEL over its own schools and by the region over all (trust.md §2)."""
    return usuario.is_authenticated and usuario.rol in LEEN_ACTIVIDAD


def puede_ver_resultados(usuario) -> bool:
    """Aggregate results under disclosure control: everybody who reads activity but the administrator."""
    return usuario.is_authenticated and usuario.rol in VEN_RESULTADOS


def puede_ver_actividad_por_acompanante(usuario) -> bool:
    """Activity person by person is for the region alone."""
    return usuario.is_authenticated and usuario.rol in VEN_ACOMPANANTES


def puede_pedir_reportes(usuario) -> bool:
    """The UGEL and the region ask for reports; which ones is `ambitos.ambitos_para`."""
    return usuario.is_authenticated and usuario.rol in PIDEN_REPORTES


def puede_imprimir_formularios(usuario) -> bool:
    """Print the programme's forms, and a scheduled visit's: who fills them in."""
    return usuario.is_authenticated and usuario.rol == Rol.ACOMPANANTE


def puede_imprimir_la_observacion(usuario) -> bool:
    """Print the instrument of the field visit: the formador, and the acompañante who is looked at with it."""
    return usuario.is_authenticated and usuario.rol in (Rol.ACOMPANANTE, Rol.FORMADOR)
