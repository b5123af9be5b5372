"""Sums of CalidadDeVisita by acompañante and bimestre: scoped querysets in, figures out. No text is read."""

from dataclasses import dataclass, fields

from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When


@dataclass
class Cifras:
    """Sums over some visits; each figure keeps its numerator and denominator in sight."""

    visitas: int = 0
    niveles: int = 0
    descriptivos: int = 0
    compromisos: int = 0
    especificos: int = 0
    con_palabra: int = 0
    palabras: int = 0
    minutos: int = 0
    dias: int = 0

    def __add__(self, otras):
        return Cifras(*(getattr(self, f.name) + getattr(otras, f.name) for f in fields(Cifras)))

    @property
    def palabras_por_visita(self) -> float | None:
        return self.palabras / self.visitas if self.visitas else None

    @property
    def minutos_por_visita(self) -> int | None:
        return round(self.minutos / self.visitas) if self.visitas else None

    @property
    def dias_por_visita(self) -> float | None:
        return self.dias / self.visitas if self.visitas else None

    @property
    def partes(self) -> list[tuple]:
        """(name, numerator, denominator, percentage or None) of the three shares, in the order of the columns."""
        return [
            ("Evidencia descriptiva", *_parte(self.descriptivos, self.niveles)),
            ("Compromisos específicos", *_parte(self.especificos, self.compromisos)),
            ("Con palabra del docente", *_parte(self.con_palabra, self.visitas)),
        ]


def _parte(hechos, total):
    return hechos, total, 100 * hechos / total if total else None


def por_acompanante(filas, bimestres) -> dict:
    """Return {acompañante's id: {number of bimestre: Cifras}} of a CalidadDeVisita queryset, in one query."""
    cuando = [When(visita__fecha__range=(b.inicio, b.fin), then=Value(b.numero)) for b in bimestres]
    grupos = (
        filas.annotate(bimestre=Case(*cuando, default=Value(0), output_field=IntegerField()))
        .order_by()
        .values_list("visita__acompanante", "bimestre")
        .annotate(
            de_visitas=Count("pk"),
            de_niveles=Sum("niveles"),
            de_descriptivos=Sum("niveles_descriptivos"),
            de_compromisos=Sum("compromisos"),
            de_especificos=Sum("compromisos_especificos"),
            de_palabra=Count("pk", filter=Q(con_palabra=True)),
            de_palabras=Sum("palabras_de_dialogo"),
            de_minutos=Sum("visita__minutos"),
            de_dias=Sum("dias_hasta_registro"),
        )
    )
    cifras = {}
    for acompanante, bimestre, *sumas in grupos:
        cifras.setdefault(acompanante, {})[bimestre] = Cifras(*sumas)
    return cifras


def del_periodo(de_uno: dict, numero: int | None) -> Cifras:
    """Return one bimestre's figures of an acompañante, or the year's when `numero` is None."""
    if numero is None:
        return sum(de_uno.values(), Cifras())
    return de_uno.get(numero, Cifras())
