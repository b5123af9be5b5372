"""The visit that a teacher's needs follow from: the diagnostic, or what stands in for one that was withheld."""

from dataclasses import dataclass

from visitas.models import ClaseDeVisita, Visita


@dataclass(frozen=True)
class Base:
    """What the needs of a teacher's year may follow from, for one reader.

    `visita` is None while there is nothing yet. `retenida`: the year has a diagnostic visit that the teacher withheld
    from the reader, so that it can be neither read nor made again.
    """

    visita: Visita | None = None
    retenida: bool = False

    @property
    def diagnostica(self) -> Visita | None:
        return None if self.retenida else self.visita

    @property
    def sustituta(self) -> Visita | None:
        """The reader's own first visit, in the place of the diagnostic."""
        return self.visita if self.retenida else None


def bases_de(usuario, docentes, anio: int) -> dict:
    """Return {teacher's key: Base} of those with something to say, in three queries whatever the teachers.

    The last diagnostic visit that `usuario` may read; where there is only one withheld, the first visit of the year
    that they made themselves. `docentes` is a queryset of the reader's scope.
    """
    del_anio = {"anio": anio, "docente__in": docentes.values("pk")}
    legibles = Visita.objects.visibles_para(usuario).filter(**del_anio).order_by("fecha", "inicio", "pk")
    legibles = legibles.select_related("tipo")
    diagnosticas = {v.docente_id: v for v in legibles.filter(tipo__clase=ClaseDeVisita.DIAGNOSTICA)}
    retenidas = Visita.objects.retenidas_para(usuario).filter(
        tipo__clase=ClaseDeVisita.DIAGNOSTICA, **del_anio
    )
    sin_leer = set(retenidas.order_by().values_list("docente", flat=True)) - set(diagnosticas)
    propias = legibles.filter(acompanante__usuario_id=usuario.pk, docente__in=sin_leer)
    primeras = {v.docente_id: v for v in propias.reverse()}
    sustitutas = {pk: Base(primeras.get(pk), retenida=True) for pk in sin_leer}
    return {pk: Base(v) for pk, v in diagnosticas.items()} | sustitutas


def base_de(usuario, docentes, anio: int) -> Base:
    """Return the Base of the one teacher of `docentes`."""
    return next(iter(bases_de(usuario, docentes, anio).values()), Base())
