"""What is missing to close the year, teacher by teacher and school by school. Receives scoped querysets."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef

from docentes.models import Asignacion

from .models import (
    AsesoriaDirectiva,
    Caracterizacion,
    ClaseDeVisita,
    Compromiso,
    Momento,
    Necesidad,
    NivelObservado,
    Traspaso,
    VisitaProgramada,
)


@dataclass(frozen=True)
class DocenteAlCierre:
    """A teacher at the end of the year. `programada` is the closing visit in the calendar, with `hecha`, or None.

    `trabajadas` of the `necesidades` are those whose competency some visit looked at, other than the diagnostic and the
    one that they follow from.
    """

    docente: object
    asignacion: object
    programada: object
    en_curso: int
    necesidades: int
    trabajadas: int
    traspaso: object

    @property
    def cierre_hecho(self) -> bool:
        return bool(self.programada and self.programada.hecha)


@dataclass(frozen=True)
class EscuelaAlCierre:
    """A school at the end of the year: its baseline of the year's end, or None, and its last advice."""

    escuela: object
    linea_de_base: object
    ultima_asesoria: date | None


def docentes_al_cierre(usuario, docentes, anio) -> list[DocenteAlCierre]:
    """Return a row for each teacher, in the order of `docentes`, in six queries."""
    asignaciones = Asignacion.objects.visibles_para(usuario).vigentes().filter(docente__in=docentes)
    asignaciones = {a.docente_id: a for a in asignaciones}
    traspasos = Traspaso.objects.entregables_para(usuario).filter(anterior__in=asignaciones.values())
    por_asignacion = {t.anterior_id: t for t in traspasos}
    cierres = _cierres(usuario, anio)
    en_curso = _en_curso(usuario, anio)
    necesidades = _necesidades(usuario, anio)
    filas = []
    for docente in docentes:
        asignacion = asignaciones.get(docente.pk)
        suyas = necesidades.get(docente.pk, [])
        filas.append(
            DocenteAlCierre(
                docente=docente,
                asignacion=asignacion,
                programada=cierres.get(docente.pk),
                en_curso=en_curso.get(docente.pk, 0),
                necesidades=len(suyas),
                trabajadas=sum(suyas),
                traspaso=por_asignacion.get(asignacion.pk) if asignacion else None,
            )
        )
    return filas


def _cierres(usuario, anio):
    programadas = VisitaProgramada.objects.visibles_para(usuario).con_hecha()
    programadas = programadas.filter(anio=anio, tipo__clase=ClaseDeVisita.CIERRE).select_related("tipo")
    return {p.docente_id: p for p in programadas}


def _en_curso(usuario, anio):
    compromisos = Compromiso.objects.visibles_para(usuario).por_verificar().filter(visita__anio=anio)
    return dict(compromisos.order_by().values_list("visita__docente").annotate(Count("pk")))


def _necesidades(usuario, anio):
    """Return {teacher: [whether each need was worked on]}."""
    observada = (
        NivelObservado.objects.visibles_para(usuario)
        .filter(
            visita__docente=OuterRef("docente"),
            visita__anio=OuterRef("anio"),
            competencia=OuterRef("competencia"),
            nivel__isnull=False,
        )
        .exclude(visita__tipo__clase=ClaseDeVisita.DIAGNOSTICA)
        .exclude(visita__necesidades=OuterRef("pk"))
    )
    necesidades = Necesidad.objects.visibles_para(usuario).filter(anio=anio)
    por_docente = {}
    for docente, trabajada in necesidades.values_list("docente", Exists(observada)):
        por_docente.setdefault(docente, []).append(trabajada)
    return por_docente


def escuelas_al_cierre(usuario, escuelas, anio) -> list[EscuelaAlCierre]:
    """Return a row for each school, in the order of `escuelas`, in three queries."""
    lineas = Caracterizacion.objects.visibles_para(usuario).filter(anio=anio, momento=Momento.CIERRE)
    lineas = {linea.escuela_id: linea for linea in lineas}
    asesorias = AsesoriaDirectiva.objects.visibles_para(usuario).terminadas().filter(anio=anio)
    ultimas = dict(asesorias.order_by().values_list("escuela").annotate(Max("fecha")))
    return [EscuelaAlCierre(e, lineas.get(e.pk), ultimas.get(e.pk)) for e in escuelas]
