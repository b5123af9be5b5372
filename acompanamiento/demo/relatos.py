"""Composes what one visit says, from the fragments of textos/ and the situation of one teacher."""

from datetime import date, timedelta

from escuelas.models import Escuela, Nivel
from visitas.forms.visita.opciones import AREAS, GRADOS
from visitas.models import ClaseDeVisita, NivelEducativo

from .textos import aula, dialogo, evidencias

COMPETENCIAS = range(1, 12)


class Aula:
    """The room of one teacher: its grades, its groups and how many pupils each grade has this year."""

    def __init__(self, docente, azar):
        escuela: Escuela = docente.escuela
        self.nivel = NivelEducativo.de_escuela(escuela)
        self.grados = docente.grados
        self.matricula = {g: azar.randint(2, 5) for g in self.grados}
        if len(self.grados) == 1:
            self.matricula = {self.grados[0]: azar.randint(14, 26)}
        if escuela.nivel == Nivel.INICIAL_PRONOEI:
            self.matricula = {g: azar.randint(2, 4) for g in self.grados}
        self.areas = [a for a in AREAS[self.nivel] if a in aula.TEMAS]
        self.seccion = "única" if len(self.grados) > 1 else azar.choice(("A", "única"))
        self.grupos = self._grupos()

    def _grupos(self):
        if len(self.grados) == 1:
            return {
                "chicos": "los de las mesas de adelante",
                "medios": "los del medio",
                "grandes": "los de las mesas del fondo",
                "grados": "muchos niños",
            }
        nombres = [GRADOS[self.nivel][g] for g in self.grados]
        n = len(nombres)
        partes = {
            "chicos": nombres[: max(1, n // 3)],
            "medios": nombres[n // 3 : n - n // 3] if n > 2 else nombres[:1],
            "grandes": nombres[-max(1, n // 3) :],
        }
        textos = {grupo: "los de " + " y ".join(p) for grupo, p in partes.items()}
        return textos | {"grados": ("dos", "tres", "cuatro", "cinco", "seis")[n - 2] + " grados"}

    def presentes(self, azar) -> list[dict]:
        faltan = {g: azar.choice((0, 0, 0, 1, 1, 2)) for g in self.grados}
        return [{"grado": g, "presentes": max(1, self.matricula[g] - faltan[g])} for g in self.grados]


class Relato:
    """The texts of one visit. Every text takes its slots from the same morning."""

    def __init__(self, aula_del_docente: Aula, azar):
        self.aula, self.azar = aula_del_docente, azar
        elegidas = azar.sample(self.aula.areas, azar.choice((1, 2, 2)))
        self.areas = [a for a in self.aula.areas if a in elegidas]
        self.tema = azar.choice(aula.TEMAS[elegidas[0]])
        self.recurso = azar.choice(aula.RECURSOS)

    def decir(self, plantilla: str) -> str:
        """Fill the slots of a fragment and start it with a capital letter."""
        if "{" not in plantilla:
            return plantilla
        texto = plantilla.format(
            **self.aula.grupos,
            tema=self.tema,
            recurso=self.recurso,
            n=self.azar.randint(4, 14),
            hora=f"{self.azar.randint(8, 11)}:{self.azar.randrange(5, 60, 5):02}",
            anterior=self.azar.choice(aula.ANTERIORES),
        )
        return texto[0].upper() + texto[1:]

    def _una(self, *fuentes) -> str:
        return self.decir("".join(self.azar.choice(fuente) for fuente in fuentes))

    def cuaderno(self, inicio: int, fin: int) -> list[dict]:
        """Four to seven notes between two moments, given in minutes of the day."""
        medio = self.azar.sample(aula.TRABAJO, self.azar.choice((1, 2, 2, 3, 4)))
        plantillas = [self.azar.choice(aula.INICIO), self.azar.choice(aula.PLANTEA), *medio]
        plantillas.append(self.azar.choice(aula.CIERRE))
        momentos = [inicio + self.azar.choice((5, 10, 15))]
        momentos += sorted(self.azar.sample(range(inicio + 20, fin - 10, 5), len(plantillas) - 1))
        return [
            {"hora": f"{m // 60:02}:{m % 60:02}", "texto": _oraciones(self.decir(p))}
            for m, p in zip(momentos, plantillas, strict=True)
        ]

    def analisis(self) -> str:
        return _oraciones(self._una(aula.ANALISIS, aula.AGREGADOS))

    def preguntas(self) -> str:
        elegidas = self.azar.sample(aula.PREGUNTAS, self.azar.choice((1, 2, 2, 3)))
        return "\n".join(self.decir(p) for p in elegidas)

    def evidencia(self, competencia: int, nivel: int) -> str:
        return _oraciones(self._una(evidencias.EVIDENCIAS[competencia][nivel - 1], evidencias.COLAS))

    def dialogo(self, clase: str) -> dict:
        """The teacher's words; a diagnostic visit may stop at the second step."""
        corto = clase == ClaseDeVisita.DIAGNOSTICA and self.azar.random() < 0.6
        pasos = {
            "describir": self._una(dialogo.DESCRIBIR, dialogo.QUE_PASO),
            "explicar": self._una(dialogo.EXPLICAR, dialogo.MATIZ),
            "confrontar": "" if corto else self._una(dialogo.CONFRONTAR),
            "reconstruir": "" if corto else self._una(dialogo.RECONSTRUIR),
        }
        return {paso: _oraciones(texto) for paso, texto in pasos.items()}

    def compromisos(self, prioridades, recientes, dia: date, limite: date) -> list[tuple[str, date, str]]:
        """Up to three (what, until when, how we will know), none that was agreed lately."""
        opciones = [c for n in prioridades for c in dialogo.COMPROMISOS[n] if c[0] not in recientes]
        elegidos = self.azar.sample(opciones, min(len(opciones), self.azar.choice((1, 1, 2, 2, 3))))
        plazos = [min(dia + timedelta(days=self.azar.choice((14, 21, 28, 28, 35))), limite) for _ in elegidos]
        return [
            (que, hasta, como) for (que, como), hasta in zip(elegidos, plazos, strict=True) if hasta > dia
        ]

    def verificacion(self, estado: str) -> str:
        return self._una(dialogo.VERIFICADO[estado])


def _oraciones(texto: str) -> str:
    """Give a capital letter to each sentence: slots may stand at its beginning."""
    partes = texto.split(". ")
    return ". ".join(p[:1].upper() + p[1:] for p in partes)
