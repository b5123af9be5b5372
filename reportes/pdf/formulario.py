"""The programme's forms to be filled in by hand: A4, black on white, to be photocopied."""

from django.template.loader import render_to_string

from acompanamiento.comun.formato import romano
from visitas.papel.trazos import trazo_de

from .documento import Documento

EN_TABLA = ("presentes", "matricula", "aprendizaje", "nota")
"""Rows whose answers are short: one under another in a table, each column with its letter."""

EN_LEYENDA = {"hallazgo": "Sobre qué", "necesidad": "Competencia"}
"""Rows whose options stand once, over them, and what those options say."""


def renderizar_formulario(impreso, *, pedido_en, sintetico=False) -> Documento:
    """Return the PDF of a visitas.papel.impresos.Impreso. It names nobody, so neither who asked for it."""
    from .motor import componer  # the engine takes seconds to load, and only who prints needs it

    contexto = {
        "impreso": impreso,
        "partes": [_parte(parte, impreso) for parte in impreso.hoja.partes],
        "pedido_en": pedido_en,
        "sintetico": sintetico,
        "en_papel": True,
    }
    return componer(render_to_string("reportes/pdf/formulario.html", contexto))


def _parte(parte, impreso):
    return {"seccion": parte.seccion, "grupos": [_grupo(grupo, impreso) for grupo in parte.grupos]}


def _grupo(grupo, impreso):
    if grupo.renglon:
        return {"clase": "suelto", "filas": [_fila([grupo.renglon])]}
    filas = [_fila(fila) | _de_que(grupo.clase, fila[0].indice, impreso) for fila in grupo.filas]
    que = EN_LEYENDA.get(grupo.clase, "")
    leyenda = {"que": que, "opciones": _leyenda(filas[0]["renglones"])} if que else None
    return {"clase": grupo.clase, "filas": filas, "en_tabla": grupo.clase in EN_TABLA, "leyenda": leyenda}


def _leyenda(renglones):
    """The options whose key is written in one box: the list is printed once, over the rows."""
    return [opcion for _, trazo in renglones if trazo.clase == "clave" for opcion in trazo.opciones]


def _fila(renglones):
    pares = [(r, trazo_de(r.nombre, r.campo.field)) for r in renglones]
    return {"numero": renglones[0].de_fila, "renglones": pares}


def _de_que(clase, indice, impreso) -> dict:
    """What a row is about, when paper says more than its number: a competency, or what was agreed."""
    if clase == "nivel":
        competencia = impreso.competencias[indice]
        niveles = impreso.descriptores[indice]
        return {
            "competencia": competencia,
            "descriptores": [(romano(n), t) for n, t in sorted(niveles.items())],
        }
    if clase == "verificacion":
        return {"acordado": impreso.acordado[indice - 1]}
    return {}
