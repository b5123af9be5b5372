"""Accounts, people, schools, the calendar and the visit, dashboards and reports."""

from .celdas import (
    ACOMPANANTES,
    LEEN_VISITAS,
    REGION,
    TODAS,
    Celda,
    Fila,
    de,
    pagina,
    solo_de_ana,
    solo_de_carmen,
)

FILAS = {
    # Accounts
    "entrar": Fila(publica=True),
    "salir": Fila(publica=True),
    "salud": Fila(publica=True),
    "cuenta": pagina(TODAS),
    "cambiar_clave": pagina(TODAS),
    "cuenta_list": pagina("admin"),
    "cuenta_crear": pagina("admin"),
    "cuenta_editar": de("usuario", propio=Celda("admin"), ajeno=Celda("admin"), lejos=Celda("admin")),
    "cuenta_clave": de(
        "usuario", propio=Celda("admin"), ajeno=Celda("admin"), lejos=Celda("admin"), metodo="post"
    ),
    # People
    "docente_list": pagina(ACOMPANANTES + " hugo"),
    "docente_detail": de(
        "docente",
        propio=Celda("ana rosa hugo", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa hugo"),
        lejos=Celda(no_existe="ana nora beto rosa hugo"),
    ),
    "docente_crear": pagina("elena"),
    "acompanante_list": pagina("elena fidel"),
    "acompanante_detail": de(
        "acompanante",
        propio=Celda("elena fidel"),
        ajeno=Celda("elena fidel"),
        lejos=Celda(no_existe="elena fidel"),
    ),
    "lectura_list": pagina(TODAS),
    "asignacion_list": pagina("elena"),
    "asignacion_crear": de(
        "docente", propio=Celda("elena"), ajeno=Celda("elena"), lejos=Celda(no_existe="elena")
    ),
    "asignacion_terminar": de(
        "asignacion", propio=Celda("elena"), ajeno=Celda("elena"), lejos=Celda(no_existe="elena")
    ),
    # Schools
    "escuela_list": pagina(TODAS),
    "escuela_detail": de(
        "escuela",
        propio=Celda("ana nora beto carmen rosa hugo " + REGION, no_existe="dario"),
        ajeno=Celda("ana nora beto carmen " + REGION, no_existe="dario rosa hugo"),
        lejos=Celda(no_existe=TODAS),
    ),
    # Visits
    "visita_list": pagina(ACOMPANANTES),
    "calendario": pagina(ACOMPANANTES),
    "programar": pagina(ACOMPANANTES, metodo="post"),
    "reprogramar": solo_de_ana("programada"),
    "no_realizada": solo_de_ana("programada"),
    "visitas_de_docente": de(
        "docente",
        propio=Celda("ana rosa", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=LEEN_VISITAS),
    ),
    "compromiso_list": pagina(LEEN_VISITAS),
    "visitas_de_mi_escuela": pagina("hugo"),
    "visita_nueva": pagina(ACOMPANANTES),
    "borrador": solo_de_ana("borrador"),
    "borrador_guardar": solo_de_ana("borrador", metodo="post"),
    "borrador_terminar": solo_de_ana("borrador", metodo="post"),
    "borrador_descartar": solo_de_ana("borrador"),
    "visita_detail": de(
        "visita",
        propio=Celda("ana rosa", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=LEEN_VISITAS),
    ),
    "visita_historia": de(
        "visita",
        propio=Celda("ana rosa", no_existe="nora beto"),
        ajeno=Celda("beto", no_existe="ana nora rosa"),
        lejos=Celda(no_existe=LEEN_VISITAS),
    ),
    "visita_corregir": solo_de_ana("visita", metodo="post", estado="sigue"),
    "nota_privada": solo_de_ana("visita"),
    # Dashboards and reports
    "inicio": pagina(TODAS),
    "tablero": pagina("carmen dario elena fidel ines admin"),
    "tablero_ugel": de(
        "ugel",
        propio=Celda("carmen elena fidel ines admin", no_existe="dario"),
        ajeno=Celda("dario elena fidel ines admin", no_existe="carmen"),
        lejos=Celda(no_existe="carmen dario elena fidel ines admin"),
    ),
    "reporte_list": pagina("carmen dario elena fidel"),
    "reporte_pedir": pagina("carmen dario elena fidel", metodo="post"),
    "reporte_detail": solo_de_carmen(),
    "reporte_estado": solo_de_carmen(),
    "reporte_descargar": solo_de_carmen(),
    "reporte_reintentar": solo_de_carmen(metodo="post", estado="sigue"),
}
