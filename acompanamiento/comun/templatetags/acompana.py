"""`{% load acompana %}`: icons, year dots, the page's own files, and how dates and numbers are written.

To rebuild the query string (pages, order) use Django's own `{% querystring pagina=2 %}`.
"""

import json

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from acompanamiento.comun import estaticos, formato

register = template.Library()

register.filter("fecha", formato.fecha, expects_localtime=True)
register.filter("fecha_larga", formato.fecha_larga, expects_localtime=True)
register.filter("fecha_hora", formato.fecha_hora, expects_localtime=True)
register.filter("dia_corto", formato.dia_corto, expects_localtime=True)
register.filter("hora", formato.hora, expects_localtime=True)
register.filter("hace_dias", formato.hace_dias, expects_localtime=True)
register.filter("mes", formato.mes)
register.filter("entero", formato.entero)
register.filter("decimal", formato.decimal)
register.filter("porciento", formato.porciento)
register.filter("romano", formato.romano)
register.filter("horas", formato.horas)


@register.filter
def paginas_cercanas(paginador, numero):
    """The page numbers worth a link: the ends, and two on each side of the current one."""
    return paginador.get_elided_page_range(numero, on_each_side=2, on_ends=1)


# Each state of a visit in the year: what the hidden word and the legend say.
PUNTOS = {
    "hecha": "hecha",
    "hoy": "hoy",
    "atrasada": "atrasada",
    "no-realizada": "no realizada, con motivo",
    "por-hacer": "por hacer",
}


def _dibujo(context, simbolo, clase):
    """An `<svg>` of the sprite; with `en_papel` in the context, the drawing itself (the PDF engine needs it)."""
    if not context.get("en_papel"):
        return format_html(
            '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>',
            clase,
            static(estaticos.SPRITE),
            simbolo,
        )
    atributos, dibujo = estaticos.simbolos()[simbolo]
    return format_html(
        '<svg class="{}" aria-hidden="true" {}>{}</svg>', clase, mark_safe(atributos), mark_safe(dibujo)
    )


@register.simple_tag(takes_context=True)
def icono(context, nombre, clase=""):
    """`{% icono "reloj" %}`. An icon always has a word beside it, so it is hidden from screen readers."""
    return _dibujo(context, f"i-{nombre}", f"ac-icono {clase}".strip())


@register.simple_tag(takes_context=True)
def punto(context, estado, con_palabra=False):
    """`{% punto "hecha" %}`: a visit of the year as a dot with a shape and its word, hidden unless asked."""
    palabra = PUNTOS[estado]
    marco = "{}{}" if con_palabra else '{}<span class="visually-hidden">{}</span>'
    return format_html(
        marco, _dibujo(context, f"p-{estado}", "ac-punto"), palabra.capitalize() if con_palabra else palabra
    )


@register.simple_tag
def hojas_de_estilo():
    return estaticos.HOJAS_DE_ESTILO


@register.simple_tag
def fuentes_primero():
    return estaticos.FUENTES_PRIMERO


@register.simple_tag
def mapa_de_modulos():
    """The body of the page's import map: see `estaticos.modulos`."""
    return mark_safe(json.dumps({"imports": estaticos.modulos()}))
