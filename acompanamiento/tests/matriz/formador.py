"""Cases without names, quality, calibration and field visits to the acompañante.

`fidel` is formador of the region of `propio` and `ajeno`; the exercises and visits of `lejos` are another's.
"""

from .celdas import ACOMPANANTES, Celda, de, pagina, solo_de_ana

QUIENES = ACOMPANANTES + " fidel"


def _caso(**estado):
    """A case: its author and the region's formadores."""
    return {
        "propio": Celda(**{"ok": "ana fidel"} | estado, no_existe="nora beto"),
        "ajeno": Celda(**{"ok": "beto fidel"} | estado, no_existe="ana nora"),
        "lejos": Celda(no_existe=QUIENES),
    }


def _de_la_region(quienes):
    """An exercise: everybody of its region."""
    return {
        "propio": Celda(ok=quienes),
        "ajeno": Celda(ok=quienes),
        "lejos": Celda(no_existe=quienes),
    }


FILAS = {
    "caso_list": pagina(QUIENES),
    "caso_compartir": solo_de_ana("visita_por_compartir"),
    "caso_detail": de("caso", **_caso()),
    "caso_comentar": de("caso", **_caso(), metodo="post"),
    "caso_retirar": solo_de_ana("caso", metodo="post", estado="sigue"),
    "calidad": pagina(QUIENES),
    "calibracion_list": pagina(QUIENES),
    "calibracion_crear": pagina("fidel"),
    "calibracion_detail": de("ejercicio", **_de_la_region(QUIENES)),
    "calibracion_editar": de("ejercicio", **_de_la_region("fidel")),
    "calibracion_responder": de("ejercicio", **_de_la_region(ACOMPANANTES)),
    "calibracion_acuerdo": de("ejercicio_cerrado", **_de_la_region(QUIENES)),
    "observacion_list": pagina(QUIENES),
    "observacion_crear": pagina("fidel"),
    "observacion_detail": de(
        "observacion",
        propio=Celda("ana fidel", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora fidel"),
        lejos=Celda(no_existe=QUIENES),
    ),
    "observacion_editar": de(
        "observacion_en_borrador",
        propio=Celda("fidel"),
        ajeno=Celda(no_existe="fidel"),
        lejos=Celda(no_existe="fidel"),
    ),
    "observacion_comentar": solo_de_ana("observacion", metodo="post", estado="sigue"),
}
