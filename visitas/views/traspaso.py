"""The handover: the teacher decides, who leaves writes a note, who comes reads what passed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Asignacion, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.forms.traspaso import DecisionForm, NotaDeTraspasoForm
from visitas.models import Traspaso
from visitas.quienes import quien_ve_el_traspaso, quien_ve_los_traspasos
from visitas.traspasos import cuantas_visitas, decision_de, en_manos_de, recibido_por

DE_QUIEN_A_QUIEN = (
    "docente__escuela__distrito",
    "anterior__acompanante__usuario",
    "siguiente__acompanante__usuario",
)


@require_GET
@requiere(permisos.puede_ver_traspasos)
def traspaso_list(request):
    return _mis_traspasos(request) if request.user.rol == Rol.DOCENTE else _dados_y_recibidos(request)


def _mis_traspasos(request):
    asignaciones = Asignacion.objects.visibles_para(request.user)
    docente = Docente.objects.visibles_para(request.user).first()
    contexto = {
        "filas": en_manos_de(asignaciones),
        "quienes": quien_ve_el_traspaso(docente, request.user) if docente else [],
    }
    return render(request, "visitas/traspaso_list_docente.html", contexto)


def _dados_y_recibidos(request):
    todos = list(Traspaso.objects.visibles_para(request.user).select_related(*DE_QUIEN_A_QUIEN))
    _anotar(request, ClaseDeDato.FECHAS, docentes={t.docente for t in todos})
    dados = [t for t in todos if t.anterior.acompanante.usuario_id == request.user.pk]
    contexto = {"dados": dados, "recibidos": [t for t in todos if t not in dados]}
    contexto["quienes"] = quien_ve_los_traspasos()
    return render(request, "visitas/traspaso_list.html", contexto)


def _anotar(request, clase, **quienes):
    registrar_lectura(usuario=request.user, clase=clase, pagina=request.path, **quienes)


@require_POST
@requiere(permisos.puede_ver_traspasos)
def traspaso_abrir(request, pk):
    """The teacher or who accompanies her opens the handover of an assignment, also before it ends."""
    es_docente = request.user.rol == Rol.DOCENTE
    asignaciones = Asignacion.objects.visibles_para(request.user)
    asignacion = get_object_or_404(asignaciones if es_docente else asignaciones.vigentes(), pk=pk)
    abierto = services.abrir_traspaso(asignacion=asignacion)
    return redirect("traspaso" if es_docente else "traspaso_nota", abierto.pk)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decidir_traspasos)
def traspaso(request, pk):
    """The teacher's page: the note first, then what passes."""
    decidibles = Traspaso.objects.decidibles_para(request.user).select_related(*DE_QUIEN_A_QUIEN)
    suyo = get_object_or_404(decidibles, pk=pk)
    form = DecisionForm(request.POST or None, traspaso=suyo)
    if form.is_valid():
        services.decidir_traspaso(traspaso=suyo, por=request.user, **form.decision())
        messages.success(request, "Tu decisión quedó guardada y ya vale. Puedes cambiarla cuando quieras.")
        return redirect("traspaso", pk)
    contexto = {
        "traspaso": suyo,
        "form": form,
        "cuantas": cuantas_visitas(suyo),
        "decisiones": suyo.decisiones.order_by("-momento", "-pk"),
        "quienes": quien_ve_el_traspaso(suyo.docente, request.user),
    }
    return render(request, "visitas/traspaso.html", contexto)


@require_POST
@requiere(permisos.puede_decidir_traspasos)
def traspaso_nota_leida(request, pk):
    suyo = get_object_or_404(Traspaso.objects.decidibles_para(request.user), pk=pk)
    services.leer_nota_de_traspaso(traspaso=suyo)
    messages.success(request, "Marcaste la nota como leída.")
    return redirect("traspaso", pk)


@require_GET
@requiere(permisos.puede_entregar_y_recibir)
def traspaso_detail(request, pk):
    visibles = Traspaso.objects.visibles_para(request.user).select_related(*DE_QUIEN_A_QUIEN)
    elegido = get_object_or_404(visibles, pk=pk)
    _anotar(request, ClaseDeDato.VISITA, docente=elegido.docente)
    lo_doy = elegido.anterior.acompanante.usuario_id == request.user.pk
    contexto = {
        "traspaso": elegido,
        "lo_doy": lo_doy,
        "decision": decision_de(elegido),
        "recibido": None if lo_doy else recibido_por(request.user, elegido),
        "hoy": timezone.localdate(),
        "quienes": quien_ve_el_traspaso(elegido.docente, request.user),
    }
    return render(request, "visitas/traspaso_detail.html", contexto)


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_entregar_y_recibir)
def traspaso_nota(request, pk):
    """Who leaves writes what the two were working on. The teacher reads it first."""
    entregables = Traspaso.objects.entregables_para(request.user).select_related(*DE_QUIEN_A_QUIEN)
    elegido = get_object_or_404(entregables, pk=pk)
    _anotar(request, ClaseDeDato.IDENTIDAD, docente=elegido.docente)
    form = NotaDeTraspasoForm(request.POST or None, initial={"texto": elegido.nota})
    if form.is_valid():
        try:
            services.escribir_nota_de_traspaso(traspaso=elegido, texto=form.cleaned_data["texto"])
        except Rechazo as rechazo:
            form.add_error(rechazo.campo or None, rechazo.mensaje)
        else:
            messages.success(request, f"Nota guardada. {elegido.docente.primer_nombre} la leerá primero.")
            return redirect("traspaso_detail", pk)
    contexto = {
        "traspaso": elegido,
        "form": form,
        "quienes": quien_ve_el_traspaso(elegido.docente, request.user),
    }
    return render(request, "visitas/traspaso_nota.html", contexto)
