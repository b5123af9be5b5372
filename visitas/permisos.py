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


def puede_asesorar_direcciones(usuario) -> bool:
    """Advise the directors of the schools in charge on their management."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_leer_asesorias(usuario) -> bool:
    """Open an advice and its history: the two who talked."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DIRECTOR)


def puede_ver_su_asesoria(usuario) -> bool:
    """Read the advice to one's own school, and say one's word on it."""
    return _es(usuario, Rol.DIRECTOR)


def puede_ver_traspasos(usuario) -> bool:
    """The handovers of one's own accompaniment, or those that one gives and receives."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DOCENTE)


def puede_decidir_traspasos(usuario) -> bool:
    """Say what passes to whoever comes next: the teacher and nobody else."""
    return _es(usuario, Rol.DOCENTE)


def puede_entregar_y_recibir(usuario) -> bool:
    """Leave a note for whoever comes next, and read what passed."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_cerrar_su_anio(usuario) -> bool:
    """See what is missing to close the year with each teacher and school."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_escribir_su_informe(usuario) -> bool:
    """Write and send one's own final report."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_revisar_informes(usuario) -> bool:
    """Read the region's final reports, comment on them and close them."""
    return _es(usuario, Rol.FORMADOR)


def puede_leer_informes(usuario) -> bool:
    """Open a final report: its author, and the formador once it is sent."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)
