"""The main job end to end, as people do it: real Chromium, real web server, real worker, the demo's people."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .pasos_del_anio import optar

pytestmark = pytest.mark.navegador
LISTO_MS = 90_000


def _escribir_la_visita_de_hoy(pagina):
    """From Ana's home: open today's visit to Rosa and write it. Return its year: in summer, that of the last classes."""
    pagina.goto("/")
    pagina.get_by_role("listitem").filter(has_text="Rosa Quispe").get_by_role(
        "link", name="Registrar visita"
    ).first.click()
    if "/visitas/nueva/" in pagina.url:
        pagina.get_by_role("button", name="Empezar a escribir").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Rosa Quispe Mamani")
    pagina.locator("[name=inicio]").fill("08:00")
    pagina.locator("[name=fin]").fill("12:30")
    for grado in ("1", "2", "3"):
        pagina.locator(f"[name=presentes_{grado}]").fill("3")
    pagina.get_by_label("Matemática").check()
    pagina.locator("#notas textarea").first.fill("Pregunta qué cosecharon en casa y lo anota en la pizarra.")
    pagina.locator("[name=nota_0_hora]").fill("08:05")
    primera = pagina.locator("[name=nivel_2]").first
    if not primera.is_visible():
        pagina.locator("details.ac-otra", has=pagina.locator("[name=nivel_2]")).locator("summary").click()
    optar(pagina, nivel_2="3")
    pagina.locator("[name=evidencia_2]").fill("De 8:05 a 10:30 conté 9 minutos sin tarea.")
    pagina.locator("[name=describir]").fill("Les di el mismo problema a todos.")
    return pagina.locator("[name=fecha]").input_value()[:4]


def _hechas(pagina, anio):
    """Return how many visits of a year's plan the region's dashboard counts as done."""
    pagina.goto(f"/tablero/?periodo={anio}")
    detalle = pagina.locator(".ac-cifras p").filter(has_text=re.compile(r"\d de \d")).first.inner_text()
    return int(re.sub(r"\D", "", detalle.split(" de ")[0]))


def _pedir_y_descargar(pagina, opcion):
    """Ask for a report, wait for the worker, download it and return its text."""
    pagina.goto("/reportes/")
    pagina.locator("select").first.select_option(label=opcion)
    pagina.get_by_role("button", name="Pedir reporte").click()
    descargar = pagina.get_by_role("link", name=re.compile("Descargar")).first
    expect(descargar).to_be_visible(timeout=LISTO_MS)
    with pagina.expect_download() as bajada:
        descargar.click()
    archivo = PdfReader(io.BytesIO(bajada.value.path().read_bytes()))
    return " ".join(p.extract_text() for p in archivo.pages)


def test_una_visita_llega_del_aula_al_tablero_y_al_reporte(nueva_pagina):
    fidel, ana = nueva_pagina("fidel"), nueva_pagina("ana")
    anio = _escribir_la_visita_de_hoy(ana)
    antes = _hechas(fidel, anio)
    expect(ana.locator("[data-guardado-texto]").first).to_contain_text("Guardado")
    ana.get_by_role("button", name="Terminar visita").click()

    expect(ana.get_by_role("heading", level=1)).to_contain_text("Rosa Quispe Mamani")
    expect(ana.locator("main")).to_contain_text("De 8:05 a 10:30 conté 9 minutos sin tarea.")
    assert _hechas(fidel, anio) == antes + 1

    rosa = nueva_pagina("rosa")
    rosa.goto(ana.url)
    expect(rosa.locator("main")).to_contain_text("Les di el mismo problema a todos.")


@pytest.mark.parametrize(
    ("opcion", "titulo"),
    [("UGEL Gran Chimú", "UGEL Gran Chimú"), ("Provincia Gran Chimú", "Provincia Gran Chimú")],
)
def test_carmen_pide_y_descarga_el_reporte(nueva_pagina, opcion, titulo):
    texto = _pedir_y_descargar(nueva_pagina("carmen"), opcion)

    assert titulo.lower() in texto.lower()
    assert "Carmen Ruiz" in texto
    assert "ascensos, remuneraciones, premios o sanciones" in " ".join(texto.split())
    assert re.search(r"Página 1 de \d", texto)
    for nombre in ("Quispe", "Ana Campos"):
        assert nombre not in texto
