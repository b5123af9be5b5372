"""What the field app speaks with: JSON, and 401 instead of the sign-in page."""

from .celdas import ACOMPANANTES, Celda, Fila

FILAS = {
    "campo_estado": Fila(publica=True),
    "campo_esquema": Fila(publica=True),
    "campo_paquete": Fila({"": Celda(ACOMPANANTES)}, json=True),
    "campo_sync": Fila({"": Celda(ACOMPANANTES)}, metodo="post", json=True),
    "campo_recibos": Fila({"": Celda(ACOMPANANTES)}, metodo="post", json=True),
}
