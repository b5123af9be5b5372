"""The agenda and its secret address, the trips, and the hours outside accompaniment."""

from .celdas import ACOMPANANTES, SIN_SESION, TODAS, Celda, Fila, pagina, solo_de_ana

CUALQUIERA = " ".join([TODAS, *SIN_SESION])

FILAS = {
    "agenda": pagina(ACOMPANANTES),
    "agenda_descargar": pagina(ACOMPANANTES),
    "agenda_suscripcion": pagina(ACOMPANANTES),
    # The token is the key, whoever brings it; that of `lejos` was switched off.
    "agenda_ics": Fila(
        {"propio": Celda(CUALQUIERA), "ajeno": Celda(CUALQUIERA), "lejos": Celda(no_existe=CUALQUIERA)},
        objeto="direccion",
        publica=True,
    ),
    "agenda_suscripcion_crear": pagina(ACOMPANANTES, metodo="post"),
    "agenda_suscripcion_apagar": pagina(sigue=ACOMPANANTES, metodo="post"),
    "viaje_list": pagina(ACOMPANANTES),
    "viaje_proponer": pagina(ACOMPANANTES),
    "viaje_crear": pagina(sigue=ACOMPANANTES, metodo="post"),
    "viaje_detail": solo_de_ana("viaje"),
    "viaje_editar": solo_de_ana("viaje"),
    "viaje_mover": solo_de_ana("viaje"),
    "viaje_cancelar": solo_de_ana("viaje"),
    "viaje_hoja": solo_de_ana("viaje"),
    "dedicacion": pagina(ACOMPANANTES),
    "dedicacion_region": pagina("fidel"),
}
