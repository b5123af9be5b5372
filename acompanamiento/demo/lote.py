"""Rows waiting for one bulk insert."""

from dataclasses import dataclass, field

from django.db import connection

from visitas.models import (
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    Dispositivo,
    NivelObservado,
    Reprogramacion,
    Revision,
    Visita,
    VisitaProgramada,
)

FILAS_POR_ORDEN = 2000


# Rows of each index that SQLite looks at: enough to know a year's index from a teacher's, in milliseconds.
FILAS_QUE_SE_MIRAN = 1000


def medir_tablas() -> None:
    """Tell the database how many rows there are by now, and how many have each value.

    PostgreSQL's own rounds do not see a transaction under way: it would plan for empty tables, and one count took
    minutes. SQLite has no rounds at all: it would take a whole year's index for ten teachers' visits.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {FILAS_QUE_SE_MIRAN}")
        cursor.execute("ANALYZE")


@dataclass
class Lote:
    """The rows of one caseload, so that memory does not grow with the scale."""

    programadas: list = field(default_factory=list)
    cambios: list = field(default_factory=list)
    visitas: list = field(default_factory=list)
    revisiones: list = field(default_factory=list)
    contenidos: list = field(default_factory=list)
    dialogos: list = field(default_factory=list)
    niveles: list = field(default_factory=list)
    compromisos: list = field(default_factory=list)
    dispositivos: list = field(default_factory=list)

    def guardar(self) -> None:
        """Insert everything. Foreign keys are checked at the end of the transaction."""
        momentos = [c.momento for c in self.cambios]
        for modelo, filas in (
            (VisitaProgramada, self.programadas),
            (Reprogramacion, self.cambios),
            (Visita, self.visitas),
            (Revision, self.revisiones),
            (ContenidoDeRevision, self.contenidos),
            (DialogoReflexivo, self.dialogos),
            (NivelObservado, self.niveles),
            (Compromiso, self.compromisos),
            (Dispositivo, self.dispositivos),
        ):
            modelo.objects.bulk_create(filas, batch_size=FILAS_POR_ORDEN)
        for cambio, momento in zip(self.cambios, momentos, strict=True):
            cambio.momento = momento
        Reprogramacion.objects.bulk_update(self.cambios, ["momento"], batch_size=500)
