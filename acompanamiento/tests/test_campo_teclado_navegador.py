"""The notebook's keys in a real Chromium: a visit without a mouse, what it costs with them and without, and that they keep quiet."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import con_estado, cuantas
from .test_campo_navegador import laptop
from .test_papel_navegador import Manos

__all__ = ["laptop"]

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
NOTA, DIJO = "Pregunta qué cosecharon en casa.", "Les di el mismo problema a todos."
ACTIVO = "document.activeElement.name"


def _abrir(pagina, docente):
    """A new additional visit to the docente in that place of the list."""
    pagina.locator("[data-docentes] button").nth(docente).click()
    pagina.locator("[data-programadas] button").last.click()
    expect(pagina.locator("[data-ir]")).to_be_visible()
    return Manos(pagina)


def _con_tabulador(manos, evidencia):
    for nombre, cifras in (("inicio", "0800"), ("fin", "1230")):
        manos.tabular_hasta(nombre)
        manos.hora(cifras)
    manos.tabular_hasta("presentes_1")
    manos.cifras("4")
    manos.tabular_hasta("areas")
    manos.pulsar("Tab", "Space")
    manos.tabular_hasta("nota_0_hora")
    manos.hora("0805")
    manos.tabular_hasta("nota_0_texto")
    manos.texto(NOTA)
    manos.tabular_hasta("nivel_8")
    manos.pulsar("Space", "ArrowRight", "ArrowRight")
    manos.tabular_hasta("evidencia_8")
    manos.texto(evidencia)
    manos.tabular_hasta("describir")
    manos.texto(DIJO)
    while not manos.pagina.evaluate("document.activeElement.matches('[data-terminar]')"):
        manos.pulsar("Tab")
    manos.pulsar("Enter")


def _con_teclas(manos, evidencia):
    manos.pulsar("F2", *"1.3", "Enter")
    manos.hora("0800")
    manos.pulsar("Enter")
    manos.hora("1230")
    manos.pulsar("F8")
    manos.cifras("4")
    manos.pulsar("F2", *"2.2", "Enter", "Tab", "Space", "F8")
    manos.hora("0805")
    manos.pulsar("Enter")
    manos.texto(NOTA)
    manos.pulsar("F2", *"4.8", "Enter", "3")
    manos.texto(evidencia)
    manos.pulsar("F8")
    manos.texto(DIJO)
    manos.pulsar("Control+Enter")


def _registrar(pagina, como, evidencia, van):
    manos = _abrir(pagina, 7)
    como(manos, evidencia)
    expect(con_estado(pagina, "Confirmada")).to_have_count(van)
    return manos


def test_con_las_teclas_del_cuaderno_una_visita_cuesta_la_mitad_de_pulsaciones(laptop, servidor_vivo):
    laptop.abrir("beto")
    pagina = laptop.pagina
    sin, con = "A las 8:40 midieron la sombra.", "A las 8:50 midieron la puerta."
    tabulando = _registrar(pagina, _con_tabulador, sin, 1)
    tecleando = _registrar(pagina, _con_teclas, con, 2)

    print(
        f"\nsin contar {tecleando.letras} letras: con teclas {tecleando.teclas}, tabulando {tabulando.teclas}"
    )
    assert tecleando.letras == tabulando.letras
    assert tecleando.teclas < tabulando.teclas / 2
    assert [cuantas(servidor_vivo, "beto", marca) for marca in (sin, con)] == [1, 1]


def test_las_teclas_se_leen_en_la_pagina_y_no_estorban_mientras_se_escribe(laptop):
    laptop.abrir("beto")
    pagina = laptop.pagina
    manos = _abrir(pagina, 8)
    pagina.locator("summary", has_text="Atajos de teclado").click()
    ayuda = pagina.locator("[data-ir] details")
    for tecla in ("F2", "F8", "F9", "Ctrl + Entrar", "Mayús + F2"):
        expect(ayuda).to_contain_text(tecla)

    manos.pulsar("F2", *"3.2", "Enter")
    assert pagina.evaluate(ACTIVO) == "analisis"
    manos.texto("A las 10")
    manos.pulsar("Enter", *"3410sn")
    expect(pagina.locator("[name=analisis]")).to_have_value("A las 10\n3410sn")
    assert pagina.evaluate(ACTIVO) == "analisis"
    manos.pulsar("F2", *"99", "Enter")
    expect(pagina.locator("[data-ir-aviso]")).to_have_text("No hay un renglón «99».")
    manos.pulsar("Escape")
    assert pagina.evaluate(ACTIVO) == "analisis"


def test_una_nota_empieza_con_la_hora_y_se_vuelve_al_cuaderno_con_todo_guardado(laptop):
    laptop.abrir("beto")
    pagina = laptop.pagina
    manos = _abrir(pagina, 9)
    for numero in range(2):
        manos.pulsar("F9")
        assert pagina.evaluate(ACTIVO) == f"nota_{numero}_texto"
        expect(pagina.locator(f"[name=nota_{numero}_hora]")).to_have_value(re.compile(r"\d\d:\d\d"))
        manos.texto(NOTA)
    manos.pulsar("F8")
    assert pagina.evaluate(ACTIVO).startswith("nivel_")
    manos.pulsar("Shift+F8", "Shift+F8")
    assert pagina.evaluate(ACTIVO) == "presentes_1"
    manos.pulsar("Shift+F2")
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()
    con_estado(pagina, "En borrador").get_by_role("button").first.click()
    for numero in range(2):
        expect(pagina.locator(f"[name=nota_{numero}_texto]")).to_have_value(NOTA)
