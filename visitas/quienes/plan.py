"""The Plan de Acompañamiento: who sees it."""


def quien_ve_el_plan() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: el plan entero, de los docentes que acompañas hoy."},
        {"ve": True, "texto": "Cada docente: solo su matriz, cuando ya se envió."},
        {"ve": True, "texto": "El formador regional: lo que envías, con letras en vez de nombres."},
        {"ve": False, "texto": "La dirección de la escuela y la UGEL: no ven el plan."},
    ]


def quien_ve_la_revision_del_plan() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú y su autor: el plan que se envió y los comentarios."},
        {
            "ve": False,
            "texto": "No ves nombres de docentes ni de escuelas, ni lo que se escribe en las visitas.",
        },
        {"ve": False, "texto": "La dirección de la escuela y la UGEL: no ven el plan ni los comentarios."},
    ]


def quien_ve_su_matriz() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú, siempre: solo tu parte del plan."},
        {"ve": True, "texto": "Quien te acompaña, mientras te acompañe."},
        {"ve": True, "texto": "El formador regional, con una letra en vez de tu nombre."},
        {"ve": False, "texto": "La dirección de tu escuela, la UGEL y la región: no la ven."},
    ]
