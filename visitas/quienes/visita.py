"""What is about one visit, or the year of one teacher: who sees it."""


def quien_ve_el_borrador(docente) -> list[dict]:
    nombre = docente.primer_nombre
    return [
        {"ve": True, "texto": "Ahora, solo tú: es un borrador."},
        {
            "ve": True,
            "texto": f"{nombre}: todo lo de esta página, cuando la termines. Tus notas privadas, nunca.",
        },
        {"ve": False, "texto": "La dirección de la escuela: solo la fecha y las horas."},
        {"ve": False, "texto": f"UGEL y región: nada sobre {nombre}."},
    ]


def quien_ve_la_visita(docente, usuario) -> list[dict]:
    nombre = docente.primer_nombre
    es_suya = docente.usuario_id == usuario.pk
    return [
        {
            "ve": True,
            "texto": "Tú: todo lo de esta página." if es_suya else f"{nombre}: todo lo de esta página.",
        },
        {"ve": True, "texto": "Quien te acompaña hoy." if es_suya else f"Tú, mientras acompañes a {nombre}."},
        {
            "ve": False,
            "texto": "El formador: solo si se comparte como caso, sin nombres. Queda anotado que la leyó.",
        },
        {"ve": False, "texto": "La dirección de la escuela: solo la fecha y las horas."},
        {"ve": False, "texto": f"UGEL y región: nada sobre {'ti' if es_suya else nombre}."},
    ]


def quien_ve_el_anio(docente, usuario) -> list[dict]:
    nombre = docente.primer_nombre
    es_suya = docente.usuario_id == usuario.pk
    return [
        {"ve": True, "texto": "Tú, siempre." if es_suya else f"{nombre}, siempre."},
        {
            "ve": True,
            "texto": "Quien te acompaña, mientras te acompañe." if es_suya else "Tú, mientras acompañes.",
        },
        {"ve": False, "texto": "La dirección de la escuela: solo fechas, tipo de visita y horas."},
        {
            "ve": False,
            "texto": f"UGEL y región: nada sobre {'ti' if es_suya else nombre}; solo cifras de grupos de 5 docentes o más.",
        },
    ]


def quien_ve_el_calendario() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: las visitas a quienes acompañas hoy."},
        {"ve": True, "texto": "Cada docente: las suyas, con el plan original y los motivos."},
        {"ve": False, "texto": "La dirección de la escuela: fechas, tipo de visita y horas, sin nombres."},
        {"ve": False, "texto": "Formación, UGEL y región: cuántas visitas se hicieron y cuántas faltan."},
    ]


def quien_ve_los_compromisos(es_docente) -> list[dict]:
    return [
        {
            "ve": True,
            "texto": "Tú y quien te acompaña hoy." if es_docente else "Tú y cada docente, los suyos.",
        },
        {"ve": False, "texto": "La dirección de la escuela: no ve compromisos."},
        {"ve": False, "texto": "UGEL y región: solo cuántos se cumplieron, sin texto ni nombres."},
    ]


def quien_ve_las_fechas() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: cuándo se visita la escuela, qué tipo de visita y en qué horas."},
        {"ve": False, "texto": "No ves a qué docente, ni lo que se conversó: eso queda entre los dos."},
    ]
