"""A visit's history in words: what each revision changed, field by field, with the text that it replaced."""

from dataclasses import dataclass
from datetime import date, time

from acompanamiento.comun.formato import fecha, hora, romano

from .forms.visita.opciones import nombre_de_area, nombre_de_grado, nombre_de_lengua
from .models import EstadoDeCompromiso

PASOS = ("describir", "explicar", "confrontar", "reconstruir")


@dataclass(frozen=True)
class Cambio:
    """One field: its name on screen, what it said ("" when it is new) and what it says now ("" when it went)."""

    campo: str
    antes: str
    ahora: str


def cambios(anterior: dict, actual: dict, nivel: str) -> list[Cambio]:
    """Return what changed between two contents, in the order of the form. `nivel` is the school's NivelEducativo."""
    antes, ahora = en_palabras(anterior, nivel), en_palabras(actual, nivel)
    campos = [*ahora, *(c for c in antes if c not in ahora)]
    return [
        Cambio(c, antes.get(c, ""), ahora.get(c, "")) for c in campos if antes.get(c, "") != ahora.get(c, "")
    ]


def en_palabras(contenido: dict, nivel: str) -> dict[str, str]:
    """Return {name on screen: text} of everything in a content, the empty ones left out."""
    textos = {
        "Tipo de visita": contenido["tipo"],
        "Fecha": fecha(date.fromisoformat(contenido["fecha"])),
        "Horas": f"{_hora(contenido['inicio'])} a {_hora(contenido['fin'])}",
        "Estudiantes presentes": ", ".join(
            f"{nombre_de_grado(nivel, g['grado'])} {g['presentes']}" for g in contenido["grados"]
        ),
        "Sección": contenido["seccion"],
        "Áreas": ", ".join(map(nombre_de_area, contenido["areas"])),
        "Lenguas": ", ".join(map(nombre_de_lengua, contenido["lenguas"])),
        "Cuaderno de campo": "\n".join(f"{_hora(n['hora'])} {n['texto']}" for n in contenido["cuaderno"]),
        "Análisis crítico": contenido["analisis"],
        "Preguntas para el diálogo": contenido["preguntas"],
    }
    for n in contenido["niveles"]:
        textos[f"Competencia {n['competencia']}"] = _nivel(n)
    textos |= {f"Diálogo: {paso}": contenido["dialogo"][paso] for paso in PASOS}
    for i, v in enumerate(contenido["verificaciones"], start=1):
        textos[f"Verificación {i}"] = _con_detalle(EstadoDeCompromiso(v["estado"]).label, v["comentario"])
    for i, c in enumerate(contenido["compromisos"], start=1):
        plazo = f"{c['que']} Hasta el {fecha(date.fromisoformat(c['hasta']))}."
        textos[f"Compromiso {i}"] = _con_detalle(plazo, c["como"])
    textos["Acuerdo de ambas partes"] = "Sí" if contenido["acuerdo"] else "No"
    return {campo: texto for campo, texto in textos.items() if texto}


def _hora(texto: str) -> str:
    return hora(time.fromisoformat(texto))


def _nivel(observado) -> str:
    if observado["nivel"] is None:
        return _con_detalle("No observado.", observado["evidencia"])
    return _con_detalle(f"Nivel {romano(observado['nivel'])}.", observado["evidencia"])


def _con_detalle(texto: str, detalle: str) -> str:
    return f"{texto} {detalle}".strip()
