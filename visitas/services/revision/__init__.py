"""The one door through which a finished visit enters: the online form and the devices' sync.

The server's order of acceptance is the truth (design, offline-sync.md §3). First revisions are read and written
together, in a number of statements that does not depend on how many they are; an amendment goes alone. Should the
database refuse one of them, they are all taken again, each behind a savepoint of its own.
"""

import logging

from django.db import IntegrityError, InterfaceError, OperationalError, transaction

from visitas.contexto import Catalogos
from visitas.forms.visita import VERSION

from .decision import DIAS_DE_GRACIA, decidir, fallas_de
from .entrega import Entrega, leer_entrega, texto_fiel
from .nuevas import Nuevas
from .resultado import Estado, Falla, Resultado
from .terreno import Terreno

registro = logging.getLogger(__name__)


def recibir_revision(
    *,
    autor,
    visita_id,
    revision_id,
    base_id,
    formulario_version,
    contenido,
    huella,
    finalizada_en,
    secuencia=0,
    dispositivo=None,
    catalogos=None,
) -> Resultado:
    """Accept a finished revision, or say exactly why not. Safe to repeat: the same id and hash is `duplicada`.

    `huella` is `sha256:<hex>` of the canonical JSON of `contenido`, made again here. `catalogos` is a
    contexto.Catalogos. One atomic block; rows of the teacher are locked, so two devices never race. Raises nothing on
    bad content.
    """
    entrega = leer_entrega(
        autor=autor,
        visita_id=visita_id,
        revision_id=revision_id,
        base_id=base_id,
        formulario_version=formulario_version,
        contenido=contenido,
        huella=huella,
        finalizada_en=finalizada_en,
        secuencia=secuencia,
        dispositivo=dispositivo,
    )
    if isinstance(entrega, Resultado):
        return entrega
    return _recibir_una(autor, entrega, catalogos or Catalogos())


def recibir_revisiones(autor, entregas: list, catalogos: Catalogos) -> list[Resultado | None]:
    """Accept many, in their order; `entregas` come from `leer_entrega`, refusals among them.

    None stands for one that failed for a reason of ours: nothing of it was stored, and it undid no other.
    """
    resultados = []
    for tramo in _tramos(entregas):
        if isinstance(tramo[0], Resultado):
            resultados += tramo
        elif len(tramo) == 1:
            resultados.append(_recibir_con_cuidado(autor, tramo[0], catalogos))
        else:
            resultados += _juntas(autor, tramo, catalogos)
    return resultados


def _tramos(entregas):
    """Cut where one may depend on what another writes: an amendment goes alone, and so does an id seen before."""
    tramo, vistas = [], set()
    for entrega in entregas:
        if (
            isinstance(entrega, Resultado)
            or entrega.base_id
            or {entrega.visita_id, entrega.revision_id} & vistas
        ):
            yield from [tramo] if tramo else []
            yield [entrega]
            tramo, vistas = [], set()
        else:
            tramo.append(entrega)
            vistas |= {entrega.visita_id, entrega.revision_id}
    if tramo:
        yield tramo


def _juntas(autor, tramo, catalogos):
    try:
        with transaction.atomic():
            return _recibir(autor, tramo, catalogos)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        registro.info("Un tramo de %s revisiones se recibe una por una", len(tramo), exc_info=True)
    return [_recibir_con_cuidado(autor, entrega, catalogos) for entrega in tramo]


def _recibir_con_cuidado(autor, entrega, catalogos):
    """The result of one; None when it failed for a reason of ours. A lost connection is everybody's."""
    try:
        return _recibir_una(autor, entrega, catalogos)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        registro.exception("La revisión %s no se pudo recibir", entrega.revision_id)
        return None


def _recibir_una(autor, entrega, catalogos):
    try:
        with transaction.atomic():
            return _recibir(autor, [entrega], catalogos)[0]
    except IntegrityError as error:
        return _traducir(error)


def _recibir(autor, entregas, catalogos):
    terreno, nuevas = Terreno(autor, entregas, catalogos), Nuevas()
    resultados = [decidir(entrega, terreno, nuevas) for entrega in entregas]
    nuevas.guardar()
    return resultados


def _traducir(error):
    """Say in the person's words what a constraint refused."""
    if "compromiso" in str(error).lower():
        return Resultado.rechazada(
            "COMPROMISO_REPETIDO",
            "Un compromiso lleva el identificador de otro. Bórralo y escríbelo de nuevo.",
        )
    return Resultado.rechazada(
        "DATOS_IMPOSIBLES",
        "La base de datos no aceptó la visita tal como llegó. Revísala y envíala de nuevo.",
    )


__all__ = [
    "DIAS_DE_GRACIA",
    "VERSION",
    "Entrega",
    "Estado",
    "Falla",
    "Resultado",
    "fallas_de",
    "leer_entrega",
    "recibir_revision",
    "recibir_revisiones",
    "texto_fiel",
]
