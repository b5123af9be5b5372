"""Sharing a visit as a case, talking about it and taking it back."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from visitas.anonimato import tachador_de
from visitas.models import Bimestre, Caso, MensajeDeCaso


class CasoRechazado(Rechazo):
    """A case that a rule does not allow."""

    codigo = "CASO"


def termino_de(dia) -> str:
    """Return the bimestre that had begun last on `dia` ("2026-B4"); "2026-B0" before the year's first."""
    bimestre = Bimestre.objects.filter(anio=dia.year, inicio__lte=dia).order_by("-numero").first()
    return bimestre.codigo if bimestre else f"{dia.year}-B0"


@transaction.atomic
def compartir_caso(*, visita, partes, pregunta) -> Caso:
    """Keep the copy that the formadores will read. `visita` with docente.escuela.distrito and acompanante.usuario.

    Every text passes through the scrubber here too, whatever the page did. Raises CasoRechazado when the visit is
    shared already, or nothing is left to read.
    """
    tachador = tachador_de(visita.docente, visita.acompanante)
    limpias = [p | {"texto": tachador.limpiar(p["texto"])} for p in partes if p["texto"].strip()]
    if not limpias:
        raise CasoRechazado(
            "El caso quedó sin partes. Incluye al menos una para que haya de qué conversar.", codigo="VACIO"
        )
    try:
        with transaction.atomic():
            return Caso.objects.create(**_ficha(visita), pregunta=tachador.limpiar(pregunta), partes=limpias)
    except IntegrityError:
        raise CasoRechazado(
            "Esta visita ya está compartida como caso. Retira el anterior si quieres compartirla de nuevo.",
            codigo="YA_COMPARTIDO",
        ) from None


def _ficha(visita):
    escuela = visita.escuela
    return {
        "visita": visita,
        "docente": visita.docente,
        "acompanante": visita.acompanante,
        "termino": termino_de(timezone.localdate()),
        "mes": visita.fecha.replace(day=1),
        "modalidad": escuela.get_modalidad_display() if escuela.modalidad else "",
        "area": escuela.get_area_display() if escuela.area else "",
    }


@transaction.atomic
def comentar_caso(*, caso, autor, texto) -> MensajeDeCaso:
    """Add a message, names taken out. Needs the case's docente.escuela.distrito and acompanante.usuario."""
    if caso.retirado:
        raise CasoRechazado("El caso ya se retiró: no se puede comentar.", campo="texto", codigo="RETIRADO")
    tachador = tachador_de(caso.docente, caso.acompanante)
    return MensajeDeCaso.objects.create(caso=caso, autor=autor, texto=tachador.limpiar(texto))


@transaction.atomic
def retirar_caso(*, caso) -> Caso:
    """Take the case back: no formador reads it any more and its copy is erased. Twice is once."""
    if not caso.retirado:
        caso.retirado_en, caso.partes = timezone.now(), []
        caso.save(update_fields=["retirado_en", "partes"])
    return caso
