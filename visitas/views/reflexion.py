"""The teacher's own reflections: hers alone, until she shares one and as long as she wants to."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Docente
from visitas import permisos, services
from visitas.forms.voz import ReflexionForm
from visitas.models import Competencia, ReflexionPropia, Visita
from visitas.quienes import quien_ve_mis_reflexiones

POR_PAGINA = 20


@require_GET
@requiere(permisos.puede_decir_su_palabra)
def reflexion_list(request):
    reflexiones = ReflexionPropia.objects.editables_para(request.user).select_related(
        "competencia", "visita__tipo", "compartida_con__usuario"
    )
    pagina = Paginator(reflexiones, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {
        "pagina": pagina,
        "nueva_url": reverse("reflexion_crear"),
        "quienes": quien_ve_mis_reflexiones(),
    }
    return render(request, "visitas/reflexion_list.html", contexto)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decir_su_palabra)
def reflexion_crear(request):
    docente = get_object_or_404(Docente.objects.visibles_para(request.user))
    form = _form(request, {"fecha": timezone.localdate(), "visita": request.GET.get("visita")})
    if form.is_valid():
        services.guardar_reflexion(docente=docente, **form.cleaned_data)
        messages.success(request, "Reflexión guardada. Solo tú la lees.")
        return redirect("reflexion_list")
    return _pagina_del_form(request, form)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decir_su_palabra)
def reflexion_editar(request, pk):
    reflexion = _reflexion(request, pk)
    campos = ("fecha", "texto", "competencia", "visita")
    form = _form(request, {campo: getattr(reflexion, campo) for campo in campos})
    if form.is_valid():
        services.guardar_reflexion(docente=reflexion.docente, reflexion=reflexion, **form.cleaned_data)
        messages.success(request, "Reflexión guardada.")
        return redirect("reflexion_list")
    return _pagina_del_form(request, form, reflexion)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decir_su_palabra)
def reflexion_borrar(request, pk):
    reflexion = _reflexion(request, pk)
    if request.method == "POST":
        services.borrar_reflexion(reflexion=reflexion)
        messages.success(request, "Reflexión borrada.")
        return redirect("reflexion_list")
    contexto = {"reflexion": reflexion, "quienes": quien_ve_mis_reflexiones()}
    return render(request, "visitas/reflexion_borrar.html", contexto)


@require_POST
@requiere(permisos.puede_decir_su_palabra)
def reflexion_compartir(request, pk):
    try:
        con_quien = services.compartir_reflexion(reflexion=_reflexion(request, pk))
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
    else:
        messages.success(request, f"Compartida con {con_quien}. Puedes dejar de compartirla cuando quieras.")
    return redirect("reflexion_list")


@require_POST
@requiere(permisos.puede_decir_su_palabra)
def reflexion_retirar(request, pk):
    services.dejar_de_compartir(reflexion=_reflexion(request, pk))
    messages.success(request, "Ya no la compartes: vuelve a ser solo tuya.")
    return redirect("reflexion_list")


def _reflexion(request, pk):
    reflexiones = ReflexionPropia.objects.editables_para(request.user)
    return get_object_or_404(
        reflexiones.select_related("docente", "competencia", "visita__tipo", "compartida_con__usuario"), pk=pk
    )


def _form(request, inicial):
    visitas = Visita.objects.visibles_para(request.user).select_related("tipo")
    return ReflexionForm(
        request.POST or None,
        initial=inicial,
        competencias=_competencias(request, inicial.get("competencia")),
        visitas=visitas.order_by("-fecha", "-inicio"),
    )


def _competencias(request, elegida):
    """Those of the instruments in force, and the one chosen before, of whatever instrument."""
    de_hoy = Q(instrumento__vigente=True)
    suyas = de_hoy | Q(pk=elegida.pk) if elegida else de_hoy
    return Competencia.objects.visibles_para(request.user).filter(suyas)


def _pagina_del_form(request, form, reflexion=None):
    contexto = {"form": form, "reflexion": reflexion, "quienes": quien_ve_mis_reflexiones()}
    return render(request, "visitas/reflexion_form.html", contexto)
