"""What a closed exercise of calibration shows: how each competency was read, and how much people agree.

Agreement of one competency comes from every lesson of the instrument that has closed, each answer against that
lesson's reference, or everybody against everybody when it has none: on one lesson a kappa for one competency does
not exist. Agreement of one exercise, and of one person, comes from its eleven competencies.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from acompanamiento.comun.orden import clave_de_orden

from .acuerdo import (
    COMPETENCIAS_MINIMAS,
    LECCIONES_MINIMAS,
    NIVELES,
    Acuerdo,
    comparar,
    comparar_grupo,
    separacion,
)
from .models import Competencia, EjercicioDeCalibracion, NivelDeReferencia, NivelDeRespuesta

DISTANTE = 2
# With fewer answers, an unsigned reason would be signed by elimination.
RESPUESTAS_PARA_MOSTRAR_RAZONES = 4


@dataclass(frozen=True)
class Lectura:
    """How one competency was read in one lesson. `mio` is the reader's own NivelDeRespuesta, when there is one."""

    competencia: Competencia
    referencia: NivelDeReferencia | None
    cuentas: list
    separacion: int
    acuerdo: Acuerdo
    razones: list
    mio: NivelDeRespuesta | None

    @property
    def se_lee_distinto(self) -> bool:
        return self.separacion >= DISTANTE


@dataclass(frozen=True)
class Persona:
    """One acompañante's reading of a lesson beside the reference, or beside what most chose."""

    acompanante: object
    iguales: int
    a_un_nivel: int
    por_conversar: list
    acuerdo: Acuerdo


class Resumen:
    """Everything of one closed exercise. Five queries, whatever the number of people and lessons."""

    def __init__(self, ejercicio, acompanante=None):
        self.ejercicio = ejercicio
        self.competencias = list(ejercicio.instrumento.competencias.all())
        self.referencia = {n.competencia_id: n for n in ejercicio.referencia.all()}
        self.niveles = list(
            NivelDeRespuesta.objects.filter(
                respuesta__ejercicio=ejercicio, respuesta__enviada_en__isnull=False
            ).select_related("respuesta__acompanante__usuario")
        )
        self.acompanante = acompanante
        self._por_competencia = _agrupar(self.niveles, "competencia_id")

    @property
    def respuestas(self) -> int:
        return len({n.respuesta_id for n in self.niveles})

    @property
    def muestra_razones(self) -> bool:
        return self.respuestas >= RESPUESTAS_PARA_MOSTRAR_RAZONES

    def lecturas(self) -> list[Lectura]:
        acumulado = acuerdo_por_competencia(self.ejercicio)
        return [self._lectura(c, acumulado[c.pk]) for c in self.competencias]

    def _lectura(self, competencia, acuerdo):
        filas = self._por_competencia[competencia.pk]
        cuentas = Counter(f.nivel for f in filas)
        mio = next((f for f in filas if f.respuesta.acompanante == self.acompanante), None)
        razones = sorted((f.nivel or 0, f.razon) for f in filas if f.razon) if self.muestra_razones else []
        return Lectura(
            competencia=competencia,
            referencia=self.referencia.get(competencia.pk),
            cuentas=[(nivel, cuentas[nivel]) for nivel in (*NIVELES, None)],
            separacion=separacion(f.nivel for f in filas),
            acuerdo=acuerdo,
            razones=[(nivel or None, razon) for nivel, razon in razones],
            mio=mio,
        )

    def general(self) -> Acuerdo:
        """Everybody's agreement on this lesson, over its competencies."""
        datos = {
            "distintos": len(self._por_competencia),
            "minimos": COMPETENCIAS_MINIMAS,
            "cosas": "competencias",
        }
        if self.referencia:
            return comparar(self._contra_la_referencia(self.niveles), **datos)
        items = [{f.respuesta_id: f.nivel for f in filas} for filas in self._por_competencia.values()]
        return comparar_grupo(items, **datos)

    def personas(self) -> list[Persona]:
        """Each acompañante, in alphabetical order."""
        por_respuesta = _agrupar(self.niveles, "respuesta_id")
        personas = [self._persona(filas) for filas in por_respuesta.values()]
        return sorted(personas, key=_en_lista)

    def _persona(self, filas):
        contra = {c.pk: self._contra(c) for c in self.competencias}
        numeros = {c.pk: c.numero for c in self.competencias}
        con = [(contra[f.competencia_id], f.nivel, numeros[f.competencia_id]) for f in filas]
        return Persona(
            acompanante=filas[0].respuesta.acompanante,
            iguales=sum(a == b for a, b, _ in con),
            a_un_nivel=sum(bool(a and b) and abs(a - b) == 1 for a, b, _ in con),
            por_conversar=sorted(numero for a, b, numero in con if _lejos(a, b)),
            acuerdo=comparar(
                self._contra_la_referencia(filas) if self.referencia else self._contra_los_demas(filas),
                distintos=len(filas),
                minimos=COMPETENCIAS_MINIMAS,
                cosas="competencias",
            ),
        )

    def _contra(self, competencia):
        """The level to compare with: the reference's, or the one that most people chose."""
        if self.referencia:
            return _nivel(self.referencia.get(competencia.pk))
        cuentas = Counter(f.nivel for f in self._por_competencia[competencia.pk])
        return cuentas.most_common(1)[0][0] if cuentas else None

    def _contra_la_referencia(self, filas):
        return Counter(
            (self.referencia[f.competencia_id].nivel, f.nivel)
            for f in filas
            if f.competencia_id in self.referencia
        )

    def _contra_los_demas(self, filas):
        """One person's levels, each beside every other person's."""
        tabla = Counter()
        for fila in filas:
            demas = Counter(f.nivel for f in self._por_competencia[fila.competencia_id])
            demas[fila.nivel] -= 1
            for nivel, cuantos in demas.items():
                tabla[fila.nivel, nivel] += cuantos
        return +tabla


