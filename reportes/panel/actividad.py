"""All the activity of one scope and period, asked once, and the rows of any of its tables."""

from dataclasses import dataclass
from functools import cached_property

from acompanamiento.comun.formato import DURO, entero, fecha, hace_dias
from reportes.indicadores import (
    Cobertura,
    Compromisos,
    Desglose,
    Hechas,
    Plan,
    Sesiones,
    SinEnviar,
    Universo,
    cobertura_de_base,
    compromisos_vencidos,
    diagnosticas,
    sesiones_realizadas,
    sin_sincronizar,
    visitas_del_plan,
    visitas_hechas,
)
from reportes.periodos import Periodo

# What the tables and charts of a dashboard are made from.
DEL_PLAN = ("mes", "tipo", "motivo", "al_corte", "ugel", "provincia", "distrito")
DE_LAS_VISITAS = ("ugel", "provincia", "distrito", "acompanante")


@dataclass(frozen=True)
class Actividad:
    """Figures of one scope. `plan_del_anio` includes the plan after the cut-off; `plan` does not.

    The plan of each acompañante comes apart (`plan_de_cada_quien`): crossed with places and months it would be a cell for each visit.
    """

    periodo: Periodo
    plan_del_anio: Desglose
    plan_de_cada_quien: Desglose
    hechas: Desglose
    cobertura: Desglose
    compromisos: Desglose
    sin_enviar: Desglose
    linea_de_base: Desglose
    sesiones: Desglose

    @cached_property
    def plan(self) -> Desglose:
        return self.plan_del_anio.solo(al_corte=True)

    @property
    def vacia(self) -> bool:
        return not (self.plan_del_anio.celdas or self.hechas.celdas or self.cobertura.celdas)

    @property
    def fila_total(self) -> "Fila":
        return Fila(
            "Total",
            "",
            self.periodo,
            len(self.cobertura.distintos("acompanante")),
            self.plan.total,
            self.hechas.total,
            self.cobertura.total,
            self.compromisos.total,
            self.sin_enviar.total,
            self.sesiones.total,
        )

    def filas(self, dimension: str, nombrados) -> list["Fila"]:
        """Return a row for each (id, name, url), in the order given: never the order of a figure."""
        plan, hechas = self._plan_por(dimension), self.hechas.por(dimension)
        cobertura, compromisos = self.cobertura.por(dimension), self.compromisos.por(dimension)
        sin_enviar, sesiones = (
            _si_la_tiene(self.sin_enviar, dimension),
            _si_la_tiene(self.sesiones, dimension),
        )
        quienes = self._acompanantes_por(dimension)
        return [
            Fila(
                nombre,
                url,
                self.periodo,
                quienes.get(pk, 0),
                plan.get(pk, Plan()),
                hechas.get(pk, Hechas()),
                cobertura.get(pk, Cobertura()),
                compromisos.get(pk, Compromisos()),
                sin_enviar.get(pk, SinEnviar()),
                sesiones.get(pk, Sesiones()),
            )
            for pk, nombre, url in nombrados
        ]

    def con_datos(self, dimension: str) -> set:
        """Return the ids with some activity."""
        plan = self.plan_de_cada_quien if dimension == "acompanante" else self.plan_del_anio
        return (
            plan.distintos(dimension) | self.hechas.distintos(dimension) | self.cobertura.distintos(dimension)
        )

    def _plan_por(self, dimension):
        if dimension == "acompanante":
            return self.plan_de_cada_quien.solo(al_corte=True).por(dimension)
        return self.plan.por(dimension)

    def _acompanantes_por(self, dimension):
        cuantos = {}
        for pk, _ in self.cobertura.distintos(dimension, "acompanante"):
            cuantos[pk] = cuantos.get(pk, 0) + 1
        return cuantos


@dataclass(frozen=True)
class Fila:
    """A row of a table of activity, with its figures as people read them."""

    nombre: str
    url: str
    periodo: Periodo
    acompanantes: int
    plan: Plan
    hechas: Hechas
    cobertura: Cobertura
    compromisos: Compromisos
    sin_enviar: SinEnviar
    sesiones: Sesiones
    resultado: str = ""

    @property
    def visitas(self) -> str:
        return _sobre(self.plan.hechas, self.plan.planificadas)

    @property
    def diagnosticas(self) -> str:
        return entero(self.cobertura.con_diagnostica)

    @property
    def compromisos_texto(self) -> str:
        return _sobre(self.compromisos.cumplidos, self.compromisos.vencidos)

    @property
    def ultimo_registro(self) -> str:
        """Return how long ago, or the date when the period is over."""
        momento = self.hechas.ultimo_registro
        if momento is None:
            return "sin registros"
        return hace_dias(momento, self.periodo.corte) if self.periodo.en_curso else fecha(momento)


def leer_actividad(universo: Universo, periodo: Periodo) -> Actividad:
    """Ask the database: eight queries, whatever the rows."""
    rango = periodo.acumulado
    return Actividad(
        periodo,
        visitas_del_plan(universo.programadas, rango, hasta=periodo.fin, por=DEL_PLAN),
        visitas_del_plan(universo.programadas, rango, hasta=periodo.fin, por=("acompanante", "al_corte")),
        visitas_hechas(universo.visitas, rango, por=DE_LAS_VISITAS),
        diagnosticas(universo.asignaciones, universo.visitas, rango),
        compromisos_vencidos(universo.compromisos, rango),
        sin_sincronizar(universo.dispositivos),
        cobertura_de_base(universo.asignaciones, universo.caracterizaciones, universo.necesidades, rango),
        sesiones_realizadas(universo.sesiones, rango),
    )


def _si_la_tiene(desglose, dimension):
    """Some figures belong to the acompañante and not to a place: they have no district."""
    return desglose.por(dimension) if dimension in desglose.dimensiones else {}


def _sobre(parte, todo):
    return f"{entero(parte)}{DURO}/{DURO}{entero(todo)}" if todo else "–"
