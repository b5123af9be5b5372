"""The phases of one teacher's year: characterise, plan, accompany, close.

`fases` is pure. `ciclo_de` reads what it needs, in two queries, within the person's scope.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, UUIDField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from acompanamiento.comun.formato import fecha as en_cifras
from docentes.models import Docente, Rol

from .models import (
    Caracterizacion,
    ClaseDeVisita,
    EstadoDeCaracterizacion,
    EstadoDePlan,
    EstadoProgramada,
    LineaDePlan,
    Momento,
    Necesidad,
    Visita,
    VisitaProgramada,
)

HECHO, AHORA, PENDIENTE, POR_VENIR = "hecho", "ahora", "pendiente", ""
PLANES = (EstadoDePlan.APROBADO, EstadoDePlan.ENVIADO, EstadoDePlan.OBSERVADO)


@dataclass(frozen=True)
class Hito:
    """A visit of the year, done or still to come. `visita` is the done one's id."""

    codigo: str
    nombre: str
    clase: str
    fecha: date
    visita: object = None


@dataclass(frozen=True)
class Hechos:
    """What is known of a teacher's year. `plan` is the state of the plan that has a line for her, or ""."""

    linea_de_base: bool = False
    necesidades: int = 0
    plan: str = ""
    hechas: tuple[Hito, ...] = ()
    por_venir: tuple[Hito, ...] = ()
    termino: bool = False

    def hecha(self, clase: str) -> Hito | None:
        return next((h for h in self.hechas if h.clase == clase), None)

    @property
    def asesorias(self) -> list[Hito]:
        return [h for h in self.hechas if h.clase == ClaseDeVisita.ASESORIA]

    @property
    def asesorias_por_venir(self) -> list[Hito]:
        return [h for h in self.por_venir if h.clase == ClaseDeVisita.ASESORIA]


@dataclass(frozen=True)
class Fase:
    """A step of the strip, as piezas/_ciclo.html expects it. *Pendiente*: the year went past it unfinished."""

    titulo: str
    texto: str
    estado: str


@dataclass(frozen=True)
class Ciclo:
    """The year of one teacher: its phases, and the next visit if the calendar has it."""

    anio: int
    pasos: list[Fase]
    proxima: Hito | None = None


def fases(hechos: Hechos) -> list[Fase]:
    """Return the four phases in order: those gone by, at most one *ahora*, and those to come.

    The year is where its last sign of life is: with a visit of advice done, a plan that is still missing is said
    to be missing, not waited for. In a year that is over nothing is *ahora*.
    """
    partes = [_caracterizacion(hechos), _plan(hechos), _acompanamiento(hechos), _cierre(hechos)]
    ahora = _donde_va([(empezada, completa) for empezada, completa, _ in partes])
    estados = [_estado(i, ahora, completa, hechos.termino) for i, (_, completa, _) in enumerate(partes)]
    return [
        Fase(titulo, texto, estado)
        for titulo, (_, _, texto), estado in zip(TITULOS, partes, estados, strict=True)
    ]


TITULOS = ("Caracterización", "Plan", "Acompañamiento", "Cierre")


def _donde_va(partes) -> int:
    """The index of the phase that the year is in; 4 when the last one is complete."""
    ultima = max((i for i, (empezada, _) in enumerate(partes) if empezada), default=0)
    while ultima < len(partes) and partes[ultima][1]:
        ultima += 1
    return ultima


def _estado(i, ahora, completa, termino) -> str:
    if i > ahora:
        return POR_VENIR
    if completa:
        return HECHO
    return PENDIENTE if i < ahora or termino else AHORA


def _caracterizacion(hechos):
    diagnostica = hechos.hecha(ClaseDeVisita.DIAGNOSTICA)
    faltan = [
        nombre
        for nombre, esta in (
            ("la línea de base de la escuela", hechos.linea_de_base),
            ("la visita diagnóstica", diagnostica),
            ("las necesidades priorizadas", hechos.necesidades),
        )
        if not esta
    ]
    empezada = len(faltan) < 3
    if faltan:
        return empezada, False, f"{'Falta' if len(faltan) == 1 else 'Faltan'} {_y(faltan)}."
    una = hechos.necesidades == 1
    cuantas = "una necesidad priorizada" if una else f"{hechos.necesidades} necesidades priorizadas"
    return True, True, f"Diagnóstica el {en_cifras(diagnostica.fecha)}; {cuantas}."


def _y(nombres) -> str:
    return " y ".join(filter(None, [", ".join(nombres[:-1]), nombres[-1]]))


