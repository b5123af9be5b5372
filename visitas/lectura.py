"""A visit's content in the order and the words in which a person reads it."""

from datetime import time

from .forms.visita.armado import GUIA_DEL_DIALOGO
from .forms.visita.opciones import nombre_de_area, nombre_de_grado, nombre_de_lengua
from .models import EstadoDeCompromiso, NivelEducativo


def hoja_de(visita, contenido: dict, anteriores: dict) -> dict:
    """Return what the page of a visit prints besides its columns.

    `contenido` is the head's; `anteriores`, {id as text: Compromiso}, the commitments that it verified.
    """
    nivel = NivelEducativo.de_escuela(visita.escuela)
    return {
        "grados": [(nombre_de_grado(nivel, g["grado"]), g["presentes"]) for g in contenido["grados"]],
        "seccion": contenido["seccion"],
        "areas": ", ".join(map(nombre_de_area, contenido["areas"])),
        "lenguas": ", ".join(map(nombre_de_lengua, contenido["lenguas"])),
        "cuaderno": [
            {"hora": time.fromisoformat(n["hora"]), "texto": n["texto"]} for n in contenido["cuaderno"]
        ],
        "analisis": contenido["analisis"],
        "preguntas": contenido["preguntas"],
        "dialogo": [
            {"titulo": titulo, "guia": guia, "texto": contenido["dialogo"][paso]}
            for paso, (titulo, guia) in GUIA_DEL_DIALOGO.items()
            if contenido["dialogo"][paso]
        ],
        "verificados": _verificados(contenido, anteriores),
    }


def _verificados(contenido, compromisos):
    """What the visit found about earlier commitments. `compromisos` is {id as text: Compromiso}."""
    return [
        {
            "que": compromisos[v["compromiso"]].que,
            "estado": EstadoDeCompromiso(v["estado"]).label,
            "comentario": v["comentario"],
        }
        for v in contenido["verificaciones"]
        if v["compromiso"] in compromisos
    ]
