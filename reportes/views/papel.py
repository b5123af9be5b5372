"""The programme's forms on paper: what can be printed, blank, and for a scheduled visit."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from reportes import permisos
from reportes.pdf.formulario import renderizar_formulario
from visitas.models import NivelEducativo, VisitaProgramada
from visitas.papel import clave_de, impresos
from visitas.quienes import quien_ve_el_calendario

PROXIMAS = 40


@require_safe
@requiere(permisos.puede_imprimir_formularios)
def papel(request):
    """Every form that there is: of the levels that the person accompanies, and of the next visits."""
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela")
    programadas = VisitaProgramada.objects.visibles_para(request.user).por_hacer()
    programadas = programadas.select_related("docente__escuela", "tipo").order_by(
        "fecha", "docente__apellidos"
    )
    proximas = list(programadas[:PROXIMAS])
    registrar_lectura(
        usuario=request.user,
        docentes={p.docente for p in proximas},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    contexto = {
        "niveles": impresos.los_que_hay(_niveles(docentes)),
        "sueltos": [
            (clave, nombre)
            for clave, (nombre, _) in impresos.SUELTOS.items()
            if clave != impresos.OBSERVACION
        ],
        "proximas": [(p, clave_de(p)) for p in proximas],
        "quienes": quien_ve_el_calendario(),
    }
    return render(request, "reportes/papel.html", contexto)


def _niveles(docentes) -> list[str]:
    """The levels of the schools in charge; all of them for who has none yet."""
    suyos = {NivelEducativo.de_escuela(d.escuela) for d in docentes}
    return [n for n in NivelEducativo if n in suyos] or list(NivelEducativo)


@require_safe
@requiere(permisos.puede_imprimir_formularios)
def papel_en_blanco(request, clave):
    impreso = impresos.en_blanco(clave)
    if impreso is None:
        raise Http404
    return _entregar(impreso, clave)


@require_safe
@requiere(permisos.puede_imprimir_la_observacion)
def papel_de_observacion(request):
    return _entregar(impresos.observacion_en_blanco(), impresos.OBSERVACION)


@require_safe
@requiere(permisos.puede_imprimir_formularios)
def papel_de_visita(request, pk):
    """A scheduled visit's form. The texts to verify are a teacher's: the reading is written before they are shown."""
    programadas = VisitaProgramada.objects.visibles_para(request.user).select_related(
        "tipo__protocolo",
        "docente__escuela__distrito__provincia",
        "docente__escuela__ugel",
        "acompanante__usuario",
    )
    programada = get_object_or_404(programadas, pk=pk)
    registrar_lectura(
        usuario=request.user, docente=programada.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    impreso = impresos.visita_programada(programada, request.user)
    return _entregar(impreso, f"visita-{impreso.clave.lower()}", sintetico=request.user.es_sintetica)


def _entregar(impreso, nombre, *, sintetico=False):
    documento = renderizar_formulario(impreso, pedido_en=timezone.now(), sintetico=sintetico)
    cabeceras = {
        "Content-Disposition": f'inline; filename="acompana-{nombre}.pdf"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(documento.contenido, content_type="application/pdf", headers=cabeceras)
