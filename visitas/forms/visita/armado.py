"""Which fields a visit has. The page builds its own; checking contents shares them, for building 50 fields is slow.

A field may be shared because it keeps no state when it cleans; drawing one does write on its widget.
"""

from functools import lru_cache
from types import SimpleNamespace

from django import forms
from django.utils.html import format_html

from . import campos
from .opciones import AREAS, GRADOS, LENGUAS
from .plano import PASOS
from .reglas import nombre_del_nivel

GUIA_DEL_DIALOGO = {
    "describir": ("Describir", "¿Qué hice y qué pasó con los niños?"),
    "explicar": ("Explicar", "¿Qué idea sobre enseñar y aprender hay detrás?"),
    "confrontar": ("Confrontar", "¿Cómo llegué a hacerlo así? ¿A quién ayuda y a quién no?"),
    "reconstruir": ("Reconstruir", "¿Qué haría de otro modo la próxima semana?"),
}


def tipo(nivel: str, opciones: tuple) -> dict[str, forms.Field]:
    campo = campos.Eleccion("Tipo de visita", [("", "Elige…"), *opciones])
    campo.error_messages["invalid_choice"] = (
        f"«%(value)s» no es una visita del protocolo de {nombre_del_nivel(nivel)}. Elige una de la lista."
    )
    return {"tipo": campo}


def datos() -> dict[str, forms.Field]:
    return {
        "fecha": campos.Fecha("Fecha"),
        "inicio": campos.Hora("Inicio"),
        "fin": campos.Hora("Fin", help_text="Se pide al terminar."),
    }


def aula(nivel: str) -> dict[str, forms.Field]:
    grados = {f"presentes_{grado}": campos.Presentes(rotulo) for grado, rotulo in GRADOS[nivel].items()}
    return grados | {
        "areas": campos.Marcas("Áreas trabajadas", AREAS[nivel]),
        "lenguas": campos.Marcas("Lenguas usadas", LENGUAS),
        "area_otra": campos.Texto("Otra área", maximo=120, filas=0),
        "lengua_otra": campos.Texto("Otra lengua", maximo=120, filas=0),
        "seccion": campos.Texto("Sección", maximo=20, filas=0, help_text="Si la hay: A, B, única…"),
    }


def cuaderno() -> dict[str, forms.Field]:
    return {
        "analisis": campos.Texto("Análisis crítico"),
        "preguntas": campos.Texto("Preguntas para el diálogo", maximo=2000),
    }


def competencia(numero: int, descriptores: tuple = ()) -> dict[str, forms.Field]:
    """`descriptores` are pairs (level, text)."""
    return {
        f"nivel_{numero}": campos.nivel_de(numero, dict(descriptores)),
        f"evidencia_{numero}": campos.evidencia_de(numero),
    }


def fijos(nivel: str, tipos: tuple, competencias: tuple) -> dict[str, forms.Field]:
    """All that is there however much is written. `competencias` are pairs (number, its descriptors)."""
    campos_de_competencias = {}
    for numero, descriptores in competencias:
        campos_de_competencias |= competencia(numero, descriptores)
    return tipo(nivel, tipos) | datos() | aula(nivel) | cuaderno() | campos_de_competencias | dialogo()


def dialogo() -> dict[str, forms.Field]:
    marco = '{} <span class="ac-guia">{}</span>'
    return {paso: campos.Texto(format_html(marco, *GUIA_DEL_DIALOGO[paso]), filas=3) for paso in PASOS}


def acuerdo(nombre: str) -> dict[str, forms.Field]:
    rotulo = f"{nombre} y yo leímos esto y estamos de acuerdo"
    return {"acuerdo": forms.BooleanField(label=rotulo, required=False)}


PROPIOS = SimpleNamespace(
    fijos=fijos,
    acuerdo=acuerdo,
    nota=campos.nota_de,
    compromiso=campos.compromiso_de,
    verificacion=campos.verificacion_de,
)
COMPARTIDOS = SimpleNamespace(**{nombre: lru_cache(512)(hacer) for nombre, hacer in vars(PROPIOS).items()})
