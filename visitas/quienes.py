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


def quien_ve_las_sesiones(es_docente) -> list[dict]:
    if es_docente:
        tu = "Tú: las sesiones a las que te invitaron, sus acuerdos y si asististe. No ves quién más asistió."
    else:
        tu = "Tú: tus sesiones, y la asistencia de quienes acompañas hoy."
    return [
        {"ve": True, "texto": tu},
        {
            "ve": True,
            "texto": "Quien organiza la sesión: además, la asistencia."
            if es_docente
            else "Cada docente invitado: el tema, lo que se hizo, los acuerdos y su propia asistencia.",
        },
        {"ve": False, "texto": "La dirección de la escuela: nada de las sesiones."},
        {
            "ve": False,
            "texto": "Formación, UGEL y región: cuántas sesiones, cuántas horas y cuántos asistieron.",
        },
    ]


def quien_ve_la_comunidad(comunidad, usuario) -> list[dict]:
    """`comunidad` is a visitas.comunidad.Comunidad, None for a teacher whom nobody accompanies today."""
    nadie = [
        {"ve": False, "texto": "Quien deja la comunidad deja de leer lo compartido."},
        {
            "ve": False,
            "texto": "Dirección, formación, UGEL y región: nada, ni siquiera cuántos fragmentos hay.",
        },
    ]
    if comunidad is None:
        return [{"ve": True, "texto": "Solo tú: hoy no eres parte de una comunidad."}, *nadie]
    quien = "Tú" if comunidad.acompanante.usuario_id == usuario.pk else str(comunidad.acompanante)
    return [
        {
            "ve": True,
            "texto": f"Los docentes que {'acompañas' if quien == 'Tú' else f'{quien} acompaña'} hoy.",
        },
        {
            "ve": True,
            "texto": f"{quien}, mientras acompañe{'s' if quien == 'Tú' else ''} a su autora o autor.",
        },
        *nadie,
    ]
