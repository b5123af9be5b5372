"""What the database holds about the teachers and the visits of some deliveries, read in a constant number of queries."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Q

from docentes.models import Asignacion, Docente
from visitas.contexto import Catalogos, Registrada
from visitas.models import Compromiso, Revision, Visita, VisitaProgramada


class Terreno:
    """Locks the teachers, so that nobody else writes about them, and reads the rest when it is first needed.

    `entregas` are all of one author. Everything is kept by id; who is not there does not exist.
    """

    def __init__(self, autor, entregas: list, catalogos: Catalogos):
        self.autor, self.catalogos, self._entregas = autor, catalogos, entregas
        self._docentes = {e.docente_id for e in entregas}
        self._anios = {e.dia.year for e in entregas if e.dia}
        suyos = Docente.objects.select_for_update(of=("self",), no_key=True).select_related("escuela")
        self.docentes = {d.pk: d for d in suyos.filter(pk__in=self._docentes).order_by("pk")}

    @cached_property
    def conocidas(self) -> dict:
        """{id: Revision} of those that came before, with their visit and its head."""
        ids = [e.revision_id for e in self._entregas]
        vistas = Revision.objects.filter(pk__in=ids).order_by().values_list("pk", flat=True)
        return Revision.objects.select_related("visita__cabeza").in_bulk(list(vistas))

    @cached_property
    def visitas(self) -> dict:
        """{id: Visita}, locked, of those that would change."""
        ids = {e.visita_id for e in self._entregas} & {registrada.pk for _, registrada in self._terminadas}
        if not ids:
            return {}
        suyas = Visita.objects.select_for_update(of=("self",), no_key=True).select_related("tipo")
        return {v.pk: v for v in suyas.filter(pk__in=ids).order_by("pk")}

    @cached_property
    def asignaciones(self) -> dict:
        """{teacher's id: the author's assignments to that teacher}."""
        return _agrupar(
            (a.docente_id, a)
            for a in Asignacion.objects.filter(docente__in=self._docentes, acompanante__usuario=self.autor)
        )

    @cached_property
    def registradas(self) -> dict:
        """{teacher's id: Registrada of each finished visit of the years spoken of}."""
        return _agrupar(self._terminadas)

    @cached_property
    def _terminadas(self) -> list:
        """(teacher's id, Registrada) of the teachers' visits, and of those with these ids whoever they are about."""
        de_ellos = Q(docente__in=self._docentes, anio__in=self._anios)
        filas = Visita.objects.filter(de_ellos | Q(pk__in=[e.visita_id for e in self._entregas])).order_by()
        filas = filas.values_list("docente", "pk", "anio", "tipo__codigo", "fecha")
        return [(docente, Registrada(*datos)) for docente, *datos in filas]

    @cached_property
    def _compromisos(self) -> dict:
        ids = {i for e in self._entregas for i in e.nombrados}
        if not ids:
            return {}
        suyos = Q(pk__in=ids, visita__docente__in=self._docentes)
        return {c.pk: c for c in Compromiso.objects.filter(suyos).select_related("visita")}

    @cached_property
    def programadas(self) -> dict:
        """{(teacher's id, code of the kind, year): VisitaProgramada}."""
        citas = VisitaProgramada.objects.filter(docente__in=self._docentes, anio__in=self._anios)
        return {
            (c.docente_id, c.tipo.codigo, c.anio): c for c in citas.select_related("tipo").order_by("-fecha")
        }

    def nombrados(self, entrega) -> dict:
        """{id as text: Compromiso} that the content may verify: the teacher's own, of other visits, in its order."""
        hallados = (self._compromisos.get(i) for i in entrega.nombrados)
        return {
            str(c.pk): c
            for c in hallados
            if c and c.visita_id != entrega.visita_id and c.visita.docente_id == entrega.docente_id
        }

    def incorporar(self, visita, compromisos) -> None:
        """Make a visit that is about to be stored known to those that come after it."""
        fila = Registrada(visita.pk, visita.anio, visita.tipo.codigo, visita.fecha)
        self.registradas[visita.docente_id].append(fila)
        self._compromisos |= {c.pk: c for c in compromisos}


def _agrupar(pares):
    grupos = defaultdict(list)
    for clave, valor in pares:
        grupos[clave].append(valor)
    return grupos
