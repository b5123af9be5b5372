"""Who may do what with visits: predicates only, no view and no form.

Each answers for a role; which rows the person reaches is the querysets' matter (`visibles_para`).
"""

from docentes.models import Rol


def _es(usuario, *roles) -> bool:
    return usuario.is_authenticated and usuario.rol in roles


def puede_registrar_visitas(usuario) -> bool:
    """Draft, finish and amend visits, and keep private notes about them."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_ver_calendario(usuario) -> bool:
    """See and adjust the year's calendar."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_ver_visitas(usuario) -> bool:
    """Read the list of the visits to the teachers whom the person accompanies."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_leer_visitas(usuario) -> bool:
    """Open a visit, its history, a teacher's year and the commitments: the two who were in the room."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DOCENTE)


def puede_ver_sus_visitas(usuario) -> bool:
    """Read one's own year as a teacher."""
    return _es(usuario, Rol.DOCENTE)


def puede_ver_fechas_de_su_escuela(usuario) -> bool:
    """Read when one's school is visited, without the teacher and without levels."""
    return _es(usuario, Rol.DIRECTOR)


def puede_ver_casos(usuario) -> bool:
    """Read and discuss visits shared as cases, without names."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)


def puede_compartir_casos(usuario) -> bool:
    """Share an own visit as a case, and take it back."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_ver_calidad(usuario) -> bool:
    """Read how visits are written, as counts: the formador, the region's; the acompañante, own."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)


def puede_calibrar(usuario) -> bool:
    """Read an exercise of calibration, and its agreement once closed."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)


def puede_responder_calibracion(usuario) -> bool:
    """Score the lesson of an exercise."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_preparar_calibracion(usuario) -> bool:
    """Write exercises of calibration."""
    return _es(usuario, Rol.FORMADOR)


def puede_ver_observaciones(usuario) -> bool:
    """Read field visits to acompañantes: who wrote them and who was accompanied."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)


def puede_observar(usuario) -> bool:
    """Write field visits to acompañantes."""
    return _es(usuario, Rol.FORMADOR)


def puede_comentar_observaciones(usuario) -> bool:
    """Add one's own word to a field visit."""
    return _es(usuario, Rol.ACOMPANANTE)
