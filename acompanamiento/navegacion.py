"""What every page needs to draw its frame: the bar by role and whether the data are synthetic."""

from django.urls import reverse

from docentes.models import Rol

ENTRADAS = {
    Rol.ACOMPANANTE: [
        ("Inicio", "inicio"),
        ("Docentes", "docente_list"),
        ("Línea de base", "linea_de_base_list"),
        ("Plan", "plan"),
        ("Visitas", "visita_list"),
        ("Sesiones", "sesion_list"),
        ("Agenda", "agenda"),
    ],
    Rol.FORMADOR: [
        ("Inicio", "inicio"),
        ("Tablero", "tablero"),
        ("Acompañantes", "acompanante_list"),
        ("Planes", "plan_list"),
        ("Casos", "caso_list"),
        ("Reportes", "reporte_list"),
    ],
    Rol.COORDINADOR: [
        ("Inicio", "inicio"),
        ("Tablero", "tablero"),
        ("Asignaciones", "asignacion_list"),
        ("Acompañantes", "acompanante_list"),
        ("Reportes", "reporte_list"),
        ("Escuelas", "escuela_list"),
    ],
    Rol.ESPECIALISTA: [
        ("Inicio", "inicio"),
        ("Actividad", "tablero"),
        ("Reportes", "reporte_list"),
        ("Escuelas", "escuela_list"),
    ],
    Rol.DOCENTE: [
        ("Inicio", "inicio"),
        ("Plan", "plan_mio"),
        ("Compromisos", "compromiso_list"),
        ("Sesiones", "sesion_list"),
        ("Reflexiones", "reflexion_list"),
        ("Quién ha visto mi información", "lectura_list"),
    ],
    Rol.DIRECTOR: [
        ("Inicio", "inicio"),
        ("Visitas a la escuela", "visitas_de_mi_escuela"),
        ("Línea de base", "caracterizacion_list"),
        ("Mi asesoría", "mi_asesoria"),
        ("Docentes", "docente_list"),
    ],
    Rol.ADMINISTRADOR: [
        ("Inicio", "inicio"),
        ("Cuentas", "cuenta_list"),
        ("Actividad", "tablero"),
        ("Lecturas", "lectura_list"),
    ],
    Rol.OFICIAL: [
        ("Inicio", "inicio"),
        ("Actividad", "tablero"),
        ("Solicitudes", "solicitud_list"),
        ("Lecturas", "lectura_list"),
        ("Tratamiento", "tratamiento"),
    ],
}

# What does not fit in the bar: the home page lists it, each with what it is for.
TAMBIEN = {
    Rol.ACOMPANANTE: [
        ("Cuaderno de campo", "campo", "Registra visitas sin señal; se envían solas."),
        ("Dos versiones", "conflicto_list", "Lo que cambiaste en dos equipos: compara y elige."),
        ("Formularios en papel", "papel", "Imprime los instrumentos y pasa lo llenado a mano."),
        ("Subir una copia", "maletin", "La copia de un cuaderno que no encontró señal."),
        ("Directores", "asesoria_list", "La asesoría en gestión, con sus compromisos."),
        ("Viajes", "viaje_list", "Varias escuelas en una ruta, con alternativas."),
        ("Comunidad", "fragmento_list", "Lo que tus docentes ofrecen para mirar juntos."),
        ("Casos", "caso_list", "Visitas que conversas con el formador, sin nombres."),
        ("Calibración", "calibracion_list", "La misma clase, mirada por todos."),
        ("Cómo escribo mis visitas", "calidad", "Evidencia y compromisos, en cuentas."),
        ("Cuando me acompañan", "observacion_list", "Las visitas del formador a tu trabajo."),
        ("Horas fuera", "dedicacion", "El tiempo fuera del acompañamiento, por tipo y mes."),
        ("Cierre del año", "cierre_del_anio", "Lo que falta, los traspasos y tu informe final."),
        ("Escuelas", "escuela_list", "El padrón de tu UGEL."),
    ],
    Rol.FORMADOR: [
        ("Calidad", "calidad", "Cómo se escriben las visitas, en cuentas."),
        ("Calibración", "calibracion_list", "La misma clase, mirada por todos."),
        ("Visitas de campo", "observacion_list", "Tu acompañamiento a cada acompañante."),
        ("Línea de base", "caracterizacion_list", "Las escuelas de la región, al inicio y al cierre."),
        ("Dedicación", "dedicacion_region", "Horas de acompañamiento y horas fuera."),
        ("Informes finales", "informe_list", "El cierre de cada acompañante."),
    ],
    Rol.COORDINADOR: [
        ("Equipos de campo", "equipo_list", "Lo que espera señal o una asignación, en cuentas."),
        ("Subir una copia", "maletin", "La copia de un cuaderno que no encontró señal."),
    ],
    Rol.DOCENTE: [
        ("Comunidad", "fragmento_list", "Fragmentos de práctica para mirar entre colegas."),
        ("Línea de base", "caracterizacion_list", "De dónde parte tu escuela."),
        ("Traspasos", "traspaso_list", "Qué pasa a quien te acompañe después: tú decides."),
        ("Mis derechos", "derecho_list", "Tus datos en un archivo y tus solicitudes."),
    ],
}


def contexto(request):
    """Return `navegacion`, a list of {texto, url, actual}, `tambien`, of (text, name, for what), `datos_sinteticos`, and
    `bandeja_url`, the field notebook of who captures visits, None for the others.
    """
    usuario = getattr(request, "user", None)
    if usuario is None or not usuario.is_authenticated:
        return {"navegacion": [], "tambien": [], "datos_sinteticos": False, "bandeja_url": None}
    return {
        "navegacion": _barra(usuario, request.path),
        "tambien": TAMBIEN.get(usuario.rol, []),
        "datos_sinteticos": usuario.es_sintetica,
        "bandeja_url": reverse("campo") if usuario.rol == Rol.ACOMPANANTE else None,
    }


def _barra(usuario, ruta):
    entradas = [{"texto": texto, "url": reverse(nombre)} for texto, nombre in ENTRADAS[usuario.rol]]
    actual = _la_mas_cercana(entradas, ruta)
    return [entrada | {"actual": entrada is actual} for entrada in entradas]


def _la_mas_cercana(entradas, ruta):
    """Return the entry whose address is the longest beginning of `ruta`; the home only for itself."""
    contienen = [e for e in entradas if e["url"] == ruta or (e["url"] != "/" and ruta.startswith(e["url"]))]
    return max(contienen, key=lambda e: len(e["url"]), default=None)
