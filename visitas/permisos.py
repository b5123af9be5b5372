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


def puede_caracterizar(usuario) -> bool:
    """Write the baseline of schools, and the needs of teachers."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_leer_lineas_de_base(usuario) -> bool:
    """Read the baseline of a school: who wrote it, the school itself and the formador (trust.md §2)."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DIRECTOR, Rol.DOCENTE, Rol.FORMADOR)


def puede_listar_lineas_de_base(usuario) -> bool:
    """List finished baselines; the acompañante has the page with what is missing."""
    return _es(usuario, Rol.DIRECTOR, Rol.DOCENTE, Rol.FORMADOR)


def puede_leer_necesidades(usuario) -> bool:
    """Read a teacher's prioritised needs: the two who work on them."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DOCENTE)


def puede_ver_agenda(usuario) -> bool:
    """See one's own agenda and take it along as .ics."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_viajar(usuario) -> bool:
    """Plan one's own trips."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_anotar_su_dedicacion(usuario) -> bool:
    """Record one's own time outside accompaniment. Nobody records it for another, and nobody assigns it."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_ver_dedicacion_de_la_region(usuario) -> bool:
    """Read the region's totals of time outside accompaniment, to defend the acompañantes' time."""
    return _es(usuario, Rol.FORMADOR)


def puede_planificar(usuario) -> bool:
    """Write, send and follow one's own Plan de Acompañamiento."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_revisar_planes(usuario) -> bool:
    """Read the region's sent plans, without teachers' names, and observe or approve them."""
    return _es(usuario, Rol.FORMADOR)


def puede_leer_versiones_de_plan(usuario) -> bool:
    """Read what was sent and what changed: who wrote it, and the formador without names."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.FORMADOR)


def puede_ver_su_plan(usuario) -> bool:
    """Read one's own matrix of the plan as a teacher."""
    return _es(usuario, Rol.DOCENTE)


def puede_ver_sesiones(usuario) -> bool:
    """Read group sessions: who organises them and the teachers invited."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DOCENTE)


def puede_organizar_sesiones(usuario) -> bool:
    """Plan a group session, change it and write down what was done."""
    return _es(usuario, Rol.ACOMPANANTE)


def puede_ver_comunidad(usuario) -> bool:
    """Read and answer what the learning community shares: its teachers and who accompanies them."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.DOCENTE)


def puede_compartir_su_practica(usuario) -> bool:
    """Write a fragment of one's own practice, share it and take it back."""
    return _es(usuario, Rol.DOCENTE)


def puede_decir_su_palabra(usuario) -> bool:
    """Comment on own visits, note how own commitments go, keep own reflections: the teacher alone."""
    return _es(usuario, Rol.DOCENTE)


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


def puede_subir_copias(usuario) -> bool:
    """Carry a sealed copy of somebody's field notebook to the server, without reading it."""
    return _es(usuario, Rol.ACOMPANANTE, Rol.ESPECIALISTA, Rol.COORDINADOR, Rol.FORMADOR)


def puede_seguir_equipos(usuario) -> bool:
    """See which field devices hold unsent work and what waits for an assignment, as counts and ages."""
    return _es(usuario, Rol.COORDINADOR)
