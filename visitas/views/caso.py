"""Visits shared as cases: read without names, discussed, taken back (trust.md §2)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import ClaseDeDato, Rol
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.anonimato import tachador_de
from visitas.casos import partes_de, por_grupo
from visitas.expediente import contenido_de
from visitas.forms.caso import ComentarForm, CompartirForm
from visitas.models import Caso, Visita
from visitas.quienes import quien_ve_el_caso

POR_PAGINA = 25


@requiere(permisos.puede_ver_casos)
def caso_list(request):
    casos = Caso.objects.visibles_para(request.user).annotate(cuantos=Count("mensajes"))
    casos = casos.select_related("docente", "acompanante__usuario", "visita__tipo").order_by("-compartido_en")
    pagina = Paginator(casos, POR_PAGINA).get_page(request.GET.get("pagina"))
    filas = [_fila(caso, request.user) for caso in pagina]
    _registrar(request, docentes={f["caso"].docente for f in filas})
    contexto = {
        "pagina": pagina,
        "filas": filas,
        "es_formador": request.user.rol == Rol.FORMADOR,
        "visitas_url": reverse("visita_list"),
        "quienes": quien_ve_el_caso(request.user),
    }
    return render(request, "visitas/caso_list.html", contexto)


@requiere(permisos.puede_compartir_casos)
def caso_compartir(request, pk):
    visitas = Visita.objects.corregibles_para(request.user).select_related(
        "docente__escuela__distrito__provincia",
        "docente__escuela__ugel",
        "escuela",
        "acompanante__usuario",
        "tipo",
        "instrumento",
    )
    visita = get_object_or_404(visitas, pk=pk)
    registrar_lectura(
        usuario=request.user, docente=visita.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    if anterior := Caso.objects.visibles_para(request.user).compartidos().filter(visita=visita).first():
        return redirect(anterior)
    tachador = tachador_de(visita.docente, visita.acompanante)
    form = CompartirForm(
        request.POST or None, partes=partes_de(visita, contenido_de(visita)), tachador=tachador
    )
    if form.is_valid() and (caso := _compartir(form, visita)):
        messages.success(request, "Compartiste el caso, sin nombres. Puedes retirarlo cuando quieras.")
        return redirect(caso)
    contexto = {
        "visita": visita,
        "form": form,
        "grupos": por_grupo(form.filas()),
        "quienes": quien_ve_el_caso(request.user),
    }
    return render(request, "visitas/caso_compartir.html", contexto)


@requiere(permisos.puede_ver_casos)
def caso_detail(request, pk):
    return _pagina(request, _caso(request, pk), ComentarForm())


@require_POST
@requiere(permisos.puede_ver_casos)
def caso_comentar(request, pk):
    caso = _caso(request, pk)
    form = ComentarForm(request.POST)
    if not form.is_valid():
        return _pagina(request, caso, form)
    try:
        services.comentar_caso(caso=caso, autor=request.user, texto=form.cleaned_data["texto"])
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
    else:
        messages.success(request, "Enviaste tu mensaje.")
    return redirect(caso)


@require_POST
@requiere(permisos.puede_compartir_casos)
def caso_retirar(request, pk):
    caso = _caso(request, pk)
    services.retirar_caso(caso=caso)
    messages.success(request, "Retiraste el caso: ningún formador lo lee ya, y su copia se borró.")
    return redirect(caso)


def _caso(request, pk):
    """The case within the person's scope, with the reading written down before anything is shown."""
    casos = Caso.objects.visibles_para(request.user).select_related(
        "docente__escuela__distrito__provincia",
        "docente__escuela__ugel",
        "acompanante__usuario",
        "visita__tipo",
    )
    caso = get_object_or_404(casos, pk=pk)
    _registrar(request, docentes=[caso.docente])
    return caso


def _registrar(request, docentes):
    registrar_lectura(usuario=request.user, docentes=docentes, clase=ClaseDeDato.CASO, pagina=request.path)


def _fila(caso, usuario) -> dict:
    """A case as the person may name it: the formador, by pseudonym; the acompañante, who wrote it, by name."""
    nombre = caso.seudonimo_para(usuario) if usuario.rol == Rol.FORMADOR else caso.docente.nombre_completo
    return {"caso": caso, "nombre": nombre}


def _compartir(form, visita):
    try:
        return services.compartir_caso(
            visita=visita, partes=form.elegidas(), pregunta=form.cleaned_data["pregunta"]
        )
    except Rechazo as rechazo:
        form.add_error(None, rechazo.mensaje)


def _pagina(request, caso, form):
    contexto = _fila(caso, request.user) | {
        "es_formador": request.user.rol == Rol.FORMADOR,
        "grupos": por_grupo(caso.partes),
        "mensajes_del_caso": list(caso.mensajes.select_related("autor")),
        "form": form,
        "quienes": quien_ve_el_caso(request.user),
    }
    return render(request, "visitas/caso_detail.html", contexto)
