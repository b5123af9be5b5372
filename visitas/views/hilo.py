"""The thread of a teacher through the year, for the teacher and for who accompanies."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos
from visitas.fases import ciclo_de
from visitas.hilo import caminos, entradas, leer_hilo
from visitas.quienes import quien_ve_el_hilo

from .anio import anio_pedido, anios_de

POR_PAGINA = 15


@require_GET
@requiere(permisos.puede_leer_visitas)
def hilo(request, pk):
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela__distrito")
    docente = get_object_or_404(docentes, pk=pk)
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.VISITA, pagina=request.path)
    anio = anio_pedido(request)
    leido = leer_hilo(request.user, docente, anio)
    numero = _competencia_pedida(request, leido)
    pagina = Paginator(entradas(leido, numero), POR_PAGINA).get_page(request.GET.get("pagina"))
    es_este_anio = anio == timezone.localdate().year
    contexto = {
        "docente": docente,
        "es_docente": request.user.rol == Rol.DOCENTE,
        "anio": anio,
        "anios": anios_de(request),
        "hilo": leido,
        "pagina": pagina,
        "caminos": caminos(leido),
        "elegida": next((c for c in leido.competencias if c.numero == numero), None),
        "ciclo": ciclo_de(request.user, docente, anio),
        "por_comprobar": leido.por_comprobar if es_este_anio else [],
        "hoy": timezone.localdate(),
        "quienes": quien_ve_el_hilo(docente, request.user),
    }
    return render(request, "visitas/hilo.html", contexto)


def _competencia_pedida(request, leido) -> int | None:
    """The number of `?competencia=` when the year speaks of it; nonsense narrows nothing."""
    pedida = request.GET.get("competencia", "")
    numeros = {c.numero for c in leido.competencias}
    return int(pedida) if pedida.isdecimal() and int(pedida) in numeros else None
