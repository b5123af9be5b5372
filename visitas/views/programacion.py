"""The calendar of the year: laying it out, and moving a visit or saying that it was not held."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.destino import destino_seguro
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Acompanante, ClaseDeDato
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.agenda import anio_por_docente, citas, por_mes
from visitas.dias import por_que_no_hay_clases
from visitas.forms.programacion import NoRealizadaForm, ReprogramarForm, VolverAProgramarForm
from visitas.models import AnioEscolar, EstadoProgramada, VisitaProgramada
from visitas.quienes import quien_ve_el_calendario

from .anio import anio_pedido, anios_de


@requiere(permisos.puede_ver_calendario)
def calendario(request):
    hoy = timezone.localdate()
    anio = anio_pedido(request)
    programadas = VisitaProgramada.objects.visibles_para(request.user).filter(anio=anio)
    lista = citas(programadas, hoy)
    _registrar_fechas(request, lista)
    meses = por_mes(lista, anio)
    mes = _mes_elegido(request, meses, hoy)
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "hoy": hoy,
        "anual": anio_por_docente(lista, lambda docente: reverse("visitas_de_docente", args=[docente.pk])),
        "hechas": sum(c.estado == "hecha" for c in lista),
        "total": len(lista),
        "meses": meses,
        "mes": mes,
        "semanas": mes.semanas(hoy) if mes else [],
        "quienes": quien_ve_el_calendario(),
        "docentes_url": reverse("docente_list"),
    }
    return render(request, "visitas/calendario.html", contexto | _propuesta(request, anio, hoy))


@requiere(permisos.puede_ver_calendario)
@require_POST
def programar(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    anio = anio_pedido(request)
    try:
        cuantas = services.programar_anio(
            acompanante=acompanante, anio=anio, desde=timezone.localdate(), por=request.user
        )
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
    else:
        messages.success(request, _lo_programado(cuantas))
    return redirect(f"{reverse('calendario')}?anio={anio}")


@requiere(permisos.puede_ver_calendario)
def reprogramar(request, pk):
    programada = _de_mi_calendario(request, pk)
    suspendida = programada.estado == EstadoProgramada.NO_REALIZADA
    clase, servicio = (
        (VolverAProgramarForm, services.volver_a_programar)
        if suspendida
        else (ReprogramarForm, services.reprogramar)
    )
    form = clase(request.POST or None, initial={"fecha": _dia_por_defecto(programada)})
    if form.is_valid() and _hacer(form, servicio, programada=programada, por=request.user):
        messages.success(request, _lo_movido(request, programada, form.cleaned_data["fecha"]))
        return _de_vuelta(request, programada, form.cleaned_data["fecha"])
    return _pagina_de_cambio(
        request, "visitas/reprogramar_form.html", programada, form, suspendida=suspendida
    )


@requiere(permisos.puede_ver_calendario)
def no_realizada(request, pk):
    programada = _de_mi_calendario(request, pk)
    form = NoRealizadaForm(request.POST or None)
    if form.is_valid() and _hacer(
        form, services.marcar_no_realizada, programada=programada, por=request.user
    ):
        messages.success(
            request,
            "La visita queda como no realizada, con su motivo. Puedes volver a programarla cuando quieras.",
        )
        return _de_vuelta(request, programada, programada.fecha)
    return _pagina_de_cambio(request, "visitas/no_realizada_form.html", programada, form)


def _registrar_fechas(request, lista):
    docentes = {c.programada.docente for c in lista}
    registrar_lectura(usuario=request.user, docentes=docentes, clase=ClaseDeDato.FECHAS, pagina=request.path)


def _propuesta(request, anio, hoy) -> dict:
    """What is left to lay out from today on: `por_programar` and `docentes_por_programar`, or why it cannot be."""
    acompanante = Acompanante.objects.visibles_para(request.user).first()
    if acompanante is None or anio < hoy.year:
        return {}
    try:
        propuesta = services.proponer_anio(acompanante=acompanante, anio=anio, desde=hoy)
    except Rechazo as rechazo:
        return {"no_se_puede": rechazo.mensaje}
    return {
        "por_programar": len(propuesta.nuevas),
        "por_recibir": len(propuesta.heredadas),
        "docentes_por_programar": len({p.docente for p, _ in propuesta.nuevas}),
        "primer_dia": min((dia for _, dia in propuesta.nuevas), default=None),
        "ultimo_dia": max((dia for _, dia in propuesta.nuevas), default=None),
    }


def _mes_elegido(request, meses, hoy):
    """The month asked for; without one, the current month or the nearest after it that has visits."""
    pedido = request.GET.get("mes", "")
    de_numero = {m.numero: m for m in meses}
    if pedido.isdecimal() and int(pedido) in de_numero:
        return de_numero[int(pedido)]
    siguientes = [m for m in meses if (m.anio, m.numero) >= (hoy.year, hoy.month)]
    return next(iter(siguientes or meses[-1:]), None)


def _lo_programado(cuantas) -> str:
    if not cuantas:
        return "Tu calendario ya estaba completo."
    visitas = "1 visita" if cuantas == 1 else f"{cuantas} visitas"
    return f"Programaste {visitas}. Mueve las que necesites: el plan original siempre queda a la vista."


def _de_mi_calendario(request, pk):
    programadas = VisitaProgramada.objects.visibles_para(request.user)
    return get_object_or_404(programadas.select_related("tipo", "docente__escuela__distrito"), pk=pk)


def _dia_por_defecto(programada):
    """The planned day while it can still be chosen; a day gone by is nobody's answer."""
    return programada.fecha if programada.fecha >= timezone.localdate() else None


def _hacer(form, servicio, **con) -> bool:
    """Call the service with what the form says; a refusal becomes an error of its field."""
    try:
        servicio(**con, **form.cleaned_data)
    except Rechazo as rechazo:
        form.add_error(rechazo.campo if rechazo.campo in form.fields else None, rechazo.mensaje)
    return form.is_valid()


def _lo_movido(request, programada, fecha) -> str:
    avisos = []
    if motivo := por_que_no_hay_clases(fecha):
        avisos.append(f"Ojo: ese día es {motivo}.")
    otras = VisitaProgramada.objects.visibles_para(request.user).por_hacer().filter(fecha=fecha)
    if otra := otras.exclude(pk=programada.pk).select_related("docente").first():
        avisos.append(f"Ojo: ese día también visitas a {otra.docente.nombre_completo}.")
    return " ".join([f"La visita queda para el {en_cifras(fecha)}.", *avisos])


def _de_vuelta(request, programada, fecha):
    """To the page that the change was asked from (`?next=`); without one, to its month of the calendar."""
    al_mes = f"{reverse('calendario')}?anio={programada.anio}&mes={fecha.month}#v-{programada.pk}"
    return redirect(destino_seguro(request, request.GET.get("next", ""), al_mes))


def _pagina_de_cambio(request, plantilla, programada, form, **contexto):
    registrar_lectura(
        usuario=request.user, docente=programada.docente, clase=ClaseDeDato.FECHAS, pagina=request.path
    )
    temporada = AnioEscolar.objects.visibles_para(request.user).filter(pk=programada.anio).first()
    return render(
        request,
        plantilla,
        {
            "programada": programada,
            "form": form,
            "temporada": temporada,
            "vuelve_a": destino_seguro(request, request.GET.get("next", "")),
            "quienes": quien_ve_el_calendario(),
            **contexto,
        },
    )
