"""A session and a baseline written on the device without a network and on their pages meanwhile: both are read on the
device, their acompañante chooses on the server's page, and the device ends with what was chosen."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import aviso, cabeza_en, con_estado, elegir_version, enviar_ahora
from .registros_del_cuaderno import (
    SESION,
    SIN_BASE,
    caracterizar,
    correr,
    registrar_sesion,
    terminar_base,
)
from .test_campo_navegador import laptop

__all__ = ["laptop"]

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
CABEZA = """
from visitas.models import RevisionDeRegistro
ultima = RevisionDeRegistro.objects.filter({clave}="{registro}", estado="aceptada").order_by("-recibido_en").first()
print(ultima.pk, ultima.huella)
"""
BASE = """
from visitas.models import Caracterizacion
print(Caracterizacion.objects.get(contexto="{contexto}").pk)
"""
EN_EL_EQUIPO, EN_LA_PAGINA = "Escrito en el equipo.", "Escrito en la página."


@pytest.fixture
def otra(laptop, servidor_vivo, chromium):
    """otra(): a page of the same account in another browser, which has a network all the time."""
    contextos = []

    def abrir():
        contexto = chromium.new_context(
            base_url=servidor_vivo.url, storage_state=laptop.contexto.storage_state()
        )
        contextos.append(contexto)
        return contexto.new_page()

    yield abrir
    for contexto in contextos:
        contexto.close()


def _ver_las_dos(pagina, titulo, *textos):
    """From the row of the notebook to both versions, as the device tells them."""
    choque = con_estado(pagina, "Dos versiones").filter(has_text=titulo)
    expect(choque).to_be_visible()
    choque.get_by_role("button", name=re.compile("Ver las dos")).click()
    expect(pagina.get_by_role("heading", name="Dos versiones", level=1)).to_be_visible()
    expect(aviso(pagina)).not_to_contain_text("Está guardada en este equipo")
    for texto in textos:
        expect(pagina.locator("[data-versiones]")).to_contain_text(texto)


def _comparar(laptop):
    """The server's page of the two versions, which opens beside the notebook."""
    with laptop.contexto.expect_page() as nueva:
        laptop.pagina.get_by_role("link", name=re.compile("Comparar y elegir")).click()
    expect(nueva.value.get_by_role("heading", name="Comparar y elegir", level=1)).to_be_visible()
    return nueva.value


def _guardar_lo_elegido(pagina, *textos):
    pagina.get_by_role("button", name="Guardar lo que elegí").click()
    expect(pagina.locator("main")).to_contain_text("esta es la versión que vale")
    for texto in textos:
        expect(pagina.locator("main")).to_contain_text(texto)
    pagina.close()


def _la_que_vale_llega(pagina, nombre, servidor, clave, registro):
    """The device drops its branch, brings what was chosen and ends with the server's own revision and hash."""
    pagina.get_by_role("link", name="Mi cuaderno").click()
    enviar_ahora(pagina)
    suya = con_estado(pagina, "Confirmada").filter(has_text=nombre)
    expect(suya).to_contain_text("Es la versión que vale")
    expect(con_estado(pagina, "Dos versiones")).to_have_count(0)
    cabeza, huella = correr(servidor, CABEZA.format(clave=clave, registro=registro)).split()
    assert cabeza_en(pagina, registro) == [cabeza, huella, "confirmada"]
    return suya


