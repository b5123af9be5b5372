"""From a visit's content to the parts of a case, and back to the order in which a case is read."""

from datetime import date

from acompanamiento.comun.formato import mes

from .forms.visita.armado import GUIA_DEL_DIALOGO

GRUPOS = {
    "niveles": "Niveles y evidencia",
    "analisis": "Análisis crítico",
    "dialogo": "Diálogo reflexivo",
    "compromisos": "Compromisos",
}


def partes_de(visita, contenido) -> list[dict]:
    """Return what may be shared of a visit, as written: [{grupo, titulo, nivel, texto}]. Days become months."""
    return [
        *_niveles(visita, contenido),
        *_sueltas("analisis", [("Análisis crítico", contenido["analisis"])]),
        *_sueltas("dialogo", [(t, contenido["dialogo"][p]) for p, (t, _) in GUIA_DEL_DIALOGO.items()]),
        *_sueltas("compromisos", [(_titulo(n, c), _compromiso(c)) for n, c in _numerados(contenido)]),
    ]


def _niveles(visita, contenido):
    nombres = {c.numero: c.nombre for c in visita.instrumento.por_numero.values()}
    return [
        {
            "grupo": "niveles",
            "titulo": f"{n['competencia']}. {nombres[n['competencia']]}",
            "nivel": n["nivel"],
            "texto": n["evidencia"],
        }
        for n in contenido["niveles"]
        if n["nivel"] is not None
    ]


def _sueltas(grupo, textos):
    return [{"grupo": grupo, "titulo": t, "nivel": None, "texto": texto} for t, texto in textos if texto]


def _numerados(contenido):
    return enumerate(contenido["compromisos"], start=1)


def _titulo(numero, compromiso):
    return f"Compromiso {numero}, hasta {mes(date.fromisoformat(compromiso['hasta']).month)}"


def _compromiso(compromiso):
    como = f" Se sabrá por: {compromiso['como']}" if compromiso["como"] else ""
    return compromiso["que"] + como


def por_grupo(partes) -> list[dict]:
    """Return [{nombre, clave, partes}] in the order of reading, the empty groups left out."""
    grupos = [
        {"clave": clave, "nombre": nombre, "partes": [p for p in partes if p["grupo"] == clave]}
        for clave, nombre in GRUPOS.items()
    ]
    return [g for g in grupos if g["partes"]]
