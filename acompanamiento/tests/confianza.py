"""Who may see what (trust.md §2), as one table that tests read. The doors beside it say how each row is reached.

● all of it · R the region's · ◐ own or current only · ✎ what the person wrote · ▲ only a shared case, by pseudonym ·
■ counted, under disclosure control · ○ counted · ◇ the public PDF, by no door of its own · ✗ nothing
"""

from docentes.models import Docente, Lectura
from reportes.permisos import puede_ver_resultados
from visitas.models import (
    Caracterizacion,
    Compromiso,
    Necesidad,
    NivelObservado,
    NotaPrivada,
    Visita,
    VisitaProgramada,
)

COLUMNAS = [
    "docente",
    "acompanante",
    "anterior",
    "formador",
    "coordinador",
    "especialista",
    "director",
    "administrador",
    "oficial",
]
PERSONA = dict(
    zip(COLUMNAS, ["rosa", "ana", "nora", "fidel", "elena", "carmen", "hugo", "admin", "ines"], strict=True)
)

TABLA = {
    #                          doc aco ant for coo esp dir adm ofi
    "identidad y contacto":    "◐   ◐   ✗   ✗   ✗   ✗   ◐   ✗   ✗",
    "lo escrito y conversado": "◐   ◐   ✎   ▲   ✗   ✗   ✗   ✗   ✗",
    "compromisos":             "◐   ◐   ✎   ▲   ✗   ✗   ✗   ✗   ✗",
    "niveles de un docente":   "◐   ◐   ✗   ▲   ✗   ✗   ✗   ✗   ✗",
    "notas privadas":          "✗   ✎   ✎   ✗   ✗   ✗   ✗   ✗   ✗",
    "necesidades":             "◐   ◐   ✗   ▲   ✗   ✗   ✗   ✗   ✗",
    "línea de base de escuela": "◐  ◐   ✗   R   ■   ■   ◐   ✗   ■",
    "que hubo una visita":     "◐   ◐   ✎   ○   ○   ○   ◐   ✗   ○",
    "visita programada":       "◐   ◐   ✗   ○   ○   ○   ◐   ✗   ○",
    "resultados agregados":    "◇   ◇   ◇   ■   ■   ■   ✗   ✗   ■",
    "registro de lecturas":    "◐   ✎   ✎   ✎   ✎   ✎   ✎   ○   ●",
}  # fmt: skip
SIMBOLOS = {dato: dict(zip(COLUMNAS, fila.split(), strict=True)) for dato, fila in TABLA.items()}

# What each symbol lets be read one by one, as tenants of the tests' world; `anterior` is what Nora wrote about Rosa.
LEE = {
    "●": {"propio", "ajeno", "lejos"},
    "R": {"propio", "ajeno"},
    "◐": {"propio", "anterior"},
    **{simbolo: set() for simbolo in "▲■○◇✗"},
}
ESCRITO_POR = {"acompanante": {"propio"}, "anterior": {"anterior"}}
# What may be counted: the region's, which the UGEL of these tenants shares.
CUENTA = {"■": {"propio", "ajeno"}, "○": {"propio", "ajeno"}}


def lee(columna: str, simbolo: str) -> set:
    return ESCRITO_POR.get(columna, set()) if simbolo == "✎" else LEE[simbolo]


def _fechas(modelo):
    def puerta(usuario):
        return modelo.objects.visibles_para(usuario) | modelo.objects.fechas_para(usuario)

    return puerta


# How each row is read one by one, and how it is counted: a function of the person; what cannot be counted has none.
PUERTAS = {
    "identidad y contacto": (Docente.objects.visibles_para, None),
    "lo escrito y conversado": (Visita.objects.visibles_para, None),
    "compromisos": (Compromiso.objects.visibles_para, None),
    "niveles de un docente": (NivelObservado.objects.visibles_para, None),
    "notas privadas": (NotaPrivada.objects.visibles_para, None),
    "necesidades": (Necesidad.objects.visibles_para, None),
    "línea de base de escuela": (
        Caracterizacion.objects.visibles_para,
        Caracterizacion.objects.agregables_para,
    ),
    "que hubo una visita": (_fechas(Visita), Visita.objects.agregables_para),
    "visita programada": (_fechas(VisitaProgramada), VisitaProgramada.objects.agregables_para),
    "registro de lecturas": (Lectura.objects.visibles_para, Lectura.objects.agregables_para),
}
RESULTADOS = {"resultados agregados": puede_ver_resultados}
