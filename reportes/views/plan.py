"""The plan on paper: its author's, and the formador's without names."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from acompanamiento.comun.acceso import requiere
from docentes.models import ClaseDeDato, Docente, Rol
from docentes.services import registrar_lectura
from reportes.pdf.plan import renderizar_plan
from visitas.models import DecisionDePlan, EstadoDePlan, Plan, VersionDePlan
from visitas.permisos import puede_leer_versiones_de_plan
from visitas.planes.bloques import bloques_de
from visitas.planes.foto import tomar
from visitas.planes.hoja import hoja_de
from visitas.planes.sin_nombres import SinNombres

DE_LA_VERSION = (EstadoDePlan.ENVIADO, EstadoDePlan.APROBADO)


@requiere(puede_leer_versiones_de_plan)
@require_safe
def plan_pdf(request, pk):
    leer = _sin_nombres if request.user.rol == Rol.FORMADOR else _propio
    plan, version, hoja, leidos = leer(request.user, pk)
    registrar_lectura(usuario=request.user, docentes=leidos, clase=ClaseDeDato.PLAN, pagina=request.path)
    documento = renderizar_plan(
        plan=plan,
        version=version,
        hoja=hoja,
        bloques=bloques_de(hoja, [], clave_de=str),
        pedido_por=request.user,
        pedido_en=timezone.now(),
        sintetico=plan.acompanante.usuario.es_sintetica,
    )
    nombre = f"acompana-plan-{plan.anio}-{f'v{version.numero}' if version else 'borrador'}.pdf"
    return HttpResponse(
        documento.contenido,
        content_type="application/pdf",
        headers={"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{nombre}"'},
    )


def _propio(usuario, pk):
    """The version under review or approved; while it is being written, the plan as it is now."""
    plan = (
        Plan.objects.visibles_para(usuario).filter(pk=pk).select_related("acompanante__usuario__ugel").first()
    )
    if plan is None:
        raise Http404
    version = None
    if plan.estado in DE_LA_VERSION:
        version = _versiones(usuario, plan.pk).exclude(decision=DecisionDePlan.RETIRADA).first()
    docentes = list(Docente.objects.visibles_para(usuario))
    contenido = version.contenido if version else tomar(plan)
    return plan, version, hoja_de(contenido, {str(d.pk): d.nombre_completo for d in docentes}), docentes


def _sin_nombres(usuario, pk):
    version = _versiones(usuario, pk).first()
    if version is None:
        raise Http404
    anonimo = SinNombres(version.plan)
    hoja = hoja_de(anonimo.contenido(version), anonimo.rotulos)
    return version.plan, version, hoja, list(version.docentes.all())


def _versiones(usuario, plan_id):
    versiones = VersionDePlan.objects.visibles_para(usuario).filter(plan=plan_id).order_by("-numero")
    return versiones.select_related("plan__acompanante__usuario__ugel", "revisada_por")
