"""Activity by district, and by the other partition of the schools when the scope crosses it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from acompanamiento.comun.orden import clave_de_orden
from reportes import indicadores

from .tipos import Fila, Tabla


@dataclass(frozen=True)
class Territorio:
    """The schools of a scope, counted by district and UGEL. `nombres` is {(dimension, id): name}."""

    celdas: tuple[dict, ...]
    nombres: dict

    @property
    def escuelas(self) -> int:
        return sum(celda["n"] for celda in self.celdas)

    def por(self, dimension: str) -> dict[int, int]:
        """Return {id: schools}."""
        cuenta = defaultdict(int)
        for celda in self.celdas:
            cuenta[celda[dimension]] += celda["n"]
        return dict(cuenta)


def territorio(escuelas) -> Territorio:
    """Count the schools of the queryset by UGEL, province and district, in one query."""
    caminos = {"ugel": "ugel", "provincia": "distrito__provincia", "distrito": "distrito"}
    columnas = [f"{camino}{campo}" for camino in caminos.values() for campo in ("_id", "__nombre")]
    filas = list(escuelas.order_by().values(*columnas).annotate(n=Count("pk")))
    nombres = {
        (dimension, fila[f"{camino}_id"]): fila[f"{camino}__nombre"]
        for fila in filas
        for dimension, camino in caminos.items()
    }
    celdas = tuple(
        {d: fila[f"{camino}_id"] for d, camino in caminos.items()} | {"n": fila["n"]} for fila in filas
    )
    return Territorio(celdas, _con_provincia(celdas, nombres))


def _con_provincia(celdas, nombres):
    """A scope of several provinces says which one each district belongs to."""
    if len({celda["provincia"] for celda in celdas}) < 2:
        return nombres
    de_distritos = {
        (
            "distrito",
            c["distrito"],
        ): f"{nombres['distrito', c['distrito']]} ({nombres['provincia', c['provincia']]})"
        for c in celdas
    }
    return nombres | de_distritos


def tablas(elegido, territorio, actividad) -> tuple[Tabla, ...]:
    """Return the table by district and, when the scope crosses several, the one by UGEL or by province."""
    otra = "ugel" if elegido.es_provincia else "provincia"
    cortes = [("distrito", "Cobertura y visitas por distrito", "Distrito")]
    if len(territorio.por(otra)) > 1:
        titulo, columna = {"ugel": ("por UGEL", "UGEL"), "provincia": ("por provincia", "Provincia")}[otra]
        cortes.append((otra, f"Las mismas visitas {titulo}", columna))
    nombre_del_total = "Provincia" if elegido.es_provincia else "UGEL"
    return tuple(
        Tabla(
            titulo,
            columna,
            _filas(dimension, territorio, actividad),
            _total(nombre_del_total, territorio, actividad),
        )
        for dimension, titulo, columna in cortes
    )


def _filas(dimension, territorio, actividad):
    cobertura, plan, propio = (
        desglose.por(dimension) for desglose in (actividad.cobertura, actividad.plan, actividad.propio)
    )
    filas = [
        _fila(
            territorio.nombres[dimension, pk],
            escuelas,
            cobertura.get(pk, indicadores.Cobertura()),
            plan.get(pk, indicadores.Plan()),
            propio.get(pk, indicadores.Plan()),
        )
        for pk, escuelas in territorio.por(dimension).items()
    ]
    return tuple(sorted(filas, key=lambda fila: clave_de_orden(fila.nombre)))


def _total(nombre, territorio, actividad):
    return _fila(
        nombre, territorio.escuelas, actividad.cobertura.total, actividad.plan.total, actividad.propio.total
    )


def _fila(nombre, escuelas, cobertura, plan, propio):
    return Fila(
        nombre=nombre,
        escuelas=escuelas,
        docentes=cobertura.docentes,
        con_diagnostica=cobertura.con_diagnostica,
        planificadas=plan.planificadas,
        hechas=plan.hechas,
        porcentaje=plan.porcentaje,
        en_el_periodo=propio.texto if propio.planificadas else "–",
    )
