"""The teacher's words, read for a page. Every function keeps to the person's scope."""

from collections import defaultdict

from .models import AvanceDeCompromiso, Visita, VozDelDocente


def voz_de(usuario, visita) -> VozDelDocente | None:
    return VozDelDocente.objects.visibles_para(usuario).filter(visita=visita).first()


def sin_leer(usuario):
    """The words on visits that who accompanies has not opened yet, the latest first."""
    voces = VozDelDocente.objects.visibles_para(usuario).sin_leer()
    return voces.select_related("visita__docente", "visita__tipo").order_by("-escrita_en")


def por_decir(usuario, anio: int):
    """The teacher's visits of the year on which she has said nothing yet, the latest first."""
    visitas = Visita.objects.visibles_para(usuario).filter(anio=anio, voz=None)
    return visitas.select_related("tipo").order_by("-fecha", "-inicio")


def con_avances(usuario, compromisos) -> list:
    """Return the commitments as a list, each with `notas`: the teacher's notes, oldest first. One query."""
    compromisos = list(compromisos)
    avances = AvanceDeCompromiso.objects.visibles_para(usuario).filter(compromiso__in=compromisos)
    por_compromiso = defaultdict(list)
    for avance in avances:
        por_compromiso[avance.compromiso_id].append(avance)
    for compromiso in compromisos:
        compromiso.notas = por_compromiso[compromiso.pk]
    return compromisos
