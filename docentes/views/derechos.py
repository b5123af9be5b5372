"""Rights requests: everybody's own, and the data officer's inbox."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes import catalogos, permisos, services
from docentes.forms import FiltroDeSolicitudes, RespuestaForm, SolicitudForm
from docentes.middleware import sin_aviso
from docentes.models import ClaseDeDato, Docente, SolicitudDeDerecho
from docentes.quienes import quien_ve_la_bandeja, quien_ve_la_solicitud

POR_PAGINA = 25


@sin_aviso
@require_http_methods(["GET", "POST"])
@requiere(permisos.tiene_cuenta)
def derecho_list(request):
    form = SolicitudForm(request.POST or None)
    if form.is_valid():
        solicitud = services.presentar_solicitud(usuario=request.user, **form.cleaned_data)
        messages.success(request, "Presentaste tu solicitud. Aquí verás cada paso y la respuesta.")
        return redirect(solicitud)
    contexto = {
        "form": form,
        "solicitudes": SolicitudDeDerecho.objects.visibles_para(request.user),
        "fuente": catalogos.leer("derechos")["fuente"],
        "quienes": quien_ve_la_solicitud(),
    }
    return render(request, "docentes/derecho_list.html", contexto, status=422 if form.errors else 200)


@sin_aviso
@require_safe
@requiere(permisos.tiene_cuenta)
def derecho_detail(request, pk):
    solicitud = get_object_or_404(SolicitudDeDerecho.objects.visibles_para(request.user), pk=pk)
    contexto = {
        "solicitud": solicitud,
        "cambios": solicitud.cambios.select_related("hecho_por"),
        "quienes": quien_ve_la_solicitud(),
    }
    return render(request, "docentes/derecho_detail.html", contexto)


@require_safe
@requiere(permisos.puede_atender_derechos)
def solicitud_list(request):
    todas = SolicitudDeDerecho.objects.atendibles_para(request.user)
    filtro = FiltroDeSolicitudes(request.GET)
    filas = filtro.filtrar(todas).select_related("usuario").order_by("cerrada_en", "vence", "pk")
    pagina = Paginator(filas, POR_PAGINA).get_page(request.GET.get("pagina"))
    _anotar_lectura(request, {s.usuario_id for s in pagina})
    contexto = {
        "pagina": pagina,
        "filtro": filtro,
        "hay_filtro": any(filtro.cleaned_data.values()),
        "por_responder": todas.abiertas().count(),
        "vencidas": todas.vencidas().count(),
        "quienes": quien_ve_la_bandeja(),
    }
    return render(request, "docentes/solicitud_list.html", contexto)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_atender_derechos)
def solicitud_detail(request, pk):
    solicitud = _solicitud(request, pk)
    form = RespuestaForm(request.POST or None)
    if form.is_valid():
        try:
            services.responder_solicitud(solicitud=solicitud, por=request.user, **form.cleaned_data)
            messages.success(request, "Respondiste la solicitud. La persona ya puede leerlo.")
            return redirect("solicitud_detail", pk)
        except Rechazo as error:
            form.add_error(error.campo or None, error.mensaje)
    _anotar_lectura(request, {solicitud.usuario_id})
    contexto = {
        "solicitud": solicitud,
        "form": form,
        "cambios": solicitud.cambios.select_related("hecho_por"),
        "quienes": quien_ve_la_bandeja(),
    }
    return render(request, "docentes/solicitud_detail.html", contexto, status=422 if form.errors else 200)


@require_POST
@requiere(permisos.puede_atender_derechos)
def solicitud_tomar(request, pk):
    try:
        services.tomar_solicitud(solicitud=_solicitud(request, pk), por=request.user)
        messages.success(request, "Pasaste la solicitud a trámite.")
    except Rechazo as error:
        messages.error(request, error.mensaje)
    return redirect("solicitud_detail", pk)


def _solicitud(request, pk):
    solicitudes = SolicitudDeDerecho.objects.atendibles_para(request.user).select_related("usuario")
    return get_object_or_404(solicitudes, pk=pk)


def _anotar_lectura(request, cuentas):
    """A teacher whose request is read sees it among the readings; the other accounts have no such page."""
    docentes = Docente.objects.que_piden_a(request.user).filter(usuario__in=cuentas)
    services.registrar_lectura(
        usuario=request.user, docentes=docentes, clase=ClaseDeDato.DERECHOS, pagina=request.path
    )
