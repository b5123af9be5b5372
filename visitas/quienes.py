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


def quien_ve_los_viajes() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: tus viajes y las visitas a quienes acompañas hoy."},
        {"ve": True, "texto": "Cada docente: la fecha de su visita, no tu ruta."},
        {"ve": False, "texto": "Dirección, UGEL y región: no ven tus viajes."},
    ]


def quien_ve_la_suscripcion() -> list[dict]:
    return [
        {"ve": True, "texto": "Quien tenga la dirección secreta: fecha, tipo de visita, escuela y lugar."},
        {"ve": False, "texto": "Nadie verá ahí nombres de docentes, temas ni nada de lo conversado."},
    ]


def quien_ve_la_dedicacion(es_formador=False) -> list[dict]:
    return [
        {
            "ve": True,
            "texto": "Tú: los totales de tu región." if es_formador else "Tú, que eres quien la anota.",
        },
        {
            "ve": True,
            "texto": "Cada acompañante: lo suyo, y solo él o ella lo anota."
            if es_formador
            else "El formador regional: los totales por tipo, para defender tu tiempo.",
        },
        {"ve": False, "texto": "UGEL, dirección y coordinación: no la ven ni pueden encargarte nada aquí."},
    ]


def quien_ve_el_plan() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: el plan entero, de los docentes que acompañas hoy."},
        {"ve": True, "texto": "Cada docente: solo su matriz, cuando ya se envió."},
        {"ve": True, "texto": "El formador regional: lo que envías, con letras en vez de nombres."},
        {"ve": False, "texto": "La dirección de la escuela y la UGEL: no ven el plan."},
    ]


def quien_ve_la_revision_del_plan() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú y su autor: el plan que se envió y los comentarios."},
        {
            "ve": False,
            "texto": "No ves nombres de docentes ni de escuelas, ni lo que se escribe en las visitas.",
        },
        {"ve": False, "texto": "La dirección de la escuela y la UGEL: no ven el plan ni los comentarios."},
    ]


def quien_ve_su_matriz() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú, siempre: solo tu parte del plan."},
        {"ve": True, "texto": "Quien te acompaña, mientras te acompañe."},
        {"ve": True, "texto": "El formador regional, con una letra en vez de tu nombre."},
        {"ve": False, "texto": "La dirección de tu escuela, la UGEL y la región: no la ven."},
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


def quien_ve_los_equipos() -> list[dict]:
    return [
        {"ve": True, "texto": "Tú: cuántos registros esperan en cada equipo y desde cuándo."},
        {"ve": True, "texto": "Cada acompañante: lo suyo, entero, en su cuaderno de campo."},
        {"ve": False, "texto": "Nadie de la región: qué dice un registro ni de qué docente es."},
    ]
