"""`{% load fases %}{% fases docente anio %}`: the phase strip, on every page of a teacher."""

from django import template

from visitas.fases import ciclo_de

register = template.Library()


@register.inclusion_tag("visitas/_fases.html", takes_context=True)
def fases(context, docente, anio=None):
    """The strip of the year (this one unless told), for the teacher and who accompanies her; nothing for others."""
    return {"ciclo": ciclo_de(context["request"].user, docente, anio) if docente else None}