def _en_lista(persona):
    usuario = persona.acompanante.usuario
    return clave_de_orden(f"{usuario.apellidos}, {usuario.nombres}")


def _agrupar(filas, campo):
    grupos = defaultdict(list)
    for fila in filas:
        grupos[getattr(fila, campo)].append(fila)
    return grupos


def _nivel(fila):
    return fila.nivel if fila else None


def _lejos(a, b):
    """Two levels or more apart, or seen by one and not by the other."""
    return abs(a - b) >= DISTANTE if a and b else a != b


def acuerdo_por_competencia(ejercicio) -> dict:
    """Return {competency's id: Acuerdo} over the closed lessons of the exercise's region and instrument."""
    cerrados = EjercicioDeCalibracion.objects.cerrados().filter(
        region=ejercicio.region_id, instrumento=ejercicio.instrumento_id
    )
    referencia = {
        (e, c): nivel
        for e, c, nivel in NivelDeReferencia.objects.filter(ejercicio__in=cerrados).values_list(
            "ejercicio", "competencia", "nivel"
        )
    }
    items = defaultdict(dict)
    filas = NivelDeRespuesta.objects.filter(
        respuesta__ejercicio__in=cerrados, respuesta__enviada_en__isnull=False
    ).values_list("respuesta__ejercicio", "competencia", "respuesta__acompanante", "nivel")
    for e, c, persona, nivel in filas:
        items[e, c][persona] = nivel
    competencias = [c.pk for c in ejercicio.instrumento.competencias.all()]
    return {c: _de_una(c, items, referencia) for c in competencias}


def _de_una(competencia, items, referencia):
    suyos = {e: personas for (e, c), personas in items.items() if c == competencia}
    con = {e: personas for e, personas in suyos.items() if (e, competencia) in referencia}
    if not con:
        return comparar_grupo(list(suyos.values()), distintos=len(suyos), minimos=LECCIONES_MINIMAS)
    pares = Counter((referencia[e, competencia], n) for e, personas in con.items() for n in personas.values())
    return comparar(pares, distintos=len(con), minimos=LECCIONES_MINIMAS)
