"""The teacher's word on a visit, and her notes on a commitment."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import ClaseDeDato
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.forms.voz import AvanceForm, VozForm
from visitas.models import Acuerdo, Compromiso, VersionDeVoz, Visita
from visitas.quienes import quien_ve_el_avance, quien_ve_la_voz
from visitas.voces import con_avances, voz_de


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decir_su_palabra)
def voz(request, pk):
    visitas = Visita.objects.visibles_para(request.user).select_related(
        "docente", "tipo", "acompanante__usuario"
    )
    visita = get_object_or_404(visitas, pk=pk)
    registrar_lectura(
        usuario=request.user, docente=visita.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    actual = voz_de(request.user, visita)
    form = form_de_voz(visita, actual, request.POST or None)
    if form.is_valid() and _hacer(form, services.decir, visita=visita):
        messages.success(request, _lo_guardado(form.cleaned_data))
        return redirect(f"{reverse('visita_detail', args=[pk])}#voz")
    contexto = {
        "visita": visita,
        "voz": actual,
        "versiones": versiones_de(request.user, visita),
        "form": form,
        "quienes": quien_ve_la_voz(),
    }
    return render(request, "visitas/voz_form.html", contexto)


def form_de_voz(visita, voz, datos=None) -> VozForm:
    """The form with what the teacher says today, sent to her own page whatever page it is on."""
    dicho = {"acuerdo": voz.acuerdo, "comentario": voz.comentario} if voz else {}
    return VozForm(datos, initial=dicho, destino=reverse("voz", args=[visita.pk]))


def versiones_de(usuario, visita):
    return VersionDeVoz.objects.visibles_para(usuario).filter(voz=visita.pk)


def _lo_guardado(datos) -> str:
    if datos["acuerdo"] == Acuerdo.EN_DESACUERDO:
        return (
            "Tu palabra queda junto a la visita. Tu desacuerdo no cambia ninguna cuenta: es para conversarlo."
        )
    return "Tu palabra queda junto a la visita. La leen tú y quien te acompaña."


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_decir_su_palabra)
def compromiso_avance(request, pk):
    compromisos = Compromiso.objects.visibles_para(request.user)
    compromiso = get_object_or_404(compromisos.select_related("visita__tipo", "visita__docente"), pk=pk)
    registrar_lectura(
        usuario=request.user, docente=compromiso.visita.docente, clase=ClaseDeDato.VISITA, pagina=request.path
    )
    form = AvanceForm(request.POST or None)
    if form.is_valid() and _hacer(form, services.anotar_avance, compromiso=compromiso):
        messages.success(request, "Anotado. Lo verán juntos al empezar la próxima visita.")
        return redirect("compromiso_list")
    contexto = {
        "compromiso": con_avances(request.user, [compromiso])[0],
        "form": form,
        "quienes": quien_ve_el_avance(),
    }
    return render(request, "visitas/avance_form.html", contexto)


def _hacer(form, servicio, **con) -> bool:
    """Call the service with what the form says; a refusal becomes an error of its field."""
    try:
        servicio(**con, **form.cleaned_data)
    except Rechazo as rechazo:
        form.add_error(rechazo.campo if rechazo.campo in form.fields else None, rechazo.mensaje)
    return form.is_valid()
