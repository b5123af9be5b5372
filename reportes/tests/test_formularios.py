"""The printed forms: every item's number, every descriptor whole, no name of anybody, and who may print them."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from docentes.models import Lectura
from visitas import papel
from visitas.catalogos import leer
from visitas.models import NivelEducativo
from visitas.papel import impresos
from visitas.tests.fabricas import compromiso, crear_programada, crear_visita

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("catalogos"),
    pytest.mark.lento,
    pytest.mark.una_vez,
]
PROPOSITO = "Uso formativo. Prohibido su uso para ascensos, remuneraciones, premios o sanciones."


def paginas(respuesta):
    assert respuesta.status_code == 200
    assert (respuesta["Content-Type"], respuesta["Cache-Control"]) == ("application/pdf", "no-store")
    return [" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(respuesta.content)).pages]


def junto(texto):
    """Without blanks, since a cell of a table breaks its lines where it can."""
    return re.sub(r"\s+", "", texto)


def revisar(hojas, impreso):
    """Each page says what it is, and each item of the table is on some page."""
    for n, hoja in enumerate(hojas, start=1):
        assert PROPOSITO in hoja
        assert impreso.version in hoja
        assert f"Página {n} de {len(hojas)}" in hoja
    numeros = set(re.findall(r"(?<![\d.])\d+(?:\.\d+)+[a-z]?", " ".join(hojas)))
    assert set(impreso.hoja.numeros.values()) - numeros == set()


TODOS = [
    *(impresos.SUELTOS),
    *(f"linea-de-base-{n}" for n in NivelEducativo.values),
    "visita-inicial-d",
    "visita-primaria-a1",
    "visita-secundaria-c",
]


SIN_OBSERVACION = ("sesion", "necesidades", "asesoria", "calibracion")


@pytest.mark.parametrize("clave", TODOS)
def test_cada_formulario_lleva_todos_sus_renglones(ana, cliente_de, clave):
    hojas = paginas(cliente_de(ana).get(f"/reportes/papel/{clave}.pdf"))
    revisar(hojas, impresos.en_blanco(clave))


def test_en_la_hoja_de_calibracion_un_solo_numero_va_delante(ana, cliente_de):
    texto = "\n".join(paginas(cliente_de(ana).get("/reportes/papel/calibracion.pdf")))

    assert re.findall(r"1\.(\d+)a\s+Nivel", texto) == [str(n) for n in range(1, 12)]
    assert not re.search(r"\d\.\d+[a-z]?\s+\d+\. ", texto)


def test_hay_un_formulario_de_cada_visita_de_cada_protocolo():
    pedidos = {(p["nivel"], t["codigo"]) for p in leer("protocolos")["protocolo"] for t in p["tipos"]}
    for nivel, codigo in pedidos:
        impreso = impresos.en_blanco(f"visita-{nivel}-{codigo.lower()}")
        assert impreso.tipo == codigo
        assert ("verificar" in [p.seccion.id for p in impreso.hoja.partes]) == (codigo != "D")
    assert len(pedidos) == 24


def test_los_descriptores_estan_enteros_y_los_niveles_son_casillas(ana, cliente_de):
    todo = " ".join(paginas(cliente_de(ana).get("/reportes/papel/visita-primaria-a1.pdf")))
    for competencia in leer("instrumento_acompanamiento_1")["competencia"]:
        for texto in [competencia["texto"], *competencia["descriptores"]]:
            assert junto(texto) in junto(todo), texto
    assert junto("4.11a Nivel 1 I 2 II 3 III 4 IV 0 No observado") in junto(todo)


@pytest.fixture
def programada(ana, rosa):
    crear_visita(
        docente=rosa.docente,
        compromisos=[compromiso("Que Rosa lleve la caja a Corlás con la señora Quispe.", hasta="2026-12-10")],
    )
    return crear_programada(
        docente=rosa.docente, acompanante=ana.acompanante, tipo="A3", fecha=date(2026, 10, 15)
    )


def test_el_de_una_visita_lleva_clave_escuela_dia_y_lo_acordado_sin_ningun_nombre(
    ana, rosa, programada, cliente_de
):
    hojas = paginas(cliente_de(ana).get(reverse("papel_de_visita", args=[programada.pk])))
    todo = " ".join(hojas)
    assert "IE N.° 80274 Corlás" in hojas[0]
    assert "15 de octubre de 2026" in hojas[0]
    assert all(papel.clave_de(programada) in hoja for hoja in hojas[1:])
    assert "lleve la caja a" in todo
    assert [
        n
        for n in ("Rosa", "Quispe", "Mamani", rosa.docente.plaza, "Ana", "Campos")
        if re.search(rf"\b{n}\b", todo)
    ] == []
    assert Lectura.objects.filter(docente=rosa.docente, usuario=ana, clase="visita").count() == 1
    revisar(hojas, impresos.visita_programada(programada, ana))


def test_sin_clave_no_se_tacha_y_la_prueba_lo_ve(programada, ana, monkeypatch):
    monkeypatch.setattr("visitas.anonimato.Tachador.limpiar", lambda self, texto: texto)
    assert "Rosa" in impresos.visita_programada(programada, ana).acordado[0]


def test_un_formulario_que_no_hay_no_existe_y_el_de_otra_tampoco(
    ana, beto, fidel, rosa, programada, cliente_de
):
    for clave in ("visita-primaria-z9", "visita-inicial-a6", "linea-de-base-superior", "otro"):
        assert cliente_de(ana).get(f"/reportes/papel/{clave}.pdf").status_code == 404
    de_visita = reverse("papel_de_visita", args=[programada.pk])
    assert cliente_de(beto).get(de_visita).status_code == 404
    for quien in (fidel, rosa):
        assert cliente_de(quien).get(de_visita).status_code == 403
        assert cliente_de(quien).get("/reportes/papel/sesion.pdf").status_code == 403
    assert cliente_de(rosa).get("/reportes/papel/observacion.pdf").status_code == 403
    assert cliente_de(fidel).get("/reportes/papel/observacion.pdf").status_code == 200


def test_la_lista_dice_lo_que_se_puede_imprimir(ana, rosa, programada, cliente_de):
    html = cliente_de(ana).get(reverse("papel")).content.decode()
    assert reverse("papel_de_visita", args=[programada.pk]) in html
    assert papel.clave_de(programada) in html
    for clave in ("visita-primaria-x", "linea-de-base-primaria", *SIN_OBSERVACION):
        assert reverse("papel_en_blanco", args=[clave]) in html
    assert "visita-inicial-d" not in html
    assert Lectura.objects.filter(docente=rosa.docente, clase="fechas").exists()
    assert timezone.localdate()
