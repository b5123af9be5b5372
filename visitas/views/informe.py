"""The final report: the acompañante writes and sends it, the formador reads and closes it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Rol
from visitas import permisos, services
from visitas.forms.informe import ComentarioDelFormadorForm, InformeForm
from visitas.informes import SECCIONES, docentes_con_nombre, escuelas_del_anio, hoja_de, pendientes_de
from visitas.models import EstadoDeInforme, InformeFinal
from visitas.quienes import quien_ve_el_informe

from .anio import anio_pedido, anios_de


def _yo(request):
    return get_object_or_404(Acompanante.objects.visibles_para(request.user).select_related("usuario"))


@require_http_methods(["GET", "POST"])
@requiere(permisos.puede_escribir_su_informe)
def informe_final(request):
    """Write the year's report. A POST keeps it as it is; with `enviar`, what is missing is asked for and it is sent."""
    yo, anio = _yo(request), anio_pedido(request)
    informe = InformeFinal.objects.visibles_para(request.user).filter(anio=anio).first()
    if informe and informe.estado != EstadoDeInforme.BORRADOR:
        return redirect("informe_detail", informe.pk)
    form = _form(request, yo, anio, informe)
    if form.is_valid():
        guardado = services.guardar_informe(
            acompanante=yo, anio=anio, textos=form.textos(), por_escuela=form.por_escuela()
        )
        return _guardar_o_enviar(request, guardado, form.enviar)
    contexto = {
        "informe": informe,
        "anio": anio,
        "anios": anios_de(request),
        "form": form,
        "hoja": hoja_de(informe or InformeFinal(acompanante=yo, anio=anio)),
        "pendientes": [p | {"url": reverse(p["direccion"])} for p in pendientes_de(yo, anio)],
        "quienes": quien_ve_el_informe(),
    }
    return render(request, "visitas/informe_final.html", contexto, status=422 if form.errors else 200)


def _form(request, yo, anio, informe):
    escuelas = list(escuelas_del_anio(yo, anio))
    if request.method == "POST":
        enviar = "enviar" in request.POST
        return InformeForm(
            request.POST, escuelas=escuelas, docentes=docentes_con_nombre(yo, anio), enviar=enviar
        )
    inicial = {c: getattr(informe, c) for c in SECCIONES} if informe else {}
    dichas = informe.escuelas.all() if informe else ()
    inicial |= {f"escuela_{e.escuela_id}": e.texto for e in dichas}
    return InformeForm(escuelas=escuelas, inicial=inicial)


def _guardar_o_enviar(request, informe, enviar):
    if not enviar:
        messages.success(request, "Borrador guardado. Solo tú lo ves.")
        return redirect(f"{reverse('informe_final')}?anio={informe.anio}")
    services.enviar_informe(informe=informe, por=request.user)
    messages.success(request, "Informe enviado. El formador ya puede leerlo; sus cifras quedaron fijas.")
    return redirect("informe_detail", informe.pk)


@require_GET
@requiere(permisos.puede_revisar_informes)
def informe_list(request):
    """Every acompañante of the region in alphabetical order; a draft shows as not sent."""
    anio = anio_pedido(request)
    informes = InformeFinal.objects.visibles_para(request.user).filter(anio=anio)
    por_acompanante = {i.acompanante_id: i for i in informes}
    acompanantes = Acompanante.objects.visibles_para(request.user).en_funciones()
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "filas": [
            (a, por_acompanante.get(a.pk))
            for a in acompanantes.select_related("usuario__ugel").order_by(
                "usuario__apellidos", "usuario__nombres"
            )
        ],
        "enviados": len(por_acompanante),
        "quienes": quien_ve_el_informe(),
    }
    return render(request, "visitas/informe_list.html", contexto)


def _informe(request, pk):
    informes = InformeFinal.objects.visibles_para(request.user)
    return get_object_or_404(informes.select_related("acompanante__usuario__ugel"), pk=pk)


def _leer(request, informe, form, status=200):
    contexto = {
        "informe": informe,
        "hoja": hoja_de(informe),
        "pasos": informe.pasos.exclude(que="descargado").select_related("por"),
        "es_formador": request.user.rol == Rol.FORMADOR,
        "form": form,
        "quienes": quien_ve_el_informe(),
    }
    return render(request, "visitas/informe_detail.html", contexto, status=status)


@require_GET
@requiere(permisos.puede_leer_informes)
def informe_detail(request, pk):
    informe = _informe(request, pk)
    return _leer(request, informe, ComentarioDelFormadorForm(initial={"comentario": informe.comentario}))


@require_POST
@requiere(permisos.puede_revisar_informes)
def informe_comentar(request, pk):
    informe = _informe(request, pk)
    form = ComentarioDelFormadorForm(request.POST)
    if not form.is_valid():
        return _leer(request, informe, form, status=422)
    datos = {"informe": informe, "por": request.user, "comentario": form.cleaned_data["comentario"]}
    return _dar_paso(
        request, pk, services.comentar_informe, "Comentario guardado: el informe está leído.", datos
    )


@require_POST
@requiere(permisos.puede_revisar_informes)
def informe_cerrar(request, pk):
    datos = {"informe": _informe(request, pk), "por": request.user}
    return _dar_paso(request, pk, services.cerrar_informe, "Informe cerrado.", datos)


@require_POST
@requiere(permisos.puede_leer_informes)
def informe_reabrir(request, pk):
    """Back to draft, by its author or by the formador, until it is closed."""
    informe = _informe(request, pk)
    datos = {"informe": informe, "por": request.user}
    respuesta = _dar_paso(
        request, pk, services.reabrir_informe, "Informe reabierto: vuelve a estar en borrador.", datos
    )
    if request.user.rol == Rol.FORMADOR:
        return redirect(f"{reverse('informe_list')}?anio={informe.anio}")
    return respuesta


def _dar_paso(request, pk, servicio, frase, datos):
    try:
        servicio(**datos)
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
    else:
        messages.success(request, frase)
    return redirect("informe_detail", pk)
