"""The four figures on top of a dashboard, each with how it is counted, and the facts under them."""

from acompanamiento.comun.formato import DURO, decimal, entero, fecha, porciento

from .actividad import Actividad


def cuatro_cifras(actividad: Actividad) -> list[dict]:
    """Return what piezas/_cifra.html expects, four times."""
    return [
        _visitas(actividad),
        _diagnosticas(actividad),
        _compromisos(actividad),
        _sin_sincronizar(actividad),
    ]


def hechos(actividad: Actividad) -> list[tuple[str, str]]:
    """Return (name, value) of the figures that stand beside the four."""
    total = actividad.fila_total
    return [
        ("Asesoría directa", f"{entero(total.hechas.horas)}{DURO}h"),
        ("Sesiones grupales", _sesiones(total.sesiones)),
        ("Visitas adicionales", entero(total.hechas.adicionales)),
        ("Escuelas con línea de base", _de_la_base(actividad)),
        ("Docentes con necesidades priorizadas", _de_necesidades(actividad)),
        ("Acompañantes en funciones", entero(total.acompanantes)),
        ("Docentes por acompañante", _por_acompanante(total)),
        ("Último registro", total.ultimo_registro),
    ]


def _sesiones(sesiones):
    if not sesiones.realizadas:
        return "0"
    asistencia = f", asistió el {porciento(sesiones.porcentaje)}" if sesiones.invitaciones else ""
    return f"{entero(sesiones.realizadas)} en {entero(sesiones.horas)}{DURO}h{asistencia}"


def _por_acompanante(total):
    return decimal(total.cobertura.docentes / total.acompanantes) if total.acompanantes else "–"


def _de_la_base(actividad):
    base = actividad.linea_de_base.total
    return _si(base.escuelas, f"{entero(base.con_base)} de {entero(base.escuelas)}", "–")


def _de_necesidades(actividad):
    total = actividad.linea_de_base.total
    return _si(total.docentes, f"{entero(total.con_necesidades)} de {entero(total.docentes)}", "–")


def _corte(actividad):
    return f"Corte: {fecha(actividad.periodo.corte)}."


def _visitas(actividad):
    plan = actividad.plan.total
    return {
        "valor": "–" if plan.porcentaje is None else porciento(plan.porcentaje),
        "frase": "de las visitas planificadas se hicieron",
        "detalle": f"{entero(plan.hechas)} de {entero(plan.planificadas)}; {entero(plan.no_realizadas)} no se realizaron, con motivo"
        if plan.planificadas
        else "No hay visitas planificadas hasta el corte",
        "definicion": "Numerador: visitas del plan con una visita terminada y recibida por el servidor, con fecha hasta el "
        "corte. Denominador: visitas del plan con fecha prevista hasta el corte; la que se adelantó cuenta el día en que se "
        f"hizo. Las adicionales van aparte. {_corte(actividad)}",
    }


def _diagnosticas(actividad):
    cobertura = actividad.cobertura.total
    cuantos = len({ugel for ugel, c in actividad.cobertura.por("ugel").items() if c.faltan})
    donde = f", en {entero(cuantos)} UGEL" if cuantos > 1 else ""
    detalle = f"Faltan {entero(cobertura.faltan)}{donde}" if cobertura.faltan > 1 else "Falta 1"
    return {
        "valor": entero(cobertura.con_diagnostica),
        "de": f"de {entero(cobertura.docentes)}",
        "frase": "docentes tienen visita diagnóstica",
        "detalle": _si(
            cobertura.docentes,
            detalle if cobertura.faltan else "No falta ninguno",
            "No hay docentes asignados",
        ),
        "definicion": "Numerador: de ellos, los que tienen al menos una visita diagnóstica terminada en el año. Denominador: "
        f"docentes con acompañante asignado el día del corte. {_corte(actividad)}",
    }


def _compromisos(actividad):
    c = actividad.compromisos.total
    return {
        "valor": entero(c.cumplidos),
        "de": f"de {entero(c.vencidos)}",
        "frase": "compromisos con plazo vencido se cumplieron",
        "detalle": _si(
            c.vencidos,
            f"{entero(c.en_parte)} en parte, {entero(c.no_se_pudo)} no se pudo, {entero(c.sin_verificar)} por verificar",
            "Ningún plazo venció hasta el corte",
        ),
        "definicion": "Numerador: de ellos, los verificados como cumplidos en una visita posterior. Denominador: compromisos "
        f"de visitas del año cuyo plazo terminó hasta el corte. {_corte(actividad)}",
    }


def _sin_sincronizar(actividad):
    sin_enviar = actividad.sin_enviar.total
    return {
        "valor": entero(sin_enviar.visitas),
        "frase": "visitas en equipos sin sincronizar",
        "detalle": _si(
            sin_enviar.visitas,
            f"En {entero(sin_enviar.equipos)} equipo{'s' if sin_enviar.equipos > 1 else ''}; aún no se cuentan como hechas",
            "Ningún equipo declaró visitas por enviar",
        ),
        "definicion": "Visitas que los equipos declararon en su última conexión y que el servidor aún no recibe. No se suman "
        "a las hechas: el silencio no es descuido. Es la cifra de hoy, cualquiera sea el periodo.",
    }


def _si(condicion, texto, otro):
    return texto if condicion else otro
