"""Advice to directors: what the acompañante writes and both read, and the director's own word."""

import json

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Rol
from escuelas.models import Escuela
from visitas import papel, permisos, services
from visitas.asesorias import anterior_a, dialogo_de, por_escuela, verificables_de, versiones_de
from visitas.forms.direccion import AsesoriaForm, PalabraDeLaDireccionForm, aplanar
from visitas.models import AsesoriaDirectiva, CompromisoDirectivo
from visitas.models.direccion import escuelas_a_cargo
from visitas.quienes import quien_ve_la_asesoria

from .anio import anio_pedido, anios_de
from .vista import lo_enviado, mostrar, volver_a


def _escuelas(usuario):
    return Escuela.objects.visibles_para(usuario).filter(pk__in=escuelas_a_cargo(usuario))


@require_GET
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_list(request):
    anio = anio_pedido(request)
    del_anio = AsesoriaDirectiva.objects.visibles_para(request.user).filter(anio=anio)
    escuelas = _escuelas(request.user).select_related("distrito").order_by("nombre", "codigo_modular")
    filas = por_escuela(escuelas, del_anio, CompromisoDirectivo.objects.visibles_para(request.user))
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "filas": filas,
        "hechas": sum(len(f.asesorias) for f in filas),
        "sin_ninguna": sum(not f.asesorias for f in filas),
        "quienes": quien_ve_la_asesoria(es_director=False),
    }
    return render(request, "visitas/asesoria_list.html", contexto)


@require_POST
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_nueva(request, codigo):
    escuela = get_object_or_404(_escuelas(request.user).con_codigo(codigo))
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    hoy = timezone.localdate()
    asesoria = services.abrir_asesoria(acompanante=acompanante, escuela=escuela, anio=hoy.year)
    return volver_a(request, "asesoria_editar", asesoria.pk)


def _editable(request, pk):
    editables = AsesoriaDirectiva.objects.editables_para(request.user)
    return get_object_or_404(editables.select_related("escuela__distrito"), pk=pk)


def _pagina_de_escribir(request, asesoria, form, status=200):
    papel.numerar(papel.ASESORIA, form)
    contexto = {
        "asesoria": asesoria,
        "form": form,
        "anterior": anterior_a(asesoria),
        "quienes": quien_ve_la_asesoria(es_director=False, es_borrador=True),
    }
    plantillas = {"pagina": "visitas/asesoria_form.html", "hoja": "visitas/asesoria_papel.html"}
    return mostrar(request, papel.ASESORIA, contexto, **plantillas, status=status)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_editar(request, pk):
    """Write; a POST keeps what is written as it is, without asking for what is missing."""
    asesoria = _editable(request, pk)
    if asesoria.version and not asesoria.borrador:
        return redirect(asesoria)
    verificables = verificables_de(asesoria)
    if request.method == "POST":
        datos = AsesoriaForm(verificables=verificables).crudos(lo_enviado(request, asesoria.anio))
        services.guardar_asesoria(asesoria=asesoria, datos=datos)
        messages.success(request, "Guardado. Aún no está terminada: solo tú la ves.")
        return volver_a(request, "asesoria_editar", pk)
    return _pagina_de_escribir(
        request, asesoria, AsesoriaForm(verificables=verificables, inicial=asesoria.borrador)
    )


@require_POST
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_terminar(request, pk):
    asesoria = _editable(request, pk)
    form = AsesoriaForm(lo_enviado(request, asesoria.anio), verificables=verificables_de(asesoria))
    asesoria = services.guardar_asesoria(asesoria=asesoria, datos=form.crudos(form.data))
    if form.is_valid():
        try:
            services.terminar_asesoria(asesoria=asesoria, contenido=form.contenido(), por=request.user)
        except Rechazo as rechazo:
            form.add_error(rechazo.campo or None, rechazo.mensaje)
        else:
            messages.success(request, "Asesoría terminada. La dirección de la escuela ya puede leerla.")
            return redirect(asesoria)
    return _pagina_de_escribir(request, asesoria, form, status=422)


@require_POST
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_corregir(request, pk):
    asesoria = _editable(request, pk)
    ultima = asesoria.versiones.order_by("numero").last()
    if ultima:
        services.corregir_asesoria(asesoria=asesoria, datos=aplanar(json.loads(ultima.contenido)))
    return redirect("asesoria_editar", pk)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_asesorar_direcciones)
