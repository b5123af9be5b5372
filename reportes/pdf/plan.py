"""The Plan de Acompañamiento as a tagged A4 PDF."""

from django.template.loader import render_to_string

from . import quien_y_cuando
from .documento import Documento


def renderizar_plan(*, plan, version, hoja, bloques, pedido_por, pedido_en, sintetico) -> Documento:
    """Return the PDF. `version` is the VersionDePlan that `hoja` shows, None for a draft."""
    from .motor import componer  # the engine takes seconds to load, and only who prints needs it

    contexto = {
        "plan": plan,
        "version": version,
        "hoja": hoja,
        "bloques": bloques,
        "pedido": quien_y_cuando(pedido_por, pedido_en),
        "pedido_en": pedido_en,
        "sintetico": sintetico,
        "en_papel": True,
    }
    return componer(render_to_string("reportes/pdf/plan.html", contexto))