def _plan(hechos):
    textos = {
        EstadoDePlan.APROBADO: "Aprobado, con sus estrategias para este año.",
        EstadoDePlan.ENVIADO: "Enviado; el formador lo está revisando.",
        EstadoDePlan.OBSERVADO: "El formador lo devolvió con observaciones.",
    }
    listo = hechos.plan in (EstadoDePlan.APROBADO, EstadoDePlan.ENVIADO)
    return bool(hechos.plan), listo, textos.get(hechos.plan, "Todavía no está en un plan enviado.")


def _acompanamiento(hechos):
    hechas, faltan = len(hechos.asesorias), hechos.asesorias_por_venir
    if not hechas:
        inicio = f" La primera, el {en_cifras(faltan[0].fecha)}." if faltan else ""
        return False, False, f"Aún sin asesorías.{inicio}"
    total = hechas + len(faltan)
    if not faltan:
        hay_cierre = any(h.clase == ClaseDeVisita.CIERRE for h in hechos.hechas + hechos.por_venir)
        return True, hay_cierre, f"{hechas} {'asesoría hecha' if hechas == 1 else 'asesorías hechas'}."
    sigue = faltan[0]
    return (
        True,
        False,
        f"{hechas} de {total} asesorías. Sigue {sigue.nombre}, prevista para el {en_cifras(sigue.fecha)}.",
    )


def _cierre(hechos):
    cierre = hechos.hecha(ClaseDeVisita.CIERRE)
    if cierre:
        return True, True, f"Visita de cierre el {en_cifras(cierre.fecha)}."
    prevista = next((h for h in hechos.por_venir if h.clase == ClaseDeVisita.CIERRE), None)
    return (
        False,
        False,
        f"Prevista para el {en_cifras(prevista.fecha)}." if prevista else "Sin fecha todavía.",
    )


def ciclo_de(usuario, docente, anio: int | None = None) -> Ciclo | None:
    """Return the teacher's cycle for her and for who accompanies her today; for anybody else, None."""
    hoy = timezone.localdate()
    anio = anio or hoy.year
    if not usuario.is_authenticated or usuario.rol not in (Rol.DOCENTE, Rol.ACOMPANANTE):
        return None
    base = _base(usuario, docente, anio)
    if base is None:
        return None
    hitos = _hitos(docente, anio)
    por_venir = tuple(h for h in hitos if h.visita is None)
    hechas = tuple(h for h in hitos if h.visita)
    hechos = Hechos(**base, hechas=hechas, por_venir=por_venir, termino=anio < hoy.year)
    proxima = next((h for h in por_venir if h.fecha >= hoy), None)
    return Ciclo(anio, fases(hechos), proxima)


def _base(usuario, docente, anio) -> dict | None:
    linea_de_base = Caracterizacion.objects.filter(
        escuela=OuterRef("escuela"),
        anio=anio,
        momento=Momento.INICIO,
        estado=EstadoDeCaracterizacion.TERMINADA,
    )
    necesidades = Necesidad.objects.visibles_para(usuario).filter(docente=OuterRef("pk"), anio=anio)
    necesidades = necesidades.order_by().values("docente")
    planes = LineaDePlan.objects.filter(docente=OuterRef("pk"), plan__anio=anio, plan__estado__in=PLANES)
    if usuario.rol == Rol.ACOMPANANTE:
        planes = planes.que_pasan_a(usuario)
    fila = (
        Docente.objects.visibles_para(usuario)
        .filter(pk=docente.pk)
        .annotate(
            con_base=Exists(linea_de_base),
            cuantas=Subquery(necesidades.annotate(n=Count("pk")).values("n")),
            plan=Subquery(planes.order_by("plan__estado").values("plan__estado")[:1]),
        )
        .values_list("con_base", "cuantas", "plan")
        .first()
    )
    if fila is None:
        return None
    return {"linea_de_base": bool(fila[0]), "necesidades": fila[1] or 0, "plan": fila[2] or ""}


def _hitos(docente, anio) -> list[Hito]:
    """The year's visits by date, in one query: those done, and those of the calendar still to do."""
    hechas = Visita.objects.filter(docente=docente, anio=anio).order_by()
    tipo = [F("tipo__codigo"), F("tipo__nombre"), F("tipo__clase"), F("fecha")]
    nada = Cast(Value(None), UUIDField())
    del_calendario = (
        VisitaProgramada.objects.filter(docente=docente, anio=anio, estado=EstadoProgramada.PENDIENTE)
        .con_hecha()
        .filter(~Q(hecha=True))
        .order_by()
    )
    filas = hechas.values_list(*tipo, "pk").union(del_calendario.values_list(*tipo, nada), all=True)
    return sorted((Hito(*fila) for fila in filas), key=lambda h: (h.fecha, h.codigo))
