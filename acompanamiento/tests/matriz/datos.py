"""The notice, the register of processing, rights requests and each person's own data."""

from .celdas import TODAS, Celda, Fila, de, pagina

OFICIAL = {"propio": Celda("ines"), "ajeno": Celda("ines"), "lejos": Celda(no_existe="ines")}
SOLO_LA_SUYA = {
    "propio": Celda("rosa", no_existe=TODAS.replace("rosa ", "")),
    "ajeno": Celda("beto", no_existe=TODAS.replace("beto ", "")),
    "lejos": Celda(no_existe=TODAS),
}

FILAS = {
    "aviso": Fila(publica=True),
    "aviso_aceptar": pagina(sigue=TODAS, metodo="post"),
    "tratamiento": pagina(TODAS),
    "derecho_list": pagina(TODAS),
    "derecho_detail": de("solicitud", **SOLO_LA_SUYA),
    "solicitud_list": pagina("ines"),
    "solicitud_detail": de("solicitud", **OFICIAL),
    "solicitud_tomar": de(
        "solicitud",
        propio=Celda(sigue="ines"),
        ajeno=Celda(sigue="ines"),
        lejos=Celda(no_existe="ines"),
        metodo="post",
    ),
    "copia_json": de("solicitud", **OFICIAL, metodo="post"),
    "copia_pdf": de("solicitud", **OFICIAL, metodo="post"),
    "mis_datos_json": pagina(TODAS),
    "mis_datos_pdf": pagina(TODAS),
}
