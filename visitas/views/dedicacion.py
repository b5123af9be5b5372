"""Time outside accompaniment: the acompañante's own year, and the region's totals for the formador."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import MESES
from docentes.models import Acompanante
from visitas import permisos, services
from visitas.dedicacion import Totales, directos_por_mes, filas_de_dedicacion, ultimo_mes
from visitas.forms.dedicacion import DedicacionForm
from visitas.models import ClaseDeDedicacion, DedicacionFuera, SesionGrupal, Visita
from visitas.quienes import quien_ve_la_dedicacion

from .anio import anio_pedido, anios_de

POR_PAGINA = 50


@requiere(permisos.puede_anotar_su_dedicacion)
def dedicacion(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    anio, hoy = anio_pedido(request), timezone.localdate()
    propias = DedicacionFuera.objects.editables_para(request.user).filter(anio=anio)
    guardadas = {(f.mes, f.clase): f.medias_horas for f in propias}
    form = DedicacionForm(
        request.POST or None, anio=anio, ultimo_mes=ultimo_mes(anio, hoy), guardadas=guardadas
    )
    if form.is_valid() and _guardar(form, acompanante, anio, request.user):
        messages.success(request, "Guardaste tus horas fuera del acompañamiento.")
        return redirect(f"{reverse('dedicacion')}?anio={anio}")
    directos = directos_por_mes(acompanante, anio)
    contexto = {
        "form": form,
        "anio": anio,
        "anios": anios_de(request),
        "clases": ClaseDeDedicacion.labels,
        "meses": [_mes(form, mes, guardadas, directos) for mes in form.meses],
        "fuera": sum(guardadas.values()) * 30,
        "directo": sum(directos.values()),
        "quienes": quien_ve_la_dedicacion(),
    }
    return render(request, "visitas/dedicacion.html", contexto)


@requiere(permisos.puede_ver_dedicacion_de_la_region)
def dedicacion_region(request):
    anio = anio_pedido(request)
    acompanantes = Acompanante.objects.visibles_para(request.user).select_related("usuario__ugel")
    filas = filas_de_dedicacion(
        acompanantes,
        anio,
        fuera=DedicacionFuera.objects.agregables_para(request.user),
        visitas=Visita.objects.agregables_para(request.user),
        sesiones=SesionGrupal.objects.agregables_para(request.user),
    )
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "clases": ClaseDeDedicacion.labels,
        "pagina": Paginator(filas, POR_PAGINA).get_page(request.GET.get("pagina")),
        "totales": Totales(filas),
        "quienes": quien_ve_la_dedicacion(es_formador=True),
    }
    return render(request, "visitas/dedicacion_region.html", contexto)


def _mes(form, mes, guardadas, directos):
    return {
        "nombre": MESES[mes - 1],
        "casillas": form.casillas(mes),
        "fuera": sum(medias for (m, _), medias in guardadas.items() if m == mes) * 30,
        "directo": directos[mes],
    }


def _guardar(form, acompanante, anio, usuario) -> bool:
    try:
        services.guardar_dedicacion(
            acompanante=acompanante, anio=anio, medias_horas=form.medias_horas(), por=usuario
        )
    except Rechazo as rechazo:
        form.add_error(None, rechazo.mensaje)
    return form.is_valid()
