"""The read log is written before anything is shown: if it cannot be written, nothing is (trust.md §5)."""

from django.db import connection

from docentes.models import Lectura


def registrar_lectura(*, usuario, clase, pagina, docente=None, docentes=()):
    """Record that `usuario` is about to read `clase` of data about a teacher, or about each of several.

    Who reads the own record leaves no row. Raises whatever the database raises, so that the page fails.
    """
    leidos = [docente] if docente is not None else docentes
    _anotar(
        [
            Lectura(usuario=usuario, rol=usuario.rol, docente=leido, clase=clase, pagina=pagina[:200])
            for leido in leidos
            if leido.usuario_id != usuario.pk
        ]
    )


def _anotar(filas):
    """Insert the rows, all or none. One statement is a transaction by itself; only more than one needs its frame."""
    campos = Lectura._meta.concrete_fields
    if not filas:
        return
    if len(filas) > connection.ops.bulk_batch_size(campos, filas):
        Lectura.objects.bulk_create(filas)
    else:
        Lectura.objects._insert(filas, fields=campos, using=connection.alias)
