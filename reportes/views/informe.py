"""The final report of an acompañante as a PDF, made when it is asked for."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.texto import sin_tildes
from reportes.pdf import quien_y_cuando
from visitas import services
from visitas.informes import hoja_de
from visitas.models import InformeFinal
from visitas.permisos import puede_leer_informes


@require_safe
@requiere(puede_leer_informes)
def informe_pdf(request, pk):
    """The right is checked as of now; who takes it is written down before it is handed over."""
    from reportes.pdf.motor import (
        componer,  # the engine takes seconds to load, and only who makes a file needs it
    )

    informes = InformeFinal.objects.visibles_para(request.user)
    informe = get_object_or_404(informes.select_related("acompanante__usuario__ugel"), pk=pk)
    services.anotar_descarga_de_informe(informe=informe, por=request.user)
    ahora = timezone.now()
    contexto = {
        "informe": informe,
        "hoja": hoja_de(informe),
        "pedido": quien_y_cuando(request.user, ahora),
        "pedido_en": ahora,
        "en_papel": True,
    }
    documento = componer(render_to_string("reportes/pdf/informe_final.html", contexto))
    return HttpResponse(documento.contenido, content_type="application/pdf", headers=_cabeceras(informe))


def _cabeceras(informe):
    nombre = "-".join(sin_tildes(str(informe.acompanante)).split())
    return {
        "Content-Disposition": f'attachment; filename="informe-final-{informe.anio}-{nombre}.pdf"',
        "Cache-Control": "no-store",
    }
