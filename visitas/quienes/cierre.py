"""Advice to directors, handover, final report and closing: who sees it."""


def quien_ve_la_asesoria(es_director, es_borrador=False) -> list[dict]:
    if es_borrador:
        return [
            {"ve": True, "texto": "Ahora, solo tú: es un borrador."},
            {"ve": True, "texto": "La dirección de la escuela: todo lo de esta página, cuando la termines."},
            {"ve": False, "texto": "Docentes, UGEL y región: nada de lo que se conversa aquí."},
        ]
    return [
        {
            "ve": True,
            "texto": "Tú y quien acompaña hoy a tu escuela."
            if es_director
            else "Tú, mientras acompañes a la escuela, y su dirección.",
        },
        {"ve": False, "texto": "Los docentes de la escuela: no ven esta asesoría."},
        {"ve": False, "texto": "UGEL y región: solo cuántas asesorías se hicieron."},
    ]


def quien_ve_el_traspaso(docente, usuario) -> list[dict]:
    if docente.usuario_id == usuario.pk:
        return [
            {"ve": True, "texto": "Tú: todo, siempre. Tu decisión se puede cambiar cuando quieras."},
            {"ve": True, "texto": "Quien te acompañó y quien te acompaña hoy: tu decisión y tu palabra."},
            {"ve": True, "texto": "Quien te acompaña hoy: solo lo que dejas pasar."},
            {"ve": False, "texto": "La dirección, la UGEL y la región: nada de esta página."},
        ]
    nombre = docente.primer_nombre
    return [
        {"ve": True, "texto": f"{nombre}: todo lo de esta página, y lee la nota antes que nadie."},
        {"ve": True, "texto": f"Quien acompaña hoy a {nombre}: lo que {nombre} deja pasar."},
        {"ve": True, "texto": "Quien acompañó antes: la decisión y la palabra, 90 días."},
        {"ve": False, "texto": "La dirección, la UGEL y la región: nada de esta página."},
    ]


def quien_ve_los_traspasos() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: los docentes que recibes y los que entregaste hace menos de 90 días."},
        {"ve": True, "texto": "Cada docente: lo suyo, y decide qué pasa."},
        {"ve": False, "texto": "La dirección, la UGEL y la región: nada de esta página."},
    ]


def quien_ve_el_informe() -> list[dict]:
    return [
        {"ve": True, "texto": "Quien lo escribe, siempre."},
        {"ve": True, "texto": "El formador de la región, una vez enviado."},
        {"ve": False, "texto": "UGEL, dirección y docentes: nada de este informe."},
        {"ve": False, "texto": "Nadie ve aquí niveles ni nombres de docentes: el informe no los tiene."},
    ]


def quien_ve_el_cierre() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: a quienes acompañas hoy."},
        {"ve": True, "texto": "Cada docente: lo suyo, en su página."},
        {"ve": False, "texto": "Formación, UGEL y región: solo cuántas visitas de cierre se hicieron."},
    ]
