"""The read log is written before anything is shown: if it cannot be written, nothing is (trust.md §5)."""

from docentes.models import Lectura


def registrar_lectura(*, usuario, clase, pagina, docente=None, docentes=()):
    """Record that `usuario` is about to read `clase` of data about a teacher, or about each of several.

    Who reads the own record leaves no row. Raises whatever the database raises, so that the page fails.
    """
    leidos = [docente] if docente is not None else docentes
    Lectura.objects.bulk_create(
        Lectura(usuario=usuario, rol=usuario.rol, docente=leido, clase=clase, pagina=pagina[:200])
        for leido in leidos
        if leido.usuario_id != usuario.pk
    )
