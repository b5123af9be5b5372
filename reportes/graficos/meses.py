"""Visits made against planned, month by month: one wide chart, and small ones side by side."""

import calendar
from dataclasses import dataclass

from acompanamiento.comun.formato import MESES, entero
from reportes.indicadores import Plan
from reportes.periodos import Periodo

from .comun import MESES_CORTOS, numero

ALTO, BASE, TECHO = 300, 272, 26
ALTO_MINI, BASE_MINI, TECHO_MINI = 64, 46, 2
CABE_ADENTRO = 26
"""Pixels that a bar needs to hold its own number."""


@dataclass(frozen=True)
class Barra:
    """A month: outline of what was planned, filled with what was made. Coordinates are texts."""

    mes: int
    plan: Plan
    en_curso: bool
    x: str
    centro: str
    ancho: str
    y_plan: str
    alto_plan: str
    y_hechas: str
    alto_hechas: str
    adentro: bool
    separado: bool

    @property
    def corto(self) -> str:
        return MESES_CORTOS[self.mes - 1]

    @property
    def nombre(self) -> str:
        return MESES[self.mes - 1].capitalize()

    @property
    def y_texto_plan(self) -> str:
        return numero(float(self.y_plan) - 7)

    @property
    def y_texto(self) -> str:
        """Return where the number of visits made stands inside its bar."""
        return numero(float(self.y_hechas) + 19)

    @property
    def y_sobre(self) -> str:
        """Return where it stands over its bar, when the bar is low or hatched."""
        return numero(float(self.y_hechas) - 7)


@dataclass(frozen=True)
class GraficoDeMeses:
    id: str
    titulo: str
    medida: str
    barras: tuple[Barra, ...]
    nota: str = ""
    alto: int = ALTO
    base: int = BASE

    @property
    def vacio(self) -> bool:
        return not self.barras

    @property
    def descripcion(self) -> str:
        return "; ".join(f"{b.corto}: {b.plan.texto}" for b in self.barras)

    @property
    def total(self) -> Plan:
        return sum((b.plan for b in self.barras), Plan())


@dataclass(frozen=True)
class Multiples:
    id: str
    titulo: str
    medida: str
    graficos: tuple[tuple[str, GraficoDeMeses], ...]

    @property
    def vacio(self) -> bool:
        return not self.graficos


def grafico_de_meses(por_mes: dict[int, Plan], periodo: Periodo, *, ambito_texto: str, id="meses", nota=""):
    """Draw `por_mes`, which may go past the cut-off to show the plan to come."""
    return GraficoDeMeses(
        id=id,
        titulo=_hallazgo(por_mes, periodo),
        medida=f"Visitas hechas y planificadas por mes, {ambito_texto}.{_hasta_el_dia(por_mes, periodo)}",
        barras=_barras(por_mes, periodo, base=BASE, techo=TECHO),
        nota=nota,
    )


def multiples(filas, periodo: Periodo, *, cada="provincia", id="minis") -> Multiples:
    """Draw one small chart for each (name, {month: Plan}), in alphabetical order, each with its own height."""
    con_plan = [
        (nombre, por_mes) for nombre, por_mes in filas if any(p.planificadas for p in por_mes.values())
    ]
    graficos = tuple(
        (nombre, _mini(nombre, por_mes, periodo, f"{id}-{lugar}"))
        for lugar, (nombre, por_mes) in enumerate(con_plan)
    )
    return Multiples(
        id=id,
        titulo=_hallazgo_de_multiples(con_plan, periodo, cada),
        medida=f"Hechas (lleno) y planificadas (contorno), hasta el {periodo.corte:%d/%m/%Y}. "
        f"Cada {cada} con su propia altura; orden alfabético.",
        graficos=graficos,
    )


def mes_de_mayor_brecha(por_mes: dict[int, Plan], periodo: Periodo) -> int | None:
    """Return the finished month with most planned visits not made, None when every month made them all."""
    cerrados = {mes: plan for mes, plan in por_mes.items() if _termino(mes, periodo) and plan.sin_hacer}
    return max(sorted(cerrados), key=lambda mes: cerrados[mes].sin_hacer, default=None)


