"""The baseline of schools: what is missing, writing one, reading it, and the year's start against its end."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import hora
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from escuelas.models import Escuela
from visitas import linea_de_base, papel, permisos, services
from visitas.forms.linea_de_base import CaracterizacionForm, aplanar, recoger
from visitas.linea_de_base.aprendizajes import clave_de_niveles
from visitas.models import Caracterizacion, Momento, Necesidad, NivelEducativo
from visitas.quienes import (
    quien_ve_el_borrador_de_base,
    quien_ve_la_cobertura_de_base,
    quien_ve_la_linea_de_base,
)
from visitas.services.linea_de_base import version_de

from .anio import anio_pedido, anios_de
from .vista import es_del_papel, hoja_para_teclear

POR_PAGINA = 25


@require_GET
@requiere(permisos.puede_caracterizar)
def linea_de_base_list(request):
    anio = anio_pedido(request)
    docentes = Docente.objects.visibles_para(request.user)
    escuelas = linea_de_base.escuelas_de(docentes)
    caracterizaciones = Caracterizacion.objects.visibles_para(request.user)
    necesidades = Necesidad.objects.visibles_para(request.user)
    filas = linea_de_base.filas_de_docentes(request.user, docentes, necesidades, anio)
    registrar_lectura(
        usuario=request.user,
        docentes=[f.docente for f in filas],
        clase=ClaseDeDato.PLAN,
        pagina=request.path,
    )
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "futuro": anio > timezone.localdate().year,
        "cobertura": linea_de_base.cobertura(caracterizaciones, necesidades, escuelas, docentes, anio),
        "escuelas": linea_de_base.filas_de_escuelas(escuelas, caracterizaciones, anio),
        "docentes": filas,
        "quienes": quien_ve_la_cobertura_de_base(),
        "docentes_url": reverse("docente_list"),
    }
    return render(request, "visitas/linea_de_base_list.html", contexto)


@require_POST
@requiere(permisos.puede_caracterizar)
def caracterizar(request, codigo):
    escuelas = linea_de_base.escuelas_de(Docente.objects.visibles_para(request.user))
    escuela = get_object_or_404(escuelas.con_codigo(codigo))
    anio = anio_pedido(request)
    try:
        caracterizacion = services.abrir_caracterizacion(
            escuela=escuela,
            anio=anio,
            momento=request.POST.get("momento", Momento.INICIO),
            por=get_object_or_404(Acompanante.objects.visibles_para(request.user)),
        )
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
        return redirect(f"{reverse('linea_de_base_list')}?anio={anio}")
    return redirect("caracterizacion_escribir", caracterizacion.pk)


def _editable(request, pk):
    mias = Caracterizacion.objects.editables_para(request.user)
    return get_object_or_404(mias.select_related("escuela__distrito", "corregida_por__usuario"), pk=pk)


def _formulario(caracterizacion, valores, **opciones):
    nivel = NivelEducativo.de_escuela(caracterizacion.escuela)
    form = CaracterizacionForm(valores, nivel=nivel, **opciones)
    papel.numerar(papel.caracterizacion(nivel), form)
    return form


def _valores(caracterizacion):
    """What the form shows: what is being written or, when nobody is, what was finished."""
    if caracterizacion.borrador or not caracterizacion.terminada:
        return caracterizacion.borrador
    return aplanar(caracterizacion)


@require_GET
@requiere(permisos.puede_caracterizar)
def caracterizacion_escribir(request, pk):
    caracterizacion = _editable(request, pk)
    libres = 1 if "agregar" in request.GET or es_del_papel(request) else 0
    return _pagina(
        request,
        caracterizacion,
        _formulario(caracterizacion, _valores(caracterizacion), filas_libres=libres),
    )


def _pagina(request, caracterizacion, form, aviso=""):
    _registrar(request, caracterizacion)
    contexto = {
        "caracterizacion": caracterizacion,
        "form": form,
        "aviso": aviso,
        "version": version_de(caracterizacion),
        "quienes": quien_ve_el_borrador_de_base(),
    }
    if es_del_papel(request):
        nivel = NivelEducativo.de_escuela(caracterizacion.escuela)
        contexto["hoja"] = hoja_para_teclear(papel.caracterizacion(nivel), form)
        return render(request, "visitas/caracterizacion_papel.html", contexto)
    return render(request, "visitas/caracterizacion_form.html", contexto)


def _registrar(request, caracterizacion):
    registrar_lectura(
        usuario=request.user,
        docentes=linea_de_base.docentes_de(caracterizacion.escuela),
        clase=ClaseDeDato.PLAN,
        pagina=request.path,
    )


@require_POST
@requiere(permisos.puede_caracterizar)
def caracterizacion_guardar(request, pk):
    """Keep what the form holds. A script asks for JSON; a person without JavaScript comes back to the page."""
    caracterizacion = _editable(request, pk)
    valores = recoger(request.POST)
    de_guion = request.headers.get("Accept") == "application/json"
    try:
        guardada = _guardar(request, caracterizacion, valores)
    except Rechazo as rechazo:
        if de_guion:
            return JsonResponse({"motivo": rechazo.mensaje}, status=409)
        return _pagina(request, caracterizacion, _formulario(caracterizacion, valores), rechazo.mensaje)
    momento = hora(timezone.localtime(guardada.guardada_en))
    if de_guion:
        return JsonResponse({"guardado": momento, "version": version_de(guardada)})
    vuelta = reverse("caracterizacion_escribir", args=[pk]) + (
        "?vista=papel" if es_del_papel(request) else ""
    )
    if "agregar" in request.POST:
        return redirect(f"{vuelta}{'&' if '?' in vuelta else '?'}agregar=1#inventario")
    messages.success(request, f"Borrador guardado, {momento}.")
    return redirect(vuelta)


def _guardar(request, caracterizacion, valores):
    version = request.POST.get("version", "")
    return services.guardar_caracterizacion(caracterizacion=caracterizacion, valores=valores, version=version)


@require_POST
@requiere(permisos.puede_caracterizar)
def caracterizacion_terminar(request, pk):
    caracterizacion = _editable(request, pk)
    valores = recoger(request.POST)
    form = _formulario(caracterizacion, valores, terminar=True)
    try:
        guardada = _guardar(request, caracterizacion, valores)
    except Rechazo as rechazo:
        return _pagina(request, caracterizacion, _formulario(caracterizacion, valores), rechazo.mensaje)
    if not form.is_valid():
        caracterizacion.guardada_en = guardada.guardada_en
        return _pagina(request, caracterizacion, form)
    services.terminar_caracterizacion(
        caracterizacion=guardada,
        form=form,
        por=get_object_or_404(Acompanante.objects.visibles_para(request.user)),
    )
    messages.success(
        request, "Línea de base terminada. La dirección y los docentes ya pueden leerla; podrás corregirla."
    )
    return redirect("caracterizacion_detail", pk)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_caracterizar)
def caracterizacion_descartar(request, pk):
    caracterizacion = _editable(request, pk)
    if request.method == "POST":
        services.descartar_borrador_de_caracterizacion(caracterizacion=caracterizacion)
        messages.success(request, "Borrador descartado.")
        return redirect(f"{reverse('linea_de_base_list')}?anio={caracterizacion.anio}")
    return render(request, "visitas/caracterizacion_descartar.html", {"caracterizacion": caracterizacion})


def _terminadas(request):
    visibles = Caracterizacion.objects.visibles_para(request.user).terminadas()
    return visibles.select_related(
        "escuela__distrito", "escuela__ugel", "autor__usuario", "corregida_por__usuario"
    ).prefetch_related("hallazgos", "aprendizajes")


@require_GET
@requiere(permisos.puede_listar_lineas_de_base)
def caracterizacion_list(request):
    anio = anio_pedido(request)
    visibles = Caracterizacion.objects.visibles_para(request.user).filter(anio=anio)
    visibles = visibles.select_related("escuela__distrito", "escuela__ugel", "autor__usuario")
    if q := request.GET.get("q", "")[:80]:
        escuelas = Escuela.objects.visibles_para(request.user).buscar(q)
        visibles = visibles.filter(escuela__in=escuelas.values("pk"))
    contexto = {
        "q": q,
        "anio": anio,
        "anios": anios_de(request),
        "es_formador": request.user.rol == Rol.FORMADOR,
        "pagina": Paginator(visibles.order_by("escuela__nombre", "escuela", "-momento"), POR_PAGINA).get_page(
            request.GET.get("pagina")
        ),
    }
    return render(request, "visitas/caracterizacion_list.html", contexto)


@require_GET
@requiere(permisos.puede_leer_lineas_de_base)
def caracterizacion_detail(request, pk):
    caracterizacion = get_object_or_404(_terminadas(request), pk=pk)
    _registrar(request, caracterizacion)
    acompana = request.user.rol == Rol.ACOMPANANTE
    contexto = {
        "caracterizacion": caracterizacion,
        "escuela": caracterizacion.escuela,
        "hoja": linea_de_base.hoja_de_base(caracterizacion),
        "cuadros": linea_de_base.cuadros_de_aprendizaje(caracterizacion, con_detalle=acompana),
        "clave": clave_de_niveles(),
        "acompana": acompana,
        "quienes": quien_ve_la_linea_de_base(request.user),
    }
    return render(request, "visitas/caracterizacion_detail.html", contexto)


@require_GET
@requiere(permisos.puede_leer_lineas_de_base)
def linea_de_base_avance(request, pk):
    """The start and the close of the year that the characterisation belongs to."""
    caracterizacion = get_object_or_404(_terminadas(request), pk=pk)
    _registrar(request, caracterizacion)
    del_anio = _terminadas(request).filter(escuela=caracterizacion.escuela, anio=caracterizacion.anio)
    por_momento = {c.momento: c for c in del_anio}
    inicio, cierre = por_momento.get(Momento.INICIO), por_momento.get(Momento.CIERRE)
    acompana = request.user.rol == Rol.ACOMPANANTE
    contexto = {
        "escuela": caracterizacion.escuela,
        "anio": caracterizacion.anio,
        "inicio": inicio,
        "cierre": cierre,
        "comparacion": linea_de_base.comparar(inicio, cierre, con_detalle=acompana)
        if inicio and cierre
        else None,
        "clave": clave_de_niveles(),
        "acompana": acompana,
        "quienes": quien_ve_la_linea_de_base(request.user),
    }
    return render(request, "visitas/linea_de_base_avance.html", contexto)
