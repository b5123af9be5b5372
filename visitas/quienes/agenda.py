"""Trips, the .ics feed and the hours of the acompañante: who sees it."""


def quien_ve_los_viajes() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: tus viajes y las visitas a quienes acompañas hoy."},
        {"ve": True, "texto": "Cada docente: la fecha de su visita, no tu ruta."},
        {"ve": False, "texto": "Dirección, UGEL y región: no ven tus viajes."},
    ]


def quien_ve_la_suscripcion() -> list[dict]:
    return [
        {"ve": True, "texto": "Quien tenga la dirección secreta: fecha, tipo de visita, escuela y lugar."},
        {"ve": False, "texto": "Nadie verá ahí nombres de docentes, temas ni nada de lo conversado."},
    ]


def quien_ve_la_dedicacion(es_formador=False) -> list[dict]:
    return [
        {
            "ve": True,
            "texto": "Tú: los totales de tu región." if es_formador else "Tú, que eres quien la anota.",
        },
        {
            "ve": True,
            "texto": "Cada acompañante: lo suyo, y solo él o ella lo anota."
            if es_formador
            else "El formador regional: los totales por tipo, para defender tu tiempo.",
        },
        {"ve": False, "texto": "UGEL, dirección y coordinación: no la ven ni pueden encargarte nada aquí."},
    ]
