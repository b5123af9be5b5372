"""The year of one teacher, for the teacher and for who accompanies."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from docentes.models import Asignacion, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos
from visitas.agenda import citas
from visitas.models import Compromiso, Traspaso, Visita, VisitaProgramada
from visitas.quienes import quien_ve_el_anio
from visitas.trayectoria import niveles_por_competencia
from visitas.voces import con_avances

from .anio import anio_pedido, anios_de


@requiere(permisos.puede_leer_visitas)
def visitas_de_docente(request, pk):
    docentes = Docente.objects.visibles_para(request.user).select_related(
        "escuela__distrito", "escuela__ugel"
    )
    docente = get_object_or_404(docentes, pk=pk)
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.VISITA, pagina=request.path)
    anio = anio_pedido(request)
    visitas = list(_visitas(request.user, docente, anio))
    hoy = timezone.localdate()
    programadas = VisitaProgramada.objects.visibles_para(request.user).filter(docente=docente, anio=anio)
    contexto = {
        "docente": docente,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "asignacion": _asignacion_de_hoy(request.user, docente),
        "hoy": hoy,
        "anio": anio,
        "anios": anios_de(request),
        "citas": citas(programadas.order_by("tipo__orden", "fecha"), hoy),
        "visitas": visitas,
        "adicionales": [v for v in visitas if v.programada_id is None],
        "compromisos": con_avances(request.user, _compromisos(request.user, docente, anio)),
        "quienes": quien_ve_el_anio(docente, request.user),
        "calendario_url": reverse("calendario"),
        "niveles": niveles_por_competencia(visitas),
        "legibles": {v.pk for v in visitas},
        "traspasos": _traspasos(request.user, docente),
    }
    return render(request, "visitas/visitas_de_docente.html", contexto)


def _visitas(usuario, docente, anio):
    """The visits done in the year, oldest first."""
    visitas = Visita.objects.visibles_para(usuario).filter(docente=docente, anio=anio)
    return visitas.select_related("tipo").order_by("fecha", "inicio", "pk")


def _compromisos(usuario, docente, anio):
    compromisos = Compromiso.objects.visibles_para(usuario).filter(visita__docente=docente, visita__anio=anio)
    compromisos = compromisos.con_retencion(usuario).select_related("visita__tipo", "verificado_en")
    return compromisos.order_by("-visita__fecha", "orden")


def _traspasos(usuario, docente):
    """Handovers that the acompañante received of this teacher; the teacher has a page of her own for hers."""
    if usuario.rol == Rol.DOCENTE:
        return []
    traspasos = Traspaso.objects.visibles_para(usuario).filter(docente=docente)
    recibidos = traspasos.exclude(anterior__acompanante__usuario=usuario)
    return recibidos.select_related("anterior__acompanante__usuario")


def _asignacion_de_hoy(usuario, docente):
    asignaciones = Asignacion.objects.visibles_para(usuario).vigentes().filter(docente=docente)
    return asignaciones.select_related("acompanante__usuario").first()
