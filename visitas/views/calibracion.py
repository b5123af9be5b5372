"""Calibration: the formador's exercises, each acompañante's answer, and the agreement once closed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Rol
from visitas import papel, permisos, services
from visitas.acuerdo import LECCIONES_MINIMAS, PARES_MINIMOS
from visitas.calibracion import RESPUESTAS_PARA_MOSTRAR_RAZONES, Resumen
from visitas.forms.calibracion import EjercicioForm, RespuestaForm
from visitas.models import Competencia, EjercicioDeCalibracion, Instrumento, RespuestaDeCalibracion
from visitas.quienes import quien_ve_la_calibracion

from .vista import es_del_papel, mostrar, volver_a

POR_PAGINA = 25


def _ejercicios(request):
    return EjercicioDeCalibracion.objects.visibles_para(request.user).select_related("instrumento")


def _ejercicio(request, pk):
    return get_object_or_404(_ejercicios(request), pk=pk)


@requiere(permisos.puede_calibrar)
def calibracion_list(request):
    enviadas = Count("respuestas", filter=Q(respuestas__enviada_en__isnull=False))
    ejercicios = _ejercicios(request).annotate(enviadas=enviadas).order_by("-abre", "titulo", "pk")
    pagina = Paginator(ejercicios, POR_PAGINA).get_page(request.GET.get("pagina"))
    mias = RespuestaDeCalibracion.objects.visibles_para(request.user).filter(ejercicio__in=list(pagina))
    respondidos = set(mias.filter(enviada_en__isnull=False).values_list("ejercicio", flat=True))
    contexto = {
        "pagina": pagina,
        "respondidos": respondidos,
        "es_formador": request.user.rol == Rol.FORMADOR,
        "quienes": quien_ve_la_calibracion(request.user),
    }
    return render(request, "visitas/calibracion_list.html", contexto)


@requiere(permisos.puede_preparar_calibracion)
def calibracion_crear(request):
    instrumento = Instrumento.objects.visibles_para(request.user).vigente()
    if instrumento is None:
        raise Http404
    return _editar(request, EjercicioForm(request.POST or None, instrumento=instrumento))


@requiere(permisos.puede_preparar_calibracion)
def calibracion_editar(request, pk):
    ejercicio = _ejercicio(request, pk)
    form = EjercicioForm(request.POST or None, instrumento=ejercicio.instrumento, ejercicio=ejercicio)
    return _editar(request, form, ejercicio)


def _editar(request, form, ejercicio=None):
    if form.is_valid():
        try:
            guardado = services.guardar_ejercicio(
                por=request.user, datos=form.datos(), referencia=form.niveles(), ejercicio=ejercicio
            )
        except Rechazo as rechazo:
            form.add_error(rechazo.campo or None, rechazo.mensaje)
        else:
            messages.success(request, "Guardaste el ejercicio.")
            return redirect(guardado)
    contexto = {"form": form, "ejercicio": ejercicio, "quienes": quien_ve_la_calibracion(request.user)}
    return render(request, "visitas/calibracion_form.html", contexto)


@requiere(permisos.puede_calibrar)
def calibracion_detail(request, pk):
    ejercicio = _ejercicio(request, pk)
    respuestas = RespuestaDeCalibracion.objects.visibles_para(request.user).filter(ejercicio=ejercicio)
    contexto = {
        "ejercicio": ejercicio,
        "es_formador": request.user.rol == Rol.FORMADOR,
        "mia": respuestas.first() if request.user.rol == Rol.ACOMPANANTE else None,
        "enviadas": respuestas.enviadas().count(),
        "quienes": quien_ve_la_calibracion(request.user),
    }
    return render(request, "visitas/calibracion_detail.html", contexto)


@requiere(permisos.puede_responder_calibracion)
def calibracion_responder(request, pk):
    """Score the lesson. *Guardar* keeps what is typed; *Enviar* runs every rule, once and for good."""
    ejercicio = _ejercicio(request, pk)
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user))
    mias = RespuestaDeCalibracion.objects.visibles_para(request.user).filter(ejercicio=ejercicio)
    mia = mias.first()
    if not ejercicio.abierto or (mia and mia.enviada_en):
        return redirect(ejercicio)
    competencias = Competencia.objects.visibles_para(request.user).filter(instrumento=ejercicio.instrumento)
    competencias = competencias.prefetch_related("descriptores")
    form = RespuestaForm(
        request.POST or None, competencias=competencias, initial=mia.borrador if mia else None
    )
    papel.numerar(papel.CALIBRACION, form)
    if request.method == "POST" and (hecho := _responder(request, form, ejercicio, acompanante)):
        messages.success(request, hecho)
        sigue = es_del_papel(request) and "guardar" in request.POST
        return volver_a(request, "calibracion_responder", pk) if sigue else redirect(ejercicio)
    contexto = {"ejercicio": ejercicio, "form": form, "quienes": quien_ve_la_calibracion(request.user)}
    plantillas = {"pagina": "visitas/calibracion_responder.html", "hoja": "visitas/calibracion_papel.html"}
    return mostrar(request, papel.CALIBRACION, contexto, **plantillas)


def _responder(request, form, ejercicio, acompanante) -> str:
    """Return what was done in words; "" when the page must come again with what is wrong."""
    quien = {"ejercicio": ejercicio, "acompanante": acompanante}
    try:
        if "guardar" in request.POST:
            services.guardar_respuesta(**quien, valores=form.valores())
            return "Guardaste tu avance. Nadie lo ve hasta que lo envíes."
        if form.is_valid():
            services.enviar_respuesta(**quien, niveles=form.niveles())
            return "Enviaste tu lectura. Cuando el ejercicio cierre, verás cómo leyó el grupo."
    except Rechazo as rechazo:
        form.add_error(None, rechazo.mensaje)
    return ""


@requiere(permisos.puede_calibrar)
def calibracion_acuerdo(request, pk):
    ejercicio = _ejercicio(request, pk)
    if not ejercicio.cerrado:
        messages.info(
            request, "El acuerdo se ve cuando el ejercicio cierra: hasta entonces cada quien lee solo."
        )
        return redirect(ejercicio)
    es_formador = request.user.rol == Rol.FORMADOR
    propio = None if es_formador else Acompanante.objects.visibles_para(request.user).first()
    resumen = Resumen(ejercicio, propio)
    contexto = {
        "ejercicio": ejercicio,
        "es_formador": es_formador,
        "respuestas": resumen.respuestas,
        "con_referencia": bool(resumen.referencia),
        "general": resumen.general(),
        "lecturas": resumen.lecturas(),
        "personas": [p for p in resumen.personas() if es_formador or p.acompanante == propio],
        "muestra_razones": resumen.muestra_razones,
        "minimos": {
            "lecciones": LECCIONES_MINIMAS,
            "pares": PARES_MINIMOS,
            "razones": RESPUESTAS_PARA_MOSTRAR_RAZONES,
        },
        "quienes": quien_ve_la_calibracion(request.user),
    }
    return render(request, "visitas/calibracion_acuerdo.html", contexto)
