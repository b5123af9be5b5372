"""Group sessions and the learning community: who sees it."""


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
