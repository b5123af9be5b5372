"""Who can see what is on a page about a visit, in the words of the box "Quién puede ver esto"."""

from docentes.models import Rol


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
