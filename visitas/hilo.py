"""The thread of one teacher through a year: practice, reflection, reformulated practice, validation.

`leer_hilo` reads within the person's scope, in a number of queries that does not depend on the rows; `entradas` puts
what was read in order, newest first, and `caminos` follows each competency. Templates receive lists.
"""

import json
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from .linea_de_base import Lista, listas_de
from .models import (
    Compromiso,
    EstadoDeCompromiso,
    Necesidad,
    NivelObservado,
    ReflexionPropia,
    SesionGrupal,
    Visita,
)
from .voces import con_avances

LARGO_DE_LA_PRACTICA = 280
# The deepest step first: it is the one that the thread shows open.
PASOS_DE_REFLEXION = ("confrontar", "explicar", "describir")


@dataclass(frozen=True)
class Entrada:
    """One line of the thread. `clase` picks its template; `momento` orders it; `cosa` is what it shows."""

    clase: str
    momento: date
    cosa: object
    competencias: frozenset = frozenset()


@dataclass(frozen=True)
class VisitaDelHilo:
    """A visit as the thread tells it: the four steps, and the teacher's word."""

    visita: Visita
    practica: str
    reflexion: list[str]
    reformulada: str
    compromisos: list
    verificados: list
    niveles: list
    voz: object

    @property
    def por_verificar(self) -> list:
        return [c for c in self.compromisos if c.estado == EstadoDeCompromiso.PENDIENTE]


@dataclass(frozen=True)
class Camino:
    """What was seen of a competency over the year, oldest first. `necesidad` when it is one to work on."""

    competencia: object
    necesidad: object
    observados: list


@dataclass
class Hilo:
    """What was read of a teacher's year."""

    visitas: list = field(default_factory=list)
    compromisos: list = field(default_factory=list)
    niveles: list = field(default_factory=list)
    sesiones: list = field(default_factory=list)
    listas: list = field(default_factory=list)
    reflexiones: list = field(default_factory=list)

    @property
    def necesidades(self) -> list:
        """Of each competency the one written last, whoever prioritised it."""
        de_antes_a_ahora = [n for lista in reversed(self.listas) for n in lista.necesidades]
        return list({n.competencia_id: n for n in de_antes_a_ahora}.values())

    @property
    def vacio(self) -> bool:
        return not (self.visitas or self.sesiones or self.necesidades or self.reflexiones)

    @property
    def por_comprobar(self) -> list:
        """The commitments still open, whatever year they were made in, the first term first."""
        abiertos = [c for c in self.compromisos if c.estado == EstadoDeCompromiso.PENDIENTE]
        return sorted(abiertos, key=lambda c: (c.hasta, c.orden))

    @property
    def competencias(self) -> list:
        """Those that the year speaks of, in the order of the instrument."""
        todas = {n.competencia for n in self.niveles} | {n.competencia for n in self.necesidades}
        todas |= {r.competencia for r in self.reflexiones if r.competencia}
        return sorted(todas, key=lambda c: (c.instrumento_id, c.numero))


def leer_hilo(usuario, docente, anio: int) -> Hilo:
    """Read a teacher's year for who may see it: the scope of `docente` is the caller's."""
    visitas = _visitas(usuario, docente, anio)
    compromisos = (
        Compromiso.objects.visibles_para(usuario)
        .con_retencion(usuario)
        .filter(visita__docente=docente)
        .filter(Q(visita__in=visitas) | Q(verificado_en__in=visitas) | Q(estado=EstadoDeCompromiso.PENDIENTE))
    )
    necesidades = Necesidad.objects.sin_retener_a(usuario).filter(docente=docente, anio=anio)
    reflexiones = ReflexionPropia.objects.visibles_para(usuario).filter(docente=docente, fecha__year=anio)
    return Hilo(
        visitas=visitas,
        compromisos=con_avances(
            usuario, compromisos.select_related("visita__tipo", "verificado_en__tipo").order_by("orden", "pk")
        ),
        niveles=list(NivelObservado.objects.filter(visita__in=visitas).select_related("competencia")),
        sesiones=_sesiones(usuario, docente, anio),
        listas=listas_de(necesidades.select_related("competencia", "visita", "autor__usuario")),
        reflexiones=list(
            reflexiones.select_related("competencia", "visita__tipo", "compartida_con__usuario")
        ),
    )


