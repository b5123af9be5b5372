"""Advice to directors, handovers and the closing of the year."""

from .celdas import ACOMPANANTES, Celda, de, pagina, solo_de_ana

SOLO_DE_HUGO = {
    "propio": Celda(sigue="hugo"),
    "ajeno": Celda(no_existe="hugo"),
    "lejos": Celda(no_existe="hugo"),
    "metodo": "post",
}
SOLO_DE_ROSA = {"ajeno": Celda(no_existe="rosa"), "lejos": Celda(no_existe="rosa")}


def _la_leen_los_dos():
    """An advice: who accompanies the school today, and its director."""
    return de(
        "asesoria",
        propio=Celda("ana hugo", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora hugo"),
        lejos=Celda(no_existe=ACOMPANANTES + " hugo"),
    )


FILAS = {
    # Advice to directors
    "asesoria_list": pagina(ACOMPANANTES),
    "mi_asesoria": pagina("hugo"),
    "asesoria_nueva": solo_de_ana("escuela", metodo="post", estado="sigue"),
    "asesoria_detail": _la_leen_los_dos(),
    "asesoria_historia": _la_leen_los_dos(),
    "asesoria_corregir": solo_de_ana("asesoria", metodo="post", estado="sigue"),
    "asesoria_editar": solo_de_ana("asesoria_borrador"),
    "asesoria_terminar": solo_de_ana("asesoria_borrador", metodo="post"),
    "asesoria_descartar": solo_de_ana("asesoria_borrador"),
    "asesoria_comentar": de("asesoria", **SOLO_DE_HUGO),
    "avance_directivo": de("compromiso_directivo", **SOLO_DE_HUGO),
    # Handovers: Nora gave Rosa to Ana
    "traspaso_list": pagina(ACOMPANANTES + " rosa"),
    "traspaso_abrir": de(
        "asignacion",
        propio=Celda(sigue="ana rosa", no_existe="nora beto"),
        ajeno=Celda(sigue="beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=ACOMPANANTES + " rosa"),
        metodo="post",
    ),
    "traspaso": de("traspaso", propio=Celda("rosa"), **SOLO_DE_ROSA),
    "traspaso_nota_leida": de("traspaso", propio=Celda(sigue="rosa"), **SOLO_DE_ROSA, metodo="post"),
    "traspaso_detail": de(
        "traspaso",
        propio=Celda("ana nora", no_existe="beto"),
        ajeno=Celda("beto", no_existe="ana nora"),
        lejos=Celda(no_existe=ACOMPANANTES),
    ),
    "traspaso_nota": de(
        "traspaso",
        propio=Celda("nora", no_existe="ana beto"),
        ajeno=Celda(no_existe=ACOMPANANTES),
        lejos=Celda(no_existe=ACOMPANANTES),
    ),
}
