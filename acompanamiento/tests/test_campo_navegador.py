"""The field notebook in a real Chromium: no network, a killed browser, an expired session, a portal, a second person."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import Laptop, aviso, cuantas, enviar_ahora, estados, registrar

pytestmark = pytest.mark.navegador

# Send, as when the network comes back, and wait until its figures are written: after the lists, whatever they say.
UNA_RONDA = """
() => new Promise((listo) => {
  new MutationObserver(listo).observe(document.querySelector("[data-cuentas][role=status]"), { childList: true });
  dispatchEvent(new Event("online"));
})
"""


@pytest.fixture
def laptop(chromium, servidor_vivo):
    encendida = Laptop(chromium, servidor_vivo)
    yield encendida
    encendida.apagar()


def test_tres_visitas_sin_senal_sobreviven_a_la_bateria_y_llegan_una_vez(laptop, servidor_vivo):
    marca = "De 8:05 a 10:30 conté 7 minutos sin tarea."
    laptop.abrir_sin_senal("beto")
    for docente in range(3):
        registrar(laptop.pagina, docente, marca)
    assert estados(laptop.pagina) == ["Por enviar"] * 3
    expect(laptop.pagina.locator("main")).to_contain_text("3 visitas guardadas en este equipo, sin enviar.")

    laptop.matar()
    assert cuantas(servidor_vivo, "beto", marca) == 0
    laptop.encender()
    laptop.abrir("beto")

    expect(laptop.pagina.locator("[data-cola] .ac-chip", has_text="Confirmada")).to_have_count(3)
    assert cuantas(servidor_vivo, "beto", marca) == 3
    laptop.pagina.get_by_role("button", name="Enviar ahora").click()
    expect(laptop.pagina.locator("[data-avisos]")).to_contain_text("Todo enviado.")
    assert cuantas(servidor_vivo, "beto", marca) == 3


def test_lo_escrito_a_medias_sigue_ahi_sin_senal_y_sin_navegador(laptop):
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.set_offline(True)
    laptop.pagina.locator("[data-docentes] button").nth(4).click()
    laptop.pagina.locator("[data-programadas] button").last.click()
    laptop.pagina.locator("[name=analisis]").fill("La espera bajó en quinto.")
    expect(laptop.pagina.locator("[data-guardado-texto]").first).to_contain_text("Guardado en este equipo")

    laptop.matar()
    laptop.encender()
    laptop.contexto.set_offline(True)
    laptop.abrir("beto")
    laptop.pagina.get_by_role("button", name=re.compile("Continuar")).first.click()

    expect(laptop.pagina.locator("[name=analisis]")).to_have_value("La espera bajó en quinto.")


def test_una_ronda_de_envio_no_le_quita_el_boton_al_dedo_que_ya_lo_pulsa(laptop):
    laptop.abrir("beto")
    pagina = laptop.pagina
    laptop.contexto.set_offline(True)
    boton = pagina.locator("[data-docentes] button").nth(3)
    boton.hover()
    pagina.mouse.down()
    pagina.evaluate(UNA_RONDA)
    pagina.mouse.up()

    expect(pagina.locator("[data-programadas] button").last).to_be_visible()


def test_con_la_sesion_terminada_nada_se_pierde_y_se_envia_al_entrar(laptop, servidor_vivo):
    marca = "A las 9:10 tres niños de segundo esperaban."
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.clear_cookies()
    registrar(laptop.pagina, 5, marca)

    expect(laptop.pagina.locator("[data-avisos]")).to_contain_text("Tu sesión en el servidor terminó.")
    assert "Por enviar" in estados(laptop.pagina)
    laptop.abrir("beto")

    expect(laptop.pagina.locator("[data-cola] .ac-chip", has_text="Por enviar")).to_have_count(0)
    assert cuantas(servidor_vivo, "beto", marca) == 1


def test_una_visita_que_el_servidor_rechaza_dice_por_que_y_se_corrige(laptop, servidor_vivo):
    marca = "A las 10:00 revisó cuaderno por cuaderno."
    laptop.abrir("beto")
    pagina = laptop.pagina
    pagina.locator("[data-docentes] button").nth(6).click()
    pagina.locator("[data-programadas] button").last.click()
    pagina.locator("[name=inicio]").fill("08:00")
    pagina.locator("[name=fin]").fill("12:30")
    suelta = pagina.locator("details.ac-otra", has=pagina.locator("[name=nivel_2]"))
    if suelta.count() and not suelta.evaluate("d => d.open"):
        suelta.locator("summary").click()
    pagina.locator("[name=nivel_2][value='3']").press("Space")
    pagina.locator("[name=evidencia_2]").fill(marca)
    pagina.get_by_role("button", name="Terminar visita").click()
    fila = pagina.locator("[data-cola] > li", has_text="Por corregir").first
    expect(fila).to_be_visible()
    enviar_ahora(pagina)
    expect(aviso(pagina)).to_contain_text("1 visita necesita que la mires.")
    aviso(pagina).get_by_role("button", name="Ver la primera").click()
    expect(fila.get_by_role("button", name=re.compile("Corregir"))).to_be_focused()

    fila.get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[data-error]")).to_contain_text("Lo que escribiste sigue aquí.")
    expect(pagina.locator("[name=evidencia_2]")).to_have_value(marca)
    pagina.locator("[name^=presentes_]").first.fill("4")
    pagina.get_by_label("Matemática").check()
    pagina.locator("[name=nota_0_hora]").fill("08:05")
    pagina.locator("[name=nota_0_texto]").fill("Pregunta qué cosecharon en casa.")
    pagina.get_by_role("button", name="Terminar visita").click()

    expect(pagina.locator("[data-cola] .ac-chip", has_text="Por corregir")).to_have_count(0)
    assert cuantas(servidor_vivo, "beto", marca) == 1


def test_otra_persona_en_el_mismo_equipo_no_abre_lo_mio_y_cerrar_no_borra(laptop):
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.set_offline(True)
    registrar(laptop.pagina, 7, "A las 8:40 leyó en voz alta.")
    laptop.pagina.get_by_role("button", name="Cerrar").click()
    expect(laptop.pagina.get_by_role("heading", name="Cuaderno de campo")).to_be_visible()
    laptop.pagina.fill("[name=cuenta]", "beto")
    laptop.pagina.fill("[name=clave]", "otra clave")
    laptop.pagina.get_by_role("button", name="Abrir", exact=True).click()
    expect(laptop.pagina.locator("[data-error]")).to_contain_text("La contraseña no abre")

    laptop.contexto.set_offline(False)
    laptop.abrir("ana")
    assert "A las 8:40" not in laptop.pagina.content()
    assert "Por enviar" not in estados(laptop.pagina)
    laptop.abrir("beto")

    expect(laptop.pagina.locator("[data-cola] .ac-chip", has_text="Confirmada").first).to_be_visible()
