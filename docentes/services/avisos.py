"""Accepting the notice on personal data."""

from django.db import transaction

from acompanamiento.comun.errores import Rechazo
from docentes import avisos
from docentes.models import AceptacionDeAviso


@transaction.atomic
def aceptar_aviso(*, usuario, version: int) -> AceptacionDeAviso:
    """Record that the person read and accepted `version`, which must be the one in force. Twice is the same as once."""
    vigente = avisos.vigente()
    if version != vigente.version:
        raise Rechazo(
            f"El aviso cambió: ahora rige la versión {vigente.version}. Léela antes de aceptar.",
            codigo="OTRA_VERSION",
        )
    aceptacion, _ = AceptacionDeAviso.objects.get_or_create(usuario=usuario, version=version)
    usuario.aviso_aceptado = version
    usuario.save(update_fields=["aviso_aceptado"])
    return aceptacion
