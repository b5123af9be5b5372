"""Accounts: made, changed and closed by the technical administrator, never erased."""

import secrets

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Rol, Usuario

LETRAS_CLARAS = "abcdefghjkmnpqrstuvwxyz23456789"


def clave_temporal() -> str:
    """Return a password to say aloud: four groups of four characters that are not confused with each other."""
    return "-".join("".join(secrets.choice(LETRAS_CLARAS) for _ in range(4)) for _ in range(4))


@transaction.atomic
def crear_cuenta(*, docente=None, **campos) -> tuple[Usuario, str]:
    """Create an account and return it with its temporary password, which is shown once and stored nowhere.

    An acompañante gets the programme's record too; a teacher's account is tied to `docente`.
    """
    usuario = Usuario(**campos)
    if usuario.rol == Rol.DOCENTE:
        _exigir_docente_sin_cuenta(docente)
    clave = clave_temporal()
    validate_password(clave, usuario)
    usuario.set_password(clave)
    usuario.full_clean()
    usuario.save()
    if usuario.rol == Rol.ACOMPANANTE:
        Acompanante.objects.create(usuario=usuario, desde=timezone.localdate())
    if usuario.rol == Rol.DOCENTE:
        docente.usuario = usuario
        docente.save(update_fields=["usuario"])
    return usuario, clave


def _exigir_docente_sin_cuenta(docente):
    if docente is None:
        raise Rechazo("Elige la plaza del docente que usará la cuenta.", campo="plaza")
    if docente.usuario_id is not None:
        raise Rechazo(f"La plaza {docente.plaza} ya tiene una cuenta.", campo="plaza")


@transaction.atomic
def cambiar_cuenta(*, usuario, **campos) -> Usuario:
    """Change name, e-mail, scope or whether the account is active. The role never changes: it is another account."""
    for campo, valor in campos.items():
        setattr(usuario, campo, valor)
    usuario.full_clean()
    usuario.save()
    if usuario.rol == Rol.ACOMPANANTE:
        Acompanante.objects.filter(usuario=usuario).update(activo=usuario.is_active)
    return usuario


@transaction.atomic
def restablecer_clave(*, usuario) -> str:
    """Set a temporary password and return it; it is shown once and stored nowhere."""
    clave = clave_temporal()
    usuario.set_password(clave)
    usuario.save(update_fields=["password"])
    return clave
