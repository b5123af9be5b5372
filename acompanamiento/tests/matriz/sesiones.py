"""Group sessions and the learning community."""

from .celdas import ACOMPANANTES, LEEN_VISITAS, Celda, de, pagina, solo_de_ana

DE_LOS_DOS = {
    "propio": Celda("ana rosa", no_existe="nora beto"),
    "ajeno": Celda("beto", no_existe="ana nora rosa"),
    "lejos": Celda(no_existe=LEEN_VISITAS),
}
SOLO_DE_ROSA = {
    "propio": Celda("rosa"),
    "ajeno": Celda(no_existe="rosa"),
    "lejos": Celda(no_existe="rosa"),
}

FILAS = {
    "sesion_list": pagina(LEEN_VISITAS),
    "sesion_crear": pagina(ACOMPANANTES),
    "sesion_proponer": pagina(ACOMPANANTES),
    "sesion_detail": de("sesion", **DE_LOS_DOS),
    "sesion_editar": solo_de_ana("sesion"),
    "sesion_registrar": solo_de_ana("sesion"),
    "sesion_reprogramar": solo_de_ana("sesion"),
    "sesion_no_realizada": solo_de_ana("sesion"),
    "sesion_cancelar": solo_de_ana("sesion"),
    "fragmento_list": pagina(LEEN_VISITAS),
    "fragmento_crear": pagina("rosa"),
    "fragmento_detail": de("fragmento", **DE_LOS_DOS),
    "fragmento_comentar": de("fragmento", **DE_LOS_DOS, metodo="post"),
    "fragmento_vincular": solo_de_ana("fragmento"),
    "fragmento_editar": de("fragmento_en_borrador", **SOLO_DE_ROSA),
    "fragmento_compartir": de("fragmento_en_borrador", **SOLO_DE_ROSA),
    "fragmento_descartar": de("fragmento_en_borrador", **SOLO_DE_ROSA),
    "fragmento_retirar": de("fragmento", **SOLO_DE_ROSA),
}
