"""Who may do what with people. Predicates only: what each person reaches is in the querysets."""

from .models import Rol


def tiene_cuenta(usuario) -> bool:
    """Every signed-in person: own account and password."""
    return usuario.is_authenticated


def puede_listar_docentes(usuario) -> bool:
    """The acompañante's own teachers, the director's own staff (trust.md §2, row "identity")."""
    return usuario.rol in (Rol.ACOMPANANTE, Rol.DIRECTOR)


def puede_ver_docente(usuario) -> bool:
    """A teacher's identity: who may list, and the teacher."""
    return puede_listar_docentes(usuario) or usuario.rol == Rol.DOCENTE


def puede_asignar(usuario) -> bool:
    """Assignments and posts are the regional coordinator's work."""
    return usuario.rol == Rol.COORDINADOR


def puede_ver_acompanantes(usuario) -> bool:
    """The region's acompañantes, with what they did, never with whom they said what."""
    return usuario.rol in (Rol.FORMADOR, Rol.COORDINADOR)


def puede_administrar_cuentas(usuario) -> bool:
    """Accounts only: no teacher's record is reached from there."""
    return usuario.rol == Rol.ADMINISTRADOR


def puede_ver_lecturas(usuario) -> bool:
    """The teacher: who read mine. The data officer: all. The administrator: how many. The rest: own reads."""
    return usuario.is_authenticated


def puede_atender_derechos(usuario) -> bool:
    """The rights requests are the data officer's work (trust.md §5)."""
    return usuario.rol == Rol.OFICIAL


def puede_contar_lecturas(usuario) -> bool:
    """How many readings there were, narrowed by person, post, class and day."""
    return usuario.rol == Rol.OFICIAL
