"""Teachers: the acompañante's own, the director's staff, and one's own record."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from acompanamiento.comun.acceso import requiere
from docentes import permisos
from docentes.forms import DocenteForm
from docentes.models import Asignacion, ClaseDeDato, Docente
from docentes.services import registrar_docente, registrar_lectura

POR_PAGINA = 25


@requiere(permisos.puede_listar_docentes)
def docente_list(request):
    buscado = request.GET.get("q", "").strip()
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela__distrito").buscar(buscado)
    pagina = Paginator(docentes, POR_PAGINA).get_page(request.GET.get("pagina"))
    registrar_lectura(
        usuario=request.user, docentes=pagina.object_list, clase=ClaseDeDato.IDENTIDAD, pagina=request.path
    )
    return render(request, "docentes/docente_list.html", {"pagina": pagina, "buscado": buscado})


@requiere(permisos.puede_ver_docente)
def docente_detail(request, pk):
    docente = get_object_or_404(
        Docente.objects.visibles_para(request.user).select_related("escuela__ugel"), pk=pk
    )
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.IDENTIDAD, pagina=request.path)
    asignaciones = Asignacion.objects.visibles_para(request.user).filter(docente=docente)
    contexto = {"docente": docente, "asignaciones": asignaciones.select_related("acompanante__usuario")}
    return render(request, "docentes/docente_detail.html", contexto)


@requiere(permisos.puede_asignar)
def docente_crear(request):
    form = DocenteForm(request.POST or None, region=request.user.region)
    if form.is_valid():
        docente = registrar_docente(**form.cleaned_data)
        messages.success(
            request, f"Registraste la plaza {docente.plaza}. Ahora puedes asignarle un acompañante."
        )
        return redirect("asignacion_list")
    return render(request, "docentes/docente_form.html", {"form": form})
