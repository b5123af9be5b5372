"""A characterisation as flat form values and back, so that a draft holds what was typed, as it was typed."""

import re

from visitas.forms.visita.campos import limpiar_texto
from visitas.forms.visita.opciones import LENGUAS
from visitas.forms.visita.plano import con_otras, separar_marcas
from visitas.models import Caracterizacion, NivelEducativo

from .catalogo import AREAS, GRADOS, MAXIMO_DE_HALLAZGOS, NIVELES, PRACTICA_DE

SUBCAMPOS = ("dimension", "signo", "prioridad", "texto", "evidencia")
VARIOS = ("lenguas", "servicios")
CONTEXTO = ("distancia_km", "minutos_de_viaje", "medio", "como_llegar", "contexto")
CAMPOS = re.compile(
    r"distancia_km|minutos_de_viaje|medio|como_llegar|contexto|lenguas|lengua_otra|servicios"
    r"|(matricula|aula)_\d"
    r"|hallazgo_\d{1,2}_(dimension|signo|prioridad|texto|evidencia)"
    r"|aprendizaje_\d_[a-z_]{1,20}_(inicio|proceso|satisfactorio)|fuente_[a-z_]{1,20}"
)
HALLAZGO = re.compile(rf"hallazgo_(\d+)_({'|'.join(SUBCAMPOS)})")


def recoger(datos) -> dict:
    """Return the raw values of a form that came in, fields of the form only. `datos` is a QueryDict."""
    return {
        campo: datos.getlist(campo) if campo in VARIOS else datos[campo].replace("\x00", "")
        for campo in datos
        if CAMPOS.fullmatch(campo)
    }


def cuantos_hallazgos(valores) -> int:
    """How many lines the values bring: the last index with something written, plus one."""
    hallados = ((HALLAZGO.fullmatch(campo), campo) for campo in valores)
    llenos = [int(h[1]) + 1 for h, campo in hallados if h and limpiar_texto(valores.get(campo))]
    return max((n for n in llenos if n <= MAXIMO_DE_HALLAZGOS), default=0)


def hallazgos_escritos(limpio: dict) -> list[dict]:
    """Return the lines with something written, in order, each {subfield: value} with its `indice`."""
    escritos = []
    for i in range(MAXIMO_DE_HALLAZGOS):
        fila = {sub: limpio.get(f"hallazgo_{i}_{sub}") or "" for sub in SUBCAMPOS}
        if any(fila.values()):
            escritos.append(fila | {"indice": i})
    return escritos


def aplanar_contexto(caracterizacion: Caracterizacion) -> dict:
    """Return the values of what a school keeps from one moment to the next: rooms, services and the way there."""
    c = caracterizacion
    plano = {
        "distancia_km": "" if c.distancia_km is None else f"{c.distancia_km:.1f}".replace(".", ","),
        "minutos_de_viaje": "" if c.minutos_de_viaje is None else str(c.minutos_de_viaje),
        "medio": c.medio,
        "como_llegar": c.como_llegar,
        "contexto": c.contexto,
        "servicios": list(c.servicios),
    }
    plano |= {f"matricula_{grado}": str(n) for grado, n in c.matricula.items()}
    plano |= {
        f"aula_{grado}": str(numero) for numero, aula in enumerate(c.aulas, 1) for grado in aula["grados"]
    }
    return plano | separar_marcas("lenguas", "lengua_otra", c.lenguas, LENGUAS)


def aplanar(caracterizacion: Caracterizacion) -> dict:
    """Return all the values of a finished characterisation, its inventory in the order in which it was written."""
    plano = aplanar_contexto(caracterizacion)
    for i, h in enumerate(sorted(caracterizacion.hallazgos.all(), key=lambda h: h.orden)):
        plano |= {f"hallazgo_{i}_{sub}": str(getattr(h, sub)) for sub in SUBCAMPOS}
    for a in caracterizacion.aprendizajes.all():
        plano |= {f"aprendizaje_{a.grado}_{a.area}_{nivel}": str(a.de_nivel(nivel)) for nivel in NIVELES}
        plano[f"fuente_{a.area}"] = a.fuente
    return plano


def componer(limpio: dict, nivel: str) -> dict:
    """Return {"columnas": …, "hallazgos": […], "aprendizajes": […]} of values that passed the rules."""
    columnas = {campo: limpio[campo] for campo in CONTEXTO}
    columnas |= {
        "matricula": {g: n for g in GRADOS[nivel] if (n := limpio[f"matricula_{g}"])},
        "aulas": _aulas(limpio, nivel),
        "lenguas": con_otras(limpio["lenguas"], limpio["lengua_otra"], LENGUAS),
        "servicios": limpio["servicios"],
    }
    return {
        "columnas": columnas,
        "hallazgos": [
            {
                "practica": PRACTICA_DE[fila["dimension"]],
                "orden": orden,
                "prioridad": int(fila["prioridad"]),
                **{sub: fila[sub] for sub in ("dimension", "signo", "texto", "evidencia")},
            }
            for orden, fila in enumerate(hallazgos_escritos(limpio))
        ],
        "aprendizajes": _aprendizajes(limpio, nivel),
    }


def _aulas(limpio, nivel):
    por_aula = {}
    for grado in GRADOS[nivel]:
        if limpio[f"aula_{grado}"]:
            por_aula.setdefault(limpio[f"aula_{grado}"], []).append(grado)
    return [
        {"nombre": f"Aula {i}", "grados": grados} for i, (_, grados) in enumerate(sorted(por_aula.items()), 1)
    ]


def cuentas(limpio: dict, grado: str, area: str) -> list[int | None]:
    """Return the three counts of a grade and area, None where it was left blank."""
    return [limpio.get(f"aprendizaje_{grado}_{area}_{nivel}") for nivel in NIVELES]


def _aprendizajes(limpio, nivel: NivelEducativo):
    medidos = (
        (grado, area, cuentas(limpio, grado, area)) for area in AREAS[nivel] for grado in GRADOS[nivel]
    )
    return [
        {
            "grado": grado,
            "area": area,
            "en_inicio": a,
            "en_proceso": b,
            "satisfactorio": c,
            "fuente": limpio[f"fuente_{area}"],
        }
        for grado, area, (a, b, c) in medidos
        if a is not None
    ]
