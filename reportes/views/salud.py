"""For whoever watches the server: 200 when all is well, 503 when something is not. No detail to strangers."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from acompanamiento.comun.acceso import publica
from reportes.salud import revisar


@publica
@require_safe
def salud(request):
    estados = revisar()
    lineas = [f"{estado.que}: {'bien' if estado.bien else 'mal'}" for estado in estados]
    status = 200 if all(estado.bien for estado in estados) else 503
    return HttpResponse("\n".join(lineas) + "\n", status=status, content_type="text/plain; charset=utf-8")
