"""The content of a baseline, version 1 (campo/esquemas/caracterizacion-1.json), from what a form holds and back.

    {"escuela": "0259564-0", "anio": 2026, "momento": "inicio",
     "grados": [{"grado": "1", "matricula": 6|null, "aula": "1"|""}], "lenguas": [], "servicios": [], "contexto": "",
     "minutos_de_viaje": 90|null, "medio": "combi", "distancia_km": "12,5"|"", "como_llegar": "",
     "hallazgos": [{"dimension", "signo", "prioridad": 1|"", "texto", "evidencia"}],
     "aprendizajes": [{"area", "fuente", "grados": [{"grado", "inicio": 3|null, "proceso", "satisfactorio"}]}]}

A grade, line or area with nothing written is not there. What could not be read as a number stays as the text it was,
so that its error can name it. The browser's twin is static/js/campo/linea_de_base.js.
"""

from visitas.forms.visita.opciones import LENGUAS
from visitas.forms.visita.plano import con_otras, separar_marcas

from .catalogo import AREAS, GRADOS, NIVELES, SERVICIOS
from .plano import SUBCAMPOS, cuentas, hallazgos_escritos

VERSION = 1
TEXTOS = ("contexto", "medio", "como_llegar", "distancia_km")


def componer_contenido(limpio: dict, nivel: str, lugar: dict) -> dict:
    """Return the content of cleaned values. `lugar` has escuela, anio and momento."""
    km = limpio["distancia_km"]
    return {
        **{clave: lugar[clave] for clave in ("escuela", "anio", "momento")},
        "grados": _grados(limpio, nivel),
        "lenguas": con_otras(limpio["lenguas"], limpio["lengua_otra"], LENGUAS),
        "servicios": [s for s in SERVICIOS if s in limpio["servicios"]],
        "contexto": limpio["contexto"],
        "minutos_de_viaje": limpio["minutos_de_viaje"],
        "medio": limpio["medio"],
        "distancia_km": "" if km is None else f"{km:.1f}".replace(".", ","),
        "como_llegar": limpio["como_llegar"],
        "hallazgos": [_hallazgo(fila) for fila in hallazgos_escritos(limpio)],
        "aprendizajes": _areas(limpio, nivel),
    }


def _grados(limpio, nivel):
    filas = [
        {"grado": g, "matricula": limpio[f"matricula_{g}"], "aula": limpio[f"aula_{g}"]}
        for g in GRADOS[nivel]
    ]
    return [f for f in filas if f["matricula"] is not None or f["aula"]]


def _hallazgo(fila):
    prioridad = int(fila["prioridad"]) if fila["prioridad"] else ""
    return {sub: fila[sub] for sub in SUBCAMPOS} | {"prioridad": prioridad}


def _areas(limpio, nivel):
    areas = [
        {"area": area, "fuente": limpio[f"fuente_{area}"], "grados": _medidos(limpio, nivel, area)}
        for area in AREAS[nivel]
    ]
    return [a for a in areas if a["fuente"] or a["grados"]]


def _medidos(limpio, nivel, area):
    filas = [{"grado": g} | dict(zip(NIVELES, cuentas(limpio, g, area), strict=True)) for g in GRADOS[nivel]]
    return [f for f in filas if any(f[n] is not None for n in NIVELES)]


def _texto(valor) -> str:
    return valor if isinstance(valor, str) else ""


def _numero(valor) -> str:
    """A number as text; what could not be read, as it was written."""
    return str(valor) if type(valor) is int else _texto(valor)


def _objetos(valor) -> list[dict]:
    return [v for v in valor if isinstance(v, dict)] if isinstance(valor, list) else []


def _textos(valor) -> list[str]:
    return [v for v in valor if isinstance(v, str)] if isinstance(valor, list) else []


def aplanar_contenido(contenido: dict) -> dict:
    """Return {field name: text, or list of texts} of a content, whatever its shape: what does not fit is left out."""
    plano = {campo: _texto(contenido.get(campo)) for campo in TEXTOS}
    plano["minutos_de_viaje"] = _numero(contenido.get("minutos_de_viaje"))
    plano["servicios"] = _textos(contenido.get("servicios"))
    plano |= separar_marcas("lenguas", "lengua_otra", _textos(contenido.get("lenguas")), LENGUAS)
    for fila in _objetos(contenido.get("grados")):
        grado = _texto(fila.get("grado"))
        plano[f"matricula_{grado}"] = _numero(fila.get("matricula"))
        plano[f"aula_{grado}"] = _texto(fila.get("aula"))
    for i, fila in enumerate(_objetos(contenido.get("hallazgos"))):
        plano |= {f"hallazgo_{i}_{sub}": _numero(fila.get(sub)) for sub in SUBCAMPOS}
    for area in _objetos(contenido.get("aprendizajes")):
        plano |= _aplanar_area(area)
    return plano


def _aplanar_area(area):
    codigo = _texto(area.get("area"))
    plano = {f"fuente_{codigo}": _texto(area.get("fuente"))}
    for fila in _objetos(area.get("grados")):
        celda = f"aprendizaje_{_texto(fila.get('grado'))}_{codigo}"
        plano |= {f"{celda}_{nivel}": _numero(fila.get(nivel)) for nivel in NIVELES}
    return plano
