"""Lists: visits, commitments, and the dates that the director sees."""

from django.core.paginator import Paginator
from django.db.models import Case, When
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos
from visitas.forms.programacion import FiltroDeVisitas
from visitas.models import (
    BorradorDeVisita,
    Compromiso,
    Cuarentena,
    EstadoDeCompromiso,
    EstadoProgramada,
    Revision,
    RevisionDeRegistro,
    Visita,
    VisitaProgramada,
)
from visitas.quienes import quien_ve_el_calendario, quien_ve_las_fechas, quien_ve_los_compromisos
from visitas.voces import con_avances

from .anio import anio_pedido, anios_de

POR_PAGINA = 25
ESTADOS = {
    "hechas": "Hechas",
    "por-hacer": "Por hacer",
    "atrasadas": "Atrasadas",
    "no-realizadas": "No realizadas",
    "borradores": "En borrador",
}


@requiere(permisos.puede_ver_visitas)
def visita_list(request):
    docentes = Docente.objects.visibles_para(request.user)
    anio = anio_pedido(request)
    elegido = request.GET.dict() | {"anio": anio}
    filtro = FiltroDeVisitas(elegido, docentes=docentes, anios=anios_de(request))
    por_estado = {
        estado: _filtrar(filas, docentes, filtro) for estado, filas in _por_estado(request.user, anio).items()
    }
    estado = request.GET.get("estado") if request.GET.get("estado") in ESTADOS else "hechas"
    pagina = Paginator(por_estado[estado], POR_PAGINA).get_page(request.GET.get("pagina"))
    filas = list(pagina.object_list)
    registrar_lectura(
        usuario=request.user,
        docentes={f.docente for f in filas},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    contexto = {
        "anio": anio,
        "pasado": anio < timezone.localdate().year,
        "filtro": filtro,
        "estado": estado,
        "pestanas": [(e, ESTADOS[e], filas_.count()) for e, filas_ in por_estado.items()],
        "pagina": pagina,
        "filas": filas,
        "quienes": quien_ve_el_calendario(),
        "dos_versiones": _dos_versiones(request.user),
        "en_espera": Cuarentena.objects.agregables_para(request.user).esperan().count(),
        "nueva_url": reverse("visita_nueva"),
        "calendario_url": reverse("calendario"),
        "hay_filtro": any(filtro.elegido(c) for c in ("q", "docente", "mes")),
    }
    return render(request, "visitas/visita_list.html", contexto)


def _dos_versiones(usuario) -> int:
    cadenas = (Revision, RevisionDeRegistro)
    return sum(c.objects.visibles_para(usuario).en_conflicto().count() for c in cadenas)


@requiere(permisos.puede_leer_visitas)
def compromiso_list(request):
    es_docente = request.user.rol == Rol.DOCENTE
    pagina = Paginator(_compromisos(request.user, es_docente), POR_PAGINA).get_page(request.GET.get("pagina"))
    registrar_lectura(
        usuario=request.user,
        docentes={c.visita.docente for c in pagina},
        clase=ClaseDeDato.VISITA,
        pagina=request.path,
    )
    contexto = {
        "pagina": pagina,
        "compromisos": con_avances(request.user, pagina),
        "es_docente": es_docente,
        "con_docente": not es_docente,
        "hoy": timezone.localdate(),
        "quienes": quien_ve_los_compromisos(es_docente),
        "nueva_url": reverse("visita_nueva"),
    }
    return render(request, "visitas/compromiso_list.html", contexto)


@requiere(permisos.puede_ver_fechas_de_su_escuela)
def visitas_de_mi_escuela(request):
    anio = anio_pedido(request)
    hechas = Visita.objects.fechas_para(request.user).filter(anio=anio)
    por_venir = VisitaProgramada.objects.fechas_para(request.user).filter(anio=anio).por_hacer()
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "escuela": request.user.escuela,
        "quienes": quien_ve_las_fechas(),
        "hechas": hechas.select_related("tipo").order_by("-fecha", "-inicio"),
        "por_venir": por_venir.filter(fecha__gte=timezone.localdate())
        .select_related("tipo")
        .order_by("fecha", "pk"),
    }
    return render(request, "visitas/visitas_de_mi_escuela.html", contexto)


def _compromisos(usuario, es_docente):
    """Those in course by term and, for the teacher, those already seen after them, the latest first."""
    suyos = Docente.objects.visibles_para(usuario).values("pk")
    compromisos = Compromiso.objects.visibles_para(usuario).filter(visita__docente__in=suyos)
    compromisos = compromisos.con_retencion(usuario)
    if not es_docente:
        compromisos = compromisos.por_verificar()
    en_curso = When(estado=EstadoDeCompromiso.PENDIENTE, then="hasta")
    return compromisos.select_related("visita__docente__escuela", "visita__tipo", "verificado_en").order_by(
        Case(en_curso).asc(nulls_last=True), "-verificado_en__fecha", "pk"
    )


def _por_estado(usuario, anio) -> dict:
    """Return a queryset for each state, in the order in which its rows are read."""
    hoy = timezone.localdate()
    suyas = Docente.objects.visibles_para(usuario).values("pk")
    programadas = VisitaProgramada.objects.visibles_para(usuario).filter(anio=anio).select_related("tipo")
    hechas = Visita.objects.visibles_para(usuario).filter(anio=anio, docente__in=suyas).select_related("tipo")
    return {
        "hechas": hechas.order_by("-fecha", "-inicio", "pk"),
        "por-hacer": programadas.por_hacer().filter(fecha__gte=hoy).order_by("fecha", "pk"),
        "atrasadas": programadas.atrasadas(hoy).order_by("fecha", "pk"),
        "no-realizadas": programadas.con_hecha()
        .filter(hecha=False, estado=EstadoProgramada.NO_REALIZADA)
        .order_by("fecha", "pk"),
        "borradores": BorradorDeVisita.objects.visibles_para(usuario)
        .filter(docente__in=suyas)
        .select_related("programada__tipo")
        .order_by("-guardado_en"),
    }


def _filtrar(filas, docentes, filtro):
    filas = filas.select_related("docente__escuela__distrito")
    if texto := filtro.elegido("q"):
        filas = filas.filter(docente__in=docentes.buscar(texto).values("pk"))
    if docente := filtro.elegido("docente"):
        filas = filas.filter(docente=docente)
    if (mes := filtro.elegido("mes")) and filas.model is not BorradorDeVisita:
        filas = filas.filter(fecha__month=mes)
    return filas
