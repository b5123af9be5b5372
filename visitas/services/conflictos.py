"""A person's choice between two versions: a new revision on the head, and the branch closed with what was chosen."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.errores import Rechazo
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Docente
from visitas.models import (
    EstadoDeRevision,
    ResolucionDeConflicto,
    ResolucionDeRegistro,
    Revision,
    RevisionDeRegistro,
    Visita,
)

from .cadena import cabeza_de
from .registros import bloquear_registros, recibir_registro
from .revision import Estado, Resultado, recibir_revision


class CambioLaCabeza(Rechazo):
    """Somebody amended the record while the person was choosing: what they saw is no longer what is."""

    codigo = "CABEZA_CAMBIO"


@transaction.atomic
def resolver_conflicto(*, rama: Revision | RevisionDeRegistro, cabeza_id, contenido, elegidas) -> Resultado:
    """Store what the author of a branch chose, and close the branch with those that it amends.

    `cabeza_id` is the head that the author saw; `elegidas` is {field: choice}. A content equal to the head's leaves the
    head as it is (`duplicada`). When the record's door refuses, its Resultado comes back and nothing changed. Raises
    CambioLaCabeza, and Rechazo when it was resolved meanwhile.
    """
    cadena = _DeVisita if isinstance(rama, Revision) else _DeRegistro
    cadena.bloquear(rama)
    if cadena.resoluciones.filter(pk=rama.pk).exists():
        raise Rechazo("Ya habías elegido entre estas dos versiones.", codigo="YA_RESUELTO")
    cabeza = cadena.cabeza(rama)
    if cabeza.pk != cabeza_id:
        raise CambioLaCabeza(
            "Se corrigió en otro lugar mientras elegías. Aquí está como quedó: elige otra vez."
        )
    texto = canonico(contenido)
    if huella(texto) == cabeza.huella:
        resultado = Resultado(Estado.DUPLICADA, cabeza)
    else:
        resultado = cadena.recibir(rama, **_entrega(rama, cabeza_id, contenido, texto))
    if resultado.guardada:
        _cerrar(cadena.resoluciones, rama, resultado.revision, elegidas)
    return resultado


class _DeVisita:
    resoluciones = ResolucionDeConflicto.objects

    @staticmethod
    def bloquear(rama) -> None:
        """Lock in the order in which the sync does, teacher first, so that the head stays while we write."""
        docente_id = Visita.objects.values_list("docente_id", flat=True).get(pk=rama.visita_id)
        list(Docente.objects.select_for_update(no_key=True).filter(pk=docente_id).values_list("pk"))

    @staticmethod
    def cabeza(rama) -> Revision:
        return Visita.objects.select_related("cabeza").get(pk=rama.visita_id).cabeza

    @staticmethod
    def recibir(rama, **entrega) -> Resultado:
        return recibir_revision(visita_id=rama.visita_id, **entrega)


class _DeRegistro:
    resoluciones = ResolucionDeRegistro.objects

    @staticmethod
    def bloquear(rama) -> None:
        """As the sync does, and the record's own row, which is all that its page locks."""
        bloquear_registros([rama])
        filas = type(rama.registro).objects.select_for_update(of=["self"])
        list(filas.filter(pk=rama.registro.pk).values_list("pk"))

    @staticmethod
    def cabeza(rama) -> RevisionDeRegistro:
        return cabeza_de(rama.registro)

    @staticmethod
    def recibir(rama, **entrega) -> Resultado:
        """What was chosen may have the form of the other version: a session that was held, or was not."""
        formulario = rama.formulario_de(entrega["contenido"])
        de_quien = rama if formulario == rama.formulario else rama.cabeza
        entrega["formulario_version"] = de_quien.formulario_version
        return recibir_registro(formulario=formulario, registro_id=rama.registro.pk, **entrega)


def _entrega(rama, cabeza_id, contenido, texto) -> dict:
    return {
        "autor": rama.autor,
        "revision_id": nuevo_id(),
        "base_id": cabeza_id,
        "formulario_version": rama.formulario_version,
        "contenido": contenido,
        "huella": huella(texto),
        "finalizada_en": timezone.now(),
    }


def _cerrar(resoluciones, rama, resultado, elegidas):
    resoluciones.bulk_create(
        resoluciones.model(rama=r, resultado=resultado, por=rama.autor, elegido=elegidas)
        for r in cadena_de_ramas(rama)
        if not hasattr(r, "resolucion")
    )


def cadena_de_ramas(rama) -> list:
    """The branch and the branches that it amends, the last first."""
    cadena = [rama]
    while (base := cadena[-1].base) is not None and base.estado == EstadoDeRevision.RAMA:
        cadena.append(base)
    return cadena
