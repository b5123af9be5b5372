"""The teacher's word, the reflections and the thread: who sees it."""


def quien_ve_la_voz() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú y quien te acompaña hoy."},
        {"ve": True, "texto": "Lo que escribiste antes y cambiaste: solo tú."},
        {
            "ve": False,
            "texto": "La dirección de la escuela, la UGEL y la región: nada. Un desacuerdo no cambia ninguna cuenta.",
        },
    ]


def quien_ve_el_avance() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú y quien te acompaña hoy, al verificar el compromiso."},
        {"ve": False, "texto": "La dirección de la escuela, la UGEL y la región: nada de esto."},
    ]


def quien_ve_mis_reflexiones() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú. Cada reflexión nace solo para ti."},
        {"ve": True, "texto": "Tu acompañante, solo las que le compartas y mientras quieras."},
        {
            "ve": False,
            "texto": "Quien te acompañe después: nada, salvo que se la compartas tú.",
        },
        {"ve": False, "texto": "La dirección de la escuela, la UGEL y la región: ninguna."},
    ]


def quien_ve_el_hilo(docente, usuario) -> list[dict]:
    nombre = docente.primer_nombre
    if docente.usuario_id == usuario.pk:
        return [
            {"ve": True, "texto": "Tú, siempre. Tus reflexiones privadas, solo tú."},
            {"ve": True, "texto": "Quien te acompaña, mientras te acompañe."},
            {"ve": False, "texto": "La dirección de la escuela: solo fechas, tipo de visita y horas."},
            {
                "ve": False,
                "texto": "UGEL y región: nada sobre ti; solo cifras de grupos de 5 docentes o más.",
            },
        ]
    return [
        {"ve": True, "texto": f"{nombre}, siempre. Sus reflexiones privadas, solo {nombre}."},
        {"ve": True, "texto": "Tú, mientras acompañes: de sus reflexiones, las que comparte contigo."},
        {"ve": False, "texto": "La dirección de la escuela: solo fechas, tipo de visita y horas."},
        {"ve": False, "texto": f"UGEL y región: nada sobre {nombre}."},
    ]
