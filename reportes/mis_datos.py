"""One person's file, as JSON and on paper."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from docentes.expediente import expediente_de
from reportes.pdf import quien_y_cuando
from reportes.pdf.expediente import seccion

PROPOSITO = "Uso formativo. Prohibido su uso para ascensos, remuneraciones, premios o sanciones."


def en_json(titular, *, pedido_por) -> str:
    """Return the file as JSON: {proposito, titular, preparado, partes: {key: {titulo, registros}}}."""
    partes = {clave: {"titulo": t, "registros": filas} for clave, t, filas in expediente_de(titular)}
    datos = {
        "proposito": PROPOSITO,
        "titular": titular.nombre_completo,
        "preparado": quien_y_cuando(pedido_por, timezone.now()),
        "partes": partes,
    }
    return json.dumps(datos, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def en_pdf(titular, *, pedido_por) -> bytes:
    """Return the file as a tagged A4 PDF."""
    from reportes.pdf.motor import (
        componer,  # the engine takes seconds to load, and only who makes a PDF needs it
    )

    ahora = timezone.now()
    contexto = {
        "titular": titular,
        "partes": [seccion(titulo, filas) for _, titulo, filas in expediente_de(titular)],
        "pedido": quien_y_cuando(pedido_por, ahora),
        "pedido_en": ahora,
        "en_papel": True,
    }
    return componer(render_to_string("reportes/pdf/mis_datos.html", contexto)).contenido
