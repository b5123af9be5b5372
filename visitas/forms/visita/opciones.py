"""Grades, areas and languages that the form offers. Their codes travel in the content of a visit."""

from visitas.models import NivelEducativo

GRADOS = {
    NivelEducativo.INICIAL: {"3": "3 años", "4": "4 años", "5": "5 años"},
    NivelEducativo.PRIMARIA: {str(n): f"{n}.º" for n in range(1, 7)},
    NivelEducativo.SECUNDARIA: {str(n): f"{n}.º" for n in range(1, 6)},
}
_COMUNES = {
    "comunicacion": "Comunicación",
    "matematica": "Matemática",
    "ciencia_tecnologia": "Ciencia y Tecnología",
}
_DE_ESCUELA = {
    "arte_cultura": "Arte y Cultura",
    "educacion_fisica": "Educación Física",
    "religion": "Educación Religiosa",
    "ingles": "Inglés",
    "tutoria": "Tutoría",
}
AREAS = {
    NivelEducativo.INICIAL: {
        **_COMUNES,
        "personal_social": "Personal Social",
        "psicomotriz": "Psicomotriz",
    },
    NivelEducativo.PRIMARIA: {
        **_COMUNES,
        "personal_social": "Personal Social",
        **_DE_ESCUELA,
    },
    NivelEducativo.SECUNDARIA: {
        **_COMUNES,
        "ciencias_sociales": "Ciencias Sociales",
        "desarrollo_personal": "Desarrollo Personal, Ciudadanía y Cívica",
        "educacion_trabajo": "Educación para el Trabajo",
        **_DE_ESCUELA,
    },
}
LENGUAS = {"castellano": "Castellano", "quechua": "Quechua", "awajun": "Awajún"}


def nombre_de_area(codigo: str) -> str:
    """Return the name on screen of an area: the catalogue's, or the person's own words for another one."""
    todas = {c: n for areas in AREAS.values() for c, n in areas.items()}
    return todas.get(codigo, codigo)


def nombre_de_lengua(codigo: str) -> str:
    return LENGUAS.get(codigo, codigo)


def nombre_de_grado(nivel: str, grado: str) -> str:
    return GRADOS[nivel].get(grado, grado)


def opciones_de(nivel) -> dict[str, dict[str, str]]:
    """{"grados", "areas", "lenguas": {code: name}} of a level."""
    return {"grados": GRADOS[nivel], "areas": AREAS[nivel], "lenguas": LENGUAS}
