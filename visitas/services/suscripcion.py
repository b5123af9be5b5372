"""The secret address of an agenda: made, shown once, made again, switched off, and recognised."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from docentes.models import Rol, Usuario
from visitas.models import SuscripcionDeAgenda

LARGO_DEL_SELECTOR = 12


@transaction.atomic
def activar_suscripcion(*, acompanante) -> str:
    """Give the agenda a new secret address and return its token, which cannot be read again. The old one dies."""
    selector, secreto = secrets.token_hex(LARGO_DEL_SELECTOR // 2), secrets.token_urlsafe(32)
    SuscripcionDeAgenda.objects.update_or_create(
        acompanante=acompanante,
        defaults={"selector": selector, "huella": _huella(secreto), "creada_en": timezone.now()},
    )
    return selector + secreto


@transaction.atomic
def apagar_suscripcion(*, acompanante) -> bool:
    """Switch the address off; return whether there was one."""
    borradas, _ = SuscripcionDeAgenda.objects.filter(acompanante=acompanante).delete()
    return bool(borradas)


def usuario_de_suscripcion(*, token: str) -> Usuario | None:
    """Return the account whose agenda the token opens, while it is active and accompanies; else None."""
    selector, secreto = token[:LARGO_DEL_SELECTOR], token[LARGO_DEL_SELECTOR:]
    suscripcion = (
        SuscripcionDeAgenda.objects.filter(selector=selector).select_related("acompanante__usuario").first()
    )
    huella = suscripcion.huella if suscripcion else ""
    if not constant_time_compare(_huella(secreto), huella):
        return None
    usuario = suscripcion.acompanante.usuario
    return usuario if usuario.is_active and usuario.rol == Rol.ACOMPANANTE else None


def _huella(secreto: str) -> str:
    return hashlib.sha256(secreto.encode()).hexdigest()
