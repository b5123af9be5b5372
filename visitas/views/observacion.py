"""Field visits of the formador to the acompañante: about the acompañante's own practice, never about a teacher."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.texto import uuid_de
from docentes.models import Acompanante, Rol
from visitas import papel, permisos, services
from visitas.forms.observacion import ComentarioForm, ObservacionForm
from visitas.instrumento_de_campo import en_palabras
from visitas.models import ObservacionDeAcompanante
from visitas.quienes import quien_ve_la_observacion

from .vista import es_del_papel, lo_enviado, mostrar, volver_a

POR_PAGINA = 25


def _observaciones(request):
    observaciones = ObservacionDeAcompanante.objects.visibles_para(request.user)
    return observaciones.select_related("acompanante__usuario__ugel", "formador")


def _observacion(request, pk):
    return get_object_or_404(_observaciones(request), pk=pk)


@requiere(permisos.puede_ver_observaciones)
def observacion_list(request):
    observaciones = _observaciones(request).order_by("-fecha", "-creada_en")
    acompanante = _acompanante_pedido(request)
    if acompanante:
        observaciones = observaciones.filter(acompanante=acompanante)
    contexto = {
        "acompanante": acompanante,
        "pagina": Paginator(observaciones, POR_PAGINA).get_page(request.GET.get("pagina")),
        "es_formador": request.user.rol == Rol.FORMADOR,
        "quienes": quien_ve_la_observacion(request.user),
    }
    return render(request, "visitas/observacion_list.html", contexto)


def _acompanante_pedido(request):
    """The one of `?acompanante=`, for the formador; None, all of them, when there is no such parameter."""
    pedido = request.GET.get("acompanante")
    if not pedido or request.user.rol != Rol.FORMADOR:
        return None
    acompanantes = Acompanante.objects.visibles_para(request.user).select_related("usuario")
    return get_object_or_404(acompanantes, pk=uuid_de(pedido))


@requiere(permisos.puede_observar)
def observacion_crear(request):
    return _escribir(request)


@requiere(permisos.puede_observar)
def observacion_editar(request, pk):
    observacion = _observacion(request, pk)
    return _escribir(request, observacion) if observacion.en_borrador else redirect(observacion)


def _escribir(request, observacion=None):
    acompanantes = Acompanante.objects.visibles_para(request.user).en_funciones().select_related("usuario")
    terminar = "terminar" in request.POST
    form = ObservacionForm(
        lo_enviado(request, _anio_de(observacion)) or None,
        acompanantes=acompanantes,
        observacion=observacion,
        terminar=terminar,
    )
    papel.numerar(papel.OBSERVACION, form)
    if form.is_valid():
        try:
            guardada = services.guardar_observacion(
                por=request.user, datos=form.datos(), terminar=terminar, observacion=observacion
            )
        except Rechazo as rechazo:
            form.add_error(None, rechazo.mensaje)
        else:
            messages.success(request, _lo_hecho(guardada))
            return _tras_guardar(request, guardada)
    contexto = {"form": form, "observacion": observacion, "quienes": quien_ve_la_observacion(request.user)}
    plantillas = {"pagina": "visitas/observacion_form.html", "hoja": "visitas/observacion_papel.html"}
    return mostrar(request, papel.OBSERVACION, contexto, **plantillas)


def _anio_de(observacion) -> int:
    """The year of a day that paper gives without one."""
    return (observacion.fecha if observacion else timezone.localdate()).year


def _tras_guardar(request, observacion):
    """A draft from paper goes on where it was; the ordinary one waits in the list."""
    if not observacion.en_borrador:
        return redirect(observacion)
    if es_del_papel(request):
        return volver_a(request, "observacion_editar", observacion.pk)
    return redirect("observacion_list")


def _lo_hecho(observacion) -> str:
    if observacion.en_borrador:
        return "Guardaste el borrador. Solo tú lo ves."
    return (
        f"Terminaste la visita. {observacion.acompanante.usuario.primer_nombre} ya puede leerla y comentarla."
    )


@requiere(permisos.puede_ver_observaciones)
def observacion_detail(request, pk):
    observacion = _observacion(request, pk)
    contexto = {
        "observacion": observacion,
        "bloques": en_palabras(observacion.version, observacion.respuestas),
        "es_formador": request.user.rol == Rol.FORMADOR,
        "form": ComentarioForm(initial={"texto": observacion.comentario}),
        "quienes": quien_ve_la_observacion(request.user),
    }
    return render(request, "visitas/observacion_detail.html", contexto)


@require_POST
@requiere(permisos.puede_comentar_observaciones)
def observacion_comentar(request, pk):
    observacion = _observacion(request, pk)
    form = ComentarioForm(request.POST)
    if form.is_valid():
        services.comentar_observacion(observacion=observacion, texto=form.cleaned_data["texto"])
        messages.success(request, "Guardaste tu comentario.")
    else:
        messages.error(request, form.errors["texto"][0])
    return redirect(observacion)
