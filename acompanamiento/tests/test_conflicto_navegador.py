"""One person, two laptops, the same visit: the second to arrive finds two versions, chooses, and both end with one."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import Laptop, cabeza_en, con_estado, elegir_version, registrar

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
DOCENTE = 9
MARCA = "A las 9:20 el grupo de quinto explicó su reto."
NOTA = "Cada grupo revisa el trabajo de otro."
CABEZA = """
from visitas.models import NivelObservado
v = NivelObservado.objects.get(evidencia="{marca}").visita
print(v.pk, v.cabeza_id, v.cabeza.huella)
"""


@pytest.fixture
def laptops(chromium, servidor_vivo):
    encendidas = [Laptop(chromium, servidor_vivo) for _ in range(2)]
    yield encendidas
    for laptop in encendidas:
        laptop.apagar()


def _fila(pagina, estado):
    return con_estado(pagina, estado).first


def _corregir_la_primera(pagina):
    """Open the newest confirmed visit of the notebook to amend it."""
    _fila(pagina, "Confirmada").get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[name=analisis]")).to_be_visible()


def _traer_y_corregir(pagina):
    """Open the visit, made on another laptop, from the teacher's page."""
    pagina.locator("[data-docentes] button").nth(DOCENTE).click()
    visita = pagina.locator("[data-visitas] details", has_text=MARCA)
    visita.locator("summary").click()
    visita.get_by_role("button", name="Corregir en este equipo").click()
    expect(pagina.locator("[name=evidencia_2]")).to_have_value(MARCA)


def _terminar(pagina, **valores):
    for campo, valor in valores.items():
        pagina.locator(f"[name={campo}]").fill(valor)
    pagina.get_by_role("button", name="Terminar visita").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def test_dos_equipos_cambian_la_misma_visita_y_terminan_con_la_misma_cabeza(laptops, servidor_vivo):
    primera, segunda = laptops
    primera.abrir("beto")
    primera.esperar_al_trabajador()
    registrar(primera.pagina, DOCENTE, MARCA)
    expect(_fila(primera.pagina, "Confirmada")).to_be_visible()

    segunda.abrir("beto")
    _traer_y_corregir(segunda.pagina)
    segunda.pagina.get_by_role("button", name="Agregar nota").click()
    segunda.pagina.locator("[name=nota_1_hora]").fill("10:30")
    _terminar(segunda.pagina, nota_1_texto=NOTA, analisis="Escrito en la segunda.", seccion="B")
    expect(_fila(segunda.pagina, "Confirmada")).to_be_visible()

    primera.contexto.set_offline(True)
    _corregir_la_primera(primera.pagina)
    _terminar(primera.pagina, analisis="Escrito en la primera.", preguntas="¿Qué cambiarías?")
    expect(_fila(primera.pagina, "Por enviar")).to_be_visible()
    primera.contexto.set_offline(False)
    primera.pagina.get_by_role("button", name="Enviar ahora").click()
    choque = _fila(primera.pagina, "Dos versiones")
    expect(choque).to_be_visible()
    choque.get_by_role("button", name=re.compile("Ver las dos")).click()
    expect(primera.pagina.locator("[data-versiones]")).to_contain_text("Escrito en la primera.")
    expect(primera.pagina.locator("[data-versiones]")).to_contain_text("Escrito en la segunda.")

    with primera.contexto.expect_page() as nueva:
        primera.pagina.get_by_role("link", name=re.compile("Comparar y elegir")).click()
    pagina = nueva.value
    elegir_version(pagina, "Análisis crítico", re.compile("Conservar ambas"))
    elegir_version(pagina, "Sección", re.compile("En el servidor"))
    pagina.get_by_role("button", name="Guardar lo que elegí").click()
    expect(pagina.locator("main")).to_contain_text("esta es la versión que vale")
    for texto in ("Escrito en la segunda.", "Escrito en la primera.", "¿Qué cambiarías?"):
        expect(pagina.locator("main")).to_contain_text(texto)
    pagina.close()

    primera.pagina.get_by_role("link", name="Mi cuaderno").click()
    primera.pagina.get_by_role("button", name="Enviar ahora").click()
    expect(primera.pagina.locator("[data-cola] .ac-chip", has_text="Dos versiones")).to_have_count(0)
    expect(_fila(primera.pagina, "Confirmada")).to_contain_text("Es la versión que vale")
    segunda.abrir("beto")
    expect(_fila(segunda.pagina, "Confirmada")).to_contain_text("Es la versión que vale")

    visita, cabeza, hash_ = servidor_vivo.manage(
        "shell", "--verbosity", "0", "-c", CABEZA.format(marca=MARCA)
    ).split()
    for laptop in laptops:
        assert cabeza_en(laptop.pagina, visita) == [cabeza, hash_, "confirmada"]
    _corregir_la_primera(segunda.pagina)
    expect(segunda.pagina.locator("[name=analisis]")).to_have_value(
        re.compile("Escrito en la segunda.[\\s\\S]*Escrito en la primera.")
    )
    expect(segunda.pagina.locator("[name=nota_1_texto]")).to_have_value(NOTA)
