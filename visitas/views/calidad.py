"""How visits are written, as counts by acompañante and bimestre: no narrative, no note, no teacher."""

from uuid import UUID

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from docentes.models import Acompanante, Rol
from visitas import permisos
from visitas.calidad import CRITERIOS
from visitas.cifras_de_calidad import del_periodo, por_acompanante
from visitas.models import Bimestre, CalidadDeVisita
from visitas.quienes import quien_ve_la_calidad

from .anio import anio_pedido, anios_de

POR_PAGINA = 50


@requiere(permisos.puede_ver_calidad)
def calidad(request):
    anio = anio_pedido(request)
    bimestres = list(Bimestre.objects.visibles_para(request.user).filter(anio=anio))
    filas = CalidadDeVisita.objects.agregables_para(request.user).filter(visita__anio=anio)
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "criterios": CRITERIOS,
        "quienes": quien_ve_la_calidad(request.user),
        "es_formador": request.user.rol == Rol.FORMADOR,
    }
    if request.user.rol == Rol.ACOMPANANTE or request.GET.get("acompanante"):
        return _de_uno(request, filas, bimestres, contexto)
    return _de_todos(request, filas, bimestres, contexto)


def _acompanantes(request):
    return Acompanante.objects.visibles_para(request.user).select_related("usuario__ugel")


def _de_todos(request, filas, bimestres, contexto):
    numero = _bimestre(request, bimestres)
    cifras = por_acompanante(filas, bimestres)
    acompanantes = _acompanantes(request).filter(pk__in=list(cifras))
    acompanantes = acompanantes.order_by("usuario__apellidos", "usuario__nombres", "pk")
    pagina = Paginator(acompanantes, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto |= {
        "bimestres": bimestres,
        "bimestre": numero,
        "pagina": pagina,
        "filas": [{"acompanante": a, "cifras": del_periodo(cifras[a.pk], numero)} for a in pagina],
    }
    return render(request, "visitas/calidad.html", contexto)


def _de_uno(request, filas, bimestres, contexto):
    pedido = request.GET.get("acompanante") if request.user.rol == Rol.FORMADOR else ""
    acompanante = get_object_or_404(_acompanantes(request), **({"pk": _uuid(pedido)} if pedido else {}))
    cifras = por_acompanante(filas.filter(visita__acompanante=acompanante), bimestres).get(acompanante.pk, {})
    hoy = timezone.localdate()
    periodos = [(f"Bimestre {b.numero}", del_periodo(cifras, b.numero)) for b in bimestres if b.inicio <= hoy]
    contexto |= {
        "acompanante": acompanante,
        "filas": [{"periodo": nombre, "cifras": c} for nombre, c in periodos],
        "total": del_periodo(cifras, None),
    }
    return render(request, "visitas/calidad_de_uno.html", contexto)


def _bimestre(request, bimestres):
    """The number asked for in `?bimestre=`; None, the whole year, when it is absent or nonsense."""
    pedido = request.GET.get("bimestre", "")
    numeros = {str(b.numero): b.numero for b in bimestres}
    return numeros.get(pedido)


def _uuid(texto):
    try:
        return UUID(texto)
    except ValueError:
        return None
