"""The content of a visit as flat form values and back. The content's shape is in visitas/README.md."""

import re

from acompanamiento.comun.identidad import nuevo_id

from .campos import limpiar_texto

PASOS = ("describir", "explicar", "confrontar", "reconstruir")
MAXIMO_DE_NOTAS = 80
MAXIMO_DE_COMPROMISOS = 3


def _texto(valor) -> str:
    return valor if isinstance(valor, str) else ""


def _objetos(valor) -> list[dict]:
    return [v for v in valor if isinstance(v, dict)] if isinstance(valor, list) else []


def _textos(valor) -> list[str]:
    return [v for v in valor if isinstance(v, str)] if isinstance(valor, list) else []


def aplanar(contenido: dict, *, areas, lenguas) -> dict:
    """Return {field name: text, or list of texts} of a content, whatever its shape: what does not fit is left out.

    `areas` and `lenguas` are the codes that have a box to mark; any other is the person's own words.
    """
    plano = {
        campo: _texto(contenido.get(campo))
        for campo in ("tipo", "fecha", "inicio", "fin", "seccion", "analisis", "preguntas")
    }
    if contenido.get("acuerdo") is True:
        plano["acuerdo"] = "on"
    for grado in _objetos(contenido.get("grados")):
        plano[f"presentes_{_texto(grado.get('grado'))}"] = str(grado.get("presentes"))
    plano |= separar_marcas("areas", "area_otra", _textos(contenido.get("areas")), areas)
    plano |= separar_marcas("lenguas", "lengua_otra", _textos(contenido.get("lenguas")), lenguas)
    for i, nota in enumerate(_objetos(contenido.get("cuaderno"))):
        plano |= {f"nota_{i}_hora": _texto(nota.get("hora")), f"nota_{i}_texto": _texto(nota.get("texto"))}
    for nivel in _objetos(contenido.get("niveles")):
        numero = nivel.get("competencia")
        plano[f"nivel_{numero}"] = "no" if nivel.get("nivel") is None else str(nivel["nivel"])
        plano[f"evidencia_{numero}"] = _texto(nivel.get("evidencia"))
    dialogo = contenido.get("dialogo")
    plano |= {paso: _texto(dialogo.get(paso)) if isinstance(dialogo, dict) else "" for paso in PASOS}
    for verificacion in _objetos(contenido.get("verificaciones")):
        clave = f"verificacion_{_texto(verificacion.get('compromiso'))}"
        plano |= {
            f"{clave}_estado": _texto(verificacion.get("estado")),
            f"{clave}_comentario": _texto(verificacion.get("comentario")),
        }
    for i, compromiso in enumerate(_objetos(contenido.get("compromisos"))):
        plano |= {f"compromiso_{i}_{c}": _texto(compromiso.get(c)) for c in ("id", "que", "hasta", "como")}
    return plano


def separar_marcas(campo, otra, valores, codigos):
    return {
        campo: [v for v in valores if v in codigos],
        otra: ", ".join(v for v in valores if v not in codigos),
    }


def con_otras(marcadas, escritas, opciones: dict) -> list[str]:
    """Marked codes, then the person's own words; a word that names a code is that code."""
    por_nombre = {nombre.casefold(): codigo for codigo, nombre in opciones.items()}
    propias = [por_nombre.get(p.strip().casefold(), p.strip()) for p in escritas.split(",") if p.strip()]
    return list(dict.fromkeys([c for c in opciones if c in marcadas] + propias))


def componer(limpio: dict, escritas: dict, *, situacion, instrumento, programada, opciones) -> dict:
    """Return the content of the cleaned values. `escritas` has the rows of each kind, as `filas` returns them;
    `opciones` has `grados`, `areas`, `lenguas`: {code: name}."""
    return {
        "docente": str(situacion.docente.pk),
        "tipo": limpio["tipo"],
        "programada": programada,
        "instrumento": {"codigo": instrumento.codigo, "version": instrumento.version},
        "fecha": limpio["fecha"].isoformat(),
        "inicio": limpio["inicio"].isoformat("minutes"),
        "fin": limpio["fin"].isoformat("minutes"),
        "grados": _grados(limpio, opciones["grados"]),
        "seccion": limpio["seccion"],
        "areas": con_otras(limpio["areas"], limpio["area_otra"], opciones["areas"]),
        "lenguas": con_otras(limpio["lenguas"], limpio["lengua_otra"], opciones["lenguas"]),
        "cuaderno": [
            {"hora": fila["hora"].isoformat("minutes"), "texto": fila["texto"]} for fila in escritas["nota"]
        ],
        "analisis": limpio["analisis"],
        "preguntas": limpio["preguntas"],
        "niveles": _niveles(limpio, instrumento),
        "dialogo": {paso: limpio[paso] for paso in PASOS},
        "verificaciones": _verificaciones(limpio, situacion.verificables),
        "compromisos": [
            {
                "id": str(fila["id"]),
                "que": fila["que"],
                "hasta": fila["hasta"].isoformat(),
                "como": fila["como"],
            }
            for fila in escritas["compromiso"]
        ],
        "acuerdo": limpio["acuerdo"],
    }


