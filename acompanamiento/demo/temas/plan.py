"""Plans of two years: the past one approved, this one in every state. Ana's was approved at its second version."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta

from acompanamiento.comun.canonico import canonico, huella
from docentes.models import Docente, Rol, Usuario
from visitas.estrategias import proponer
from visitas.models import (
    ActividadDePlan,
    ComentarioDePlan,
    DecisionDePlan,
    EstadoDePlan,
    LineaDePlan,
    MetaDePlan,
    Plan,
    SeccionDePlan,
    VersionDePlan,
)
from visitas.partida import hechos, metas_propuestas, partida_de
from visitas.planes.foto import tomar
from visitas.services.plan import EVALUACION, OBJETIVO, OBJETIVOS, RECURSOS, situacion_de

from ..azar import id_de, pesado, suerte
from ..calendario import a_las
from .necesidades import asegurar_necesidades

# What became of the plans of the year in course: {course: weight}.
RUMBOS = {"aprobado": 9, "aprobado-2": 7, "enviado": 4, "observado": 3, "borrador": 2, "ninguno": 2}
OBSERVACIONES = (
    (
        SeccionDePlan.METAS,
        "Revisa que toda meta diga de dónde parte: con ese dato se verá mejor el avance.",
    ),
    (
        SeccionDePlan.RECURSOS,
        "Detalla cómo se coordinará el local de las sesiones grupales.",
    ),
)
SOBRE_LA_MATRIZ = "La estrategia responde bien a la necesidad. Agrega una actividad entre visitas, para que no dependa solo de ti."
RESPUESTA = "De acuerdo: agregué la coordinación del local con las escuelas sede."


@dataclass
class _Filas:
    planes: list = field(default_factory=list)
    metas: list = field(default_factory=list)
    lineas: list = field(default_factory=list)
    actividades: list = field(default_factory=list)
    versiones: list = field(default_factory=list)
    docentes: list = field(default_factory=list)
    comentarios: list = field(default_factory=list)

    def guardar(self):
        creados = [p.creado_en for p in self.planes]
        for modelo, filas in (
            (Plan, self.planes),
            (MetaDePlan, self.metas),
            (LineaDePlan, self.lineas),
            (ActividadDePlan, self.actividades),
        ):
            modelo.objects.bulk_create(filas, batch_size=1000)
        for plan, creado in zip(self.planes, creados, strict=True):
            plan.creado_en = creado
        Plan.objects.bulk_update(self.planes, ["creado_en"])

    def guardar_versiones(self):
        VersionDePlan.objects.bulk_create(self.versiones, batch_size=500)
        VersionDePlan.docentes.through.objects.bulk_create(self.docentes, batch_size=1000)
        ComentarioDePlan.objects.bulk_create(self.comentarios, batch_size=500)
        Plan.objects.bulk_update(
            self.planes, ["estado", "version", "enviado_en", "revisado_en", "revisado_por"]
        )


def cargar(carteras, reloj):
    necesidades = asegurar_necesidades(carteras, reloj)
    formador = Usuario.objects.filter(rol=Rol.FORMADOR).order_by("username").first()
    filas, rumbos = _Filas(), {}
    for anio in reloj.anios:
        for cartera in carteras:
            rumbo = _rumbo(cartera, anio.anio, reloj)
            docentes = _docentes(cartera, anio.anio)
            if rumbo != "ninguno" and docentes:
                plan = _planear(filas, cartera, anio, docentes, necesidades)
                rumbos[plan.pk] = rumbo
    filas.guardar()
    for plan in filas.planes:
        _enviar(filas, plan, rumbos[plan.pk], formador, reloj)
    filas.guardar_versiones()


def _rumbo(cartera, anio, reloj):
    if cartera.es_de_ana:
        return "aprobado-2"
    if anio != reloj.anio.anio:
        return "aprobado"
    if reloj.hoy < date(anio, 6, 1):
        return "borrador"
    return pesado(suerte("plan-rumbo", cartera.acompanante.usuario.username, anio), RUMBOS)


def _docentes(cartera, anio):
    """Those whom the acompañante of the caseload accompanied in the year from the start."""
    return [
        d
        for d in cartera.docentes
        if (t := cartera.tramos_de(d)[0]).acompanante == cartera.acompanante
        and t.asignacion.desde.year <= anio
        and (t.asignacion.hasta is None or t.asignacion.hasta.year >= anio)
    ]


def _planear(filas, cartera, anio, docentes, necesidades):
    suyos = Docente.objects.filter(pk__in=[d.pk for d in docentes])
    partida = partida_de(suyos, anio.anio, cartera.acompanante.usuario)
    azar = suerte("plan-de-anio", cartera.acompanante.usuario.username, anio.anio)
    creado = a_las(date(anio.anio, 4, 27), 9)
    plan = Plan(
        id=id_de(azar, creado),
        acompanante=cartera.acompanante,
        anio=anio.anio,
        caracterizacion=hechos(partida),
        objetivo=OBJETIVO,
        objetivos=OBJETIVOS,
        recursos=RECURSOS,
        evaluacion=EVALUACION,
        creado_en=creado,
    )
    filas.planes.append(plan)
    filas.metas += [
        MetaDePlan(plan=plan, orden=n, **meta) for n, meta in enumerate(metas_propuestas(partida), start=1)
    ]
    for docente in docentes:
        for necesidad in necesidades.get((docente.pk, anio.anio), []):
            _linea(filas, plan, docente, necesidad, partida, anio, azar)
    return plan


def _linea(filas, plan, docente, necesidad, partida, anio, azar):
    propuesta = proponer(situacion_de(docente, necesidad, partida))
    linea = LineaDePlan(
        id=id_de(azar, plan.creado_en),
        plan=plan,
        docente=docente,
        necesidad=necesidad,
        orden=necesidad.prioridad,
        estrategia=propuesta.texto,
        razon=propuesta.razon,
        sugerida=propuesta.codigo,
    )
    filas.lineas.append(linea)
    for orden, actividad in enumerate(propuesta.actividades, start=1):
        desde, hasta = actividad.plazo(anio.anio, hasta=anio.fin)
        filas.actividades.append(
            ActividadDePlan(
                linea=linea, orden=orden, tipo=actividad.tipo, que=actividad.que, desde=desde, hasta=hasta
            )
        )


def _enviar(filas, plan, rumbo, formador, reloj):
    """Give the plan the versions of its course, as long as their days have come."""
    azar = suerte("plan-envios", plan.acompanante.usuario.username, plan.anio)
    primero = date(plan.anio, 5, 4) + timedelta(days=azar.randint(0, 10))
    if rumbo == "borrador" or primero + timedelta(days=9) > reloj.hoy:
        return
    contenido = tomar(plan)
    dos = rumbo == "aprobado-2"
    decision = {
        "enviado": DecisionDePlan.PENDIENTE,
        "observado": DecisionDePlan.OBSERVADA,
        "aprobado-2": DecisionDePlan.OBSERVADA,
    }.get(rumbo, DecisionDePlan.APROBADA)
    version = _version(
        filas, plan, _menos_completo(contenido) if dos else contenido, decision, primero, formador
    )
    if decision == DecisionDePlan.OBSERVADA:
        _observar(filas, version, contenido, primero + timedelta(days=3), formador, responde=dos)
    if dos:
        _version(filas, plan, contenido, DecisionDePlan.APROBADA, primero + timedelta(days=6), formador)


def _menos_completo(contenido):
    """What the first version lacked: the origin of a goal, an activity and the last line of the resources."""
    antes = deepcopy(contenido)
    antes["secciones"]["recursos"] = antes["secciones"]["recursos"].rsplit("\n", 1)[0]
    for meta in antes["metas"][-1:]:
        meta["partida"] = ""
    for docente in antes["docentes"][:2]:
        for linea in docente["lineas"][:1]:
            linea["actividades"] = linea["actividades"][:-1]
    return antes


def _version(filas, plan, contenido, decision, dia, formador):
    texto = canonico(contenido)
    revisada = decision in (DecisionDePlan.OBSERVADA, DecisionDePlan.APROBADA)
    revisada_en = a_las(dia + timedelta(days=3), 16) if revisada else None
    version = VersionDePlan(
        id=id_de(suerte("plan-version", plan.pk, plan.version + 1), a_las(dia, 17)),
        plan=plan,
        numero=plan.version + 1,
        texto=texto,
        huella=huella(texto),
        enviada_en=a_las(dia, 17),
        enviada_por=plan.acompanante.usuario,
        decision=decision,
        revisada_en=revisada_en,
        revisada_por=formador if revisada else None,
    )
    filas.versiones.append(version)
    filas.docentes += [
        VersionDePlan.docentes.through(versiondeplan_id=version.pk, docente_id=d["docente"])
        for d in contenido["docentes"]
    ]
    plan.version, plan.enviado_en = version.numero, version.enviada_en
    plan.revisado_en, plan.revisado_por = revisada_en, version.revisada_por
    plan.estado = {
        DecisionDePlan.PENDIENTE: EstadoDePlan.ENVIADO,
        DecisionDePlan.OBSERVADA: EstadoDePlan.OBSERVADO,
        DecisionDePlan.APROBADA: EstadoDePlan.APROBADO,
    }[decision]
    return version


def _observar(filas, version, contenido, dia, formador, *, responde):
    azar = suerte("plan-comentarios", version.pk)

    def comentar(seccion, texto, autor, hora, docente=None):
        momento = a_las(dia, hora)
        filas.comentarios.append(
            ComentarioDePlan(
                id=id_de(azar, momento),
                version=version,
                seccion=seccion,
                docente_id=docente,
                autor=autor,
                texto=texto,
                momento=momento,
            )
        )

    for seccion, texto in OBSERVACIONES:
        comentar(seccion, texto, formador, 15)
    if contenido["docentes"]:
        comentar(SeccionDePlan.MATRIZ, SOBRE_LA_MATRIZ, formador, 15, contenido["docentes"][0]["docente"])
    if responde:
        comentar(SeccionDePlan.RECURSOS, RESPUESTA, version.enviada_por, 19)
