"""The plan's states: sent, withdrawn, observed, approved, opened again; and the comments on the way."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from docentes.models import Docente
from visitas.models import (
    ComentarioDePlan,
    DecisionDePlan,
    EstadoDePlan,
    Plan,
    SeccionDePlan,
    VersionDePlan,
)
from visitas.planes.faltas import faltas_de
from visitas.planes.foto import tomar

from .plan import PlanRechazado, tomar_editable


@transaction.atomic
def enviar_plan(*, plan, por) -> VersionDePlan:
    """Keep the plan as it is now in a version that does not change, for the formador to review.

    Raises PlanRechazado when something is missing (planes/faltas says what).
    """
    plan = tomar_editable(plan)
    contenido = _de_sus_docentes(tomar(plan), por)
    faltas = faltas_de(plan, contenido, list(Docente.objects.visibles_para(por)))
    if faltas:
        raise PlanRechazado(
            "El plan aún no está completo. " + " ".join(f.texto for f in faltas[:3]), codigo="INCOMPLETO"
        )
    texto = canonico(contenido)
    version = VersionDePlan.objects.create(
        plan=plan, numero=plan.version + 1, texto=texto, huella=huella(texto), enviada_por=por
    )
    version.docentes.set([d["docente"] for d in contenido["docentes"]])
    _pasar_a(plan, EstadoDePlan.ENVIADO, version=version.numero, enviado_en=version.enviada_en)
    return version


def _de_sus_docentes(contenido, usuario):
    """Who is no longer accompanied does not go in what is sent."""
    suyos = {str(pk) for pk in Docente.objects.visibles_para(usuario).values_list("pk", flat=True)}
    contenido["docentes"] = [d for d in contenido["docentes"] if d["docente"] in suyos]
    return contenido


@transaction.atomic
def retirar_plan(*, plan) -> Plan:
    """Undo the sending while nobody has reviewed it; the plan goes back to what it was."""
    plan, version = _tomar_enviado(plan)
    version.decision = DecisionDePlan.RETIRADA
    version.save(update_fields=["decision"])
    observada = plan.versiones.filter(decision=DecisionDePlan.OBSERVADA).exists()
    aprobada = plan.versiones.filter(decision=DecisionDePlan.APROBADA).exists()
    vuelve_a = EstadoDePlan.OBSERVADO if observada and not aprobada else EstadoDePlan.BORRADOR
    return _pasar_a(plan, vuelve_a)


@transaction.atomic
def observar_plan(*, version, comentarios: list[dict], por) -> VersionDePlan:
    """Send a version back with comments. `comentarios` are {"seccion", "texto", "docente": id or None}."""
    plan, version = _tomar_por_revisar(version)
    if not comentarios:
        raise PlanRechazado(
            "Para devolver el plan escribe al menos una observación en su sección, para que se sepa qué mejorar."
        )
    _comentar(version, comentarios, por)
    return _decidir(plan, version, DecisionDePlan.OBSERVADA, EstadoDePlan.OBSERVADO, por)


@transaction.atomic
def aprobar_plan(*, version, comentarios: list[dict], por) -> VersionDePlan:
    """Approve a version, with comments if there are any."""
    plan, version = _tomar_por_revisar(version)
    _comentar(version, comentarios, por)
    return _decidir(plan, version, DecisionDePlan.APROBADA, EstadoDePlan.APROBADO, por)


@transaction.atomic
def abrir_nueva_version(*, plan) -> Plan:
    """Let an approved plan be edited again; the approved version stays readable."""
    plan = Plan.objects.select_for_update(of=["self"]).get(pk=plan.pk)
    if plan.estado != EstadoDePlan.APROBADO:
        raise PlanRechazado("Solo se abre una nueva versión de un plan aprobado. Este aún se puede editar.")
    return _pasar_a(plan, EstadoDePlan.BORRADOR)


@transaction.atomic
def comentar_plan(*, version, seccion: str, texto: str, por) -> ComentarioDePlan:
    """Answer in a section of a version."""
    if seccion not in SeccionDePlan.values:
        raise PlanRechazado("Elige la sección de la lista.", campo="seccion")
    if not texto.strip():
        raise PlanRechazado("Falta el comentario. Escríbelo antes de guardar.", campo="texto")
    return ComentarioDePlan.objects.create(version=version, seccion=seccion, autor=por, texto=texto.strip())


def _tomar_enviado(plan):
    plan = Plan.objects.select_for_update(of=["self"]).get(pk=plan.pk)
    if plan.estado != EstadoDePlan.ENVIADO:
        raise PlanRechazado(f"El plan está {plan.get_estado_display().lower()}: no hay un envío por revisar.")
    return plan, plan.versiones.get(decision=DecisionDePlan.PENDIENTE)


def _tomar_por_revisar(version):
    plan, pendiente = _tomar_enviado(version.plan)
    if pendiente.pk != version.pk:
        raise PlanRechazado(
            f"La versión {version.numero} ya no se revisa: el plan va por la {pendiente.numero}."
        )
    return plan, pendiente


def _comentar(version, comentarios, por):
    ComentarioDePlan.objects.bulk_create(
        ComentarioDePlan(
            version=version, seccion=c["seccion"], docente_id=c["docente"], texto=c["texto"], autor=por
        )
        for c in comentarios
    )


def _decidir(plan, version, decision, estado, por):
    ahora = timezone.now()
    version.decision, version.revisada_en, version.revisada_por = decision, ahora, por
    version.save(update_fields=["decision", "revisada_en", "revisada_por"])
    _pasar_a(plan, estado, revisado_en=ahora, revisado_por=por)
    return version


def _pasar_a(plan, estado, **campos):
    plan.estado = estado
    for campo, valor in campos.items():
        setattr(plan, campo, valor)
    plan.save(update_fields=["estado", *campos])
    return plan
