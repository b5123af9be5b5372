"""A school at the start of the year, and the needs of its teachers: who sees it."""

LEEN_LA_BASE = {
    "acompanante": "quien acompaña la escuela hoy",
    "director": "la dirección",
    "docente": "los docentes de la escuela",
    "formador": "formación regional",
}


def quien_ve_la_linea_de_base(usuario) -> list[dict]:
    otros = [texto for rol, texto in LEEN_LA_BASE.items() if rol != usuario.rol]
    pequenos = (
        "Los niveles de un grado de 1 a 4 estudiantes: solo tú; los demás ven el total."
        if usuario.rol == "acompanante"
        else "Los niveles de un grado de 1 a 4 estudiantes: solo quien acompaña; aquí ves el total."
    )
    return [
        {"ve": True, "texto": f"Tú, {', '.join(otros[:-1])} y {otros[-1]}."},
        {"ve": usuario.rol == "acompanante", "texto": pequenos},
        {"ve": False, "texto": "UGEL y coordinación regional: solo cuántas escuelas tienen línea de base."},
    ]


def quien_ve_el_borrador_de_base() -> list[dict]:
    return [
        {"ve": True, "texto": "Ahora, solo quien acompaña la escuela: es un borrador."},
        {
            "ve": True,
            "texto": "Cuando la termines: la dirección, los docentes de la escuela y formación regional.",
        },
        {"ve": False, "texto": "UGEL y coordinación regional: solo que la escuela ya tiene línea de base."},
    ]


def quien_ve_la_cobertura_de_base() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: las escuelas y los docentes que acompañas hoy."},
        {"ve": True, "texto": "Cada docente: sus necesidades y la línea de base de su escuela."},
        {"ve": True, "texto": "La dirección: la línea de base de su escuela, sin necesidades de docentes."},
        {"ve": False, "texto": "Formación, UGEL y región: cuántas hay y cuántas faltan."},
    ]


def quien_ve_las_necesidades(docente, usuario) -> list[dict]:
    nombre = docente.primer_nombre
    es_suya = docente.usuario_id == usuario.pk
    return [
        {"ve": True, "texto": "Tú, siempre." if es_suya else f"{nombre}, siempre."},
        {
            "ve": True,
            "texto": "Quien te acompaña, mientras te acompañe." if es_suya else "Tú, mientras acompañes.",
        },
        {"ve": False, "texto": "La dirección de la escuela: no ve necesidades ni niveles."},
        {
            "ve": False,
            "texto": "Formación, UGEL y región: solo cuántos docentes tienen necesidades priorizadas.",
        },
    ]
