"""How long a leg of a trip may take, from what is known: pure, no database.

A proposal is a start: the person changes it, and it is stored only when they save the trip. A place is (school,
district), or PARTIDA, the acompañante's usual starting point.
"""

from dataclasses import dataclass, field
from itertools import pairwise

PARTIDA = None
# Two schools of one district are not at the same door.
MINIMO = 15


@dataclass(frozen=True)
class Tramo:
    """A proposed leg: its minutes, or None when nothing is known, and why."""

    minutos: int | None = None
    razon: str = ""

    @property
    def ayuda(self) -> str:
        """What stands under the field."""
        return self.razon if self.minutos is None else f"Propuesta: {self.minutos} minutos. {self.razon}"


@dataclass(frozen=True)
class Sabido:
    """`desde_la_partida` is {school: minutes}, as baselines say; `anotados`, {(from, to): (minutes, trip's name)} of the
    legs of earlier trips, where from and to are schools or PARTIDA."""

    desde_la_partida: dict = field(default_factory=dict)
    anotados: dict = field(default_factory=dict)


SE_IGNORA = Tramo(razon="Aún no se sabe cuánto toma. Anótalo cuando lo hagas: servirá para otro viaje.")


def tramos_de(lugares: list, sabido: Sabido) -> list[Tramo]:
    """Return the legs of a route: to each of its places, and back to the starting point. None without places."""
    ruta = [PARTIDA, *lugares, PARTIDA] if lugares else []
    return [proponer_tramo(desde, hasta, sabido) for desde, hasta in pairwise(ruta)]


def proponer_tramo(desde, hasta, sabido: Sabido) -> Tramo:
    """Return what is known best: the same door, what was noted on an earlier trip, what the baselines say."""
    if desde == hasta:
        return Tramo(0, "Es la misma escuela.")
    anotado, de_base = _anotado(desde, hasta, sabido), _por_la_linea_de_base(desde, hasta, sabido)
    if anotado and de_base and anotado.minutos == de_base.minutos:
        return de_base
    return anotado or de_base or SE_IGNORA


def _anotado(desde, hasta, sabido):
    ida, vuelta = (_clave(desde), _clave(hasta)), (_clave(hasta), _clave(desde))
    for clave, de_vuelta in ((ida, ""), (vuelta, ", en sentido contrario")):
        if clave in sabido.anotados:
            minutos, viaje = sabido.anotados[clave]
            return Tramo(minutos, f"Lo anotaste en «{viaje}»{de_vuelta}.")
    return None


def _por_la_linea_de_base(desde, hasta, sabido):
    conocidos = [sabido.desde_la_partida.get(_clave(lugar)) for lugar in (desde, hasta) if lugar]
    if None in conocidos:
        return None
    if len(conocidos) == 1:
        return Tramo(conocidos[0], "Lo dice la línea de base de la escuela.")
    uno, otro = conocidos
    if desde[1] == hasta[1]:
        return Tramo(
            max(abs(uno - otro), MINIMO),
            "Son del mismo distrito: es la diferencia entre llegar a una y a otra desde tu punto de partida.",
        )
    return Tramo(uno + otro, "Son de distritos distintos: es lo que toma pasando por tu punto de partida.")


def _clave(lugar):
    return lugar[0] if lugar else PARTIDA


def anotados_de(viajes: list) -> dict:
    """Return Sabido.anotados from trips, the earliest first: (name, [(school, minutes to it)], minutes back).

    A later trip takes the place of an earlier one, and a leg without minutes says nothing.
    """
    anotados = {}
    for nombre, paradas, regreso in viajes:
        desde = PARTIDA
        for escuela, minutos in [*paradas, (PARTIDA, regreso)]:
            if minutos is not None and desde != escuela:
                anotados[desde, escuela] = (minutos, nombre)
            desde = escuela
    return anotados