def _visitas(usuario, docente, anio):
    """The year's visits, oldest first, with their text and the teacher's word."""
    visitas = Visita.objects.visibles_para(usuario).filter(docente=docente, anio=anio)
    return list(
        visitas.select_related("tipo", "acompanante__usuario", "cabeza__contenido", "voz").order_by(
            "fecha", "inicio", "pk"
        )
    )


def _sesiones(usuario, docente, anio):
    """The group sessions that the teacher attended."""
    sesiones = SesionGrupal.objects.visibles_para(usuario).realizadas().filter(anio=anio)
    suyas = sesiones.filter(asistencias__docente=docente, asistencias__asistio=True)
    return list(suyas.prefetch_related("competencias").distinct())


def entradas(hilo: Hilo, numero: int | None = None) -> list[Entrada]:
    """Return the thread newest first; with `numero`, only what speaks of that competency."""
    todas = [*_de_visitas(hilo, numero), *_de_sesiones(hilo), *_de_necesidades(hilo, numero)]
    todas += [
        Entrada("reflexion", r.fecha, r, frozenset([r.competencia.numero] if r.competencia else []))
        for r in hilo.reflexiones
    ]
    elegidas = [e for e in todas if numero is None or numero in e.competencias]
    return sorted(elegidas, key=lambda e: (e.momento, ORDEN[e.clase]), reverse=True)


# On the same day: the visit first, then the needs that follow from it, and so on; the thread is read upwards.
ORDEN = {"visita": 0, "necesidades": 1, "sesion": 2, "reflexion": 3}


def _de_visitas(hilo, numero):
    for visita in hilo.visitas:
        niveles = [n for n in hilo.niveles if n.visita_id == visita.pk]
        numeros = frozenset(n.competencia.numero for n in niveles)
        elegidos = [n for n in niveles if numero is not None and n.competencia.numero == numero]
        yield Entrada("visita", visita.fecha, _contar(hilo, visita, elegidos), numeros)


def _contar(hilo, visita, niveles) -> VisitaDelHilo:
    contenido = json.loads(visita.cabeza.contenido.texto) if visita.cabeza_id else {}
    dialogo = contenido.get("dialogo", {})
    return VisitaDelHilo(
        visita=visita,
        practica=practica_de(contenido),
        reflexion=[dialogo[paso] for paso in PASOS_DE_REFLEXION if dialogo.get(paso)],
        reformulada=dialogo.get("reconstruir", ""),
        compromisos=[c for c in hilo.compromisos if c.visita_id == visita.pk],
        verificados=[c for c in hilo.compromisos if c.verificado_en_id == visita.pk],
        niveles=niveles,
        voz=getattr(visita, "voz", None),
    )


def practica_de(contenido: dict) -> str:
    """What was seen in the room, short: the critical analysis or, without it, the first note of the field notebook."""
    notas = contenido.get("cuaderno", [])
    texto = contenido.get("analisis") or (notas[0]["texto"] if notas else "")
    if len(texto) <= LARGO_DE_LA_PRACTICA:
        return texto
    return texto[:LARGO_DE_LA_PRACTICA].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _de_sesiones(hilo):
    for sesion in hilo.sesiones:
        numeros = frozenset(c.numero for c in sesion.competencias.all())
        yield Entrada("sesion", sesion.fecha, sesion, numeros)


def _de_necesidades(hilo, numero):
    """Each acompañante's list, as one line on the day of the visit that it follows from or of the first one written."""
    for lista in hilo.listas:
        elegidas = [n for n in lista.necesidades if numero in (None, n.competencia.numero)]
        if elegidas:
            dia = min(_dia_de(n) for n in lista.necesidades)
            numeros = frozenset(n.competencia.numero for n in elegidas)
            yield Entrada("necesidades", dia, Lista(lista.autor, elegidas), numeros)


def _dia_de(necesidad) -> date:
    return necesidad.visita.fecha if necesidad.visita else timezone.localdate(necesidad.creada_en)


def caminos(hilo: Hilo) -> list[Camino]:
    """Return each competency with what was seen of it, visit by visit: numerals, never a sum."""
    orden = {v.pk: i for i, v in enumerate(hilo.visitas)}
    de_pk = {v.pk: v for v in hilo.visitas}
    necesidades = {n.competencia_id: n for n in hilo.necesidades}
    return [
        Camino(
            c,
            necesidades.get(c.pk),
            [
                (de_pk[n.visita_id], n)
                for n in sorted(hilo.niveles, key=lambda n: orden[n.visita_id])
                if n.competencia_id == c.pk
            ],
        )
        for c in hilo.competencias
    ]
