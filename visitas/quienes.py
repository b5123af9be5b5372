"""Who can see what is on a page about a visit, in the words of the box "Quién puede ver esto"."""


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
