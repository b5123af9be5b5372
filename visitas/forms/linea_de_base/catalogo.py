"""What the form of a baseline offers. Its codes are stored; their wording is ours and may change."""

from visitas.forms.visita.opciones import GRADOS, LENGUAS
from visitas.models import NivelEducativo, Practica

DIMENSIONES = {
    Practica.PEDAGOGICA: {
        "planificacion": "Planificación para los grados del aula",
        "clima": "Convivencia en el aula",
        "tiempo": "Uso del tiempo de clase",
        "ensenanza": "Conducción de las actividades",
        "materiales": "Materiales y recursos del aula",
        "evaluacion": "Evaluación y retroalimentación",
        "interculturalidad": "Lengua y cultura de la comunidad",
    },
    Practica.GESTION: {
        "direccion": "Conducción pedagógica de la dirección",
        "organizacion": "Horario y organización de la escuela",
        "colegiado": "Trabajo entre docentes",
        "familias": "Relación con las familias y la comunidad",
        "asistencia": "Asistencia y permanencia de los estudiantes",
        "local": "Local, mobiliario y materiales de la escuela",
    },
}
PRACTICA_DE = {dimension: practica for practica, de_ella in DIMENSIONES.items() for dimension in de_ella}
NOMBRES = {dimension: nombre for de_ella in DIMENSIONES.values() for dimension, nombre in de_ella.items()}

PRIORIDADES = {1: "Lo primero", 2: "Después", 3: "Puede esperar"}

NINGUN_SERVICIO = "ninguno"
SERVICIOS = {
    "agua": "Agua",
    "luz": "Luz eléctrica",
    "desague": "Desagüe o letrinas",
    "internet": "Internet",
    "celular": "Señal de celular",
    "biblioteca": "Biblioteca o rincón de lectura",
    "desayuno": "Desayuno escolar",
    "posta": "Posta de salud en el lugar",
    NINGUN_SERVICIO: "Ninguno de estos",
}
MEDIOS = {
    "a_pie": "A pie",
    "acemila": "Acémila",
    "moto": "Moto o mototaxi",
    "auto": "Auto o camioneta",
    "combi": "Combi o microbús",
    "camion": "Camión de carga",
    "varios": "Varios, en tramos",
}

NIVELES = {"inicio": "En inicio", "proceso": "En proceso", "satisfactorio": "Satisfactorio"}
_BASICAS = {"comunicacion": "Comunicación", "matematica": "Matemática"}
AREAS = {
    NivelEducativo.INICIAL: _BASICAS,
    NivelEducativo.PRIMARIA: _BASICAS,
    NivelEducativo.SECUNDARIA: {**_BASICAS, "ciencia_tecnologia": "Ciencia y Tecnología"},
}
MAXIMO_DE_HALLAZGOS = 30


def nombre_de_dimension(codigo: str) -> str:
    return NOMBRES.get(codigo, codigo)


def nombre_de_medio(codigo: str) -> str:
    return MEDIOS.get(codigo, codigo)


def nombre_de_servicio(codigo: str) -> str:
    return SERVICIOS.get(codigo, codigo)


__all__ = [
    "AREAS",
    "DIMENSIONES",
    "GRADOS",
    "LENGUAS",
    "MAXIMO_DE_HALLAZGOS",
    "MEDIOS",
    "NINGUN_SERVICIO",
    "NIVELES",
    "PRACTICA_DE",
    "PRIORIDADES",
    "SERVICIOS",
    "nombre_de_dimension",
    "nombre_de_medio",
    "nombre_de_servicio",
]
