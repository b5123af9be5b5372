"""What every page needs to draw its frame: the bar by role and whether the data are synthetic."""

from django.urls import reverse

from docentes.models import Rol

ENTRADAS = {
    Rol.ACOMPANANTE: [
        ("Inicio", "inicio"),
        ("Docentes", "docente_list"),
        ("Visitas", "visita_list"),
        ("Calendario", "calendario"),
        ("Escuelas", "escuela_list"),
    ],
    Rol.FORMADOR: [
        ("Inicio", "inicio"),
        ("Tablero", "tablero"),
        ("Acompañantes", "acompanante_list"),
        ("Reportes", "reporte_list"),
        ("Escuelas", "escuela_list"),
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
        ("Mi acompañamiento", "inicio"),
        ("Mis compromisos", "compromiso_list"),
        ("Quién ha visto mi información", "lectura_list"),
    ],
    Rol.DIRECTOR: [
        ("Inicio", "inicio"),
        ("Visitas a la escuela", "visitas_de_mi_escuela"),
        ("Docentes", "docente_list"),
    ],
    Rol.ADMINISTRADOR: [("Inicio", "inicio"), ("Cuentas", "cuenta_list"), ("Actividad", "tablero")],
    Rol.OFICIAL: [("Inicio", "inicio"), ("Actividad", "tablero"), ("Lecturas", "lectura_list")],
}


def contexto(request):
    """Return `navegacion`, a list of {texto, url, actual}, and `datos_sinteticos`."""
    usuario = getattr(request, "user", None)
    if usuario is None or not usuario.is_authenticated:
        return {"navegacion": [], "datos_sinteticos": False}
    return {"navegacion": _barra(usuario, request.path), "datos_sinteticos": usuario.es_sintetica}


def _barra(usuario, ruta):
    entradas = [{"texto": texto, "url": reverse(nombre)} for texto, nombre in ENTRADAS[usuario.rol]]
    actual = _la_mas_cercana(entradas, ruta)
    return [entrada | {"actual": entrada is actual} for entrada in entradas]


def _la_mas_cercana(entradas, ruta):
    """Return the entry whose address is the longest beginning of `ruta`; the home only for itself."""
    contienen = [e for e in entradas if e["url"] == ruta or (e["url"] != "/" and ruta.startswith(e["url"]))]
    return max(contienen, key=lambda e: len(e["url"]), default=None)
