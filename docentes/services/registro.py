"""Teachers enter the programme by their teaching post."""

from django.db import transaction

from docentes.models import Docente


@transaction.atomic
def registrar_docente(**campos) -> Docente:
    """Register a teacher in a post. Raises ValidationError when a field breaks a rule of the model."""
    docente = Docente(**campos)
    docente.full_clean()
    docente.save()
    return docente
