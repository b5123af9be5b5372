"""`{% load fases %}{% fases docente anio %}`: the phase strip, on every page of a teacher; `{% fases %}`, on her own."""

from django import template

from docentes.models import Docente, Rol
from visitas.fases import ciclo_de

register = template.Library()


@register.inclusion_tag("visitas/_fases.html", takes_context=True)
def fases(context, docente=None, anio=None):
    """The strip of the year (this one unless told), for the teacher and who accompanies her; nothing for others.

    Without `docente`, of the teacher who reads.
    """
    usuario = context["request"].user
    if docente is None and usuario.rol == Rol.DOCENTE:
        docente = Docente.objects.visibles_para(usuario).first()
    return {"ciclo": ciclo_de(usuario, docente, anio) if docente else None}
