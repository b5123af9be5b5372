"""The agenda by week and month, and the same agenda as .ics: at a secret address, or downloaded."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from acompanamiento.comun.acceso import publica, requiere
from docentes.models import Acompanante, ClaseDeDato
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.agenda import citas
from visitas.cronograma import dia_pedido, periodo_de, semanas_de_agenda
from visitas.ical import TIPO, agenda_en_ical
from visitas.models import AnioEscolar, SesionGrupal, SuscripcionDeAgenda, Viaje, VisitaProgramada
from visitas.quienes import quien_ve_el_calendario, quien_ve_la_suscripcion
from visitas.viajes import con_resumen

from .anio import anio_pedido


@requiere(permisos.puede_ver_agenda)
def agenda(request):
    hoy = timezone.localdate()
    periodo = periodo_de(request.GET.get("vista", ""), dia_pedido(request.GET.get("fecha", ""), hoy))
    rango = (periodo.desde, periodo.hasta)
    programadas = VisitaProgramada.objects.visibles_para(request.user).filter(fecha__range=rango)
    lista = citas(programadas.order_by("fecha", "docente__apellidos", "pk"), hoy)
    registrar_lectura(
        usuario=request.user,
        docentes={c.programada.docente for c in lista},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    semanas = semanas_de_agenda(
        periodo,
        hoy,
        citas=lista,
        sesiones=SesionGrupal.objects.visibles_para(request.user).filter(fecha__range=rango),
        viajes=_viajes(request.user).filter(desde__lte=periodo.hasta, hasta__gte=periodo.desde),
        escolares=_escolares(request.user, {periodo.desde.year, periodo.hasta.year}),
    )
    contexto = {
        "hoy": hoy,
        "periodo": periodo,
        "semanas": semanas,
        "dias": [d for semana in semanas for d in semana if d.del_periodo and d.dice_algo],
        "cuantas": len(lista),
        "hechas": sum(c.estado == "hecha" for c in lista),
        "quienes": quien_ve_el_calendario(),
    }
    return render(request, "visitas/agenda.html", contexto)


@requiere(permisos.puede_ver_agenda)
@require_safe
def agenda_descargar(request):
    return _en_ical(request.user, [anio_pedido(request)], descarga=True)


@publica
@require_safe
def agenda_ics(request, token):
    usuario = services.usuario_de_suscripcion(token=token)
    if usuario is None:
        raise Http404
    este = timezone.localdate().year
    return _en_ical(usuario, [este, este + 1])


@requiere(permisos.puede_ver_agenda)
@require_safe
def agenda_suscripcion(request):
    return _pagina_de_suscripcion(request)


@requiere(permisos.puede_ver_agenda)
@require_POST
def agenda_suscripcion_crear(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    token = services.activar_suscripcion(acompanante=acompanante)
    direccion = request.build_absolute_uri(reverse("agenda_ics", args=[token]))
    return _pagina_de_suscripcion(request, direccion=direccion)


@requiere(permisos.puede_ver_agenda)
@require_POST
def agenda_suscripcion_apagar(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    services.apagar_suscripcion(acompanante=acompanante)
    return redirect("agenda_suscripcion")


def _pagina_de_suscripcion(request, direccion=""):
    """The page of the secret address. `direccion` is the new one, shown this once."""
    suscripcion = SuscripcionDeAgenda.objects.visibles_para(request.user).first()
    contexto = {
        "suscripcion": suscripcion,
        "direccion": direccion,
        "anio": timezone.localdate().year,
        "quienes": quien_ve_la_suscripcion(),
    }
    return render(request, "visitas/agenda_suscripcion.html", contexto)


def _en_ical(usuario, anios, descarga=False):
    """The agenda of an account, without anybody's name; no read is recorded because no teacher is shown."""
    programadas = VisitaProgramada.objects.visibles_para(usuario).filter(anio__in=anios)
    contenido = agenda_en_ical(
        programadas=programadas.select_related("tipo", "docente__escuela__distrito").order_by("fecha", "pk"),
        sesiones=SesionGrupal.objects.visibles_para(usuario).filter(anio__in=anios),
        viajes=_viajes(usuario).filter(anio__in=anios, desde__isnull=False).order_by("desde", "pk"),
        ahora=timezone.now(),
    )
    respuesta = HttpResponse(contenido, content_type=TIPO, headers={"Cache-Control": "private, no-store"})
    if descarga:
        respuesta["Content-Disposition"] = f'attachment; filename="agenda-{anios[0]}.ics"'
    return respuesta


def _viajes(usuario):
    return con_resumen(Viaje.objects.visibles_para(usuario).en_pie())


def _escolares(usuario, anios):
    return AnioEscolar.objects.visibles_para(usuario).filter(pk__in=anios)
