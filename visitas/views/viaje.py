"""Trips: proposing one from the calendar, its stops, moving a day, cancelling, and the sheet to take along."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Acompanante, ClaseDeDato
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.forms.viaje import (
    CancelarViajeForm,
    MoverDiaForm,
    NuevoViajeForm,
    ParadaForm,
    RangoForm,
    ViajeForm,
)
from visitas.models import AnioEscolar, Parada, Viaje, VisitaProgramada
from visitas.quienes import quien_ve_los_viajes
from visitas.viajes import (
    con_resumen,
    dias_de_viaje,
    libres_para_viajar,
    minutos_hasta,
    ocupadas_por_dia,
    paradas_de_viaje,
    rutas_de,
    totales,
    tramos_propuestos,
)

POR_PAGINA = 20
DIAS_A_BUSCAR = timedelta(days=30)
DIAS_CERCA = timedelta(days=15)


@requiere(permisos.puede_viajar)
def viaje_list(request):
    viajes = con_resumen(Viaje.objects.visibles_para(request.user)).order_by("-desde", "-creado_en")
    pagina = Paginator(viajes, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {"pagina": pagina, "hoy": timezone.localdate(), "quienes": quien_ve_los_viajes()}
    return render(request, "visitas/viaje_list.html", contexto)


@requiere(permisos.puede_viajar)
def viaje_proponer(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    hoy = timezone.localdate()
    rango = RangoForm(request.GET, desde=hoy, hasta=hoy + DIAS_A_BUSCAR)
    rutas = rutas_de(_libres(request.user, acompanante, *rango.rango()))
    _registrar_fechas(request, [p for ruta in rutas for p in ruta.visitas])
    contexto = {"rango": rango, "rutas": rutas, "quienes": quien_ve_los_viajes()}
    return render(request, "visitas/viaje_proponer.html", contexto)


@requiere(permisos.puede_viajar)
@require_POST
def viaje_crear(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    programadas = VisitaProgramada.objects.visibles_para(request.user).por_hacer()
    form = NuevoViajeForm(request.POST, programadas=programadas)
    if not form.is_valid():
        messages.error(request, form.errors["visitas"][0])
        return redirect("viaje_proponer")
    try:
        viaje = services.crear_viaje(acompanante=acompanante, programadas=form.cleaned_data["visitas"])
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
        return redirect("viaje_proponer")
    messages.success(
        request,
        "Viaje armado. Revisa los minutos propuestos de cada tramo y di qué harás si se corta la vía.",
    )
    return redirect("viaje_editar", viaje.pk)


@requiere(permisos.puede_viajar)
def viaje_detail(request, pk):
    viaje = _mi_viaje(request, pk)
    return render(request, "visitas/viaje_detail.html", _itinerario(request, viaje))


@requiere(permisos.puede_viajar)
def viaje_hoja(request, pk):
    viaje = _mi_viaje(request, pk)
    return render(request, "visitas/viaje_hoja.html", _itinerario(request, viaje))


@requiere(permisos.puede_viajar)
def viaje_editar(request, pk):
    viaje = _mi_viaje(request, pk)
    contexto = _itinerario(request, viaje)
    cerca = {str(p.pk): p for p in _cercanas(request.user, contexto["paradas"])}
    libres = _libres(request.user, viaje.acompanante, *_alrededor(contexto["paradas"]))
    *tramos, regreso = tramos_propuestos(viaje, contexto["paradas"]) or [None]
    form = ViajeForm(request.POST or None, instance=viaje, programadas=libres, regreso=regreso)
    formas = [
        ParadaForm(request.POST or None, vista=v, tramo=t, otras=cerca)
        for v, t in zip(contexto["paradas"], tramos, strict=True)
    ]
    if all([form.is_valid(), *[f.is_valid() for f in formas]]) and _editar(form, formas, viaje):
        messages.success(request, "Viaje guardado.")
        return redirect("viaje_detail", viaje.pk)
    _registrar_fechas(request, [*cerca.values(), *libres])
    minutos = minutos_hasta([v.cita.programada.docente.escuela_id for v in contexto["paradas"]])
    contexto |= {"form": form, "formas": formas, "minutos": minutos, "libres": libres}
    return render(request, "visitas/viaje_form.html", contexto)


@requiere(permisos.puede_viajar)
def viaje_mover(request, pk):
    viaje = _mi_viaje(request, pk)
    contexto = _itinerario(request, viaje)
    dias = [d.fecha for d in contexto["dias"] if d.se_puede_mover]
    form = MoverDiaForm(request.POST or None, dias=dias, initial={"dia": request.GET.get("dia", "")})
    if form.is_valid() and (movidas := _intentar(form, services.mover_dia, viaje=viaje, por=request.user)):
        cuantas = "1 visita" if movidas == 1 else f"{movidas} visitas"
        dia = en_cifras(form.cleaned_data["fecha"])
        messages.success(request, f"Moviste {cuantas} al {dia}. El plan original queda a la vista.")
        return redirect("viaje_detail", viaje.pk)
    return render(request, "visitas/viaje_mover.html", contexto | {"form": form, "se_mueven": dias})


@requiere(permisos.puede_viajar)
def viaje_cancelar(request, pk):
    viaje = _mi_viaje(request, pk)
    form = CancelarViajeForm(request.POST or None)
    if form.is_valid() and _intentar(form, services.cancelar_viaje, viaje=viaje):
        messages.success(request, "Viaje cancelado. Sus visitas siguen en tu calendario.")
        return redirect("viaje_detail", viaje.pk)
    contexto = {"viaje": viaje, "form": form, "quienes": quien_ve_los_viajes()}
    return render(request, "visitas/viaje_cancelar.html", contexto)


def _mi_viaje(request, pk):
    return get_object_or_404(Viaje.objects.visibles_para(request.user).select_related("acompanante"), pk=pk)


def _itinerario(request, viaje) -> dict:
    """What every page of one trip shows; the reading of its teachers is recorded first."""
    programadas = VisitaProgramada.objects.visibles_para(request.user)
    hoy = timezone.localdate()
    paradas = paradas_de_viaje(
        Parada.objects.visibles_para(request.user).filter(viaje=viaje), programadas, hoy
    )
    _registrar_fechas(request, [p for v in paradas for p in (v.cita.programada, v.alterna) if p])
    dias_con_visita = {p.fecha for p in paradas}
    escolares = AnioEscolar.objects.visibles_para(request.user).filter(pk=viaje.anio)
    return {
        "viaje": viaje,
        "paradas": paradas,
        "dias": dias_de_viaje(paradas, ocupadas_por_dia(programadas, dias_con_visita), escolares),
        "totales": totales(viaje, paradas),
        "hoy": hoy,
        "quienes": quien_ve_los_viajes(),
    }


def _libres(usuario, acompanante, desde, hasta):
    return libres_para_viajar(VisitaProgramada.objects.visibles_para(usuario), acompanante, desde, hasta)


def _alrededor(paradas):
    """The days around a trip, or around today when it has no stop left."""
    dias = [p.fecha for p in paradas] or [timezone.localdate()]
    return min(dias) - DIAS_CERCA, max(dias) + DIAS_CERCA


def _cercanas(usuario, paradas):
    """The visits still to make around a trip: what a stop may be exchanged for."""
    programadas = VisitaProgramada.objects.visibles_para(usuario).por_hacer()
    cercanas = programadas.filter(fecha__range=_alrededor(paradas))
    return cercanas.select_related("docente__escuela").order_by("fecha", "docente__apellidos", "pk")


def _registrar_fechas(request, programadas):
    docentes = {p.docente for p in programadas}
    registrar_lectura(usuario=request.user, docentes=docentes, clase=ClaseDeDato.FECHAS, pagina=request.path)


def _editar(form, formas, viaje) -> bool:
    try:
        services.editar_viaje(
            viaje=viaje,
            datos=form.datos(),
            cambios=[f.cambio() for f in formas],
            agregar=form.cleaned_data["agregar"],
        )
    except Rechazo as rechazo:
        form.add_error(None, rechazo.mensaje)
    return form.is_valid()


def _intentar(form, servicio, **con):
    """Call the service with what the form says; a refusal becomes an error of its field and answers None."""
    try:
        return servicio(**con, **form.cleaned_data)
    except Rechazo as rechazo:
        form.add_error(rechazo.campo if rechazo.campo in form.fields else None, rechazo.mensaje)
        return None
