"""The register of processing, for everybody with an account: nothing is stored that is not here."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.tratamiento import registro
from docentes import catalogos, permisos
from docentes.middleware import sin_aviso
from docentes.models import Purga


@sin_aviso
@require_safe
@requiere(permisos.tiene_cuenta)
def tratamiento(request):
    contexto = {
        "registro": registro(),
        "fuente": catalogos.leer("derechos")["fuente"],
        "purgas": Purga.objects.visibles_para(request.user)[:5],
    }
    return render(request, "docentes/tratamiento.html", contexto)
