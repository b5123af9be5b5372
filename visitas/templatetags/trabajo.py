"""`{% load trabajo %}{% trabajo_de acompanante anio %}`: what the formador reads of one acompañante, in one place."""

from django import template

from visitas import permisos
from visitas.models import InformeFinal, ObservacionDeAcompanante, VersionDePlan

register = template.Library()


@register.inclusion_tag("visitas/_trabajo_de.html", takes_context=True)
def trabajo_de(context, acompanante, anio):
    """The last plan sent, the visits to him or her and the final report; nothing for who does not review plans."""
    usuario = context["request"].user
    if not permisos.puede_revisar_planes(usuario):
        return {"es_formador": False}
    versiones = VersionDePlan.objects.visibles_para(usuario).filter(plan__acompanante=acompanante)
    informes = InformeFinal.objects.visibles_para(usuario).filter(acompanante=acompanante)
    observaciones = ObservacionDeAcompanante.objects.visibles_para(usuario).filter(acompanante=acompanante)
    return {
        "es_formador": True,
        "acompanante": acompanante,
        "anio": anio,
        "plan": versiones.select_related("plan").order_by("-plan__anio", "-numero").first(),
        "informe": informes.order_by("-anio").first(),
        "observaciones": observaciones.count(),
    }
