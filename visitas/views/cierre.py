"""Closing the year: what is missing with each teacher and with each school, and where it is done."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from escuelas.models import Escuela
from visitas import permisos
from visitas.cierre import docentes_al_cierre, escuelas_al_cierre
from visitas.models.direccion import escuelas_a_cargo
from visitas.quienes import quien_ve_el_cierre

from .anio import anio_pedido, anios_de


@require_GET
@requiere(permisos.puede_cerrar_su_anio)
def cierre_del_anio(request):
    anio = anio_pedido(request)
    docentes = list(Docente.objects.visibles_para(request.user).select_related("escuela__distrito"))
    registrar_lectura(usuario=request.user, docentes=docentes, clase=ClaseDeDato.VISITA, pagina=request.path)
    escuelas = Escuela.objects.visibles_para(request.user).filter(pk__in=escuelas_a_cargo(request.user))
    escuelas = escuelas.select_related("distrito").order_by("nombre", "codigo_modular")
    filas = docentes_al_cierre(request.user, docentes, anio)
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "filas": filas,
        "cerrados": sum(f.cierre_hecho for f in filas),
        "escuelas": escuelas_al_cierre(request.user, escuelas, anio),
        "quienes": quien_ve_el_cierre(),
    }
    return render(request, "visitas/cierre_del_anio.html", contexto)
