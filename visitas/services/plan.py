"""Writing the plan: the draft born from the baseline, its general sections and each teacher's matrix."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Docente
from visitas.estrategias import Situacion, aula_de, proponer
from visitas.models import ActividadDePlan, AnioEscolar, EstadoDePlan, LineaDePlan, MetaDePlan, Plan
from visitas.partida import hechos, metas_propuestas, partida_de

OBJETIVO = (
    "Acompañar a cada docente para que, desde la reflexión sobre su propia práctica, mejore lo que sus estudiantes "
    "aprenden, con estrategias según la situación de cada aula."
)
OBJETIVOS = (
    "Trabajar con cada docente sus necesidades priorizadas, una por vez, y verificar cada compromiso en la visita "
    "siguiente.\nReunir a los docentes de escuelas vecinas para analizar juntos su práctica.\n"
    "Acercar a los docentes materiales y experiencias que respondan a su tipo de aula."
)
RECURSOS = (
    "Movilidad para las rutas del año.\nPapelotes, plumones y material de la zona para los microtalleres.\n"
    "Local y refrigerio para las sesiones grupales, coordinados con las escuelas sede."
)
EVALUACION = (
    "En cada visita, con la verificación de los compromisos de la anterior. Al cierre de cada bimestre, con el avance "
    "de visitas y sesiones. En noviembre y diciembre, con la visita de cierre y la línea de base de fin de año."
)


class PlanRechazado(Rechazo):
    """Something that the plan's state or its rules do not allow."""

    codigo = "PLAN"


@transaction.atomic
def preparar_plan(*, acompanante, anio: int) -> Plan:
    """Make the draft of the year, with facts, goals and a suggested line for each need. Raises PlanRechazado."""
    docentes = Docente.objects.visibles_para(acompanante.usuario)
    if not AnioEscolar.objects.filter(pk=anio).exists():
        raise PlanRechazado(
            f"El año escolar {anio} no está en los catálogos. Pide a la administración técnica que lo cargue."
        )
    if not docentes.exists():
        raise PlanRechazado(
            "Aún no tienes docentes asignados. La coordinación regional los asigna; después podrás preparar tu plan."
        )
    partida = partida_de(docentes, anio, acompanante.usuario)
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                acompanante=acompanante,
                anio=anio,
                caracterizacion=hechos(partida),
                objetivo=OBJETIVO,
                objetivos=OBJETIVOS,
                recursos=RECURSOS,
                evaluacion=EVALUACION,
            )
    except IntegrityError as error:
        raise PlanRechazado(f"Ya tienes un plan de {anio}. Ábrelo para seguir.") from error
    MetaDePlan.objects.bulk_create(
        MetaDePlan(plan=plan, orden=orden, **meta)
        for orden, meta in enumerate(metas_propuestas(partida), start=1)
    )
    _agregar_lineas(plan, partida, partida.necesidades)
    return plan


@transaction.atomic
def proponer_lineas(*, plan, docente) -> int:
    """Add a suggested line for each need of the teacher that has none, and return how many."""
    plan = tomar_editable(plan)
    partida = partida_de(Docente.objects.filter(pk=docente.pk), plan.anio, plan.acompanante.usuario)
    cubiertas = set(plan.lineas.filter(docente=docente).values_list("necesidad", flat=True))
    return _agregar_lineas(plan, partida, [n for n in partida.necesidades if n.pk not in cubiertas])


def _agregar_lineas(plan, partida, necesidades) -> int:
    temporada = AnioEscolar.objects.filter(pk=plan.anio).first()
    docentes = {d.pk: d for d in partida.docentes}
    lineas, actividades = [], []
    for necesidad in necesidades:
        propuesta = proponer(situacion_de(docentes[necesidad.docente_id], necesidad, partida))
        linea = LineaDePlan(
            plan=plan,
            docente_id=necesidad.docente_id,
            necesidad=necesidad,
            orden=necesidad.prioridad,
            estrategia=propuesta.texto,
            razon=propuesta.razon,
            sugerida=propuesta.codigo,
        )
        lineas.append(linea)
        actividades += _actividades(linea, propuesta, temporada)
    LineaDePlan.objects.bulk_create(lineas)
    ActividadDePlan.objects.bulk_create(actividades)
    return len(lineas)


