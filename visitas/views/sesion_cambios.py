"""What becomes of a planned session: changed, moved, held, not held, or erased because it was a mistake."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import ClaseDeDato, Docente
from docentes.services import registrar_lectura
from visitas import papel, permisos
from visitas.forms.registro_de_sesion import RegistrarSesionForm
from visitas.forms.sesion import (
    ReprogramarSesionForm,
    SesionNoRealizadaForm,
    VolverAProgramarSesionForm,
)
from visitas.models import EstadoDeSesion, SesionGrupal
from visitas.quienes import quien_ve_las_sesiones
from visitas.services.cadena import cabeza_de
from visitas.services.registro_de_sesion import registrar_sesion
from visitas.services.sesion import (
    cambiar_sesion,
    cancelar_sesion,
    marcar_sesion_no_realizada,
    reprogramar_sesion,
    volver_a_programar_sesion,
)

from .sesion import formulario_de_sesion, hacer
from .vista import es_del_papel, hoja_para_teclear, lo_enviado


@requiere(permisos.puede_organizar_sesiones)
def sesion_editar(request, pk):
    sesion = _mia(request, pk)
    form = formulario_de_sesion(request, sesion.acompanante, sesion=sesion)
    if form.is_valid() and hacer(form, cambiar_sesion, sesion=sesion, **form.datos):
        messages.success(request, "Cambios guardados.")
        return redirect(sesion)
    return _pagina(request, "visitas/sesion_form.html", sesion, form)


@requiere(permisos.puede_organizar_sesiones)
def sesion_reprogramar(request, pk):
    sesion = _mia(request, pk)
    suspendida = sesion.estado == EstadoDeSesion.NO_REALIZADA
    clase, servicio = (
        (VolverAProgramarSesionForm, volver_a_programar_sesion)
        if suspendida
        else (ReprogramarSesionForm, reprogramar_sesion)
    )
    form = clase(request.POST or None, initial={"fecha": _dia_por_defecto(sesion)})
    if form.is_valid() and hacer(form, servicio, sesion=sesion, por=request.user, **form.cleaned_data):
        messages.success(request, f"La sesión queda para el {en_cifras(form.cleaned_data['fecha'])}.")
        return redirect(sesion)
    return _pagina(request, "visitas/sesion_reprogramar.html", sesion, form, suspendida=suspendida)


@requiere(permisos.puede_organizar_sesiones)
def sesion_no_realizada(request, pk):
    sesion = _mia(request, pk)
    form = SesionNoRealizadaForm(request.POST or None)
    if form.is_valid() and hacer(form, marcar_sesion_no_realizada, sesion=sesion, **form.cleaned_data):
        messages.success(
            request,
            "La sesión queda como no realizada, con su motivo. Puedes volver a programarla cuando quieras.",
        )
        return redirect(sesion)
    return _pagina(request, "visitas/sesion_no_realizada.html", sesion, form)


@requiere(permisos.puede_organizar_sesiones)
def sesion_registrar(request, pk):
    sesion = _mia(request, pk)
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela")
    registrar_lectura(
        usuario=request.user, docentes=docentes, clase=ClaseDeDato.COMUNIDAD, pagina=request.path
    )
    asistencias = list(sesion.asistencias.all())
    base = _base(request, sesion)
    form = RegistrarSesionForm(
        lo_enviado(request, sesion.fecha.year) or None,
        initial=_lo_registrado(sesion, asistencias),
        docentes=docentes,
        invitados=[a.docente_id for a in asistencias],
        ya_registrada=sesion.estado == EstadoDeSesion.REALIZADA,
        base=base,
    )
    papel.numerar(papel.SESION, form)
    con = {"sesion": sesion, "por": request.user, "base": base}
    if form.is_valid() and hacer(form, registrar_sesion, **con, **form.cleaned_data):
        messages.success(request, "Quedó registrado lo realizado. Los invitados ya pueden leer los acuerdos.")
        return redirect(sesion)
    if es_del_papel(request):
        hoja = hoja_para_teclear(papel.SESION, form)
        return _pagina(request, "visitas/sesion_papel.html", sesion, form, hoja=hoja, base=base)
    return _pagina(request, "visitas/sesion_registrar.html", sesion, form)


@requiere(permisos.puede_organizar_sesiones)
def sesion_cancelar(request, pk):
    sesion = _mia(request, pk)
    if request.method == "POST":
        try:
            cancelar_sesion(sesion=sesion)
        except Rechazo as rechazo:
            messages.error(request, rechazo.mensaje)
            return redirect(sesion)
        messages.success(request, "Borraste la sesión. Ya no aparece para nadie.")
        return redirect("sesion_list")
    return _pagina(request, "visitas/sesion_cancelar.html", sesion, None)


def _mia(request, pk):
    sesiones = SesionGrupal.objects.visibles_para(request.user).select_related(
        "acompanante__usuario", "escuela__distrito"
    )
    return get_object_or_404(sesiones, pk=pk)


def _base(request, sesion) -> str:
    """The revision that the person was looking at when the form was made; "" when there was none."""
    if request.method == "POST":
        return request.POST.get("base", "")
    cabeza = cabeza_de(sesion)
    return str(cabeza.pk) if cabeza else ""


def _dia_por_defecto(sesion):
    """The planned day while it can still be chosen; a day gone by is nobody's answer."""
    return sesion.fecha if sesion.fecha >= timezone.localdate() else None


def _lo_registrado(sesion, asistencias):
    return {
        "fecha": sesion.fecha,
        "inicio": sesion.inicio,
        "fin": sesion.fin,
        "asistieron": [a.docente_id for a in asistencias if a.asistio],
        "desarrollo": sesion.desarrollo,
        "acuerdos": sesion.acuerdos,
    }


def _pagina(request, plantilla, sesion, form, **contexto):
    return render(
        request,
        plantilla,
        {
            "sesion": sesion,
            "form": form,
            "quienes": quien_ve_las_sesiones(es_docente=False),
            "hoy": timezone.localdate(),
            **contexto,
        },
    )
