"""From a report's data to a tagged A4 PDF."""

from django.template.loader import render_to_string

from acompanamiento.comun.formato import fecha, hora
from docentes.models import Rol

from .documento import Documento

__all__ = ["Documento", "quien_y_cuando", "renderizar"]


def renderizar(datos, *, pedido_por, pedido_en) -> Documento:
    """Return the PDF of a report. Same data, asker and moment give the same bytes, so the same file name."""
    from .motor import componer  # the engine takes seconds to load, and only who makes a report needs it

    contexto = {
        "datos": datos,
        "pedido": quien_y_cuando(pedido_por, pedido_en),
        "pedido_en": pedido_en,
        "en_papel": True,
    }
    return componer(render_to_string("reportes/pdf/documento.html", contexto))


def quien_y_cuando(usuario, momento) -> str:
    """Return the stamp of every page."""
    cuando = f"el {fecha(momento)} a las {hora(momento)}"
    if usuario is None:
        return f"Preparado por el sistema {cuando}"
    de = usuario.ugel if usuario.rol == Rol.ESPECIALISTA else usuario.get_rol_display()
    return f"Pedido por {usuario.nombre_completo} ({de}) {cuando}"
