"""What a person may count, as querysets. UGEL and province narrow the same schools in two ways."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from docentes.models import Acompanante, Asignacion
from visitas.models import (
    Caracterizacion,
    Compromiso,
    Dispositivo,
    Necesidad,
    SesionGrupal,
    Visita,
    VisitaProgramada,
)


@dataclass(frozen=True)
class Universo:
    """The querysets of one scope, none of them of dialogues, notes or revisions' contents."""

    visitas: QuerySet
    programadas: QuerySet
    asignaciones: QuerySet
    compromisos: QuerySet
    acompanantes: QuerySet
    dispositivos: QuerySet
    caracterizaciones: QuerySet
    necesidades: QuerySet
    sesiones: QuerySet

    def de_ugel(self, ugel) -> "Universo":
        return self._en("ugel", ugel, self.acompanantes.filter(usuario__ugel=ugel))

    def de_provincia(self, provincia) -> "Universo":
        """Narrow to a province's schools. Acompañantes belong to a UGEL: those who work there are counted, with their sessions."""
        ahi = self.asignaciones.filter(docente__escuela__distrito__provincia=provincia).vigentes()
        return self._en(
            "distrito__provincia", provincia, self.acompanantes.filter(pk__in=ahi.values("acompanante"))
        )

    def _en(self, camino, valor, acompanantes):
        return Universo(
            visitas=self.visitas.filter(_de(f"escuela__{camino}", valor)),
            programadas=self.programadas.filter(_de(f"docente__escuela__{camino}", valor)),
            asignaciones=self.asignaciones.filter(_de(f"docente__escuela__{camino}", valor)),
            compromisos=self.compromisos.filter(_de(f"visita__escuela__{camino}", valor)),
            acompanantes=acompanantes,
            dispositivos=self.dispositivos.filter(acompanante__in=acompanantes.values("pk")),
            caracterizaciones=self.caracterizaciones.filter(_de(f"escuela__{camino}", valor)),
            necesidades=self.necesidades.filter(_de(f"docente__escuela__{camino}", valor)),
            sesiones=self.sesiones.filter(acompanante__in=acompanantes.values("pk")),
        )


def _de(camino, valor):
    return Q(**{camino: valor})


def universo_de(usuario) -> Universo:
    """Return everything that the person may count (`agregables_para`)."""
    return Universo(
        visitas=Visita.objects.agregables_para(usuario),
        programadas=VisitaProgramada.objects.agregables_para(usuario),
        asignaciones=Asignacion.objects.agregables_para(usuario),
        compromisos=Compromiso.objects.agregables_para(usuario),
        acompanantes=Acompanante.objects.agregables_para(usuario),
        dispositivos=Dispositivo.objects.agregables_para(usuario),
        caracterizaciones=Caracterizacion.objects.agregables_para(usuario),
        necesidades=Necesidad.objects.agregables_para(usuario),
        sesiones=SesionGrupal.objects.agregables_para(usuario),
    )


def universo_total() -> Universo:
    """Return everything, for a report that the command line makes with no asker; narrow it before use."""
    return Universo(
        visitas=Visita.objects.all(),
        programadas=VisitaProgramada.objects.all(),
        asignaciones=Asignacion.objects.all(),
        compromisos=Compromiso.objects.all(),
        acompanantes=Acompanante.objects.all(),
        dispositivos=Dispositivo.objects.all(),
        caracterizaciones=Caracterizacion.objects.all(),
        necesidades=Necesidad.objects.all(),
        sesiones=SesionGrupal.objects.all(),
    )