def _hallazgo(por_mes, periodo):
    if not any(p.planificadas for p in por_mes.values()):
        return "Aún no hay visitas planificadas"
    mes = mes_de_mayor_brecha(por_mes, periodo)
    if mes:
        cuantas = por_mes[mes].sin_hacer
        visitas = "1 visita" if cuantas == 1 else f"{entero(cuantas)} visitas"
        return f"{MESES[mes - 1].capitalize()} tuvo la mayor brecha: {visitas} sin hacer"
    if any(_termino(mes, periodo) for mes in por_mes):
        return "En cada mes terminado se hicieron todas las visitas planificadas"
    return "Aún no termina ningún mes con visitas planificadas"


def _hallazgo_de_multiples(filas, periodo, cada):
    region = {}
    for _, por_mes in filas:
        for mes, plan in por_mes.items():
            region[mes] = region.get(mes, Plan()) + plan
    mes = mes_de_mayor_brecha(region, periodo)
    if not mes:
        return f"Visitas hechas y planificadas en cada {cada}"
    debajo = sum(_bajo_su_promedio(por_mes, mes) for _, por_mes in filas)
    grupo = f"{cada}s" if len(filas) > 1 else cada
    return f"{MESES[mes - 1].capitalize()} quedó por debajo del propio promedio en {debajo} de {len(filas)} {grupo}"


def _bajo_su_promedio(por_mes, mes):
    total = sum(por_mes.values(), Plan())
    plan = por_mes.get(mes, Plan())
    return plan.hechas * total.planificadas < total.hechas * plan.planificadas


def _hasta_el_dia(por_mes, periodo):
    mes = periodo.corte.month
    if mes not in por_mes or _termino(mes, periodo):
        return ""
    return f" {MESES[mes - 1].capitalize()} va hasta el día {periodo.corte.day}."


def _termino(mes, periodo):
    ultimo = calendar.monthrange(periodo.anio, mes)[1]
    return (mes, ultimo) <= (periodo.corte.month, periodo.corte.day)


def _mini(nombre, por_mes, periodo, id):
    hasta_el_corte = {mes: plan for mes, plan in por_mes.items() if mes <= periodo.corte.month}
    total = sum(hasta_el_corte.values(), Plan())
    return GraficoDeMeses(
        id=id,
        titulo=f"{nombre}: {total.texto} visitas",
        medida=f"{entero(total.hechas)} de {entero(total.planificadas)}",
        barras=_barras(hasta_el_corte, periodo, base=BASE_MINI, techo=TECHO_MINI, aire=0.84),
        alto=ALTO_MINI,
        base=BASE_MINI,
    )


def _barras(por_mes, periodo, *, base, techo, aire=0.62):
    con_plan = [mes for mes, plan in por_mes.items() if plan.planificadas]
    if not con_plan:
        return ()
    meses = range(min(con_plan), max(con_plan) + 1)
    mayor = max(por_mes[mes].planificadas for mes in con_plan)
    paso = 100 / len(meses)
    return tuple(
        _barra(mes, por_mes.get(mes, Plan()), periodo, lugar * paso, paso, aire, base, (base - techo) / mayor)
        for lugar, mes in enumerate(meses)
    )


def _barra(mes, plan, periodo, x, paso, aire, base, escala):
    alto_plan, alto_hechas = plan.planificadas * escala, plan.hechas * escala
    return Barra(
        mes=mes,
        plan=plan,
        en_curso=periodo.en_curso and mes == periodo.corte.month,
        x=numero(x + paso * (1 - aire) / 2),
        centro=numero(x + paso / 2),
        ancho=numero(paso * aire),
        y_plan=numero(base - alto_plan),
        alto_plan=numero(alto_plan),
        y_hechas=numero(base - alto_hechas),
        alto_hechas=numero(alto_hechas),
        adentro=alto_hechas >= CABE_ADENTRO,
        separado=alto_plan - alto_hechas >= CABE_ADENTRO,
    )