def test_una_sesion_registrada_en_los_dos_lugares_termina_con_lo_que_se_eligio(laptop, otra, servidor_vivo):
    tema = "Preguntas que hacen pensar juntos"
    sesion = correr(servidor_vivo, SESION.format(tema=tema))
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.set_offline(True)
    pagina = laptop.pagina
    registrar_sesion(pagina, tema)
    de_la_pagina = otra()
    de_la_pagina.goto(f"/visitas/sesiones/{sesion}/registrar/")
    de_la_pagina.locator("[name=asistieron]").nth(1).check()
    de_la_pagina.locator("[name=desarrollo]").fill(EN_LA_PAGINA)
    de_la_pagina.get_by_role("button", name="Registrar lo realizado").click()
    expect(de_la_pagina.locator("main")).to_contain_text(EN_LA_PAGINA)

    laptop.contexto.set_offline(False)
    _ver_las_dos(pagina, tema, EN_LA_PAGINA, "Cada quien trajo una rutina de inicio.", "Asistieron: ")
    de_la_pagina.reload()
    expect(de_la_pagina.locator("main")).to_contain_text(EN_LA_PAGINA)

    comparar = _comparar(laptop)
    elegir_version(comparar, "Quiénes asistieron", re.compile("Conservar ambas"))
    elegir_version(comparar, "Qué se hizo", re.compile("Conservar ambas"))
    elegir_version(comparar, "Acuerdos", re.compile("En mi equipo"))
    _guardar_lo_elegido(
        comparar, EN_LA_PAGINA, "Cada quien trajo una rutina de inicio.", "Probar una rutina distinta."
    )

    suya = _la_que_vale_llega(pagina, tema, servidor_vivo, "sesion", sesion)
    expect(aviso(pagina)).to_contain_text("Todo enviado.")
    suya.get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[name=desarrollo]")).to_have_value(re.compile(f"{EN_LA_PAGINA}[\\s\\S]*rutina de"))
    expect(pagina.locator("[name=asistieron]:checked")).to_have_count(3)


def test_una_base_corregida_en_los_dos_lugares_termina_con_lo_que_se_eligio(laptop, otra, servidor_vivo):
    antes = "En la siembra de noviembre falta más gente."
    escuela = correr(servidor_vivo, SIN_BASE.format(orden="-"))
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    pagina = laptop.pagina
    caracterizar(pagina, escuela, antes)
    terminar_base(pagina)
    escrita = con_estado(pagina, "Confirmada").filter(has_text=escuela)
    expect(escrita).to_be_visible()
    base = correr(servidor_vivo, BASE.format(contexto=antes))

    laptop.contexto.set_offline(True)
    escrita.get_by_role("button", name=re.compile("Corregir")).click()
    pagina.locator("[name=contexto]").fill(EN_EL_EQUIPO)
    pagina.locator("[name=matricula_1]").fill("7")
    pagina.locator("[name=hallazgo_0_texto]").fill("Empiezan cuando llega la combi.")
    terminar_base(pagina)
    expect(con_estado(pagina, "Por enviar").filter(has_text=escuela)).to_be_visible()
    de_la_pagina = otra()
    de_la_pagina.goto(f"/visitas/linea-de-base/{base}/escribir/")
    de_la_pagina.locator("[name=contexto]").fill(EN_LA_PAGINA)
    de_la_pagina.locator("[name=minutos_de_viaje]").fill("120")
    de_la_pagina.get_by_role("button", name="Terminar corrección").click()
    expect(de_la_pagina.locator("main")).to_contain_text(EN_LA_PAGINA)

    laptop.contexto.set_offline(False)
    _ver_las_dos(pagina, escuela, EN_LA_PAGINA, EN_EL_EQUIPO, "7, aula 1", "Empiezan cuando llega la combi.")

    comparar = _comparar(laptop)
    elegir_version(comparar, "La comunidad y la escuela", re.compile("Conservar ambas"))
    _guardar_lo_elegido(comparar, EN_LA_PAGINA, EN_EL_EQUIPO, "Empiezan cuando llega la combi.", "2 h")

    suya = _la_que_vale_llega(pagina, escuela, servidor_vivo, "caracterizacion", base)
    suya.get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[name=contexto]")).to_have_value(
        re.compile(f"{EN_LA_PAGINA}[\\s\\S]*{EN_EL_EQUIPO}")
    )
    expect(pagina.locator("[name=matricula_1]")).to_have_value("7")
    expect(pagina.locator("[name=minutos_de_viaje]")).to_have_value("120")
