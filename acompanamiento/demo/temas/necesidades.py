"""The prioritised needs of each teacher and year: the two or three lowest levels of the diagnostic visit.

Shared by the themes that start from needs: `asegurar_necesidades` makes those that are missing and returns all.
"""

from collections import defaultdict

from visitas.models import ClaseDeVisita, Necesidad, NivelObservado

from ..azar import id_de, suerte
from ..calendario import a_las

TEXTOS = {
    1: "Que los acuerdos del aula se hagan con los estudiantes y los encargos roten.",
    2: "Acortar las esperas de quienes terminan primero mientras se atiende a otro grupo.",
    3: "Guardar por escrito lo que prueba en clase, para mirarlo después y decidir.",
    4: "Hacer preguntas que pidan explicar, con tiempo para pensar.",
    5: "Partir de lo que cada grupo ya sabe y vive en su comunidad.",
    6: "Unir áreas en un mismo tema, con tareas distintas por ciclo.",
    7: "Que los estudiantes usen el material por su cuenta y sepan para qué.",
    8: "Decir a cada estudiante qué le falta y cómo seguir, no solo si está bien.",
    9: "Dar lugar en clase a los saberes y a la historia del lugar.",
    10: "Dar consignas cortas y comprobar que se entendieron.",
    11: "Repartir la palabra y las tareas para que no participen siempre los mismos.",
}
DE_CADA_UNO = (2, 3)


def asegurar_necesidades(carteras, reloj) -> dict:
    """Return {(teacher id, year): [Necesidad by priority]}, after making those of who has none in a year."""
    docentes = {d.pk: d for c in carteras for d in c.docentes}
    todas = _existentes(docentes)
    nuevas = []
    for (docente, anio), filas in _diagnosticas(docentes).items():
        if (docente, anio) not in todas:
            todas[docente, anio] = _de_un_docente(docentes[docente], anio, filas)
            nuevas += todas[docente, anio]
    Necesidad.objects.bulk_create(nuevas, batch_size=1000)
    return todas


def _existentes(docentes):
    todas = defaultdict(list)
    filas = Necesidad.objects.filter(docente__in=list(docentes)).select_related("competencia")
    for necesidad in filas.order_by("docente", "anio", "prioridad"):
        todas[necesidad.docente_id, necesidad.anio].append(necesidad)
    return dict(todas)


def _diagnosticas(docentes):
    """Return {(teacher, year): observed levels of the diagnostic visit}."""
    filas = NivelObservado.objects.filter(
        visita__docente__in=list(docentes),
        visita__tipo__clase=ClaseDeVisita.DIAGNOSTICA,
        nivel__isnull=False,
    ).select_related("competencia", "visita")
    de_cada_uno = defaultdict(list)
    for fila in filas:
        de_cada_uno[fila.visita.docente_id, fila.visita.anio].append(fila)
    return de_cada_uno


def _de_un_docente(docente, anio, filas):
    azar = suerte("necesidades", docente.plaza, anio)
    cuantas = azar.choice(DE_CADA_UNO)
    bajas = sorted(filas, key=lambda f: (f.nivel, azar.random()))[:cuantas]
    return [
        Necesidad(
            id=id_de(azar, a_las(fila.visita.fecha, 18)),
            docente=docente,
            anio=anio,
            competencia=fila.competencia,
            visita=fila.visita,
            texto=TEXTOS[fila.competencia.numero],
            prioridad=prioridad,
            autor_id=fila.visita.acompanante_id,
            creada_en=a_las(fila.visita.fecha, 18),
        )
        for prioridad, fila in enumerate(bajas, start=1)
    ]
