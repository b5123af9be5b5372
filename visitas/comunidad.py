"""What the pages of the learning community show: who belongs to it, and how each text is signed.

A name is shown only while its owner belongs to the community; an unsigned fragment gives no way to its author.
"""

from dataclasses import dataclass

from docentes.models import Acompanante, Asignacion
from visitas.services.comunidad import acompanante_de_hoy

from .models import EstadoDeFragmento

SIN_FIRMA = "Una colega"
SE_FUE = "Alguien que estuvo en la comunidad"
POCAS = 5


@dataclass(frozen=True)
class Comunidad:
    """An acompañante and the teachers accompanied today."""

    acompanante: Acompanante
    docentes: list

    @property
    def escuelas(self) -> int:
        return len({d.escuela_id for d in self.docentes})

    @property
    def distritos(self) -> str:
        return ", ".join(sorted({d.escuela.distrito.nombre for d in self.docentes}))

    @property
    def colegas(self) -> int:
        """How many besides the teacher who asks."""
        return max(len(self.docentes) - 1, 0)

    @property
    def es_pequena(self) -> bool:
        """So few that colleagues could tell who wrote an unsigned text."""
        return len(self.docentes) < POCAS


@dataclass(frozen=True)
class Comentario:
    fila: object
    firma: str


def comunidad_de(acompanante) -> Comunidad | None:
    if acompanante is None:
        return None
    vigentes = Asignacion.objects.vigentes().filter(acompanante=acompanante)
    asignaciones = vigentes.select_related("docente__escuela__distrito").order_by("docente__apellidos")
    return Comunidad(acompanante, [a.docente for a in asignaciones])


def comunidad_del_docente(docente) -> Comunidad | None:
    return comunidad_de(acompanante_de_hoy(docente))


def firma_de(fragmento, usuario) -> str:
    """Return how a fragment is signed for a reader; the author reads "Tú"."""
    if fragmento.autor.usuario_id == usuario.pk:
        return "Tú"
    return fragmento.autor.nombre_completo if fragmento.con_nombre else SIN_FIRMA


def autores_con_nombre(fragmentos) -> set:
    """Return the teachers whose name a list of shared fragments shows, for the read log."""
    return {f.autor for f in fragmentos if f.con_nombre and f.estado == EstadoDeFragmento.COMPARTIDO}


def comentarios_firmados(fragmento, comentarios, comunidad, usuario) -> list[Comentario]:
    miembros = {d.pk for d in comunidad.docentes} if comunidad else set()
    return [Comentario(c, _firma_del_comentario(c, fragmento, miembros, usuario)) for c in comentarios]


def docentes_nombrados(fragmento, comentarios, comunidad) -> set:
    """Return the teachers whose name the page of a fragment shows to a reader other than them."""
    miembros = {d.pk for d in comunidad.docentes} if comunidad else set()
    comentan = {
        c.docente for c in comentarios if c.docente_id in miembros and c.docente_id != fragmento.autor_id
    }
    return comentan | autores_con_nombre([fragmento])


def _firma_del_comentario(comentario, fragmento, miembros, usuario):
    if comentario.acompanante_id:
        return "Tú" if comentario.acompanante.usuario_id == usuario.pk else str(comentario.acompanante)
    if comentario.docente.usuario_id == usuario.pk:
        return "Tú"
    if comentario.docente_id == fragmento.autor_id:
        return fragmento.autor.nombre_completo if fragmento.con_nombre else "Quien compartió el fragmento"
    return comentario.docente.nombre_completo if comentario.docente_id in miembros else SE_FUE