def situacion_de(docente, necesidad, partida) -> Situacion:
    """Return the pattern of the baseline that a need stands in."""
    return Situacion(
        competencia=necesidad.competencia.numero,
        aula=aula_de(docente.escuela.modalidad, docente.grados),
        nivel=partida.niveles.get((necesidad.visita_id, necesidad.competencia_id), 0),
        lenguas=partida.lenguas.get(docente.escuela_id, frozenset()),
    )


def _actividades(linea, propuesta, temporada):
    hoy = timezone.localdate()
    desde = hoy if temporada and hoy.year == temporada.anio else None
    for orden, actividad in enumerate(propuesta.actividades, start=1):
        primero, ultimo = actividad.plazo(linea.plan.anio, desde, temporada.fin if temporada else None)
        yield ActividadDePlan(
            linea=linea, orden=orden, tipo=actividad.tipo, que=actividad.que, desde=primero, hasta=ultimo
        )


@transaction.atomic
def guardar_generales(*, plan, textos: dict, metas: list[dict]) -> Plan:
    """Replace the general sections and the goals. `metas` keep their `id`; those left out are erased."""
    plan = tomar_editable(plan)
    for campo, texto in textos.items():
        setattr(plan, campo, texto)
    plan.save()
    actuales = {m.pk: m for m in plan.metas.all()}
    plan.metas.exclude(pk__in=[m["id"] for m in metas if m["id"] in actuales]).delete()
    for orden, datos in enumerate(metas, start=1):
        meta = actuales.get(datos["id"]) or MetaDePlan(plan=plan)
        meta.orden = orden
        meta.indicador, meta.partida, meta.meta = datos["indicador"], datos["partida"], datos["meta"]
        meta.save()
    return plan


@transaction.atomic
def guardar_matriz(*, plan, docente, lineas: list[dict]) -> Plan:
    """Replace a teacher's matrix. Lines and activities keep their `id`; those left out are erased.

    `sugerida` stays on a line that was edited: it says where the line came from.
    """
    plan = tomar_editable(plan)
    actuales = {f.pk: f for f in plan.lineas.filter(docente=docente).prefetch_related("actividades")}
    plan.lineas.filter(docente=docente).exclude(
        pk__in=[f["id"] for f in lineas if f["id"] in actuales]
    ).delete()
    for orden, datos in enumerate(lineas, start=1):
        linea = actuales.get(datos["id"]) or LineaDePlan(plan=plan, docente=docente)
        linea.orden = orden
        linea.necesidad = datos["necesidad"]
        linea.estrategia, linea.razon = datos["estrategia"], datos["razon"]
        linea.save()
        _guardar_actividades(linea, datos["actividades"], nueva=datos["id"] not in actuales)
    plan.save(update_fields=["guardado_en"])
    return plan


def _guardar_actividades(linea, datos, *, nueva):
    actuales = {} if nueva else {a.pk: a for a in linea.actividades.all()}
    if actuales:
        linea.actividades.exclude(pk__in=[d["id"] for d in datos if d["id"] in actuales]).delete()
    for orden, dato in enumerate(datos, start=1):
        actividad = actuales.get(dato["id"]) or ActividadDePlan(linea=linea)
        actividad.orden = orden
        for campo in ("tipo", "que", "desde", "hasta"):
            setattr(actividad, campo, dato[campo])
        actividad.save()


def tomar_editable(plan) -> Plan:
    """Lock the plan, so that it is not sent while it is being written. Raises PlanRechazado."""
    plan = Plan.objects.select_for_update(of=["self"]).get(pk=plan.pk)
    if plan.estado == EstadoDePlan.ENVIADO:
        raise PlanRechazado(
            "El plan está enviado y no se edita. Retira el envío, o espera la revisión del formador."
        )
    if plan.estado == EstadoDePlan.APROBADO:
        raise PlanRechazado("El plan está aprobado y no se edita. Abre una nueva versión para cambiarlo.")
    return plan
