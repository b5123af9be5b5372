"""The prioritised needs of one teacher, beside the diagnostic visit from which they follow."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.forms.necesidades import NecesidadesForm
from visitas.linea_de_base.cobertura import diagnosticas_de
from visitas.models import Competencia, Necesidad, Visita
from visitas.quienes import quien_ve_las_necesidades

from .anio import anio_pedido, anios_de


@require_GET
@requiere(permisos.puede_leer_necesidades)
def necesidades(request, pk):
    docente, anio = _docente(request, pk), anio_pedido(request)
    diagnostica = _diagnostica(request, docente, anio)
    escribe = request.user.rol == Rol.ACOMPANANTE and diagnostica is not None
    form = _formulario(request, docente, anio, diagnostica) if escribe else None
    return _pagina(request, docente, anio, diagnostica, form)


@require_POST
@requiere(permisos.puede_caracterizar)
def necesidades_guardar(request, pk):
    docente, anio = _docente(request, pk), anio_pedido(request)
    diagnostica = _diagnostica(request, docente, anio)
    if diagnostica is None:
        return _pagina(request, docente, anio, None, None)
    form = _formulario(request, docente, anio, diagnostica, request.POST)
    if not form.is_valid() or not _priorizar(request, docente, anio, diagnostica, form):
        return _pagina(request, docente, anio, diagnostica, form)
    messages.success(request, f"Necesidades guardadas. {docente.primer_nombre} ya puede leerlas.")
    return redirect(f"{reverse('necesidades', args=[pk])}?anio={anio}")


def _priorizar(request, docente, anio, diagnostica, form) -> bool:
    try:
        services.priorizar_necesidades(
            docente=docente,
            anio=anio,
            diagnostica=diagnostica,
            necesidades=form.necesidades(),
            por=get_object_or_404(Acompanante.objects.visibles_para(request.user)),
        )
    except Rechazo as rechazo:
        form.add_error(None, rechazo.mensaje)
    return form.is_valid()


def _docente(request, pk):
    return get_object_or_404(
        Docente.objects.visibles_para(request.user).select_related("escuela__distrito"), pk=pk
    )


def _diagnostica(request, docente, anio):
    visitas = Visita.objects.visibles_para(request.user).filter(docente=docente).select_related("tipo")
    return diagnosticas_de(visitas, anio).last()


def _suyas(request, docente, anio):
    suyas = Necesidad.objects.visibles_para(request.user).filter(docente=docente, anio=anio)
    return suyas.select_related("competencia", "visita__tipo")


def _formulario(request, docente, anio, diagnostica, datos=None):
    competencias = Competencia.objects.visibles_para(request.user).filter(
        instrumento=diagnostica.instrumento_id
    )
    return NecesidadesForm(datos, competencias=competencias, necesidades=_suyas(request, docente, anio))


def _pagina(request, docente, anio, diagnostica, form):
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.PLAN, pagina=request.path)
    contexto = {
        "docente": docente,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "anio": anio,
        "anios": anios_de(request),
        "diagnostica": diagnostica,
        "niveles": diagnostica.niveles.select_related("competencia").order_by("competencia__numero")
        if diagnostica
        else [],
        "necesidades": _suyas(request, docente, anio),
        "form": form,
        "quienes": quien_ve_las_necesidades(docente, request.user),
    }
    return render(request, "visitas/necesidades.html", contexto)
