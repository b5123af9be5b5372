"""Rows of the línea de base for tests."""

from datetime import UTC, datetime

from docentes.tests.fabricas import crear_acompanante
from escuelas.tests.fabricas import crear_escuela
from visitas.models import (
    AprendizajeDeGrado,
    Caracterizacion,
    Competencia,
    EstadoDeCaracterizacion,
    Hallazgo,
    Momento,
    Necesidad,
)

INVENTARIO = (
    ("pedagogica", "tiempo", "debilidad"),
    ("pedagogica", "clima", "fortaleza"),
    ("gestion", "familias", "debilidad"),
    ("gestion", "local", "fortaleza"),
)


def crear_caracterizacion(*, hallazgos=INVENTARIO, aprendizajes=None, **cambios) -> Caracterizacion:
    """A finished characterisation of 2026; `aprendizajes` is {(grade, area): (a, b, c)}; 12 pupils of 1.º unless told."""
    datos = {
        "anio": 2026,
        "momento": Momento.INICIO,
        "estado": EstadoDeCaracterizacion.TERMINADA,
        "matricula": {"1": 12},
        "aulas": [{"nombre": "Aula 1", "grados": ["1"]}],
        "lenguas": ["castellano"],
        "servicios": ["agua"],
        "minutos_de_viaje": 90,
        "medio": "combi",
        "como_llegar": "Combi hasta el desvío.",
    } | cambios
    datos["escuela"] = datos.get("escuela") or crear_escuela()
    datos["autor"] = datos.get("autor") or crear_acompanante()
    if datos["estado"] == EstadoDeCaracterizacion.TERMINADA:
        datos.setdefault("terminada_en", datetime(2026, 3, 20, 15, tzinfo=UTC))
    c = Caracterizacion.objects.create(**datos)
    for practica, dimension, signo in hallazgos:
        Hallazgo.objects.create(
            caracterizacion=c,
            practica=practica,
            dimension=dimension,
            signo=signo,
            texto=f"{signo} de {dimension}",
            evidencia="Lo vi el martes.",
        )
    for (grado, area), (a, b, s) in (aprendizajes or {("1", "comunicacion"): (6, 4, 2)}).items():
        AprendizajeDeGrado.objects.create(
            caracterizacion=c,
            grado=grado,
            area=area,
            en_inicio=a,
            en_proceso=b,
            satisfactorio=s,
            fuente="Prueba de entrada",
        )
    return c


def crear_necesidad(*, docente, autor, competencia=2, **cambios) -> Necesidad:
    datos = {"anio": 2026, "texto": "Tener lista la tarea de cada grado.", "prioridad": 1} | cambios
    return Necesidad.objects.create(
        docente=docente, autor=autor, competencia=Competencia.objects.get(numero=competencia), **datos
    )


def valores(**cambios) -> dict:
    """The raw values of a complete form for a primaria; None takes a value away."""
    datos = {
        "matricula_1": "6",
        "aula_1": "1",
        "matricula_2": "5",
        "aula_2": "1",
        "lenguas": ["castellano"],
        "servicios": ["agua", "luz"],
        "minutos_de_viaje": "90",
        "medio": "combi",
        "distancia_km": "12,5",
        "como_llegar": "Combi hasta el desvío y una hora a pie.",
        "aprendizaje_1_comunicacion_inicio": "3",
        "aprendizaje_1_comunicacion_proceso": "2",
        "aprendizaje_1_comunicacion_satisfactorio": "1",
        "fuente_comunicacion": "Prueba de entrada, 20/03/2026",
    }
    for i, (_, dimension, signo) in enumerate(INVENTARIO):
        datos |= {
            f"hallazgo_{i}_dimension": dimension,
            f"hallazgo_{i}_signo": signo,
            f"hallazgo_{i}_prioridad": str(1 + i % 3),
            f"hallazgo_{i}_texto": f"{signo} de {dimension}",
            f"hallazgo_{i}_evidencia": "Lo vi el martes.",
        }
    return {c: v for c, v in (datos | cambios).items() if v is not None}
