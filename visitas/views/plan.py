"""The acompañante's plan: prepare it, write it, send it, follow it. And the teacher's own part of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, ClaseDeDato, Docente
from docentes.services import registrar_lectura
from visitas import permisos, services
from visitas.avance_de_plan import avance_de
from visitas.forms.plan import GeneralesForm, Matriz, RespuestaForm, metas_de
from visitas.models import (
    ComentarioDePlan,
    LineaDePlan,
    Necesidad,
    Plan,
    VersionDePlan,
)
from visitas.planes.bloques import bloques_de
from visitas.planes.faltas import faltas_de
from visitas.planes.foto import SECCIONES, tomar
from visitas.planes.hoja import ficha_de, hoja_de
from visitas.quienes import quien_ve_el_plan, quien_ve_su_matriz

from .anio import anio_pedido, anios_de


@requiere(permisos.puede_planificar)
@require_safe
def plan(request):
    anio = anio_pedido(request)
    docentes = list(Docente.objects.visibles_para(request.user).select_related("escuela"))
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "hoy": timezone.localdate(),
        "docentes": docentes,
        "docentes_url": reverse("docente_list"),
        "quienes": quien_ve_el_plan(),
    }
    propio = _propio(request.user, anio)
    if propio is not None:
        registrar_lectura(
            usuario=request.user, docentes=docentes, clase=ClaseDeDato.PLAN, pagina=request.path
        )
        contexto |= _del_plan(request.user, propio, docentes)
    return render(request, "visitas/plan.html", contexto)


def _propio(usuario, anio):
    """The plan of the year, with whose eyes its needs are read (planes.tomar)."""
    return (
        Plan.objects.visibles_para(usuario).filter(anio=anio).select_related("acompanante__usuario").first()
    )


def _del_plan(usuario, propio, docentes) -> dict:
    contenido = tomar(propio)
    hoja = hoja_de(contenido, {str(d.pk): d.nombre_de_lista for d in docentes})
    avance = avance_de(propio, contenido, [str(d.pk) for d in docentes], timezone.localdate())
    fichas = {f.clave: f for f in hoja.fichas}
    versiones = list(VersionDePlan.objects.visibles_para(usuario).filter(plan=propio).defer("texto"))
    comentarios = _comentarios(usuario, propio) if propio.version else []
    return {
        "plan": propio,
        "hoja": hoja,
        "bloques": bloques_de(hoja, comentarios, clave_de=str),
        "avance": avance.total,
        "filas": [(d, fichas.get(str(d.pk)), avance.por_docente[str(d.pk)]) for d in docentes],
        "faltas": faltas_de(propio, contenido, docentes) if propio.editable else [],
        "versiones": versiones,
        "ultima": versiones[0] if versiones else None,
        "respuesta": RespuestaForm() if comentarios else None,
    }


def _comentarios(usuario, propio):
    comentarios = ComentarioDePlan.objects.visibles_para(usuario).filter(version__plan=propio)
    return list(comentarios.filter(version__numero=propio.version).select_related("autor", "version"))


@requiere(permisos.puede_planificar)
@require_POST
def plan_preparar(request):
    acompanante = get_object_or_404(Acompanante.objects.visibles_para(request.user).select_related("usuario"))
    anio = anio_pedido(request)
    _intentar(
        request,
        services.preparar_plan,
        "Tu borrador está listo, con lo que ya dice la línea de base. Revísalo y cámbialo como haga falta.",
        acompanante=acompanante,
        anio=anio,
    )
    return _al_plan(anio)


@requiere(permisos.puede_planificar)
@require_http_methods(["GET", "POST"])
def plan_editar(request, pk):
    propio = get_object_or_404(Plan.objects.visibles_para(request.user), pk=pk)
    datos = request.POST or None
    form = GeneralesForm(datos, initial={campo: getattr(propio, campo) for campo in SECCIONES})
    metas = metas_de(propio, datos, una_mas=request.GET.get("mas") == "meta")
    if datos and all([form.is_valid(), metas.is_valid()]):
        if _intentar(
            request,
            services.guardar_generales,
            "Guardaste las secciones generales.",
            plan=propio,
            textos=form.cleaned_data,
            metas=metas.filas,
        ):
            return _despues(request, reverse("plan_editar", args=[pk]), propio.anio, "meta", "metas")
        propio.refresh_from_db()
    registrar_lectura(
        usuario=request.user,
        docentes=Docente.objects.visibles_para(request.user),
        clase=ClaseDeDato.PLAN,
        pagina=request.path,
    )
    contexto = {
        "plan": propio,
        "form": form,
        "metas": metas,
        "con_errores": [f for f in (form, *metas) if f.is_bound and f.errors],
        "quienes": quien_ve_el_plan(),
    }
    return render(request, "visitas/plan_form.html", contexto)


@requiere(permisos.puede_planificar)
@require_http_methods(["GET", "POST"])
def plan_docente(request, pk):
    docentes = Docente.objects.visibles_para(request.user).select_related("escuela__distrito")
    docente = get_object_or_404(docentes, pk=pk)
    anio = anio_pedido(request)
    propio = _propio(request.user, anio)
    if propio is None:
        return _a_preparar_el_plan(request, anio)
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.PLAN, pagina=request.path)
    matriz, lineas, necesidades = _matriz(request, propio, docente)
    if request.method == "POST" and matriz.is_valid():
        if _intentar(
            request,
            services.guardar_matriz,
            f"Guardaste la matriz de {docente.primer_nombre}.",
            plan=propio,
            docente=docente,
            lineas=matriz.datos(),
        ):
            destino = f"{reverse('plan_docente', args=[pk])}?anio={propio.anio}"
            return _despues(request, destino, propio.anio, request.POST.get("agregar", ""), "agregada")
        propio.refresh_from_db()
    cubiertas = {f.necesidad_id for f in lineas}
    contexto = {
        "plan": propio,
        "docente": docente,
        "matriz": matriz,
        "necesidades": necesidades,
        "sin_linea": [n for n in necesidades if n.pk not in cubiertas],
        "ficha": None if propio.editable else _ficha(propio, docente),
        "quienes": quien_ve_el_plan(),
    }
    return render(request, "visitas/plan_docente.html", contexto)


def _a_preparar_el_plan(request, anio):
    aviso = f"Aún no preparas tu plan de {anio}. Prepáralo y tendrá una matriz por docente."
    messages.info(request, aviso)
    return _al_plan(anio)


def _matriz(request, propio, docente):
    lineas = LineaDePlan.objects.visibles_para(request.user).filter(plan=propio, docente=docente)
    lineas = list(lineas.prefetch_related("actividades").order_by("orden", "pk"))
    necesidades = Necesidad.objects.visibles_para(request.user).filter(docente=docente, anio=propio.anio)
    necesidades = necesidades.select_related("competencia").order_by("prioridad", "pk")
    matriz = Matriz(propio, lineas, necesidades, request.POST or None, mas=request.GET.get("mas", ""))
    return matriz, lineas, necesidades


def _ficha(propio, docente):
    datos = {d["docente"]: d for d in tomar(propio)["docentes"]}
    dato = datos.get(str(docente.pk))
    return ficha_de(dato, docente.nombre_completo) if dato else None


@requiere(permisos.puede_planificar)
@require_POST
def plan_proponer(request, pk):
    docente = get_object_or_404(Docente.objects.visibles_para(request.user), pk=pk)
    propio = get_object_or_404(Plan.objects.visibles_para(request.user), anio=anio_pedido(request))
    _intentar(
        request,
        services.proponer_lineas,
        "Cada necesidad tiene ahora una estrategia sugerida, con su razón. Cámbiala como haga falta.",
        plan=propio,
        docente=docente,
    )
    return redirect(f"{reverse('plan_docente', args=[pk])}?anio={propio.anio}")


@requiere(permisos.puede_planificar)
@require_POST
def plan_enviar(request, pk):
    propio = get_object_or_404(Plan.objects.visibles_para(request.user), pk=pk)
    hecho = "Enviaste tu plan al formador. Mientras lo revisa no se edita; puedes retirar el envío."
    _intentar(request, services.enviar_plan, hecho, plan=propio, por=request.user)
    return _al_plan(propio.anio)


@requiere(permisos.puede_planificar)
@require_POST
def plan_retirar(request, pk):
    propio = get_object_or_404(Plan.objects.visibles_para(request.user), pk=pk)
    _intentar(
        request,
        services.retirar_plan,
        "Retiraste el envío. El plan vuelve a ser tuyo para editarlo.",
        plan=propio,
    )
    return _al_plan(propio.anio)


@requiere(permisos.puede_planificar)
@require_POST
def plan_reabrir(request, pk):
    propio = get_object_or_404(Plan.objects.visibles_para(request.user), pk=pk)
    hecho = "Abriste una nueva versión. La aprobada sigue a la vista hasta que el formador apruebe otra."
    _intentar(request, services.abrir_nueva_version, hecho, plan=propio)
    return _al_plan(propio.anio)


@requiere(permisos.puede_planificar)
@require_POST
def plan_comentar(request, pk):
    versiones = VersionDePlan.objects.visibles_para(request.user).select_related("plan")
    version = get_object_or_404(versiones, pk=pk)
    form = RespuestaForm(request.POST)
    if form.is_valid():
        _intentar(
            request,
            services.comentar_plan,
            "Tu respuesta queda junto a la observación.",
            version=version,
            por=request.user,
            **form.cleaned_data,
        )
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return _al_plan(version.plan.anio)


@requiere(permisos.puede_ver_su_plan)
@require_safe
def plan_mio(request):
    anio = anio_pedido(request)
    docente = get_object_or_404(Docente.objects.visibles_para(request.user).select_related("escuela"))
    registrar_lectura(usuario=request.user, docente=docente, clase=ClaseDeDato.PLAN, pagina=request.path)
    versiones = VersionDePlan.objects.parciales_para(request.user).filter(plan__anio=anio)
    version = (
        versiones.select_related("plan__acompanante__usuario").order_by("-enviada_en", "-numero").first()
    )
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "docente": docente,
        "version": version,
        "ficha": _mi_ficha(version, docente),
        "quienes": quien_ve_su_matriz(),
    }
    return render(request, "visitas/plan_mio.html", contexto)


def _mi_ficha(version, docente):
    """Only the own part of the version goes on to the page."""
    if version is None:
        return None
    dato = next(d for d in version.contenido["docentes"] if d["docente"] == str(docente.pk))
    return ficha_de(dato, docente.nombre_completo)


def _intentar(request, servicio, hecho, **con) -> bool:
    """Call a service and tell what came of it."""
    try:
        servicio(**con)
    except Rechazo as rechazo:
        messages.error(request, rechazo.mensaje)
        return False
    messages.success(request, hecho)
    return True


def _al_plan(anio):
    return redirect(f"{reverse('plan')}?anio={anio}")


def _despues(request, pagina, anio, mas, ancla):
    """Back to the plan, or to the same page with one more empty row when it was asked for."""
    if not request.POST.get("agregar"):
        return _al_plan(anio)
    union = "&" if "?" in pagina else "?"
    return redirect(f"{pagina}{union}mas={mas}#{ancla}")
