"""Where a year's plan starts from: facts of the línea de base, and the goals that follow from the protocol.

Facts about schools and counts: nothing here tells which teacher has which need.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from acompanamiento.comun.orden import clave_de_orden
from docentes.models import Docente
from escuelas.models import Escuela, Modalidad

from .forms.visita.opciones import nombre_de_area, nombre_de_lengua
from .models import (
    Caracterizacion,
    Momento,
    Necesidad,
    NivelEducativo,
    NivelObservado,
    Protocolo,
    TipoDeActividad,
    Visita,
)
from .planes.hoja import enumerar

MAS_REPETIDAS = 3


@dataclass(frozen=True)
class Partida:
    """The baseline of the teachers accompanied today. `lenguas` is {school id: codes}; `niveles` {(visit,
    competency): level} of the diagnostic visits that the needs follow from."""

    docentes: list[Docente]
    caracterizaciones: list[Caracterizacion]
    necesidades: list[Necesidad]
    lenguas: dict
    niveles: dict
    protocolos: dict

    @property
    def escuelas(self) -> list[Escuela]:
        return sorted({d.escuela for d in self.docentes}, key=lambda e: clave_de_orden(e.nombre))


def partida_de(docentes, anio: int, usuario) -> Partida:
    """Return what `usuario` may read of the baseline of `docentes`, a queryset that the caller has already scoped."""
    docentes = list(docentes.select_related("escuela"))
    caracterizaciones = list(
        Caracterizacion.objects.terminadas()
        .filter(anio=anio, momento=Momento.INICIO, escuela__in={d.escuela_id for d in docentes})
        .prefetch_related("aprendizajes")
    )
    necesidades = list(
        Necesidad.objects.que_pasan_a(usuario)
        .ultimas_de(Necesidad.objects.que_pasan_a(usuario))
        .filter(anio=anio, docente__in=docentes)
        .select_related("competencia")
        .order_by("docente", "prioridad", "pk")
    )
    return Partida(
        docentes,
        caracterizaciones,
        necesidades,
        {c.escuela_id: frozenset(c.lenguas) for c in caracterizaciones},
        _niveles(usuario, necesidades),
        {p.nivel: p for p in Protocolo.objects.filter(vigente=True).prefetch_related("tipos", "cuotas")},
    )


def _niveles(usuario, necesidades):
    visitas = {n.visita_id for n in necesidades if n.visita_id}
    retenidas = Visita.objects.retenidas_para(usuario).values("pk")
    filas = NivelObservado.objects.filter(visita__in=visitas).exclude(visita__in=retenidas)
    return {(v, c): n or 0 for v, c, n in filas.values_list("visita", "competencia", "nivel")}


def hechos(partida: Partida) -> str:
    """Return the facts, a sentence a line."""
    frases = [*_escuelas(partida), *_contexto(partida), *_aprendizaje(partida), *_necesidades(partida)]
    return "\n".join(frases)


def _plural(n, uno, varios):
    return f"{n} {uno if n == 1 else varios}"


def _escuelas(partida):
    escuelas = partida.escuelas
    grupos = groupby(
        sorted(escuelas, key=lambda e: (_modalidad(e), clave_de_orden(e.nombre))), key=_modalidad
    )
    clases = [(clase, [e.nombre for e in grupo]) for clase, grupo in grupos]
    dichas = enumerar([f"{len(nombres)} {clase} ({enumerar(nombres)})" for clase, nombres in clases])
    yield (
        f"Acompaño a {_plural(len(partida.docentes), 'docente', 'docentes')} en "
        f"{_plural(len(escuelas), 'escuela', 'escuelas')}: {dichas}."
    )
    con = {c.escuela_id for c in partida.caracterizaciones}
    faltan = [e.nombre for e in escuelas if e.pk not in con]
    falta = f" Faltan {enumerar(faltan)}." if faltan and con else ""
    yield f"Tienen línea de base terminada {len(con)} de {len(escuelas)} escuelas.{falta}"


def _modalidad(escuela):
    return Modalidad(escuela.modalidad).label.lower() if escuela.modalidad else "sin modalidad registrada"


def _contexto(partida):
    aulas = [a for c in partida.caracterizaciones for a in c.aulas]
    juntas = sum(len(a.get("grados", [])) > 1 for a in aulas)
    if juntas:
        yield f"En {juntas} de {_plural(len(aulas), 'aula', 'aulas')} estudian juntos dos o más grados."
    lenguas = sorted({x for c in partida.caracterizaciones for x in c.lenguas})
    if lenguas:
        yield f"Lenguas que se hablan: {enumerar([nombre_de_lengua(x).lower() for x in lenguas])}."
    minutos = [c.minutos_de_viaje for c in partida.caracterizaciones if c.minutos_de_viaje]
    if minutos:
        yield f"El viaje más corto toma {min(minutos)} minutos y el más largo {max(minutos)}, solo de ida."


def _aprendizaje(partida):
    filas = [a for c in partida.caracterizaciones for a in c.aprendizajes.all()]
    for area in sorted({f.area for f in filas}):
        de_area = [f for f in filas if f.area == area]
        evaluados = sum(f.evaluados for f in de_area)
        if evaluados:
            yield (
                f"{nombre_de_area(area)}: de {evaluados} estudiantes evaluados, {sum(f.en_inicio for f in de_area)} "
                f"están en inicio, {sum(f.en_proceso for f in de_area)} en proceso y "
                f"{sum(f.satisfactorio for f in de_area)} en nivel satisfactorio."
            )


def _necesidades(partida):
    con = {n.docente_id for n in partida.necesidades}
    yield f"Tienen necesidades priorizadas {len(con)} de {_plural(len(partida.docentes), 'docente', 'docentes')}."
    cuenta = Counter(n.competencia for n in partida.necesidades)
    orden = sorted(cuenta.items(), key=lambda par: (-par[1], par[0].numero))[:MAS_REPETIDAS]
    if orden:
        dichas = enumerar([f"{c.nombre} ({_plural(n, 'docente', 'docentes')})" for c, n in orden])
        yield f"Lo que más se necesita trabajar: {dichas}."


def metas_propuestas(partida: Partida) -> list[dict]:
    """Return goals of the programme's work, never of a person: what the protocol asks for, and that it bears fruit."""
    docentes, escuelas = len(partida.docentes), len(partida.escuelas)
    metas = [
        _meta("Escuelas con línea de base terminada", len(partida.caracterizaciones), escuelas, escuelas),
        _meta("Docentes con todas las visitas de su protocolo", 0, docentes, docentes),
    ]
    for tipo, cantidad in _sesiones(partida).items():
        metas.append(_meta(f"{TipoDeActividad(tipo).label}: sesiones realizadas", 0, cantidad, cantidad))
    metas.append(
        {
            "indicador": "Docentes que cumplieron un compromiso sobre su primera prioridad, con evidencia",
            "partida": "0",
            "meta": f"{docentes} de {docentes}",
        }
    )
    return metas


def _meta(indicador, hoy, meta, de):
    return {"indicador": indicador, "partida": f"{hoy} de {de}" if hoy else "0", "meta": f"{meta} de {de}"}


def _sesiones(partida) -> dict:
    """Return {kind: how many} that the protocol of most teachers asks for."""
    niveles = Counter(NivelEducativo.de_escuela(d.escuela) for d in partida.docentes)
    protocolo = partida.protocolos.get(niveles.most_common(1)[0][0]) if niveles else None
    return {c.tipo: c.cantidad for c in protocolo.cuotas.all()} if protocolo else {}
