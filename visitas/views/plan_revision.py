"""The versions of a plan: for who wrote it, and for the formador, who reads them without names and decides."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from acompanamiento.comun.acceso import requiere
from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from escuelas.models import Ugel
from visitas import permisos, services
from visitas.forms.plan import FiltroDePlanes, RevisionForm
from visitas.models import ComentarioDePlan, DecisionDePlan, VersionDePlan
from visitas.planes.bloques import bloques_de
from visitas.planes.cambios import cambios
from visitas.planes.hoja import hoja_de
from visitas.planes.sin_nombres import SinNombres
from visitas.quienes import quien_ve_el_plan, quien_ve_la_revision_del_plan

from .anio import anio_pedido, anios_de

POR_PAGINA = 25


@requiere(permisos.puede_revisar_planes)
@require_safe
def plan_list(request):
    anio = anio_pedido(request)
    ugeles = Ugel.objects.visibles_para(request.user)
    filtro = FiltroDePlanes(request.GET, ugeles=ugeles)
    todos = _con_su_version(request.user, anio)
    pagina = Paginator(_filtrados(todos, filtro), POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {
        "anio": anio,
        "anios": anios_de(request),
        "filtro": filtro,
        "hay_filtro": bool(filtro.elegido("ugel") or filtro.elegido("estado")),
        "pagina": pagina,
        "por_revisar": todos.filter(decision=DecisionDePlan.PENDIENTE).count(),
        "sin_enviar": todos.filter(version=None).count(),
        "decisiones": DecisionDePlan,
        "quienes": quien_ve_la_revision_del_plan(),
    }
    return render(request, "visitas/plan_list.html", contexto)


def _con_su_version(usuario, anio):
    """The region's acompañantes with the last version that each sent: `version`, `numero`, `decision`, `enviada_en`."""
    suyas = VersionDePlan.objects.visibles_para(usuario).filter(
        plan__acompanante=OuterRef("pk"), plan__anio=anio
    )
    ultima = suyas.order_by("-numero")
    acompanantes = Acompanante.objects.visibles_para(usuario).en_funciones()
    return acompanantes.select_related("usuario__ugel").annotate(
        version=Subquery(ultima.values("pk")[:1]),
        numero=Subquery(ultima.values("numero")[:1]),
        decision=Subquery(ultima.values("decision")[:1]),
        enviada_en=Subquery(ultima.values("enviada_en")[:1]),
    )


def _filtrados(acompanantes, filtro):
    if ugel := filtro.elegido("ugel"):
        acompanantes = acompanantes.filter(usuario__ugel__codigo=ugel)
    if estado := filtro.elegido("estado"):
        cual = {"version": None} if estado == "sin" else {"decision": estado}
        acompanantes = acompanantes.filter(**cual)
    return acompanantes.order_by("usuario__apellidos", "usuario__nombres", "pk")


@requiere(permisos.puede_revisar_planes)
@require_safe
def plan_revisar(request, pk):
    return _pagina_de_revision(request, _version(request, pk))


@requiere(permisos.puede_revisar_planes)
@require_POST
def plan_observar(request, pk):
    return _decidir(
        request, pk, services.observar_plan, "Devolviste el plan con tus observaciones. Su autor ya las lee."
    )


@requiere(permisos.puede_revisar_planes)
@require_POST
def plan_aprobar(request, pk):
    return _decidir(request, pk, services.aprobar_plan, "Aprobaste el plan. Su autor ya lo sabe.")


def _decidir(request, pk, servicio, hecho):
    version = _version(request, pk)
    anonimo = SinNombres(version.plan)
    hoja = hoja_de(anonimo.contenido(version), anonimo.rotulos)
    form = RevisionForm(request.POST, claves=[f.clave for f in hoja.fichas])
    if form.is_valid():
        comentarios = [c | {"docente": anonimo.docente_de(c.pop("clave"))} for c in form.comentarios()]
        try:
            servicio(version=version, comentarios=comentarios, por=request.user)
        except Rechazo as rechazo:
            form.add_error(None, rechazo.mensaje)
        else:
            messages.success(request, hecho)
            return redirect(f"{reverse('plan_list')}?anio={version.plan.anio}")
    return _pagina_de_revision(request, version, form, status=422)


