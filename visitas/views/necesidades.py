"""The prioritised needs of one teacher, beside the visit from which they follow."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import papel, permisos, services
from visitas.forms.necesidades import NecesidadesForm
from visitas.linea_de_base import base_de, listas_de
from visitas.models import Competencia, Necesidad
from visitas.quienes import quien_ve_las_necesidades

from .anio import anio_pedido, anios_de
from .vista import es_del_papel, mostrar


@require_GET
@requiere(permisos.puede_leer_necesidades)
def necesidades(request, pk):
    docente, anio = _docente(request, pk), anio_pedido(request)
    base = _base(request, docente, anio)
    escribe = request.user.rol == Rol.ACOMPANANTE and base.visita is not None
    form = _formulario(request, docente, anio, base) if escribe else None
    return _pagina(request, docente, anio, base, form)


@require_POST
@requiere(permisos.puede_caracterizar)
def necesidades_guardar(request, pk):
    docente, anio = _docente(request, pk), anio_pedido(request)
    base = _base(request, docente, anio)
    if base.visita is None:
        return _pagina(request, docente, anio, base, None)
    form = _formulario(request, docente, anio, base, request.POST)
    if not form.is_valid() or not _priorizar(request, docente, anio, base, form):
        return _pagina(request, docente, anio, base, form)
    messages.success(request, f"Necesidades guardadas. {docente.primer_nombre} ya puede leerlas.")
    return redirect(f"{reverse('necesidades', args=[pk])}?anio={anio}")


def _priorizar(request, docente, anio, base, form) -> bool:
    try:
        services.priorizar_necesidades(
            docente=docente,
            anio=anio,
            base=base.visita,
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


def _base(request, docente, anio):
    return base_de(request.user, Docente.objects.visibles_para(request.user).filter(pk=docente.pk), anio)


def _listas(request, docente, anio):
    todas = Necesidad.objects.sin_retener_a(request.user).filter(docente=docente, anio=anio)
    return listas_de(todas.select_related("competencia", "visita__tipo", "autor__usuario"))


def _formulario(request, docente, anio, base, datos=None):
    competencias = Competencia.objects.visibles_para(request.user).filter(
        instrumento=base.visita.instrumento_id
    )
    suyas = Necesidad.objects.visibles_para(request.user).filter(docente=docente, anio=anio)
    form = NecesidadesForm(datos, competencias=competencias, necesidades=suyas)
    papel.numerar(papel.NECESIDADES, form)
    return papel.sin_numero(form) if es_del_papel(request) else form


def _pagina(request, docente, anio, base, form):
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.PLAN, pagina=request.path)
    contexto = {
        "docente": docente,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "anio": anio,
        "anios": anios_de(request),
        "base": base,
        "niveles": base.visita.niveles.select_related("competencia").order_by("competencia__numero")
        if base.visita
        else [],
        "listas": _listas(request, docente, anio),
        "form": form,
        "quienes": quien_ve_las_necesidades(docente, request.user),
    }
    if form is None:
        return render(request, "visitas/necesidades.html", contexto)
    plantillas = {"pagina": "visitas/necesidades.html", "hoja": "visitas/necesidades_papel.html"}
    return mostrar(request, papel.NECESIDADES, contexto, **plantillas)
