"""What this app erases when its time is over. People who left are in reportes.services.purga: they need every app."""

from docentes.models import CERRADAS, Asignacion, SolicitudDeDerecho

from .purga import regla

regla(
    "Detalles de cambios de acompañante",
    lambda corte: Asignacion.objects.filter(hasta__year__lte=corte),
    textos="motivo_texto",
)
regla(
    "Textos de solicitudes de derechos cerradas",
    lambda corte: SolicitudDeDerecho.objects.filter(estado__in=CERRADAS, cerrada_en__year__lte=corte),
    textos="texto respuesta",
)
