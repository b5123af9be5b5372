"""Pages of schools: the register's facts, in the person's reach."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from acompanamiento.comun.acceso import requiere
from escuelas import permisos
from escuelas.forms import FiltroDeEscuelas
from escuelas.models import Escuela

POR_PAGINA = 25


@requiere(permisos.puede_ver_escuelas)
def escuela_list(request):
    filtro = FiltroDeEscuelas(request.GET, usuario=request.user)
    paginador = Paginator(filtro.filtradas().con_territorio(), POR_PAGINA)
    contexto = {
        "filtro": filtro,
        "elegidos": filtro.elegidos(),
        "pagina": paginador.get_page(request.GET.get("pagina")),
    }
    return render(request, "escuelas/escuela_list.html", contexto)


@requiere(permisos.puede_ver_escuelas)
def escuela_detail(request, codigo):
    visibles = Escuela.objects.visibles_para(request.user)
    escuela = get_object_or_404(visibles.con_codigo(codigo).con_territorio())
    contexto = {"escuela": escuela, "vecinas": visibles.en_el_mismo_local_que(escuela)}
    return render(request, "escuelas/escuela_detail.html", contexto)