def _grados(limpio, grados):
    presentes = ((grado, limpio[f"presentes_{grado}"]) for grado in grados)
    return [{"grado": grado, "presentes": n} for grado, n in presentes if n is not None]


def _niveles(limpio, instrumento):
    elegidos = ((numero, limpio[f"nivel_{numero}"]) for numero in instrumento.por_numero)
    return [
        {
            "competencia": numero,
            "nivel": None if nivel == "no" else int(nivel),
            "evidencia": limpio[f"evidencia_{numero}"],
        }
        for numero, nivel in elegidos
        if nivel
    ]


def _verificaciones(limpio, verificables):
    estados = ((pk, limpio[f"verificacion_{pk}_estado"]) for pk in verificables)
    return [
        {"compromiso": pk, "estado": estado, "comentario": limpio[f"verificacion_{pk}_comentario"]}
        for pk, estado in estados
        if estado
    ]


SUBCAMPOS = {"nota": ("hora", "texto"), "compromiso": ("id", "que", "hasta", "como")}
VISIBLES = {"nota": ("hora", "texto"), "compromiso": ("que", "hasta", "como")}


def filas(limpio: dict, clase: str) -> list[dict]:
    """Return the rows that were filled in, in order, each {subfield: value} with its `indice`."""
    halladas = []
    indice = 0
    while (
        f"{clase}_{indice}_{SUBCAMPOS[clase][0]}" in limpio
        or f"{clase}_{indice}_{SUBCAMPOS[clase][1]}" in limpio
    ):
        fila = {sub: limpio.get(f"{clase}_{indice}_{sub}") for sub in SUBCAMPOS[clase]}
        if any(fila[sub] for sub in VISIBLES[clase]):
            halladas.append(fila | {"indice": indice})
        indice += 1
    return halladas


FILAS = {clase: re.compile(rf"{clase}_(\d+)_({'|'.join(subs)})") for clase, subs in VISIBLES.items()}


def cuantas_filas(datos, clase: str, maximo: int) -> int:
    """How many rows of a kind the values bring: the last index with something written, plus one."""
    suyos = (campo for campo in datos if campo.startswith(clase))
    halladas = ((FILAS[clase].fullmatch(campo), campo) for campo in suyos)
    llenas = [int(h[1]) + 1 for h, campo in halladas if h and limpiar_texto(datos.get(campo))]
    return max((n for n in llenas if n <= maximo), default=0)


def poner_identidad(limpio: dict) -> None:
    """Give an id to each written commitment that has none yet."""
    for fila in filas(limpio, "compromiso"):
        if not fila["id"]:
            limpio[f"compromiso_{fila['indice']}_id"] = nuevo_id()


def podar(valor):
    """Return a content with its texts as the form leaves them, to compare the two."""
    if isinstance(valor, str):
        return limpiar_texto(valor)
    if isinstance(valor, list):
        return [podar(v) for v in valor]
    if isinstance(valor, dict):
        return {clave: podar(v) for clave, v in valor.items()}
    return valor


def primera_diferencia(recibido, entendido, ruta="contenido") -> str:
    """Return the path of the first place where two contents differ; "" when they are equal.

    Booleans and integers are told apart: `True` is not `1`.
    """
    if type(recibido) is not type(entendido):
        return ruta
    if isinstance(recibido, dict):
        for clave in [*recibido, *(c for c in entendido if c not in recibido)]:
            if clave not in recibido or clave not in entendido:
                return f"{ruta}.{clave}"
            hallada = primera_diferencia(recibido[clave], entendido[clave], f"{ruta}.{clave}")
            if hallada:
                return hallada
        return ""
    if isinstance(recibido, list):
        if len(recibido) != len(entendido):
            return ruta
        pares = enumerate(zip(recibido, entendido, strict=True))
        return next(filter(None, (primera_diferencia(a, b, f"{ruta}[{i}]") for i, (a, b) in pares)), "")
    return "" if recibido == entendido else ruta
