"""The línea de base as work of the programme: how many schools and teachers have it, never what it says."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from visitas.models import EstadoDeCaracterizacion, Momento

from .desglose import Desglose, Sumable, desglosar, territorio

# A school may be shared by two acompañantes: summing over them would count it twice.
_TERRITORIO = {d: c for d, c in territorio("docente__escuela", "").items() if d != "acompanante"}


@dataclass(frozen=True)
class LineaDeBase(Sumable):
    """Schools in charge and those characterised; accompanied teachers and those with prioritised needs."""

    escuelas: int = 0
    con_base: int = 0
    docentes: int = 0
    con_necesidades: int = 0


def cobertura_de_base(asignaciones, caracterizaciones, necesidades, rango) -> Desglose:
    """Count the baseline of the year of `rango.hasta`: a Desglose of LineaDeBase.

    Denominators: teachers with an assignment in force on `rango.hasta` (`docentes`) and their schools (`escuelas`).
    Numerators: of those, schools with the characterisation of the year's start finished up to `rango.hasta`
    (`con_base`), and teachers with at least one need of the year written up to it (`con_necesidades`).
    Cut-off: `rango.hasta`. Dimensions: territory without acompañante.
    """
    terminada = caracterizaciones.filter(
        escuela=OuterRef("docente__escuela"),
        anio=rango.hasta.year,
        momento=Momento.INICIO,
        estado=EstadoDeCaracterizacion.TERMINADA,
        terminada_en__date__lte=rango.hasta,
    )
    escrita = necesidades.filter(
        docente=OuterRef("docente"), anio=rango.hasta.year, creada_en__date__lte=rango.hasta
    )
    filas = (
        asignaciones.vigentes(rango.hasta)
        .annotate(tiene_base=Exists(terminada), tiene_necesidades=Exists(escrita))
        .order_by()
        .values(*_TERRITORIO.values())
        .annotate(
            n_escuelas=Count("docente__escuela", distinct=True),
            n_con_base=Count("docente__escuela", distinct=True, filter=Q(tiene_base=True)),
            n_docentes=Count("docente", distinct=True),
            n_con_necesidades=Count("docente", distinct=True, filter=Q(tiene_necesidades=True)),
        )
    )
    return desglosar(filas, _TERRITORIO, LineaDeBase)
