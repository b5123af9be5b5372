"""How much of the baseline there is, over scoped querysets, and what each school and teacher lacks."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from escuelas.models import Escuela
from visitas.models import Caracterizacion, ClaseDeVisita, Momento, Visita

from .base import Base, bases_de


@dataclass(frozen=True)
class Cobertura:
    """Schools and teachers in charge, and those that have each part of the baseline of a year."""

    escuelas: int = 0
    con_inicio: int = 0
    con_cierre: int = 0
    docentes: int = 0
    con_diagnostica: int = 0
    con_necesidades: int = 0

    @property
    def sin_inicio(self) -> int:
        return self.escuelas - self.con_inicio

    @property
    def sin_cierre(self) -> int:
        return self.escuelas - self.con_cierre

    @property
    def sin_diagnostica(self) -> int:
        return self.docentes - self.con_diagnostica

    @property
    def sin_necesidades(self) -> int:
        return self.docentes - self.con_necesidades


def cobertura(caracterizaciones, necesidades, escuelas, docentes, anio: int) -> Cobertura:
    """Count the baseline of a year. Every argument is a queryset of the asker's scope; four queries.

    Denominators: `escuelas` and `docentes` as given. Numerators: of those, schools with a finished characterisation
    at the start and at the close of `anio`; teachers with a diagnostic visit of `anio`, and with some need of it.
    """
    terminadas = caracterizaciones.terminadas().filter(anio=anio, escuela__in=escuelas.values("pk"))
    momentos = Counter(terminadas.order_by().values_list("momento", flat=True))
    diagnostica = Visita.objects.filter(
        docente=OuterRef("pk"), anio=anio, tipo__clase=ClaseDeVisita.DIAGNOSTICA
    )
    diagnosticados = docentes.order_by().annotate(diagnosticado=Exists(diagnostica))
    por_diagnostico = Counter(diagnosticados.values_list("diagnosticado", flat=True))
    con_necesidades = necesidades.filter(anio=anio, docente__in=docentes.values("pk"))
    return Cobertura(
        escuelas=escuelas.count(),
        con_inicio=momentos[Momento.INICIO],
        con_cierre=momentos[Momento.CIERRE],
        docentes=por_diagnostico.total(),
        con_diagnostica=por_diagnostico[True],
        con_necesidades=con_necesidades.aggregate(n=Count("docente", distinct=True))["n"],
    )


def escuelas_de(docentes):
    """Return the schools of a scoped queryset of teachers: the schools in charge."""
    return Escuela.objects.filter(pk__in=docentes.values("escuela"))


@dataclass(frozen=True)
class FilaDeEscuela:
    """One school in charge: its characterisations of the year, None where there is none."""

    escuela: Escuela
    inicio: Caracterizacion | None
    cierre: Caracterizacion | None

    @property
    def comparable(self) -> bool:
        return bool(self.inicio and self.cierre and self.inicio.terminada and self.cierre.terminada)

    @property
    def momentos(self):
        """The two moments with what there is of each, and whether it is its turn."""
        con_inicio = bool(self.inicio and self.inicio.terminada)
        return [(Momento.INICIO, self.inicio, True), (Momento.CIERRE, self.cierre, con_inicio)]


def filas_de_escuelas(escuelas, caracterizaciones, anio: int) -> list[FilaDeEscuela]:
    """Return a row for each school, by name. Two queries."""
    del_anio = caracterizaciones.filter(anio=anio, escuela__in=escuelas.values("pk"))
    por_momento = {(c.escuela_id, c.momento): c for c in del_anio}
    return [
        FilaDeEscuela(e, por_momento.get((e.pk, Momento.INICIO)), por_momento.get((e.pk, Momento.CIERRE)))
        for e in escuelas.select_related("distrito")
    ]


@dataclass(frozen=True)
class FilaDeDocente:
    """One teacher in charge: what the needs of the year may follow from, and how many there are."""

    docente: object
    base: Base
    necesidades: int


def filas_de_docentes(usuario, docentes, necesidades, anio: int) -> list[FilaDeDocente]:
    """Return a row for each teacher, in alphabetical order, as `usuario` may see it. Five queries."""
    bases = bases_de(usuario, docentes, anio)
    cuantas = Counter(
        necesidades.filter(anio=anio, docente__in=docentes.values("pk"))
        .order_by()
        .values_list("docente", flat=True)
    )
    return [
        FilaDeDocente(d, bases.get(d.pk, Base()), cuantas[d.pk])
        for d in docentes.select_related("escuela__distrito").order_by("apellidos", "nombres")
    ]
