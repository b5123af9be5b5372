"""What the teacher writes: her word on a visit, her notes on a commitment, her own reflections."""

from django.db import transaction
from django.utils import timezone

from acompanamiento.comun.errores import Rechazo
from docentes.models import Acompanante, Asignacion
from visitas.models import (
    Acuerdo,
    AvanceDeCompromiso,
    Compromiso,
    EstadoDeCompromiso,
    ReflexionPropia,
    VersionDeVoz,
    Visita,
    VozDelDocente,
)


@transaction.atomic
def decir(*, visita, comentario, acuerdo) -> VozDelDocente:
    """Write the teacher's word on a visit. What she said before stays among her versions.

    Raises Rechazo when there is nothing to say yet: no comment, no agreement and nothing said before.
    """
    Visita.objects.select_for_update().get(pk=visita.pk)
    voz = VozDelDocente.objects.filter(visita=visita).first()
    if voz is None:
        if not comentario and acuerdo == Acuerdo.SIN_DECIR:
            raise Rechazo(
                "Aún no dijiste nada: escribe un comentario o di si estás de acuerdo.", campo="comentario"
            )
        return VozDelDocente.objects.create(visita=visita, comentario=comentario, acuerdo=acuerdo)
    if (voz.comentario, voz.acuerdo) == (comentario, acuerdo):
        return voz
    VersionDeVoz.objects.create(
        voz=voz, comentario=voz.comentario, acuerdo=voz.acuerdo, escrita_en=voz.escrita_en
    )
    voz.comentario, voz.acuerdo, voz.escrita_en = comentario, acuerdo, timezone.now()
    voz.save()
    return voz


@transaction.atomic
def marcar_leida(*, voz) -> None:
    """Note that who accompanies the teacher has her word before the eyes."""
    VozDelDocente.objects.filter(pk=voz.pk).update(leida_en=timezone.now())


@transaction.atomic
def anotar_avance(*, compromiso, texto) -> AvanceDeCompromiso:
    """Add the teacher's note to a commitment. Raises Rechazo when it was verified already."""
    actual = Compromiso.objects.select_for_update().get(pk=compromiso.pk)
    if actual.estado != EstadoDeCompromiso.PENDIENTE:
        raise Rechazo(
            f"Este compromiso ya se verificó: {actual.get_estado_display().lower()}. "
            "Lo que quieras agregar va en tu palabra sobre esa visita o en tus reflexiones.",
            campo="texto",
        )
    return AvanceDeCompromiso.objects.create(compromiso=actual, texto=texto)


@transaction.atomic
def guardar_reflexion(*, docente, fecha, texto, competencia=None, visita=None, reflexion=None):
    """Write a new reflection of a teacher, hers alone, or what it says now. Returns the ReflexionPropia."""
    reflexion = reflexion or ReflexionPropia(docente=docente)
    reflexion.fecha, reflexion.texto = fecha, texto
    reflexion.competencia, reflexion.visita = competencia, visita
    reflexion.guardada_en = timezone.now()
    reflexion.save()
    return reflexion


@transaction.atomic
def compartir_reflexion(*, reflexion) -> Acompanante:
    """Share a reflection with who accompanies the teacher today, and return that person.

    Raises Rechazo when nobody does.
    """
    vigentes = Asignacion.objects.vigentes().filter(docente=reflexion.docente_id)
    asignacion = vigentes.select_related("acompanante__usuario").first()
    if asignacion is None:
        raise Rechazo(
            "Hoy no tienes acompañante, así que no hay con quién compartirla. Sigue siendo solo tuya."
        )
    reflexion.compartida_con, reflexion.compartida_en = asignacion.acompanante, timezone.now()
    reflexion.save(update_fields=["compartida_con", "compartida_en"])
    return asignacion.acompanante


@transaction.atomic
def dejar_de_compartir(*, reflexion) -> None:
    reflexion.compartida_con = reflexion.compartida_en = None
    reflexion.save(update_fields=["compartida_con", "compartida_en"])


@transaction.atomic
def borrar_reflexion(*, reflexion) -> None:
    reflexion.delete()
