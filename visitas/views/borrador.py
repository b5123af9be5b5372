"""Writing a visit: choose, write, save as you go, finish or discard."""

from uuid import UUID

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import hora
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from visitas import papel, permisos, secciones, services
from visitas.expediente import formulario_de, visita_anterior
from visitas.forms.nueva import NuevaVisitaForm
from visitas.models import BorradorDeVisita, NotaPrivada, Visita, VisitaProgramada
from visitas.quienes import quien_ve_el_borrador
from visitas.voces import con_avances

from .vista import es_del_papel, lo_enviado


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def visita_nueva(request):
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela")
    form = NuevaVisitaForm(request.POST or None, docentes=docentes, **_preseleccion(request, docentes))
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("borrador", _abrir(request, form).pk)
        except Rechazo as rechazo:
            form.add_error(None, rechazo.mensaje)
    borradores = BorradorDeVisita.objects.visibles_para(request.user).select_related("docente__escuela")
    registrar_lectura(
        usuario=request.user, docentes=docentes, clase=ClaseDeDato.IDENTIDAD, pagina=request.path
    )
    contexto = {
        "form": form,
        "borradores": secciones.resumen_de_borradores(borradores),
        "sin_docentes": not docentes,
    }
    return render(request, "visitas/visita_nueva.html", contexto)


def _preseleccion(request, docentes):
    if request.GET.get("programada"):
        programadas = VisitaProgramada.objects.visibles_para(request.user).select_related("tipo")
        return {"programada": get_object_or_404(programadas, pk=_uuid_o_404(request.GET["programada"]))}
    if request.GET.get("docente"):
        return {"docente": get_object_or_404(docentes, pk=_uuid_o_404(request.GET["docente"]))}
    return {}


def _abrir(request, form):
    return services.abrir_borrador(
        autor=request.user,
        docente=form.cleaned_data["docente"],
        tipo=form.tipo,
        programada=form.programada_elegida(),
    )


def _borrador(request, pk):
    nota = NotaPrivada.objects.visibles_para(request.user).filter(visita_id=OuterRef("pk"))
    borradores = BorradorDeVisita.objects.visibles_para(request.user)
    borradores = borradores.select_related("docente__escuela", "autor", "base__visita")
    return get_object_or_404(borradores.annotate(nota=Subquery(nota.values("texto")[:1])), pk=pk)


@require_GET
@requiere(permisos.puede_registrar_visitas)
def borrador(request, pk):
    borrador = _borrador(request, pk)
    return _pagina(request, borrador, formulario_de(borrador))


@require_GET
@requiere(permisos.puede_registrar_visitas)
def borrador_papel(request, pk):
    """The same draft in the order of the printed form, to be typed from it."""
    borrador = _borrador(request, pk)
    return _pagina_de_papel(request, borrador, formulario_de(borrador))


def _pagina_de_papel(request, borrador, form):
    registrar_lectura(
        usuario=request.user, docente=borrador.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    contexto = {
        "borrador": borrador,
        "form": form,
        "encabezado": secciones.titulo_de(form),
        "hoja": papel.hoja_de(papel.VISITA, papel.visita_para_teclear(form)),
        "anio": _anio_de(borrador),
        "quienes": quien_ve_el_borrador(borrador.docente),
    }
    return render(request, "visitas/borrador_papel.html", contexto)


def _anio_de(borrador) -> int:
    """The year of a day that paper gives without one: the visit's."""
    anio = borrador.datos.get("fecha", "")[:4]
    return int(anio) if len(anio) == 4 and anio.isdigit() else timezone.localdate().year


def _pagina(request, borrador, form):
    if es_del_papel(request):
        return _pagina_de_papel(request, borrador, form)
    anterior = visita_anterior(request.user, borrador, form)
    registrar_lectura(
        usuario=request.user, docente=borrador.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    con_avances(request.user, form.situacion.verificables.values())
    contexto = {
        "borrador": borrador,
        "form": form,
        "encabezado": secciones.titulo_de(form),
        "secciones": secciones.de(form, anterior),
        "competencias": secciones.competencias(form, anterior),
        "anterior": anterior,
        "nota": request.POST.get("nota_privada", borrador.nota or ""),
        "quienes": quien_ve_el_borrador(borrador.docente),
    }
    return render(request, "visitas/borrador.html", contexto)


@require_POST
@requiere(permisos.puede_registrar_visitas)
def borrador_guardar(request, pk):
    """Keep what the form holds. A script asks for JSON; a person without JavaScript comes back to the page."""
    borrador = _guardar(request, pk)
    guardado = hora(timezone.localtime(borrador.guardado_en))
    if request.headers.get("Accept") == "application/json":
        form = formulario_de(borrador)
        estados = secciones.de(form, visita_anterior(request.user, borrador, form))
        return JsonResponse({"guardado": guardado, "secciones": {s.id: s.como_json() for s in estados}})
    vuelta = reverse("borrador_papel" if es_del_papel(request) else "borrador", args=[pk])
    destino = request.POST.get("agregar", "")
    if destino in ("notas", "compromisos"):
        return redirect(f"{vuelta}#{destino}")
    messages.success(request, f"Borrador guardado, {guardado}.")
    return redirect(vuelta)


def _guardar(request, pk):
    borrador = _borrador(request, pk)
    services.guardar_borrador(borrador=borrador, datos=lo_enviado(request, _anio_de(borrador)))
    if "nota_privada" in request.POST:
        services.guardar_nota(
            autor=request.user, visita_id=borrador.visita_id, texto=request.POST["nota_privada"]
        )
    return borrador


@require_POST
@requiere(permisos.puede_registrar_visitas)
def borrador_terminar(request, pk):
    if not BorradorDeVisita.objects.visibles_para(request.user).filter(pk=pk).exists():
        return redirect(get_object_or_404(Visita.objects.visibles_para(request.user), pk=pk))
    borrador = _guardar(request, pk)
    form = formulario_de(borrador, terminar=True)
    resultado = services.terminar_borrador(borrador=borrador, form=form)
    if not resultado.guardada:
        _anotar(form, resultado)
        return _pagina(request, borrador, form)
    messages.success(
        request, f"Visita terminada. {borrador.docente.primer_nombre} ya puede leerla. Podrás corregirla."
    )
    return redirect("visita_detail", pk)


def _anotar(form, resultado):
    """Show in the form what the service refused."""
    for falla in resultado.errores:
        form.add_error(falla.campo if falla.campo in form.fields else None, falla.mensaje)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def borrador_descartar(request, pk):
    borrador = _borrador(request, pk)
    if request.method == "POST":
        services.descartar_borrador(borrador=borrador)
        messages.success(request, "Borrador descartado.")
        return redirect("visita_list")
    registrar_lectura(
        usuario=request.user, docente=borrador.docente, clase=ClaseDeDato.FECHAS, pagina=request.path
    )
    return render(request, "visitas/borrador_descartar.html", {"borrador": borrador})


def _uuid_o_404(texto):
    try:
        return UUID(texto)
    except ValueError as error:
        raise Http404 from error
