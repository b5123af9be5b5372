"""The sentences of a report, from its figures. Counts and plurals, never a judgement."""

from acompanamiento.comun.formato import entero, fecha
from reportes.resultados import NOTA_OCULTA

DEFINICIONES = (
    (
        "Visita planificada",
        "Visita del protocolo con fecha prevista desde el inicio del año escolar hasta el corte. Si se reprogramó, cuenta en su fecha vigente.",
    ),
    (
        "Visita hecha",
        "Visita planificada que ya tiene registro recibido por el servidor, con fecha hasta el corte. Denominador: visitas planificadas. Las que siguen en un equipo sin sincronizar aún no se cuentan.",
    ),
    (
        "Visita no realizada",
        "Visita planificada cuyo acompañante declaró que no se hizo, con su motivo. El plan original se conserva.",
    ),
    (
        "Docente con diagnóstica",
        "Docente con asignación vigente al corte y visita diagnóstica del año. Denominador: docentes con asignación vigente al corte.",
    ),
    (
        "Asesoría directa",
        "Suma de la duración de las visitas hechas en el año hasta el corte, también las adicionales.",
    ),
    (
        "Compromiso cumplido",
        "Compromiso verificado como cumplido en una visita posterior. Denominador: compromisos cuyo plazo venció hasta el corte.",
    ),
    (
        "Línea de base",
        "Nivel observado en la visita diagnóstica, con la misma versión del instrumento que la última visita.",
    ),
    (
        "Última",
        "Nivel más reciente observado en un bimestre ya cerrado. «No observado» queda fuera del porcentaje y no equivale al nivel I.",
    ),
    (
        "‹5",
        "Un resultado se publica si reúne al menos 5 docentes, 3 escuelas y 2 acompañantes, y si no permite deducir el de otro grupo. Los porcentajes se redondean a 5.",
    ),
)


def cuantos(numero: int, uno: str, varios: str) -> str:
    """Return "1 docente", "30 docentes"."""
    return f"{entero(numero)} {uno if numero == 1 else varios}"


def hallazgo(plan, docentes: int) -> str:
    """Return the finding that heads the report."""
    if not docentes and not plan.planificadas:
        return "Aún no hay docentes acompañados en este ámbito"
    if not plan.planificadas:
        return "Aún no hay visitas planificadas hasta esta fecha"
    if plan.hechas >= plan.planificadas:
        return (
            "Se hizo la única visita planificada"
            if plan.planificadas == 1
            else f"Se hicieron las {entero(plan.planificadas)} visitas planificadas"
        )
    verbo = "Se hizo" if plan.hechas == 1 else "Se hicieron"
    return f"{verbo} {entero(plan.hechas)} de las {entero(plan.planificadas)} visitas planificadas"


def resumen(*, escuelas, acompanantes, cobertura, plan, motivos, sin_enviar, cambios, corte) -> str:
    """Return the paragraph under the finding."""
    if not cobertura.docentes and not plan.planificadas:
        return (
            f"El padrón registra {cuantos(escuelas, 'escuela', 'escuelas')} en este ámbito. Al {fecha(corte)} ninguna tiene "
            "docentes asignados a un acompañante, por eso no hay visitas que contar. El reporte mostrará cifras cuando "
            "la coordinación regional registre las primeras asignaciones."
        )
    frases = (
        _personas(acompanantes, cobertura.docentes),
        _diagnostica(cobertura),
        _no_realizadas(plan.no_realizadas, motivos),
        _por_hacer(plan.sin_hacer - plan.no_realizadas),
        _sin_enviar(sin_enviar),
        _cambios(cambios),
    )
    return " ".join(frase for frase in frases if frase)


def _personas(acompanantes, docentes):
    verbo = "acompaña" if acompanantes == 1 else "acompañan"
    return (
        f"{cuantos(acompanantes, 'acompañante', 'acompañantes')} {verbo} a {cuantos(docentes, 'docente', 'docentes')}."
        if docentes
        else "No hay docentes con asignación vigente al corte."
    )


def _diagnostica(cobertura):
    if not cobertura.docentes:
        return ""
    if cobertura.con_diagnostica == cobertura.docentes:
        return (
            "Ya tiene visita diagnóstica." if cobertura.docentes == 1 else "Todos tienen visita diagnóstica."
        )
    verbo = "tiene" if cobertura.con_diagnostica == 1 else "tienen"
    return f"{entero(cobertura.con_diagnostica)} {verbo} visita diagnóstica."


def _no_realizadas(cuantas, motivos):
    if not cuantas:
        return ""
    detalle = ", ".join(f"{nombre.lower()} ({entero(n)})" for nombre, n in motivos)
    if cuantas == 1:
        return f"Una visita no realizada conserva su motivo: {detalle}."
    return f"{entero(cuantas)} visitas no realizadas conservan su motivo: {detalle}."


def _por_hacer(cuantas):
    if not cuantas:
        return ""
    return (
        "Una visita planificada sigue por hacer o por enviar."
        if cuantas == 1
        else f"{entero(cuantas)} visitas planificadas siguen por hacer o por enviar."
    )


def _sin_enviar(cuantas):
    if not cuantas:
        return ""
    return (
        "Hay 1 visita en un equipo sin sincronizar, que aún no se cuenta."
        if cuantas == 1
        else f"Hay {entero(cuantas)} visitas en equipos sin sincronizar, que aún no se cuentan."
    )


def _cambios(cuantos_cambios):
    if not cuantos_cambios:
        return ""
    return (
        "Un docente cambió de acompañante durante el año."
        if cuantos_cambios == 1
        else f"Hubo {entero(cuantos_cambios)} cambios de acompañante durante el año."
    )


SIN_CIERRE = (
    "Los resultados por competencia se publican diez días después de cerrar cada bimestre, sobre los docentes "
    "que ya tienen visita diagnóstica y otra posterior. Hasta este corte no hay ninguno publicado."
)


def oculto(cerrado) -> str:
    """Return why a group has no results. One reason, whatever it was: the note itself must not tell more."""
    return f"{NOTA_OCULTA} Corresponde al cierre de {cerrado.texto}."
