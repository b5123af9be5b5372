"""The field: two versions of a record, and the devices: who sees it."""


def quien_ve_el_conflicto(docente) -> list[dict]:
    nombre = docente.primer_nombre
    return [
        {"ve": True, "texto": "Las dos versiones: solo tú, que las escribiste."},
        {"ve": True, "texto": f"{nombre}: la que vale, como siempre. Será la que elijas."},
        {"ve": False, "texto": "La versión que no elijas: nadie más. No se borra."},
        {"ve": False, "texto": f"UGEL y región: nada sobre {nombre}."},
    ]


def quien_ve_las_dos_de_una_sesion() -> list[dict]:
    return [
        {"ve": True, "texto": "Las dos versiones: solo tú, que las escribiste."},
        {"ve": True, "texto": "Cada docente invitado: lo que se hizo y los acuerdos de la que elijas."},
        {"ve": False, "texto": "La versión que no elijas: nadie más. No se borra."},
        {"ve": False, "texto": "La dirección de la escuela: nada de las sesiones."},
    ]


def quien_ve_las_dos_de_una_base() -> list[dict]:
    return [
        {"ve": True, "texto": "Tu versión: solo tú, que la escribiste."},
        {
            "ve": True,
            "texto": "La que elijas: quien acompaña la escuela, la dirección, sus docentes y formación regional.",
        },
        {"ve": False, "texto": "La versión que no elijas: nadie más. No se borra."},
        {"ve": False, "texto": "UGEL y coordinación regional: solo cuántas escuelas tienen línea de base."},
    ]


def quien_ve_los_equipos() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: cuántos registros esperan en cada equipo y desde cuándo."},
        {"ve": True, "texto": "Cada acompañante: lo suyo, entero, en su cuaderno de campo."},
        {"ve": False, "texto": "Nadie de la región: qué dice un registro ni de qué docente es."},
    ]
