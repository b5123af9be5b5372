"""The notice on personal data: anybody may read it; who has an account accepts each version once."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from acompanamiento.comun.acceso import publica, requiere
from acompanamiento.comun.destino import destino_seguro
from acompanamiento.comun.errores import Rechazo
from docentes import avisos, permisos
from docentes.middleware import sin_aviso
from docentes.models import AceptacionDeAviso
from docentes.services import aceptar_aviso


@publica
@require_safe
def aviso(request):
    vigente = avisos.vigente()
    usuario = request.user
    falta = usuario.is_authenticated and usuario.aviso_aceptado < vigente.version
    contexto = {
        "aviso": vigente,
        "falta": falta,
        "otra_vez": falta and usuario.aviso_aceptado > 0,
        "aceptacion": AceptacionDeAviso.objects.visibles_para(usuario)
        .filter(version=vigente.version)
        .first(),
        "seguir": request.GET.get("seguir", ""),
        "marco": "base.html" if usuario.is_authenticated and not falta else "base_publica.html",
    }
    return render(request, "docentes/aviso.html", contexto)


@sin_aviso
@require_POST
@requiere(permisos.tiene_cuenta)
def aviso_aceptar(request):
    version = request.POST.get("version", "")
    try:
        aceptar_aviso(usuario=request.user, version=int(version) if version.isdigit() else 0)
    except Rechazo as error:
        messages.error(request, error.mensaje)
        return redirect("aviso")
    return redirect(destino_seguro(request, request.POST.get("seguir", ""), "inicio"))
