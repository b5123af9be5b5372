"""The chain of revisions of a session or of a baseline, whatever the door through which it is written.

Who calls holds the lock of the record's row. The page writes with `asentar`; the devices' door, with `continuar`.
"""

from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from visitas.models import EstadoDeRevision, RevisionDeRegistro


def cabeza_de(registro) -> RevisionDeRegistro | None:
    """Return the accepted revision that the record is at, None when it has none."""
    return registro.revisiones.aceptadas().order_by("-numero").first()


def asentar(registro, *, autor, contenido: dict, version: int, base=None, momento=None) -> RevisionDeRegistro:
    """Store what was finished on a page as the head, on `base` (the head until now); `momento` is now unless told."""
    texto = canonico(contenido)
    momento = momento or timezone.now()
    return continuar(
        registro,
        base,
        texto=texto,
        huella=huella(texto),
        formulario_version=version,
        autor=autor,
        finalizada_en=momento,
        recibido_en=momento,
    )


def continuar(registro, base, *, estado=EstadoDeRevision.ACEPTADA, **columnas) -> RevisionDeRegistro:
    """Store a revision on `base`, or the first one when it is None. `columnas` are those of RevisionDeRegistro."""
    numero = base.numero + 1 if base else 1
    return registro.revisiones.create(base=base, numero=numero, estado=estado, **columnas)
