"""The sections of each form and what each asks, in order: the one place that item numbers come from.

A section keeps its number whether it is asked or not: verifying, which a first visit does not have, is 0 and comes
first. A new question goes to the end of its section, so that what is printed already keeps its numbers.
"""

from visitas.forms.linea_de_base.catalogo import AREAS, NIVELES
from visitas.forms.visita.plano import PASOS
from visitas.instrumento_de_campo import bloques

from .tabla import Filas, Seccion

VERIFICAR = Seccion(
    0, "verificar", "Lo que acordaron", (Filas("verificacion_{}_estado", "verificacion_{}_comentario"),)
)

VISITA = (
    VERIFICAR,
    Seccion(1, "datos", "Datos de la visita", ("tipo", "fecha", "inicio", "fin")),
    Seccion(
        2,
        "aula",
        "El aula",
        (Filas("presentes_{}"), "areas", "lenguas", "area_otra", "lengua_otra", "seccion"),
    ),
    Seccion(
        3,
        "notas",
        "Cuaderno de campo",
        (Filas("nota_{}_hora", "nota_{}_texto", desde=0), "analisis", "preguntas"),
    ),
    Seccion(4, "competencias", "Competencias", (Filas("nivel_{}", "evidencia_{}"),)),
    Seccion(5, "dialogo", "Diálogo reflexivo", PASOS),
    Seccion(
        6,
        "compromisos",
        "Compromisos",
        (
            Filas("compromiso_{}_que", "compromiso_{}_hasta", "compromiso_{}_como", desde=0),
            "acuerdo",
        ),
    ),
)

SESION = (
    Seccion(1, "cuando", "Cuándo fue", ("fecha", "inicio", "fin")),
    Seccion(2, "asistencia", "Quiénes asistieron", ("asistieron",)),
    Seccion(3, "hecho", "Qué se hizo", ("desarrollo", "acuerdos")),
)

ASESORIA = (
    VERIFICAR,
    Seccion(1, "datos", "Cuándo y sobre qué", ("fecha", "inicio", "fin", "dimensiones")),
    Seccion(2, "observado", "Lo que se observó", ("observado", "evidencia")),
    Seccion(3, "dialogo", "Diálogo reflexivo", PASOS),
    Seccion(
        4,
        "compromisos",
        "Compromisos",
        (Filas("compromiso_{}_que", "compromiso_{}_hasta", "compromiso_{}_como"),),
    ),
)

OBSERVACION = (
    Seccion(1, "datos", "Quién y cuándo", ("acompanante", "clase", "fecha")),
    *(
        Seccion(numero, bloque.codigo, bloque.nombre, tuple(clave for clave, _ in bloque.enunciados))
        for numero, bloque in enumerate(bloques(), start=2)
    ),
    Seccion(5, "devolucion", "Lo que le dices", ("devolucion", "acuerdos")),
)

NECESIDADES = (
    Seccion(
        1,
        "necesidades",
        "Necesidades priorizadas",
        (
            Filas(
                "necesidad_{}_competencia",
                "necesidad_{}_prioridad",
                "necesidad_{}_texto",
                desde=0,
                crece=False,
            ),
        ),
    ),
)

CALIBRACION = (Seccion(1, "niveles", "Niveles y razones", (Filas("nivel_{}", "razon_{}"),)),)


def caracterizacion(nivel) -> tuple[Seccion, ...]:
    """The sections of a school's characterisation: its areas, and so its last section, depend on the level."""
    medidas = []
    for area in AREAS[nivel]:
        medidas += [Filas(*(f"aprendizaje_{{}}_{area}_{n}" for n in NIVELES)), f"fuente_{area}"]
    return (
        Seccion(1, "grados", "Grados y aulas", (Filas("matricula_{}", "aula_{}"),)),
        Seccion(
            2, "contexto", "La comunidad y la escuela", ("lenguas", "lengua_otra", "servicios", "contexto")
        ),
        Seccion(3, "viaje", "Cómo se llega", ("minutos_de_viaje", "medio", "distancia_km", "como_llegar")),
        Seccion(
            4,
            "inventario",
            "Fortalezas y debilidades",
            (
                Filas(
                    "hallazgo_{}_dimension",
                    "hallazgo_{}_signo",
                    "hallazgo_{}_prioridad",
                    "hallazgo_{}_texto",
                    "hallazgo_{}_evidencia",
                    desde=0,
                ),
            ),
        ),
        Seccion(5, "aprendizajes", "Aprendizajes de los estudiantes", tuple(medidas)),
    )
