"""Who has read what: the teacher reads who read hers, the data officer all, the rest their own."""

from django.core.paginator import Paginator
from django.shortcuts import render

from acompanamiento.comun.acceso import requiere
from docentes import permisos
from docentes.models import Lectura, Rol

POR_PAGINA = 50


@requiere(permisos.puede_ver_lecturas)
def lectura_list(request):
    lecturas = Lectura.objects.visibles_para(request.user).select_related("usuario")
    pagina = Paginator(lecturas, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {
        "pagina": pagina,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "es_oficial": request.user.rol == Rol.OFICIAL,
    }
    return render(request, "docentes/lectura_list.html", contexto)
