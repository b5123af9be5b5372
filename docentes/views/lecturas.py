"""Who has read what: the teacher reads who read hers, the data officer all, the rest their own."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.formato import hora
from docentes import permisos
from docentes.forms import FiltroDeLecturas
from docentes.models import ClaseDeDato, Lectura, Rol
from docentes.quienes import quien_ve_las_lecturas

POR_PAGINA = 50


@requiere(permisos.puede_ver_lecturas)
def lectura_list(request):
    rol = request.user.rol
    filtro = FiltroDeLecturas(request.GET if permisos.puede_contar_lecturas(request.user) else {})
    lecturas = Lectura.objects.visibles_para(request.user).select_related("usuario", "docente")
    pagina = Paginator(filtro.filtrar(lecturas), POR_PAGINA).get_page(request.GET.get("pagina"))
    es_docente, es_oficial = rol == Rol.DOCENTE, rol == Rol.OFICIAL
    contexto = {
        "pagina": pagina,
        "dias": por_dia(pagina.object_list) if es_docente else [],
        "es_docente": es_docente,
        "es_oficial": es_oficial,
        "solo_cuentas": rol == Rol.ADMINISTRADOR,
        "filtro": filtro,
        "cuentas": cuentas(filtro.filtrar(Lectura.objects.agregables_para(request.user))),
        "quienes": quien_ve_las_lecturas(es_docente, es_oficial),
    }
    return render(request, "docentes/lectura_list.html", contexto)


def por_dia(lecturas) -> list:
    """Return [(day, [{lectura, veces, horas}])], what the same person read of the same class in a day said once."""
    dias = []
    for dia, filas in groupby(lecturas, key=lambda fila: timezone.localtime(fila.momento).date()):
        iguales = {}
        for fila in filas:
            iguales.setdefault((fila.usuario_id, fila.rol, fila.clase), []).append(fila)
        dias.append((dia, [_de_un_dia(grupo) for grupo in iguales.values()]))
    return dias


def _de_un_dia(grupo):
    horas = [hora(fila.momento) for fila in reversed(grupo)]
    return {"lectura": grupo[0], "veces": len(grupo), "primera": horas[0], "ultima": horas[-1]}


def cuentas(lecturas) -> list:
    """Return [(role, class, readings)] in the order of the roles and the classes, what is none left out."""
    filas = lecturas.order_by().values_list("rol", "clase").annotate(Count("pk"))
    por_celda = {(rol, clase): n for rol, clase, n in filas}
    return [
        (rol.label, clase.label, por_celda[rol, clase])
        for rol in Rol
        for clase in ClaseDeDato
        if (rol, clase) in por_celda
    ]
