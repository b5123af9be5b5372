"""What the formador reads and writes: who sees it."""

from docentes.models import Rol


def quien_ve_el_caso(usuario) -> list[dict]:
    if usuario.rol == Rol.FORMADOR:
        return [
            {"ve": True, "texto": "Tú y los demás formadores, cada uno con otro seudónimo."},
            {"ve": True, "texto": "La docente ve que leíste su visita como caso sin nombres, y cuándo."},
            {"ve": False, "texto": "No ves su nombre, su escuela ni el día. No intentes averiguarlos."},
            {"ve": False, "texto": "UGEL, coordinación y dirección: nada."},
        ]
    return [
        {"ve": True, "texto": "Tú, con el nombre; los formadores de tu región, con un seudónimo que cambia."},
        {"ve": True, "texto": "La docente ve quién leyó su visita como caso sin nombres, y cuándo."},
        {"ve": False, "texto": "UGEL, coordinación y dirección: nada."},
    ]


def quien_ve_la_calidad(usuario) -> list[dict]:
    propias = {"ve": True, "texto": "Cada acompañante: sus propias cuentas."}
    if usuario.rol == Rol.ACOMPANANTE:
        propias = {"ve": True, "texto": "Tú: tus propias cuentas, las mismas que ve el formador."}
    return [
        propias,
        {"ve": True, "texto": "Los formadores de la región: las cuentas, para conversar y aprender."},
        {"ve": False, "texto": "UGEL, coordinación y dirección: nada."},
        {"ve": False, "texto": "Nadie ve aquí lo escrito, las notas privadas ni a los docentes."},
    ]


def quien_ve_la_calibracion(usuario) -> list[dict]:
    es_formador = usuario.rol == Rol.FORMADOR
    return [
        {
            "ve": True,
            "texto": "Antes del cierre, cada quien solo lo suyo; el formador, cuántos respondieron.",
        },
        {
            "ve": True,
            "texto": "Después, tú y los formadores de la región, cada lectura con su nombre."
            if es_formador
            else "Después, tú: lo tuyo junto al grupo, sin firmas. El formador: cada lectura con su nombre.",
        },
        {
            "ve": False,
            "texto": "UGEL, coordinación y dirección: nada. La clase no es de ningún docente real.",
        },
    ]


def quien_ve_la_observacion(usuario) -> list[dict]:
    es_formador = usuario.rol == Rol.FORMADOR
    return [
        {"ve": True, "texto": "Tú." if es_formador else "Tú y el formador que te acompañó."},
        {"ve": True, "texto": "El acompañante, cuando la terminas."}
        if es_formador
        else {"ve": True, "texto": "Tu comentario lo lee también el formador."},
        {"ve": False, "texto": "UGEL, coordinación, dirección y otros formadores: nada."},
        {"ve": False, "texto": "No guarda nada sobre la docente de la clase."},
    ]
