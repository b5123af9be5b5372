"""What a characterisation must say before it is finished. A draft is not asked any of it."""

from visitas.models import Practica, Signo

from .catalogo import AREAS, GRADOS, NINGUN_SERVICIO, NIVELES, PRACTICA_DE
from .plano import cuentas, hallazgos_escritos


def revisar(form) -> None:
    """Add an error to each field that does not hold. Fields that did not even parse are left alone."""
    limpio = form.cleaned_data
    for campo, mensaje in (
        *_de_los_grados(limpio, form.nivel),
        *_del_contexto(limpio),
        *_del_inventario(limpio),
        *_de_los_aprendizajes(limpio, form.nivel),
    ):
        if campo is None or campo in limpio:
            form.add_error(campo, mensaje)


def _de_los_grados(limpio, nivel):
    grados = GRADOS[nivel]
    if not any(limpio.get(f"matricula_{g}", True) for g in grados):
        yield (
            f"matricula_{next(iter(grados))}",
            "Falta la matrícula. Escribe cuántos estudiantes hay en cada grado.",
        )
    for grado, nombre in grados.items():
        matricula, aula = limpio.get(f"matricula_{grado}"), limpio.get(f"aula_{grado}")
        if matricula and not aula:
            yield f"aula_{grado}", f"{nombre} tiene {matricula} estudiantes y no dice en qué aula. Elige una."
        if aula and not matricula:
            yield (
                f"matricula_{grado}",
                f"{nombre} tiene aula y no matrícula. Escribe cuántos estudiantes son.",
            )


def _del_contexto(limpio):
    if not limpio.get("lenguas") and not limpio.get("lengua_otra"):
        yield "lenguas", "Falta la lengua. Marca las que se hablan en la escuela o escribe otra."
    servicios = limpio.get("servicios", [])
    if not servicios:
        yield "servicios", "Faltan los servicios. Marca los que hay o «Ninguno de estos»."
    if NINGUN_SERVICIO in servicios and len(servicios) > 1:
        yield "servicios", "Marcaste «Ninguno de estos» junto con otros. Quita uno de los dos."
    if limpio.get("minutos_de_viaje") is None:
        yield "minutos_de_viaje", "Falta el tiempo de viaje. Escribe cuántos minutos tardas en llegar."
    if not limpio.get("medio"):
        yield "medio", "Falta el medio de transporte. Elige cómo llegas la mayor parte del camino."
    if not limpio.get("como_llegar"):
        yield "como_llegar", "Falta cómo se llega. Escribe la ruta para quien no la conoce."


FALTA = {
    "dimension": "Falta sobre qué es este hallazgo. Elige una dimensión.",
    "signo": "Di si es fortaleza o debilidad.",
    "prioridad": "Falta la prioridad, de 1 (lo primero) a 3.",
    "texto": "Falta qué encontraste. Escríbelo en una o dos frases.",
    "evidencia": "Falta la evidencia. Escribe qué viste, leíste o te contaron.",
}


def _del_inventario(limpio):
    escritos = hallazgos_escritos(limpio)
    for fila in escritos:
        for sub, mensaje in FALTA.items():
            if not fila[sub]:
                yield f"hallazgo_{fila['indice']}_{sub}", mensaje
    hay = {(PRACTICA_DE.get(fila["dimension"]), fila["signo"]) for fila in escritos}
    for practica in Practica:
        for signo in Signo:
            if (practica, signo) not in hay:
                yield None, f"{practica.label}: falta al menos una {signo.label.lower()} en el inventario."


def _de_los_aprendizajes(limpio, nivel):
    medidos = set()
    for area, nombre_de_area in AREAS[nivel].items():
        for grado, nombre in GRADOS[nivel].items():
            valores = cuentas(limpio, grado, area)
            if all(v is None for v in valores):
                continue
            medidos.add(area)
            yield from _de_una_celda(limpio, grado, area, f"{nombre} en {nombre_de_area}", valores)
        if area in medidos and not limpio.get(f"fuente_{area}"):
            yield (
                f"fuente_{area}",
                "Falta de dónde salen estas cuentas: la prueba o la evaluación, y su fecha.",
            )
    if not medidos:
        primera = f"aprendizaje_{next(iter(GRADOS[nivel]))}_{next(iter(AREAS[nivel]))}_inicio"
        yield primera, "Falta el nivel de aprendizaje. Escribe las cuentas de al menos un grado y un área."


def _de_una_celda(limpio, grado, area, donde, valores):
    campos = [f"aprendizaje_{grado}_{area}_{nivel}" for nivel in NIVELES]
    for campo, valor in zip(campos, valores, strict=True):
        if valor is None:
            yield campo, f"Falta una cuenta de {donde}. Si no hay ninguno, escribe 0."
    if None in valores:
        return
    total, matricula = sum(valores), limpio.get(f"matricula_{grado}") or 0
    if total == 0:
        yield campos[0], f"Las cuentas de {donde} suman 0. Si no se midió, deja las tres en blanco."
    elif total > matricula:
        yield (
            campos[0],
            f"Las cuentas de {donde} suman {total} y la matrícula es {matricula}. Corrige una de las dos.",
        )