def asesoria_descartar(request, pk):
    asesoria = _editable(request, pk)
    if request.method == "GET":
        return render(request, "visitas/asesoria_descartar.html", {"asesoria": asesoria})
    del_todo = services.descartar_asesoria(asesoria=asesoria)
    messages.success(request, "Borrador descartado.")
    return redirect("asesoria_list") if del_todo else redirect(asesoria)


def _legible(request, pk):
    terminadas = AsesoriaDirectiva.objects.visibles_para(request.user).terminadas()
    return get_object_or_404(terminadas.select_related("escuela__distrito", "acompanante__usuario"), pk=pk)


@require_GET
@requiere(permisos.puede_leer_asesorias)
def asesoria_detail(request, pk):
    asesoria = _legible(request, pk)
    es_director = request.user.rol == Rol.DIRECTOR
    contexto = {
        "asesoria": asesoria,
        "dialogo": dialogo_de(asesoria),
        "compromisos": asesoria.compromisos.select_related("verificado_en"),
        "verificados": asesoria.verificaciones.select_related("asesoria").order_by("hasta", "orden"),
        "es_director": es_director,
        "corregible": AsesoriaDirectiva.objects.editables_para(request.user).filter(pk=pk).exists(),
        "comentario": PalabraDeLaDireccionForm(initial={"texto": asesoria.comentario}),
        "hoy": timezone.localdate(),
        "quienes": quien_ve_la_asesoria(es_director),
    }
    return render(request, "visitas/asesoria_detail.html", contexto)


@require_GET
@requiere(permisos.puede_leer_asesorias)
def asesoria_historia(request, pk):
    asesoria = _legible(request, pk)
    contexto = {
        "asesoria": asesoria,
        "pasos": versiones_de(asesoria),
        "quienes": quien_ve_la_asesoria(request.user.rol == Rol.DIRECTOR),
    }
    return render(request, "visitas/asesoria_historia.html", contexto)


@require_GET
@requiere(permisos.puede_ver_su_asesoria)
def mi_asesoria(request):
    """The director's own: commitments in course with a place to tell how they go, and the advice of a year."""
    anio = anio_pedido(request)
    asesorias = AsesoriaDirectiva.objects.visibles_para(request.user).filter(anio=anio)
    en_curso = CompromisoDirectivo.objects.editables_para(request.user).select_related("asesoria")
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "escuela": request.user.escuela,
        "asesorias": asesorias.select_related("acompanante__usuario"),
        "en_curso": [(c, _avance(c)) for c in en_curso.order_by("hasta", "orden")],
        "hoy": timezone.localdate(),
        "quienes": quien_ve_la_asesoria(es_director=True),
    }
    return render(request, "visitas/mi_asesoria.html", contexto)


def _avance(compromiso, datos=None):
    inicial = {"texto": compromiso.avance}
    return PalabraDeLaDireccionForm(
        datos, initial=inicial, rotulo="Cómo va", auto_id=f"id_{compromiso.pk}_%s"
    )


@require_POST
@requiere(permisos.puede_ver_su_asesoria)
def asesoria_comentar(request, pk):
    asesoria = _legible(request, pk)
    form = PalabraDeLaDireccionForm(request.POST)
    if form.is_valid():
        services.comentar_asesoria(asesoria=asesoria, texto=form.cleaned_data["texto"])
        messages.success(request, "Comentario guardado. Lo lee quien acompaña hoy a tu escuela.")
    else:
        messages.error(request, form.errors["texto"][0])
    return redirect(asesoria)


@require_POST
@requiere(permisos.puede_ver_su_asesoria)
def avance_directivo(request, pk):
    compromiso = get_object_or_404(CompromisoDirectivo.objects.editables_para(request.user), pk=pk)
    form = _avance(compromiso, request.POST)
    if form.is_valid():
        services.contar_avance(compromiso=compromiso, texto=form.cleaned_data["texto"])
        messages.success(request, "Guardaste cómo va. Se verá en la próxima asesoría.")
    else:
        messages.error(request, form.errors["texto"][0])
    return redirect("mi_asesoria")
