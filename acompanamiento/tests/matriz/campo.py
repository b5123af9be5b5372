"""What the field app speaks with: JSON, and 401 instead of the sign-in page."""

from dataclasses import replace

from .celdas import ACOMPANANTES, Celda, Fila, de, pagina, solo_de_ana

DE_REGISTROS = ("rama_de_base", "rama_de_sesion")
FILAS = {
    "conflicto_list": pagina(ACOMPANANTES),
    "conflicto": replace(solo_de_ana("rama"), tambien=DE_REGISTROS),
    "equipo_list": pagina("elena"),
    "equipo_reintentar": de(
        "acompanante",
        propio=Celda(sigue="elena"),
        ajeno=Celda(sigue="elena"),
        lejos=Celda(no_existe="elena"),
        metodo="post",
    ),
    "maletin": pagina("ana nora beto carmen dario elena fidel"),
    "campo": Fila(publica=True),
    "campo_trabajador": Fila(publica=True),
    "campo_manifiesto": Fila(publica=True),
    "campo_cabeza": replace(solo_de_ana("visita"), tambien=DE_REGISTROS, json=True),
    "campo_formulario": replace(solo_de_ana("docente"), json=True),
    "campo_formularios": Fila({"": Celda(ACOMPANANTES)}, json=True),
    "campo_custodia": Fila({"": Celda(ACOMPANANTES)}, metodo="post", json=True),
    "campo_estado": Fila(publica=True),
    "campo_esquema": Fila(publica=True),
    "campo_paquete": Fila({"": Celda(ACOMPANANTES)}, json=True),
    "campo_sync": Fila({"": Celda(ACOMPANANTES)}, metodo="post", json=True),
    "campo_recibos": Fila({"": Celda(ACOMPANANTES)}, metodo="post", json=True),
}
