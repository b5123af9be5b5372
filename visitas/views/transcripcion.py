"""From paper to the system: find the visit of a filled-in form and open it to be typed."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import ClaseDeDato
from docentes.services import registrar_lectura
from visitas import papel, permisos, secciones, services
from visitas.models import BorradorDeVisita, VisitaProgramada
from visitas.quienes import quien_ve_el_calendario


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_registrar_visitas)
def transcribir(request):
    """A POST brings the key printed on the sheet, and leads to its draft."""
    clave = request.POST.get("clave", "").strip()
    error = ""
    if request.method == "POST":
        try:
            return redirect("borrador_papel", _abrir(request, clave).pk)
        except Rechazo as rechazo:
            error = rechazo.mensaje
    return _pagina(request, clave, error)


def _programadas(usuario):
    programadas = VisitaProgramada.objects.visibles_para(usuario).con_hecha()
    return programadas.select_related("docente__escuela", "tipo")


def _abrir(request, clave):
    """Return the draft of the key's visit. Raises Rechazo when no visit to make has it."""
    if not clave:
        raise Rechazo("Falta la clave. Está arriba a la derecha del formulario impreso.")
    programada = papel.la_de(clave, _programadas(request.user))
    if programada is None:
        raise Rechazo(
            f"Ninguna visita a tus docentes tiene la clave «{clave[:20]}». Mírala arriba a la derecha del papel, o "
            "elige la visita en la lista."
        )
    if programada.hecha:
        raise Rechazo("Esa visita ya está registrada. Para cambiarla, corrígela desde su página.")
    return services.abrir_borrador(
        autor=request.user, docente=programada.docente, tipo=programada.tipo, programada=programada
    )


def _pagina(request, clave, error):
    hoy = timezone.localdate()
    por_hacer = _programadas(request.user).por_hacer().filter(fecha__lte=hoy)
    filas = [(p, papel.clave_de(p)) for p in por_hacer.order_by("-fecha", "docente__apellidos", "pk")]
    borradores = BorradorDeVisita.objects.visibles_para(request.user).select_related("docente__escuela")
    registrar_lectura(
        usuario=request.user,
        docentes={p.docente for p, _ in filas} | {b.docente for b in borradores},
        clase=ClaseDeDato.FECHAS,
        pagina=request.path,
    )
    contexto = {
        "clave": clave,
        "error": error,
        "filas": filas,
        "borradores": secciones.resumen_de_borradores(borradores),
        "quienes": quien_ve_el_calendario(),
    }
    return render(request, "visitas/transcribir.html", contexto, status=422 if error else 200)
