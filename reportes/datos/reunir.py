"""Gathering the figures of a report: territory, activity, results; a fixed number of queries."""

from acompanamiento.comun.formato import entero, fecha
from escuelas.models import Provincia, Ugel
from reportes import graficos, indicadores
from reportes.ambitos import AmbitoDeReporte
from reportes.models import Ambito
from reportes.periodos import Periodo, Rango, leer_periodo
from reportes.resultados import resultados_de, resultados_para
from visitas.models import AnioEscolar, MotivoNoRealizada

from . import tablas, textos
from .tipos import Cifra, DatosDeReporte, Resultados


def datos_de_reporte(
    ambito: str, codigo: str, periodo: str, *, hoy=None, paso=lambda numero: None
) -> DatosDeReporte:
    """Return everything that the report of one UGEL or province prints.

    The same whoever asks: the right to it is checked on asking and on downloading. `paso(n)` is told which
    step begins, from 1. Raises Rechazo on a period that does not exist or has not begun.
    """
    periodo = leer_periodo(periodo, hoy)
    lugar = Ugel.objects.get(codigo=codigo) if ambito == Ambito.UGEL else Provincia.objects.get(codigo=codigo)
    elegido = AmbitoDeReporte.de(ambito, lugar)
    paso(1)
    territorio = tablas.territorio(elegido.escuelas())
    paso(2)
    actividad = _Actividad(_universo(ambito, lugar), periodo)
    paso(3)
    return _componer(elegido, periodo, territorio, actividad, _resultados(elegido, periodo))


def _universo(ambito, lugar):
    total = indicadores.universo_total()
    return total.de_ugel(lugar) if ambito == Ambito.UGEL else total.de_provincia(lugar)


class _Actividad:
    """The indicators of the scope, each asked once."""

    def __init__(self, universo, periodo: Periodo):
        anio = Rango(periodo.anio_inicio, periodo.corte)
        fin_de_anio = AnioEscolar.objects.get(anio=periodo.anio).fin
        self.del_anio = indicadores.visitas_del_plan(universo.programadas, anio, hasta=fin_de_anio)
        self.plan = indicadores.visitas_del_plan(universo.programadas, anio)
        self.propio = indicadores.visitas_del_plan(universo.programadas, periodo.propio)
        self.hechas = indicadores.visitas_hechas(universo.visitas, anio)
        self.cobertura = indicadores.diagnosticas(universo.asignaciones, universo.visitas, anio)
        self.compromisos = indicadores.compromisos_vencidos(universo.compromisos, anio)
        self.rotacion = indicadores.rotacion(universo.asignaciones, anio)
        self.sin_enviar = indicadores.sin_sincronizar(universo.dispositivos).total.visitas

    @property
    def acompanantes(self) -> int:
        return len(self.cobertura.distintos("acompanante"))

    @property
    def motivos(self) -> tuple[tuple[str, int], ...]:
        """Return the reasons of the visits not held, the most frequent first."""
        cuenta = {
            m: plan.no_realizadas for m, plan in self.plan.por("motivo").items() if m and plan.no_realizadas
        }
        orden = sorted(cuenta.items(), key=lambda par: (-par[1], par[0]))
        return tuple((MotivoNoRealizada(motivo).label, n) for motivo, n in orden)


def _componer(elegido, periodo, territorio, actividad, resultados) -> DatosDeReporte:
    plan, cobertura = actividad.plan.total, actividad.cobertura.total
    return DatosDeReporte(
        ambito=elegido,
        periodo=periodo,
        portada=_portada(periodo, territorio, cobertura, actividad.acompanantes),
        hallazgo=textos.hallazgo(plan, cobertura.docentes),
        resumen=textos.resumen(
            escuelas=territorio.escuelas,
            acompanantes=actividad.acompanantes,
            cobertura=cobertura,
            plan=plan,
            motivos=actividad.motivos,
            sin_enviar=actividad.sin_enviar,
            cambios=actividad.rotacion.total.cambios,
            corte=periodo.corte,
        ),
        cifras=_cifras(actividad),
        meses=_meses(elegido, periodo, actividad),
        tablas=tablas.tablas(elegido, territorio, actividad),
        motivos=actividad.motivos,
        resultados=resultados,
        definiciones=textos.DEFINICIONES,
        escuelas=territorio.escuelas,
        sintetico=elegido.escuelas().filter(es_sintetica=True).exists(),
    )


def _portada(periodo, territorio, cobertura, acompanantes):
    distritos = textos.cuantos(len(territorio.por("distrito")), "distrito", "distritos")
    escuelas = textos.cuantos(territorio.escuelas, "escuela", "escuelas")
    con = f", con {textos.cuantos(acompanantes, 'acompañante', 'acompañantes')}" if acompanantes else ""
    corre = " (el periodo sigue en curso)" if periodo.en_curso else ""
    return (
        ("Ámbito", f"{distritos}, {escuelas}"),
        ("Periodo", periodo.alcance),
        ("Docentes", f"{entero(cobertura.docentes)}{con}"),
        ("Corte", f"{fecha(periodo.corte)}{corre}"),
    )


def _cifras(actividad):
    plan, cobertura = actividad.plan.total, actividad.cobertura.total
    hechas, compromisos = actividad.hechas.total, actividad.compromisos.total
    por_docente = round(hechas.horas / cobertura.docentes) if cobertura.docentes else 0
    return (
        Cifra(
            *_por_ciento(plan.porcentaje),
            "visitas hechas",
            f"{entero(plan.hechas)} de {entero(plan.planificadas)} planificadas",
        ),
        Cifra(
            entero(cobertura.con_diagnostica),
            f"de {entero(cobertura.docentes)}",
            "con diagnóstica",
            "docentes con asignación vigente",
        ),
        Cifra(
            entero(hechas.horas),
            "h",
            "de asesoría directa",
            f"{textos.cuantos(por_docente, 'hora', 'horas')} por docente"
            if por_docente
            else "en las visitas hechas",
        ),
        Cifra(
            entero(compromisos.cumplidos),
            f"de {entero(compromisos.vencidos)}",
            "compromisos cumplidos",
            "de los que ya vencieron",
        ),
    )


def _por_ciento(valor):
    return ("–", "") if valor is None else (f"{valor}\u00a0%", "")


def _meses(elegido, periodo, actividad):
    por_mes = actividad.del_anio.por("mes")
    if not por_mes:
        return None
    return graficos.grafico_de_meses(por_mes, periodo, ambito_texto=elegido.nombre)


def _resultados(elegido, periodo) -> Resultados:
    congelados = resultados_para(periodo)
    if congelados is None:
        return Resultados(None, "Aún no hay resultados", textos.SIN_CIERRE)
    cerrado, instantanea = congelados
    del_ambito = resultados_de(instantanea, elegido.clave)
    if del_ambito.oculto:
        return Resultados(None, "Resultados del grupo", textos.oculto(cerrado))
    return Resultados(
        graficos.distribucion(del_ambito, cerrado, ambito_texto=elegido.nombre), del_ambito.hallazgo, ""
    )
