"""The línea de base: of schools, and of teachers (their needs)."""

from .celdas import ACOMPANANTES, LEEN_VISITAS, Celda, de, pagina, solo_de_ana

LEEN_LA_BASE = "ana nora beto rosa hugo fidel"


def _de_una_escuela():
    """Who accompanies it, the school itself and the formador."""
    return de(
        "caracterizacion",
        propio=Celda("ana rosa hugo fidel", no_existe="nora beto"),
        ajeno=Celda("beto fidel", no_existe="ana nora rosa hugo"),
        lejos=Celda(no_existe=LEEN_LA_BASE),
    )


FILAS = {
    "linea_de_base_list": pagina(ACOMPANANTES),
    "caracterizacion_list": pagina("rosa hugo fidel"),
    "caracterizar": solo_de_ana("escuela", metodo="post"),
    "caracterizacion_detail": _de_una_escuela(),
    "linea_de_base_avance": _de_una_escuela(),
    "caracterizacion_escribir": solo_de_ana("caracterizacion"),
    "caracterizacion_guardar": solo_de_ana("caracterizacion", metodo="post"),
    "caracterizacion_terminar": solo_de_ana("caracterizacion", metodo="post"),
    "caracterizacion_descartar": solo_de_ana("caracterizacion"),
    "necesidades": de(
        "docente",
        propio=Celda("ana rosa", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=LEEN_VISITAS),
    ),
    "necesidades_guardar": solo_de_ana("docente", metodo="post"),
}
