"""One person's file, as JSON and on paper."""

import json
from datetime import date, datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from acompanamiento.comun.formato import fecha, fecha_hora
from docentes.expediente import expediente_de
from reportes.pdf import quien_y_cuando

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
        "partes": [(t, [_ficha(fila) for fila in filas]) for _, t, filas in expediente_de(titular)],
        "pedido": quien_y_cuando(pedido_por, ahora),
        "pedido_en": ahora,
        "en_papel": True,
    }
    return componer(render_to_string("reportes/pdf/mis_datos.html", contexto)).contenido


def _ficha(registro: dict) -> list[dict]:
    """Return what a record prints: [{clave, texto | lineas}], without what is empty."""
    filas = [{"clave": clave, **_valor(valor)} for clave, valor in registro.items()]
    return [f for f in filas if f.get("texto") or f.get("lineas")]


def _valor(valor) -> dict:
    if isinstance(valor, list):
        return {"lineas": [_linea(v) for v in valor]}
    return {"texto": _texto(valor)}


def _linea(valor) -> str:
    if isinstance(valor, dict):
        return ". ".join(f"{c}: {_texto(v).rstrip('.')}" for c, v in valor.items() if _texto(v))
    return _texto(valor)


def _texto(valor) -> str:
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "Sí" if valor else "No"
    if isinstance(valor, datetime):
        return fecha_hora(valor)
    return fecha(valor) if isinstance(valor, date) else str(valor)
