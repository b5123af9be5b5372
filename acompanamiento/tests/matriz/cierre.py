"""Advice to directors, handovers and the closing of the year."""

from .celdas import ACOMPANANTES, Celda, de, pagina, solo_de_ana

SOLO_DE_HUGO = {
    "propio": Celda(sigue="hugo"),
    "ajeno": Celda(no_existe="hugo"),
    "lejos": Celda(no_existe="hugo"),
    "metodo": "post",
}
SOLO_DE_FIDEL = {"lejos": Celda(no_existe="fidel"), "metodo": "post"}
SOLO_DE_ROSA = {"ajeno": Celda(no_existe="rosa"), "lejos": Celda(no_existe="rosa")}


def _la_leen_los_dos():
    """An advice: who accompanies the school today, and its director."""
    return de(
        "asesoria",
        propio=Celda("ana hugo", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora hugo"),
        lejos=Celda(no_existe=ACOMPANANTES + " hugo"),
    )


def _lo_leen_autor_y_formador():
    """A final report that was sent: its author and the region's formador."""
    return de(
        "informe",
        propio=Celda("ana fidel", no_existe="nora beto"),
        ajeno=Celda("beto fidel", no_existe="ana nora"),
        lejos=Celda(no_existe=ACOMPANANTES + " fidel"),
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
    # The year's end. Last year's report was sent; this year's is not begun.
    "cierre_del_anio": pagina(ACOMPANANTES),
    "informe_final": pagina(ACOMPANANTES),
    "informe_list": pagina("fidel"),
    "informe_detail": _lo_leen_autor_y_formador(),
    "informe_pdf": _lo_leen_autor_y_formador(),
    "informe_comentar": de("informe", **SOLO_DE_FIDEL, propio=Celda("fidel"), ajeno=Celda("fidel")),
    "informe_cerrar": de("informe", **SOLO_DE_FIDEL, propio=Celda(sigue="fidel"), ajeno=Celda(sigue="fidel")),
    "informe_reabrir": de(
        "informe_reabierto",
        propio=Celda(sigue="ana", no_existe="nora beto fidel"),
        ajeno=Celda(sigue="beto", no_existe="ana nora fidel"),
        lejos=Celda(no_existe=ACOMPANANTES + " fidel"),
        metodo="post",
    ),
}