def _version(request, pk):
    versiones = VersionDePlan.objects.visibles_para(request.user)
    return get_object_or_404(
        versiones.select_related("plan__acompanante__usuario__ugel", "revisada_por"), pk=pk
    )


def _pagina_de_revision(request, version, form=None, status=200):
    _registrar(request, version)
    anonimo = SinNombres(version.plan)
    hoja = hoja_de(anonimo.contenido(version), anonimo.rotulos)
    if version.decision == DecisionDePlan.PENDIENTE:
        form = form or RevisionForm(claves=[f.clave for f in hoja.fichas])
    comentarios = ComentarioDePlan.objects.visibles_para(request.user).filter(version=version)
    contexto = {
        "version": version,
        "hoja": hoja,
        "form": form,
        "bloques": bloques_de(
            hoja,
            comentarios.select_related("autor", "version"),
            clave_de=anonimo.letra,
            form=form if version.decision == DecisionDePlan.PENDIENTE else None,
            borrar=anonimo.borrar,
        ),
        "quienes": quien_ve_la_revision_del_plan(),
    }
    return render(request, "visitas/plan_revisar.html", contexto, status=status)


def _registrar(request, *versiones):
    """Whoever reads a version reads something of each teacher in it: the formador of all, its author of own ones."""
    leidos = {d for v in versiones for d in v.docentes.all()}
    if request.user.rol == Rol.ACOMPANANTE:
        leidos &= set(Docente.objects.visibles_para(request.user))
    registrar_lectura(usuario=request.user, docentes=leidos, clase=ClaseDeDato.PLAN, pagina=request.path)


@requiere(permisos.puede_leer_versiones_de_plan)
@require_safe
def plan_versiones(request, pk):
    versiones = VersionDePlan.objects.visibles_para(request.user).filter(plan=pk)
    versiones = get_list_or_404(
        versiones.select_related("plan__acompanante__usuario", "revisada_por").prefetch_related("docentes")
    )
    anterior, actual = _dos_a_comparar(request, versiones)
    contexto = {
        "plan": versiones[0].plan,
        "versiones": versiones,
        "anterior": anterior,
        "actual": actual,
        "es_formador": request.user.rol == Rol.FORMADOR,
    }
    if anterior:
        _registrar(request, anterior, actual)
        contexto["cambios"] = _cambios(request.user, anterior, actual)
    contexto["quienes"] = quien_ve_la_revision_del_plan() if contexto["es_formador"] else quien_ve_el_plan()
    return render(request, "visitas/plan_versiones.html", contexto)


def _dos_a_comparar(request, versiones):
    """The two asked for with ?de=1&a=2; without them, the last two. (None, None) when there is only one."""
    de_numero = {str(v.numero): v for v in versiones}
    pedidas = [de_numero.get(request.GET.get(c, "")) for c in ("de", "a")]
    if all(pedidas):
        return sorted(pedidas, key=lambda v: v.numero)
    return (versiones[1], versiones[0]) if len(versiones) > 1 else (None, None)


def _cambios(usuario, anterior, actual):
    if usuario.rol == Rol.FORMADOR:
        anonimo = SinNombres(actual.plan)
        return cambios(anonimo.contenido(anterior), anonimo.contenido(actual), anonimo.rotulos)
    rotulos = {str(d.pk): d.nombre_completo for d in Docente.objects.visibles_para(usuario)}
    return cambios(anterior.contenido, actual.contenido, rotulos)


@requiere(permisos.puede_planificar)
@require_safe
def plan_version(request, pk):
    version = _version(request, pk)
    leidos = Docente.objects.visibles_para(request.user).filter(pk__in=version.docentes.values("pk"))
    registrar_lectura(usuario=request.user, docentes=leidos, clase=ClaseDeDato.PLAN, pagina=request.path)
    hoja = hoja_de(version.contenido, {str(d.pk): d.nombre_de_lista for d in leidos})
    comentarios = ComentarioDePlan.objects.visibles_para(request.user).filter(version=version)
    contexto = {
        "version": version,
        "hoja": hoja,
        "bloques": bloques_de(hoja, comentarios.select_related("autor", "version"), clave_de=str),
        "quienes": quien_ve_el_plan(),
    }
    return render(request, "visitas/plan_version.html", contexto)
