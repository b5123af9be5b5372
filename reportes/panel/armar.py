"""A whole dashboard for one scope, period and reader."""

from dataclasses import dataclass, replace

from django.urls import reverse

from acompanamiento.comun.formato import MESES
from acompanamiento.comun.orden import clave_de_orden
from reportes import permisos
from reportes.graficos import Distribucion, distribucion, grafico_de_meses, mapa_de_provincias, multiples
from reportes.graficos.meses import mes_de_mayor_brecha
from reportes.indicadores import Plan, motivos_en_palabras
from reportes.periodos import Periodo
from reportes.resultados import resultados_de, resultados_para

from .actividad import Actividad, Fila
from .ambito import AmbitoDelPanel

COMPETENCIA_DE_LA_TABLA = 2


@dataclass(frozen=True)
class Resultados:
    """What the reader sees of results: the chart, and where each UGEL's row takes its own from."""

    bimestre: Periodo
    instantanea: object
    grafico: Distribucion | None

    def de_la_ugel(self, codigo: str) -> str:
        resultados = resultados_de(self.instantanea, f"ugel:{codigo}").resultados
        return next((r.altos_texto for r in resultados if r.numero == COMPETENCIA_DE_LA_TABLA), "")


def resultados_del_panel(
    usuario, periodo: Periodo, ambito: AmbitoDelPanel, periodos: list[Periodo]
) -> Resultados | None:
    """Return the frozen results of one of the `periodos` that have begun, None when the reader has no part in them or nothing is frozen yet."""
    if not permisos.puede_ver_resultados(usuario):
        return None
    congelado = resultados_para(periodo, entre=periodos)
    if congelado is None:
        return None
    bimestre, instantanea = congelado
    grafico = None
    if ambito.de_resultados:
        del_ambito = resultados_de(instantanea, ambito.de_resultados)
        grafico = distribucion(del_ambito, bimestre, ambito_texto=ambito.texto)
    return Resultados(bimestre, instantanea, grafico)


def graficos(actividad: Actividad, ambito: AmbitoDelPanel, *, provincias, distritos) -> dict:
    """Return the charts of activity: months always; for the region the map; small multiples of its parts."""
    periodo = actividad.periodo
    por_mes = actividad.plan_del_anio.por("mes")
    dimension, partes, cada = (
        ("provincia", provincias, "provincia") if ambito.es_region else ("distrito", distritos, "distrito")
    )
    por_parte = actividad.plan.por(dimension, "mes")
    return {
        "meses": grafico_de_meses(
            por_mes, periodo, ambito_texto=ambito.texto, nota=_motivos(actividad, por_mes)
        ),
        "mapa": _mapa(actividad, provincias) if ambito.es_region else None,
        "multiples": multiples(
            [
                (parte.nombre, {mes: plan for (pk, mes), plan in por_parte.items() if pk == parte.pk})
                for parte in partes
            ],
            periodo,
            cada=cada,
        ),
    }


def _mapa(actividad, provincias):
    plan = actividad.plan.por("provincia")
    return mapa_de_provincias([(p, plan.get(p.pk, Plan())) for p in provincias], actividad.periodo)


def _motivos(actividad, por_mes):
    mes = mes_de_mayor_brecha(por_mes, actividad.periodo)
    if not mes:
        return ""
    motivos = {m: p.no_realizadas for m, p in actividad.plan.solo(mes=mes).por("motivo").items()}
    palabras = motivos_en_palabras(motivos)
    return f"Motivos de {MESES[mes - 1]}: {palabras}." if palabras else ""


def tabla_por_ugel(
    actividad: Actividad, ugeles, periodo: Periodo, resultados: Resultados | None
) -> list[Fila]:
    presentes = actividad.con_datos("ugel")
    suyas = [ugel for ugel in ugeles if ugel.pk in presentes]
    enlace = f"?periodo={periodo.codigo}"
    filas = actividad.filas(
        "ugel", [(u.pk, u.nombre, reverse("tablero_ugel", args=[u.codigo]) + enlace) for u in suyas]
    )
    if resultados is None:
        return filas
    return [
        replace(fila, resultado=resultados.de_la_ugel(u.codigo)) for u, fila in zip(suyas, filas, strict=True)
    ]


def tabla_por_distrito(actividad: Actividad, distritos) -> list[Fila]:
    return actividad.filas("distrito", [(d.pk, d.nombre, "") for d in distritos])


def tabla_por_acompanante(actividad: Actividad, acompanantes) -> list[Fila]:
    """Return a row for each acompañante with activity, in alphabetical order."""
    presentes = actividad.con_datos("acompanante")
    personas = sorted(
        (a for a in acompanantes if a.pk in presentes),
        key=lambda a: clave_de_orden(f"{a.usuario.apellidos}, {a.usuario.nombres}"),
    )
    nombrados = [
        (a.pk, f"{a.usuario.apellidos}, {a.usuario.nombres}", reverse("acompanante_detail", args=[a.pk]))
        for a in personas
    ]
    return actividad.filas("acompanante", nombrados)


def tabla_por_tipo(actividad: Actividad) -> list[tuple[str, Plan]]:
    """Return (kind of visit, Plan) in the order of the protocol: D, A1 to A9, C."""
    por_tipo = actividad.plan.por("tipo")
    return [(_nombre_del_tipo(codigo), por_tipo[codigo]) for codigo in sorted(por_tipo, key=_orden_del_tipo)]


def _orden_del_tipo(codigo):
    return ({"D": 0, "A": 1, "C": 2}.get(codigo[:1], 3), codigo)


def _nombre_del_tipo(codigo):
    return {"D": "Diagnóstica", "C": "Cierre"}.get(codigo) or f"Asesoría {codigo[1:]}"
