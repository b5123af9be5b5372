"""Private notes: for the author alone, outside the visit's content, its hash and every export."""

from django.db import transaction

from visitas.models import NotaPrivada


@transaction.atomic
def guardar_nota(*, autor, visita_id, texto) -> NotaPrivada | None:
    """Write the author's note about a visit or a draft; an empty text erases it."""
    texto = texto.replace("\x00", "").replace("\r\n", "\n").strip()
    if not texto:
        NotaPrivada.objects.filter(autor=autor, visita_id=visita_id).delete()
        return None
    return NotaPrivada.objects.update_or_create(autor=autor, visita_id=visita_id, defaults={"texto": texto})[
        0
    ]
