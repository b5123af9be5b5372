"""What is written about one visit, read for a page: its content, its history, the visit before it.

Every function starts from a row that the caller has already fetched under the person's scope.
"""

import json
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from . import papel
from .contexto import Catalogos, Situacion, registradas_de
from .forms.visita import VisitaForm
from .forms.visita.plano import PASOS as PASOS_DEL_DIALOGO
from .models import (
    Compromiso,
    ContenidoDeRevision,
    Descriptor,
    DialogoReflexivo,
    EstadoDeRevision,
    NotaPrivada,
    ResolucionDeConflicto,
    Visita,
)


def contenido_de(visita) -> dict:
    """The content of the accepted head."""
    return json.loads(ContenidoDeRevision.objects.get(pk=visita.cabeza_id).texto)


def nota_de(usuario, visita_id) -> str:
    """The person's own private note about a visit or a draft; "" when there is none."""
    nota = NotaPrivada.objects.visibles_para(usuario).filter(visita_id=visita_id).first()
    return nota.texto if nota else ""


def compromisos_de(usuario, visita) -> list[Compromiso]:
    return list(visita.compromisos.con_retencion(usuario).select_related("verificado_en__tipo"))


def verificados_en(visita, contenido) -> dict[str, Compromiso]:
    """The same teacher's earlier commitments that a content speaks of, by id."""
    ids = [v["compromiso"] for v in contenido["verificaciones"]]
    hallados = Compromiso.objects.filter(pk__in=ids, visita__docente=visita.docente) if ids else []
    return {str(c.pk): c for c in hallados}


@dataclass(frozen=True)
class VisitaAnterior:
    """What stands beside the form: the last finished visit to the teacher, of whoever accompanied then."""

    visita: Visita
    niveles: list
    compromisos: list
    dialogo: DialogoReflexivo | None

    @property
    def palabras(self) -> list[str]:
        """What the teacher said, step by step."""
        return [t for t in (getattr(self.dialogo, paso, "") for paso in PASOS_DEL_DIALOGO) if t]

    @property
    def por_numero(self) -> dict:
        return {n.competencia.numero: n for n in self.niveles}


def visita_anterior(usuario, borrador, form) -> VisitaAnterior | None:
    """The teacher's last visit before the draft's date, within the person's scope; `form` is the draft's."""
    visitas = (
        Visita.objects.visibles_para(usuario).filter(docente=borrador.docente).exclude(pk=borrador.visita_id)
    )
    if borrador.base:
        visitas = visitas.filter(fecha__lt=borrador.base.visita.fecha)
    visita = visitas.select_related("tipo", "dialogo").order_by("-fecha", "-inicio").first()
    if visita is None:
        return None
    return VisitaAnterior(
        visita=visita,
        niveles=list(visita.niveles.select_related("competencia")),
        compromisos=[c for c in form.situacion.de_antes if c.visita_id == visita.pk],
        dialogo=getattr(visita, "dialogo", None),
    )


def _de_antes(borrador) -> list[Compromiso]:
    """The teacher's commitments of every other visit, in the order of each."""
    compromisos = Compromiso.objects.filter(visita__docente=borrador.docente, visita__purgada_en__isnull=True)
    return list(
        compromisos.exclude(visita_id=borrador.visita_id).select_related("visita__tipo").order_by("orden")
    )


def _verificables(borrador, de_antes) -> dict:
    """The commitments still open, and those that this visit verified, the first term first."""
    visita_id = borrador.visita_id
    compromisos = [c for c in de_antes if c.verificado_en_id in (None, visita_id)]
    if borrador.base:
        compromisos = [c for c in compromisos if c.visita.fecha <= borrador.base.visita.fecha]
    return {str(c.pk): c for c in sorted(compromisos, key=lambda c: c.hasta)}


def formulario_de(borrador, *, terminar=False, filas_libres=1) -> VisitaForm:
    """The form of a draft, its items numbered: as it is, or bound (`terminar`) so that every rule speaks."""
    catalogos = Catalogos()
    codigo, _, version = borrador.datos["instrumento"].rpartition(".")
    instrumento = catalogos.instrumentos[codigo, int(version)]
    de_antes = _de_antes(borrador)
    situacion = Situacion(
        docente=borrador.docente,
        catalogos=catalogos,
        visita_id=borrador.visita_id,
        registradas=registradas_de(borrador.docente),
        verificables=_verificables(borrador, de_antes),
        de_antes=de_antes,
    )
    valores = {"data": borrador.datos} if terminar else {"inicial": borrador.datos}
    form = VisitaForm(
        **valores,
        situacion=situacion,
        instrumento=instrumento,
        programada=borrador.datos.get("programada") or None,
        descriptores=descriptores_de(instrumento),
        filas_libres=filas_libres,
    )
    papel.numerar(papel.VISITA, form)
    return form


def descriptores_de(instrumento) -> dict[int, dict[int, str]]:
    """{competency: {level: text}} of a version of the instrument."""
    textos = {}
    for d in Descriptor.objects.filter(competencia__instrumento=instrumento).select_related("competencia"):
        textos.setdefault(d.competencia.numero, {})[d.nivel] = d.texto
    return textos


def revisiones_de(visita) -> list:
    """The accepted revisions, oldest first, each with its author and its content (a dict).

    `junta_dos` says that it stands by the author's choice between two versions.
    """
    revisiones = (
        visita.revisiones.filter(estado=EstadoDeRevision.ACEPTADA)
        .select_related("autor", "contenido")
        .annotate(junta_dos=Exists(ResolucionDeConflicto.objects.filter(resultado=OuterRef("pk"))))
        .order_by("recibido_en", "pk")
    )
    return [(revision, json.loads(revision.contenido.texto)) for revision in revisiones]
