"""One's own fragments of practice: writing, choosing to share, taking back and discarding."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Docente
from visitas import permisos
from visitas.comunidad import comunidad_del_docente
from visitas.forms.comunidad import CompartirForm, FragmentoForm
from visitas.forms.visita.opciones import nombre_de_area
from visitas.models import FragmentoDePractica, NivelEducativo
from visitas.quienes import quien_ve_la_comunidad
from visitas.services.comunidad import (
    compartir_fragmento,
    descartar_fragmento,
    guardar_fragmento,
    retirar_fragmento,
)

from .sesion import competencias_vigentes, hacer


@requiere(permisos.puede_compartir_su_practica)
def fragmento_crear(request):
    return _escribir(request)


@requiere(permisos.puede_compartir_su_practica)
def fragmento_editar(request, pk):
    return _escribir(request, get_object_or_404(_propios(request).borradores(), pk=pk))


@requiere(permisos.puede_compartir_su_practica)
def fragmento_compartir(request, pk):
    """Show who will read it and how it will be signed, and share it only then."""
    fragmento = get_object_or_404(_propios(request).borradores(), pk=pk)
    comunidad = comunidad_del_docente(fragmento.autor)
    form = CompartirForm(request.POST if request.method == "POST" else None, docente=fragmento.autor)
    if comunidad and form.is_valid():
        con = {"con_nombre": form.con_nombre, "acompanante": comunidad.acompanante}
        if hacer(form, compartir_fragmento, fragmento=fragmento, **con):
            messages.success(request, "Compartido. Puedes retirarlo cuando quieras.")
            return redirect(fragmento)
    contexto = {
        "fragmento": fragmento,
        "area": nombre_de_area(fragmento.area),
        "form": form,
        "comunidad": comunidad,
        "quienes": quien_ve_la_comunidad(comunidad, request.user),
    }
    return render(request, "visitas/fragmento_compartir.html", contexto)


@requiere(permisos.puede_compartir_su_practica)
@require_http_methods(["GET", "POST"])
def fragmento_retirar(request, pk):
    fragmento = get_object_or_404(_propios(request).compartidos(), pk=pk)
    if request.method == "POST":
        _decir(
            request, retirar_fragmento, fragmento, "Lo retiraste. Ya nadie más lo lee, ni sus comentarios."
        )
        return redirect(fragmento)
    return render(request, "visitas/fragmento_retirar.html", {"fragmento": fragmento})


@requiere(permisos.puede_compartir_su_practica)
@require_http_methods(["GET", "POST"])
def fragmento_descartar(request, pk):
    fragmento = get_object_or_404(_propios(request).borradores(), pk=pk)
    if request.method == "POST":
        _decir(request, descartar_fragmento, fragmento, "Borrador descartado.")
        return redirect("fragmento_list")
    return render(request, "visitas/fragmento_descartar.html", {"fragmento": fragmento})


def _propios(request):
    propios = FragmentoDePractica.objects.visibles_para(request.user).propios_de(request.user)
    return propios.select_related("autor__escuela", "competencia")


def _escribir(request, fragmento=None):
    autor = get_object_or_404(Docente.objects.visibles_para(request.user).select_related("escuela"))
    form = FragmentoForm(
        request.POST or None,
        instance=fragmento,
        nivel=NivelEducativo.de_escuela(autor.escuela),
        competencias=competencias_vigentes(request),
    )
    if form.is_valid():
        guardado = hacer(form, guardar_fragmento, autor=autor, fragmento=fragmento, **form.cleaned_data)
        if guardado:
            messages.success(request, "Borrador guardado. Solo tú lo lees, hasta que elijas compartirlo.")
            return redirect("fragmento_compartir", guardado.pk)
    return render(request, "visitas/fragmento_form.html", {"form": form, "fragmento": fragmento})


def _decir(request, servicio, fragmento, hecho):
    try:
        servicio(fragmento=fragmento)
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
    else:
        messages.success(request, hecho)
