"""Reports: ask, follow, download, try again. Everybody sees their own requests only."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.texto import sin_tildes
from reportes import services
from reportes.ambitos import puede_ver_ambito
from reportes.forms import PedidoForm
from reportes.models import Reporte
from reportes.periodos import leer_periodo, periodos_disponibles
from reportes.permisos import puede_pedir_reportes

POR_PAGINA = 20


@requiere(puede_pedir_reportes)
@require_safe
def reporte_list(request):
    return _lista(request, PedidoForm(usuario=request.user))


def _lista(request, form, status=200):
    paginas = Paginator(Reporte.objects.visibles_para(request.user), POR_PAGINA)
    pagina = paginas.get_page(request.GET.get("pagina"))
    textos = {periodo.codigo: periodo.texto for periodo in periodos_disponibles()}
    contexto = {
        "form": form,
        "pagina": pagina,
        "filas": [(reporte, textos.get(reporte.periodo, reporte.periodo)) for reporte in pagina],
        "hay_en_curso": any(reporte.en_curso for reporte in pagina),
    }
    return render(request, "reportes/reporte_list.html", contexto, status=status)


@requiere(puede_pedir_reportes)
@require_POST
def reporte_pedir(request):
    form = PedidoForm(request.POST, usuario=request.user)
    if not form.is_valid():
        return _lista(request, form, status=422)
    try:
        reporte = services.solicitar_reporte(usuario=request.user, **form.pedido)
    except Rechazo as error:
        form.add_error(None, error.mensaje)
        return _lista(request, form, status=422)
    return redirect(reporte)


@requiere(puede_pedir_reportes)
@require_safe
def reporte_detail(request, pk):
    reporte = get_object_or_404(Reporte.objects.visibles_para(request.user), pk=pk)
    return render(request, "reportes/reporte_detail.html", _contexto(reporte))


@requiere(puede_pedir_reportes)
@require_safe
def reporte_estado(request, pk):
    """The part of the page that changes while the worker advances."""
    reporte = get_object_or_404(Reporte.objects.visibles_para(request.user), pk=pk)
    return render(request, "reportes/_reporte_estado.html", _contexto(reporte))


def _contexto(reporte):
    return {
        "reporte": reporte,
        "periodo": leer_periodo(reporte.periodo),
        "pasos": len(services.PASOS) - 1,
        "haciendo": services.PASOS[min(reporte.paso, len(services.PASOS) - 1)],
    }


@requiere(puede_pedir_reportes)
@require_safe
def reporte_descargar(request, pk):
    """The right is checked as of now: a report of a scope that is no longer theirs is not handed over."""
    reporte = get_object_or_404(Reporte.objects.visibles_para(request.user), pk=pk)
    if not puede_ver_ambito(request.user, reporte.ambito, reporte.codigo):
        raise PermissionDenied
    try:
        archivo = services.abrir_descarga(reporte=reporte, usuario=request.user)
    except Rechazo as error:
        messages.error(request, error.mensaje)
        return redirect(reporte)
    nombre = f"acompana-{'-'.join(sin_tildes(reporte.nombre).split())}-{reporte.periodo.lower()}.pdf"
    return FileResponse(
        archivo,
        as_attachment=True,
        filename=nombre,
        content_type="application/pdf",
        headers={"Cache-Control": "no-store"},
    )


@requiere(puede_pedir_reportes)
@require_POST
def reporte_reintentar(request, pk):
    reporte = get_object_or_404(Reporte.objects.visibles_para(request.user), pk=pk)
    if not puede_ver_ambito(request.user, reporte.ambito, reporte.codigo):
        raise PermissionDenied
    return redirect(services.reintentar_reporte(reporte=reporte))
