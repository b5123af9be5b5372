"""Reading a finished visit, its history, amending it, and the private note about it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.expediente import compromisos_de, contenido_de, nota_de, revisiones_de, verificados_en
from visitas.fases import ciclo_de
from visitas.historia import cambios, en_palabras
from visitas.lectura import hoja_de
from visitas.models import NivelEducativo, NivelObservado, Visita
from visitas.quienes import quien_ve_la_visita

from .voz import form_de_voz, versiones_de


def _visita(request, pk):
    """The visit, within the person's scope, with the reading written down before anything is shown."""
    visitas = Visita.objects.visibles_para(request.user).select_related(
        "docente__escuela__distrito__provincia",
        "escuela__distrito",
        "tipo__protocolo",
        "acompanante__usuario",
        "instrumento",
        "voz",
    )
    visita = get_object_or_404(visitas, pk=pk)
    registrar_lectura(
        usuario=request.user, docente=visita.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    return visita


@require_GET
@requiere(permisos.puede_leer_visitas)
def visita_detail(request, pk):
    visita = _visita(request, pk)
    contenido = contenido_de(visita)
    contexto = {
        "visita": visita,
        "hoja": hoja_de(visita, contenido, verificados_en(visita, contenido)),
        "compromisos": compromisos_de(request.user, visita),
        "niveles": NivelObservado.objects.visibles_para(request.user)
        .filter(visita=visita)
        .select_related("competencia"),
        "quienes": quien_ve_la_visita(visita.docente, request.user),
        "corregible": Visita.objects.corregibles_para(request.user).filter(pk=pk).exists(),
        "es_autor": visita.acompanante.usuario_id == request.user.pk,
        "nota": nota_de(request.user, visita.pk),
        **_lo_que_dice(request, visita),
    }
    return render(request, "visitas/visita_detail.html", contexto)


def _lo_que_dice(request, visita) -> dict:
    """The year's phases and the teacher's word: hers to write; for who accompanies today to read, and then it is no
    longer new. Who accompanied before gets neither: there is no cycle for them.
    """
    ciclo = ciclo_de(request.user, visita.docente, visita.anio)
    if ciclo is None:
        return {}
    voz = getattr(visita, "voz", None)
    dicho = {"ciclo": ciclo, "voz": voz, "ve_la_voz": True, "es_docente": request.user.rol == Rol.DOCENTE}
    if dicho["es_docente"]:
        return dicho | {"form": form_de_voz(visita, voz), "versiones": versiones_de(request.user, visita)}
    if voz and voz.es_nueva:
        services.marcar_leida(voz=voz)
    return dicho


@require_POST
@requiere(permisos.puede_registrar_visitas)
def visita_corregir(request, pk):
    corregibles = Visita.objects.corregibles_para(request.user).select_related("docente__escuela")
    visita = get_object_or_404(corregibles, pk=pk)
    borrador = services.abrir_correccion(autor=request.user, visita=visita, contenido=contenido_de(visita))
    return redirect("borrador", borrador.pk)


@require_GET
@requiere(permisos.puede_leer_visitas)
def visita_historia(request, pk):
    visita = _visita(request, pk)
    contexto = {
        "visita": visita,
        "pasos": _pasos(visita, con_niveles=_lee_niveles(request.user, visita)),
        "quienes": quien_ve_la_visita(visita.docente, request.user),
    }
    return render(request, "visitas/visita_historia.html", contexto)


def _lee_niveles(usuario, visita) -> bool:
    """Whether the visit's levels are for this reader: not for who accompanied before (trust.md §2)."""
    return Docente.objects.visibles_para(usuario).filter(pk=visita.docente_id).exists()


def _pasos(visita, *, con_niveles):
    """The revisions, newest first, each with what it changed from the one before and its whole text."""
    nivel = NivelEducativo.de_escuela(visita.escuela)
    revisiones = [(r, c if con_niveles else c | {"niveles": []}) for r, c in revisiones_de(visita)]
    previas = [None, *(contenido for _, contenido in revisiones[:-1])]
    pasos = [
        {
            "numero": numero,
            "revision": revision,
            "cambios": cambios(previa, contenido, nivel) if previa else [],
            "texto": en_palabras(contenido, nivel),
        }
        for numero, ((revision, contenido), previa) in enumerate(
            zip(revisiones, previas, strict=True), start=1
        )
    ]
    return pasos[::-1]


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def nota_privada(request, pk):
    """The author's own note about a visit they made or are writing."""
    visita = get_object_or_404(_anotables(request), pk=pk)
    if request.method == "POST":
        services.guardar_nota(autor=request.user, visita_id=pk, texto=request.POST.get("nota_privada", ""))
        messages.success(request, "Nota guardada. Solo tú la ves.")
        return redirect("visita_detail", pk)
    registrar_lectura(
        usuario=request.user, docente=visita.docente, clase=ClaseDeDato.FECHAS, pagina=request.path
    )
    return render(request, "visitas/nota_privada.html", {"visita": visita, "nota": nota_de(request.user, pk)})


def _anotables(request):
    propias = Visita.objects.visibles_para(request.user).filter(acompanante__usuario=request.user)
    return propias.select_related("docente", "tipo")
