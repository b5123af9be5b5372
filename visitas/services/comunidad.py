"""The learning community: sharing a fragment of practice, taking it back, commenting on it."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Asignacion
from visitas.models import (
    ComentarioDeFragmento,
    EstadoDeFragmento,
    EstadoDeSesion,
    FragmentoDePractica,
    TipoDeSesion,
)

SE_ANALIZA_EN = (TipoDeSesion.GIA, TipoDeSesion.MICROTALLER)


class ComunidadRechazada(Rechazo):
    """What the learning community does not allow."""

    codigo = "COMUNIDAD"


@transaction.atomic
def guardar_fragmento(*, autor, fragmento=None, **datos) -> FragmentoDePractica:
    """Write a draft, new or already begun: nobody but its author reads it. Raises ComunidadRechazada."""
    if fragmento is None:
        return FragmentoDePractica.objects.create(autor=autor, **datos)
    fragmento = _tomar(
        fragmento, EstadoDeFragmento.BORRADOR, "Ya no es un borrador: retíralo y escribe otro."
    )
    for campo, valor in datos.items():
        setattr(fragmento, campo, valor)
    fragmento.save()
    return fragmento


@transaction.atomic
def compartir_fragmento(*, fragmento, con_nombre: bool, acompanante) -> FragmentoDePractica:
    """Show a draft to the author's community of today. Raises ComunidadRechazada.

    `acompanante` is whose community the author was shown; another one by now is not the one she chose.
    """
    fragmento = _tomar(fragmento, EstadoDeFragmento.BORRADOR, "Este fragmento ya se había compartido.")
    if acompanante_de_hoy(fragmento.autor) != acompanante:
        raise ComunidadRechazada(
            "Tu acompañante cambió mientras leías. Mira otra vez quién lo leerá y vuelve a compartir.",
            codigo="CAMBIO_LA_COMUNIDAD",
        )
    fragmento.acompanante, fragmento.con_nombre = acompanante, con_nombre
    fragmento.estado, fragmento.compartido_en = EstadoDeFragmento.COMPARTIDO, timezone.now()
    fragmento.save()
    return fragmento


@transaction.atomic
def retirar_fragmento(*, fragmento) -> FragmentoDePractica:
    """Take it back, at any time: with its comments it disappears from everybody but its author."""
    fragmento = _tomar(fragmento, EstadoDeFragmento.COMPARTIDO, "Este fragmento ya no está compartido.")
    fragmento.estado, fragmento.retirado_en = EstadoDeFragmento.RETIRADO, timezone.now()
    fragmento.save()
    return fragmento


@transaction.atomic
def descartar_fragmento(*, fragmento) -> None:
    """Erase a draft, which nobody else has read."""
    _tomar(
        fragmento, EstadoDeFragmento.BORRADOR, "Solo se descarta un borrador. Lo compartido se retira."
    ).delete()


@transaction.atomic
def comentar_fragmento(*, fragmento, tipo: str, texto: str, docente=None, acompanante=None):
    """Answer a shared fragment as a colleague (`docente`) or as who accompanies (`acompanante`)."""
    fragmento = _tomar(
        fragmento,
        EstadoDeFragmento.COMPARTIDO,
        "Este fragmento ya no está compartido; no recibe comentarios.",
    )
    return ComentarioDeFragmento.objects.create(
        fragmento=fragmento, tipo=tipo, texto=texto.strip(), docente=docente, acompanante=acompanante
    )


@transaction.atomic
def vincular_a_sesion(*, fragmento, sesion=None) -> FragmentoDePractica:
    """Say in which session of the same community it was analysed; without `sesion`, in none."""
    fragmento = _tomar(fragmento, EstadoDeFragmento.COMPARTIDO, "Este fragmento ya no está compartido.")
    if sesion is not None:
        _exigir_sesion_de_la_comunidad(fragmento, sesion)
    fragmento.sesion = sesion
    fragmento.save()
    return fragmento


def acompanante_de_hoy(docente) -> Acompanante | None:
    """Return who accompanies the teacher today."""
    vigente = Asignacion.objects.vigentes().filter(docente=docente).select_related("acompanante__usuario")
    return next((a.acompanante for a in vigente), None)


def _tomar(fragmento, estado, frase):
    tomado = (
        FragmentoDePractica.objects.select_for_update(of=["self"])
        .select_related("autor")
        .get(pk=fragmento.pk)
    )
    if tomado.estado != estado:
        raise ComunidadRechazada(frase, codigo="OTRO_ESTADO")
    return tomado


def _exigir_sesion_de_la_comunidad(fragmento, sesion):
    if sesion.acompanante_id != fragmento.acompanante_id:
        raise ComunidadRechazada("Esa sesión es de otra comunidad. Elige una tuya.", campo="sesion")
    if sesion.estado != EstadoDeSesion.REALIZADA or sesion.tipo not in SE_ANALIZA_EN:
        raise ComunidadRechazada(
            "Un fragmento se analiza en un microtaller o en un GIA ya realizado. Elige uno de la lista.",
            campo="sesion",
        )
