"""First revisions that were accepted, written together: one statement a table however many they are."""

from uuid import UUID

from visitas.models import (
    CalidadDeVisita,
    Compromiso,
    ContenidoDeRevision,
    DialogoReflexivo,
    NivelObservado,
    Revision,
    Visita,
)

from . import filas
from .proyeccion import reabrir


class Nuevas:
    """Gathers rows; `guardar` inserts them. The head is named before its row exists: both keys are checked at COMMIT."""

    def __init__(self):
        self._filas = {
            modelo: []
            for modelo in (
                Visita,
                Revision,
                ContenidoDeRevision,
                NivelObservado,
                DialogoReflexivo,
                Compromiso,
                CalidadDeVisita,
            )
        }
        self._verificados, self._programadas = {}, []

    def agregar(
        self, entrega, contenido, revision, *, nombrados, **contexto
    ) -> tuple[Visita, list[Compromiso]]:
        """Return the visit and its commitments, not stored yet. `nombrados` are those it may verify, by id as text."""
        visita = Visita(
            pk=entrega.visita_id,
            docente_id=entrega.docente_id,
            cabeza_id=entrega.revision_id,
            recibida_en=revision.recibido_en,
            **filas.columnas(contenido, **contexto),
        )
        compromisos = filas.compromisos(visita, contenido)
        for modelo, hechas in (
            (Visita, [visita]),
            (Revision, [revision]),
            (ContenidoDeRevision, [ContenidoDeRevision(revision_id=revision.pk, texto=entrega.texto)]),
            (NivelObservado, filas.niveles(visita, contenido, contexto["instrumento"])),
            (DialogoReflexivo, filas.dialogos(visita, contenido)),
            (Compromiso, compromisos),
            (CalidadDeVisita, [CalidadDeVisita(visita_id=visita.pk, **filas.calidad(visita, contenido))]),
        ):
            self._filas[modelo] += hechas
        self._verificar(visita, contenido, nombrados)
        self._programadas.append(visita.programada)
        return visita, compromisos

    def _verificar(self, visita, contenido, nombrados):
        """One that another visit has verified is left alone: that visit's word stands in the order of arrival."""
        for dicha in contenido["verificaciones"]:
            compromiso = nombrados[str(UUID(dicha["compromiso"]))]
            if compromiso.verificado_en_id is None:
                compromiso.estado, compromiso.comentario = dicha["estado"], dicha["comentario"]
                compromiso.verificado_en = visita
                self._verificados[compromiso.pk] = compromiso

    def guardar(self) -> None:
        """Insert what was gathered. Raises IntegrityError when a constraint refuses any of it."""
        antiguos = [c for c in self._verificados.values() if not c._state.adding]
        for modelo, hechas in self._filas.items():
            modelo._base_manager.bulk_create(hechas)
        if antiguos:
            Compromiso.objects.bulk_update(antiguos, ["estado", "comentario", "verificado_en"])
        reabrir(self._programadas)
