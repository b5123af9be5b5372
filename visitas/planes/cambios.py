"""What changed between two versions of a plan, by section and by line, in words."""

from dataclasses import dataclass
from datetime import date

from acompanamiento.comun.formato import fecha
from visitas.models import SeccionDePlan, TipoDeActividad

ANTES_DE_LA_MATRIZ = ("caracterizacion", "objetivo", "objetivos")
DESPUES_DE_LA_MATRIZ = ("recursos", "evaluacion")


@dataclass(frozen=True)
class Cambio:
    """`donde` is the section, with the teacher in the matrix; `antes` and `ahora` are "" when they say nothing."""

    donde: str
    que: str
    antes: str = ""
    ahora: str = ""


def cambios(anterior: dict, actual: dict, rotulos: dict[str, str]) -> list[Cambio]:
    """Return the changes in reading order. Teachers that `rotulos` does not name are left out."""
    return [
        *_textos(anterior, actual, ANTES_DE_LA_MATRIZ),
        *_metas(anterior["metas"], actual["metas"]),
        *_matriz(anterior, actual, rotulos),
        *_calendario(anterior["calendario"], actual["calendario"]),
        *_textos(anterior, actual, DESPUES_DE_LA_MATRIZ),
    ]


def _textos(anterior, actual, campos):
    for campo in campos:
        antes, ahora = anterior["secciones"][campo], actual["secciones"][campo]
        if antes != ahora:
            yield Cambio(SeccionDePlan(campo).label, "Cambió el texto.", antes, ahora)


def _pares(antes, ahora, clave="id"):
    """Yield (before or None, now or None) by id: what stays and what is new in today's order, then what went."""
    viejos = {d[clave]: d for d in antes}
    yield from ((viejos.get(d[clave]), d) for d in ahora)
    quedan = {d[clave] for d in ahora}
    yield from ((d, None) for d in antes if d[clave] not in quedan)


def _metas(anterior, actual):
    donde = SeccionDePlan.METAS.label
    for antes, ahora in _pares(anterior, actual):
        if antes is None:
            yield Cambio(donde, "Se agregó una meta.", "", _meta(ahora))
        elif ahora is None:
            yield Cambio(donde, "Se quitó una meta.", _meta(antes), "")
        elif _meta(antes) != _meta(ahora):
            yield Cambio(donde, "Cambió una meta.", _meta(antes), _meta(ahora))


def _meta(dato):
    partida = f"de {dato['partida']} " if dato["partida"] else ""
    return f"{dato['indicador']}: {partida}a {dato['meta']}"


def _matriz(anterior, actual, rotulos):
    for antes, ahora in _pares(anterior["docentes"], actual["docentes"], "docente"):
        docente = (ahora or antes)["docente"]
        if docente not in rotulos:
            continue
        donde = f"Matriz de {rotulos[docente]}"
        for vieja, nueva in _pares(antes["lineas"] if antes else [], ahora["lineas"] if ahora else []):
            yield from _linea(donde, vieja, nueva)


def _linea(donde, antes, ahora):
    if antes is None:
        yield Cambio(donde, "Se agregó una estrategia.", "", ahora["estrategia"])
    elif ahora is None:
        yield Cambio(donde, "Se quitó una estrategia.", antes["estrategia"], "")
        return
    else:
        for campo, que in (
            ("necesidad", "Cambió la necesidad."),
            ("estrategia", "Cambió la estrategia."),
            ("razon", "Cambió la razón de la estrategia."),
        ):
            if antes[campo] != ahora[campo]:
                yield Cambio(donde, que, antes[campo], ahora[campo])
    for vieja, nueva in _pares(antes["actividades"] if antes else [], ahora["actividades"]):
        yield from _actividad(donde, vieja, nueva)


def _actividad(donde, antes, ahora):
    if antes is None:
        yield Cambio(donde, "Se agregó una actividad.", "", _en_palabras(ahora))
    elif ahora is None:
        yield Cambio(donde, "Se quitó una actividad.", _en_palabras(antes), "")
    elif antes != ahora:
        solo_plazo = (antes["tipo"], antes["que"]) == (ahora["tipo"], ahora["que"])
        que = "Cambió el plazo de una actividad." if solo_plazo else "Cambió una actividad."
        yield Cambio(donde, que, _en_palabras(antes), _en_palabras(ahora))


def _en_palabras(actividad):
    desde, hasta = (fecha(date.fromisoformat(actividad[c])) for c in ("desde", "hasta"))
    return f"{TipoDeActividad(actividad['tipo']).label}: {actividad['que']} Del {desde} al {hasta}."


def _calendario(anterior, actual):
    donde = SeccionDePlan.CALENDARIO.label
    for clave, uno, varios in (("visitas", "visita", "visitas"), ("sesiones", "sesión", "sesiones")):
        antes, ahora = anterior[clave], actual[clave]
        if antes == ahora:
            continue
        que = (
            f"Cambiaron fechas de {varios}." if len(antes) == len(ahora) else f"Cambió cuántas {varios} hay."
        )
        yield Cambio(donde, que, _cuantas(len(antes), uno, varios), _cuantas(len(ahora), uno, varios))


def _cuantas(n, uno, varios):
    return f"{n} {uno if n == 1 else varios}"
