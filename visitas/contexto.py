"""What a visit is checked against: catalogues, read once for a whole batch, and the teacher's own situation."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from docentes.models import Docente

from .models import AnioEscolar, Instrumento, NivelEducativo, TipoDeVisita


class Catalogos:
    """Instruments, kinds of visit and school years. Few rows, read the first time that each is needed."""

    def __init__(self, hoy: date | None = None):
        self.hoy = hoy or timezone.localdate()

    @cached_property
    def instrumentos(self) -> dict:
        """{(code, version): Instrumento}, each with its competencies."""
        instrumentos = Instrumento.objects.prefetch_related("competencias")
        return {(i.codigo, i.version): i for i in instrumentos}

    @cached_property
    def anios(self) -> dict[int, AnioEscolar]:
        return {a.anio: a for a in AnioEscolar.objects.all()}

    @cached_property
    def _tipos(self) -> dict:
        """{(level, code): TipoDeVisita}: of the protocol in force, and of an older one for codes that it dropped."""
        tipos = TipoDeVisita.objects.select_related("protocolo").order_by(
            "protocolo__vigente", "protocolo__version", "orden"
        )
        return {(t.protocolo.nivel, t.codigo): t for t in tipos}

    def tipo(self, nivel: str, codigo: str) -> TipoDeVisita | None:
        return self._tipos.get((nivel, codigo))

    def tipos_de(self, nivel: str) -> list[TipoDeVisita]:
        """The kinds of visit to offer for a level: those of the protocol in force, in its order."""
        return list(self._vigentes.get(nivel, ()))

    @cached_property
    def _vigentes(self) -> dict:
        por_nivel = defaultdict(list)
        for (nivel, _), tipo in sorted(self._tipos.items(), key=lambda par: par[1].orden):
            if tipo.protocolo.vigente:
                por_nivel[nivel].append(tipo)
        return por_nivel

    @cached_property
    def instrumento_vigente(self) -> Instrumento | None:
        vigentes = [i for i in self.instrumentos.values() if i.vigente]
        return max(vigentes, key=lambda i: i.version, default=None)


class Registrada(NamedTuple):
    """What another visit is checked against: of a finished visit, its kind's code and its day."""

    pk: object
    anio: int
    codigo: str
    fecha: date


def registradas_de(docente) -> list[Registrada]:
    """Return a teacher's finished visits."""
    filas = docente.visitas.order_by().values_list("pk", "anio", "tipo__codigo", "fecha")
    return [Registrada(*fila) for fila in filas]


@dataclass
class Situacion:
    """One teacher at the moment of checking a visit.

    `registradas` are the teacher's finished visits (Registrada); `verificables` maps id (text) to the earlier
    commitments that this visit may verify, and `de_antes` lists all of hers when a page needs them; `visita_id` is the visit being checked.
    """

    docente: Docente
    catalogos: Catalogos
    visita_id: object
    registradas: list = field(default_factory=list)
    verificables: dict = field(default_factory=dict)
    de_antes: list = field(default_factory=list)

    @cached_property
    def nivel(self) -> str:
        return NivelEducativo.de_escuela(self.docente.escuela)

    def tipo(self, codigo: str):
        return self.catalogos.tipo(self.nivel, codigo)

    def repetida(self, tipo, anio: int):
        """Return the other visit of the same kind and year, if there is one."""
        otras = (v for v in self.registradas if v.pk != self.visita_id)
        return next((v for v in otras if v.anio == anio and v.codigo == tipo.codigo), None)
