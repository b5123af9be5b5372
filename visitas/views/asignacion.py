"""The coordinator assigns posts to acompañantes. Posts and schools, never the teacher's name (trust.md §2)."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes import permisos
from docentes.models import Acompanante, Asignacion, Docente
from docentes.services import advertencias_al_asignar, advertencias_al_terminar
from escuelas.models import Ugel
from visitas.forms.asignacion import AsignarForm, TerminarForm
from visitas.services.asignacion import asignar_con_calendario, carga_del_protocolo, terminar_con_traspaso

POR_PAGINA = 25


@requiere(permisos.puede_asignar)
def asignacion_list(request):
    filtros = {c: request.GET.get(c, "").strip() for c in ("q", "ugel", "estado")}
    vigentes = (
        Asignacion.objects.visibles_para(request.user).vigentes().select_related("acompanante__usuario")
    )
    plazas = _filtradas(Docente.objects.asignables_para(request.user), filtros, vigentes)
    plazas = plazas.select_related("escuela__ugel", "escuela__distrito").prefetch_related(
        Prefetch("asignaciones", queryset=vigentes, to_attr="vigentes")
    )
    contexto = {
        "pagina": Paginator(plazas, POR_PAGINA).get_page(request.GET.get("pagina")),
        "filtros": filtros,
        "ugeles": Ugel.objects.visibles_para(request.user),
    }
    return render(request, "visitas/asignacion_list.html", contexto)


def _filtradas(plazas, filtros, vigentes):
    plazas = plazas.buscar_plaza(filtros["q"]).order_by("escuela__nombre", "plaza")
    if filtros["ugel"]:
        plazas = plazas.filter(escuela__ugel__codigo=filtros["ugel"])
    if filtros["estado"] == "sin":
        plazas = plazas.filter(~Exists(vigentes.filter(docente=OuterRef("pk"))))
    return plazas


def _acompanantes(usuario):
    hoy = timezone.localdate()
    vigente = Q(asignaciones__desde__lte=hoy) & (
        Q(asignaciones__hasta__isnull=True) | Q(asignaciones__hasta__gte=hoy)
    )
    en_funciones = Acompanante.objects.visibles_para(usuario).en_funciones().select_related("usuario__ugel")
    con_carga = en_funciones.annotate(docentes=Count("asignaciones", filter=vigente))
    return con_carga.order_by("usuario__apellidos", "usuario__nombres")


@requiere(permisos.puede_asignar)
def asignacion_crear(request, pk):
    docente = get_object_or_404(
        Docente.objects.asignables_para(request.user).select_related("escuela"), pk=pk
    )
    advertir = partial(advertencias_al_asignar, docente=docente, carga=carga_del_protocolo(docente))
    form = AsignarForm(request.POST or None, acompanantes=_acompanantes(request.user), advertir=advertir)
    if form.is_valid():
        acompanante, desde = form.cleaned_data["acompanante"], form.cleaned_data["desde"]
        try:
            asignar_con_calendario(docente=docente, acompanante=acompanante, desde=desde, por=request.user)
        except Rechazo as rechazo:
            form.add_error(rechazo.campo or None, rechazo.mensaje)
        else:
            messages.success(
                request, f"{acompanante} acompaña la plaza {docente.plaza} desde el {desde:%d/%m/%Y}."
            )
            return redirect("asignacion_list")
    return render(request, "visitas/asignacion_form.html", {"form": form, "plaza": docente})


@requiere(permisos.puede_asignar)
def asignacion_terminar(request, pk):
    asignaciones = Asignacion.objects.visibles_para(request.user)
    asignacion = get_object_or_404(
        asignaciones.select_related("docente__escuela", "acompanante__usuario"), pk=pk
    )
    advertir = partial(advertencias_al_terminar, asignacion=asignacion)
    form = TerminarForm(request.POST or None, advertir=advertir)
    if form.is_valid():
        datos = {c: form.cleaned_data[c] for c in ("hasta", "motivo_texto")}
        try:
            terminar_con_traspaso(asignacion=asignacion, motivo=form.cleaned_data["motivo_fin"], **datos)
        except Rechazo as rechazo:
            form.add_error(rechazo.campo or None, rechazo.mensaje)
        else:
            messages.success(
                request,
                f"La asignación de la plaza {asignacion.docente.plaza} terminó. Asígnale otro acompañante.",
            )
            return redirect("asignacion_list")
    contexto = {"form": form, "plaza": asignacion.docente, "asignacion": asignacion}
    return render(request, "visitas/asignacion_form.html", contexto)
