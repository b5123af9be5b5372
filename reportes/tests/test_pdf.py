"""The PDF itself: its text, its tags, and what its engine may not read."""

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from pypdf import PdfReader
from weasyprint.urls import URLFetchingError

from docentes.tests.fabricas import crear_docente
from escuelas.tests.fabricas import crear_distrito, crear_escuela
from reportes import pdf
from reportes.datos import datos_de_reporte
from reportes.pdf import motor

pytestmark = [pytest.mark.django_db, pytest.mark.lento, pytest.mark.una_vez]

PROPOSITO = "Uso formativo. Prohibido su uso para ascensos, remuneraciones, premios o sanciones."
MOMENTO = datetime(2026, 10, 15, 16, 6, tzinfo=UTC)


def texto_de(pagina):
    return " ".join(pagina.extract_text().split())


@pytest.fixture
def documento(carmen, rosa, catalogos, territorio):
    """A report long enough to have several pages."""
    for n in range(40):
        escuela = crear_escuela(
            ugel=territorio.gran_chimu,
            distrito=crear_distrito(f"1311{n + 10}", nombre=f"Distrito {n}"),
            es_sintetica=True,
        )
        crear_docente(escuela=escuela, nombres="Canario", apellidos="Secreto")
    datos = datos_de_reporte("ugel", "130012", "2026-B1")
    return pdf.renderizar(datos, pedido_por=carmen, pedido_en=MOMENTO)


def test_cada_pagina_lleva_proposito_quien_lo_pidio_y_su_numero(documento):
    lector = PdfReader(BytesIO(documento.contenido))
    assert len(lector.pages) == documento.paginas > 1
    for numero, pagina in enumerate(lector.pages, start=1):
        texto = texto_de(pagina)
        assert PROPOSITO in texto
        assert "Pedido por Carmen Ruiz (UGEL Gran Chimú) el 15/10/2026 a las 11:06" in texto
        assert f"Página {numero} de {documento.paginas}" in texto


def test_lleva_titulo_idioma_etiquetas_y_autor(documento):
    lector = PdfReader(BytesIO(documento.contenido))
    raiz = lector.trailer["/Root"]
    assert (
        lector.metadata.title == "Avance del acompañamiento pedagógico: UGEL Gran Chimú, Bimestre 1 de 2026"
    )
    assert lector.metadata.author.startswith("Acompaña")
    assert raiz["/Lang"] == "es-PE"
    assert raiz["/MarkInfo"]["/Marked"] is True or raiz["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in raiz
    assert b"pdfuaid" in raiz["/Metadata"].get_data()
    assert [round(float(lado)) for lado in lector.pages[0].mediabox[2:]] == [595, 842]


def test_la_tabla_larga_repite_su_cabeza_y_los_datos_sinteticos_se_dicen(documento):
    paginas = [texto_de(pagina) for pagina in PdfReader(BytesIO(documento.contenido)).pages]
    con_filas = [texto for texto in paginas if re.search(r"Distrito \d", texto)]
    assert len(con_filas) == 2
    assert all("Con diagnóstica Planificadas Hechas" in texto for texto in con_filas)
    assert all("Datos sintéticos" in texto for texto in paginas)
    assert all("UGEL Gran Chimú · Bimestre 1 de 2026" in texto for texto in paginas)


def test_ningun_docente_aparece_en_el_archivo(documento):
    lector = PdfReader(BytesIO(documento.contenido))
    todo = " ".join(texto_de(pagina) for pagina in lector.pages) + str(lector.metadata)
    for canario in ("Canario", "Secreto", "Rosa", "Quispe"):
        assert canario not in todo


def test_lo_mismo_da_el_mismo_archivo(carmen, catalogos):
    datos = datos_de_reporte("ugel", "130012", "2026-B1")
    uno, otro = (pdf.renderizar(datos, pedido_por=carmen, pedido_en=MOMENTO) for _ in range(2))
    assert uno == otro


@pytest.mark.parametrize(
    "direccion",
    [
        "file:///etc/hostname",
        "/etc/hostname",
        "http://127.0.0.1:9/x.svg",
        "https://example.com/x.css",
        "data:image/svg+xml,<svg/>",
        "https://acompana.invalid/estaticos/../settings.py",
        "https://acompana.invalid/estaticos/css/..%2f..%2f..%2facompanamiento%2fsettings.py",
        "https://acompana.invalid/estaticos/js/seguir.js",
        "https://acompana.invalid/estaticos/no-existe.css",
        "https://acompana.invalid.ejemplo.pe/estaticos/css/papel.css",
        "ftp://acompana.invalid/estaticos/css/papel.css",
    ],
)
def test_el_motor_no_lee_nada_fuera_de_los_estaticos(direccion):
    with pytest.raises(motor.RecursoAjeno):
        motor.SoloEstaticos().fetch(direccion)


def test_el_motor_lee_los_estaticos_propios():
    respuesta = motor.SoloEstaticos().fetch(f"{motor.BASE}css/papel.css")
    assert b"@page" in respuesta.read()


def test_un_archivo_local_no_entra_en_el_documento(tmp_path):
    canario = tmp_path / "canario.txt"
    canario.write_text("canario-local-7301")
    html = f"""<html lang=es><title>t</title><link rel=stylesheet href="{canario.as_uri()}">
    <a rel=attachment href="{canario.as_uri()}">a</a><link rel=attachment href="{canario.as_uri()}">
    <img src="{canario.as_uri()}" alt="no"><object data="{canario.as_uri()}">b</object>
    <img src="/etc/hostname" alt="no"><p style="background:url({canario.as_uri()})">hola</p></html>"""
    lector = PdfReader(BytesIO(motor.componer(html).contenido))
    assert "hola" in texto_de(lector.pages[0])
    assert lector.attachments == {}
    assert not any("canario-local" in texto_de(p) for p in lector.pages)


def test_negar_una_direccion_no_detiene_el_documento():
    """The engine catches what a fetcher raises only when it is an ordinary exception."""
    assert issubclass(motor.RecursoAjeno, Exception)
    assert not issubclass(motor.RecursoAjeno, URLFetchingError)


def test_los_titulos_bajan_de_uno_en_uno(carmen, catalogos):
    datos = datos_de_reporte("ugel", "130012", "2026-B1")
    html = render_to_string("reportes/pdf/documento.html", {"datos": datos, "pedido": "x", "en_papel": True})
    niveles = [1, *map(int, re.findall(r"<h([1-6])", html))]
    assert all(siguiente - anterior <= 1 for anterior, siguiente in pairwise(niveles))
