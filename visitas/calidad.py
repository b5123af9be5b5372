"""How a visit is written: counts that say whether evidence is descriptive and commitments specific. Pure.

A transparent rule, the same for everybody and explained on the page (CRITERIOS). It looks at the writing of the
acompañante, never at the teacher, and its result is counts: no text leaves the visit.
"""

import re
from datetime import date

from acompanamiento.comun.texto import sin_tildes

VERSION = 1
LARGO_DE_EVIDENCIA = 40
LARGO_DE_COMO = 15
PALABRAS_DE_UN_PASO = 5
PASOS = ("describir", "explicar", "confrontar", "reconstruir")

CRITERIOS = (
    (
        "Evidencia descriptiva",
        "De los niveles registrados (sin contar «no observado»), los que llevan una evidencia de 40 letras o más "
        "con un dato que otra persona podría haber visto u oído: un número o una hora, palabras entre comillas, o un "
        "verbo de lo que se ve (pregunta, responde, escribe, reparte, cuenta…).",
    ),
    (
        "Compromisos específicos",
        "De los compromisos acordados, los que dicen cómo se sabrá que se cumplieron (15 letras o más). "
        "El plazo lo llevan todos.",
    ),
    (
        "Con palabra del docente",
        "De las visitas registradas, aquellas cuyo diálogo tiene al menos un paso con cinco palabras o más.",
    ),
    ("Palabras en el diálogo", "Promedio de palabras escritas en los cuatro pasos, por visita."),
    ("Duración", "Promedio de la visita, de la hora de inicio a la de fin."),
    ("Días hasta registrar", "Promedio de días entre la visita y su llegada al sistema."),
)

# Beginnings of words for what is seen or heard in a room, without accents; `\b` closes those that are whole words.
VERBO = re.compile(
    r"\b(?:pregunt|respond|contest|escrib|escrit|lee\b|leen|leye|leyo|cuenta|cuentan|conto|contar|conte|repart|entreg|"
    r"mostr|muestra|dijo|dije|dice|explica\b|explico|explicar|levant|agrup|reunio|reunie|trabajan|trabajar|usa\b|usan|"
    r"usar|dibuj|compara|comparo|comparti|resolv|resuelv|corrig|pasa\b|pasan|camin|acerc|esper|escuch|nombr|pide|pidi|"
    r"revis|anot|copia|copio|expon|expus|observ|registr|sale\b|salen|salio|empez|termin|propon|propus|ayuda\b|ayudan|"
    r"ayudo|elig|ordena\b|ordenan|manipul|mide|midi|jueg)"
)
COMILLAS = re.compile(r"«[^»]{3,}»|“[^”]{3,}”|\"[^\"]{3,}\"")
DATO = re.compile(r"\d")
PALABRA = re.compile(r"[^\W\d_]+")


def es_descriptiva(evidencia: str) -> bool:
    """Whether another person could have seen or heard what the evidence says."""
    texto = " ".join(evidencia.split())
    if len(texto) < LARGO_DE_EVIDENCIA:
        return False
    return bool(DATO.search(texto) or COMILLAS.search(texto) or VERBO.search(sin_tildes(texto)))


def es_especifico(compromiso: dict) -> bool:
    """Whether it says how it will be known, and until when."""
    return len(" ".join(compromiso["como"].split())) >= LARGO_DE_COMO and bool(compromiso["hasta"])


def medir(contenido: dict, recibida: date) -> dict:
    """Return the counts of one visit's content: the columns of CalidadDeVisita."""
    niveles = [n for n in contenido["niveles"] if n["nivel"] is not None]
    pasos = [len(PALABRA.findall(contenido["dialogo"][paso])) for paso in PASOS]
    return {
        "niveles": len(niveles),
        "niveles_descriptivos": sum(es_descriptiva(n["evidencia"]) for n in niveles),
        "compromisos": len(contenido["compromisos"]),
        "compromisos_especificos": sum(map(es_especifico, contenido["compromisos"])),
        "con_palabra": max(pasos) >= PALABRAS_DE_UN_PASO,
        "palabras_de_dialogo": sum(pasos),
        "dias_hasta_registro": max(0, (recibida - date.fromisoformat(contenido["fecha"])).days),
        "version": VERSION,
    }
