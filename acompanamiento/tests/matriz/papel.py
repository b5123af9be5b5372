"""The forms on paper, and typing them back."""

from .celdas import ACOMPANANTES, Celda, de, pagina, solo_de_ana

FILAS = {
    "papel": pagina(ACOMPANANTES),
    "papel_de_observacion": pagina(ACOMPANANTES + " fidel"),
    "papel_en_blanco": de(
        "impreso", propio=Celda(ACOMPANANTES), ajeno=Celda(ACOMPANANTES), lejos=Celda(no_existe=ACOMPANANTES)
    ),
    "papel_de_visita": solo_de_ana("programada"),
    "transcribir": pagina(ACOMPANANTES),
    "borrador_papel": solo_de_ana("borrador"),
}
