"""The hardest of offline-sync.md §6 in a real Chromium, with a bad network between it and the real server."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from .apoderado import PORTAL, PORTAL_JSON
from .cuaderno import Laptop, aviso, con_estado, cuantas, enviar_ahora, escribir_visitas, registrar
from .infraestructura import CONTRASENA_DE_DEMOSTRACION

EN_SEGUNDOS_MS = 10_000
"""Far below the minute that a request waits for its answer, and enough for a busy machine."""

pytestmark = [pytest.mark.navegador, pytest.mark.lento, pytest.mark.una_vez]


@pytest.fixture
def laptop(chromium, red):
    red.limpiar()
    encendida = Laptop(chromium, red)
    encendida.abrir("beto")
    encendida.esperar_al_trabajador()
    yield encendida
    encendida.apagar()


def _al_enviar(falla, veces=99):
    """A rule that spoils the first `veces` sends."""
    quedan = iter(range(veces))
    return lambda metodo, ruta, _: (
        falla if ruta.endswith("/sync") and next(quedan, None) is not None else None
    )


def _con_todo(falla):
    return lambda metodo, ruta, _: falla if ruta.startswith("/visitas/campo/") else None


def test_con_una_red_que_acepta_y_nunca_contesta_el_cuaderno_se_lee_en_segundos_y_se_pone_al_dia_despues(
    laptop, red
):
    pagina = laptop.pagina
    red.regla = _con_todo("colgar")
    laptop.ir()
    pagina.fill("[name=cuenta]", "beto")
    pagina.fill("[name=clave]", CONTRASENA_DE_DEMOSTRACION)
    pagina.get_by_role("button", name="Abrir", exact=True).click()
    expect(pagina.locator("[data-docentes] button").first).to_be_visible(timeout=EN_SEGUNDOS_MS)
    expect(pagina.locator("[data-fecha]")).to_contain_text("Según este equipo, al ")
    assert red.fallas["colgar"] > 0
    pagina.locator("[data-docentes] button").first.click()
    expect(pagina.locator("[data-programadas] button").first).to_be_visible()
    pagina.get_by_role("link", name="Mi cuaderno").first.click()

    red.limpiar()
    expect(pagina.locator("[data-fecha]")).to_contain_text("Lo del servidor es del ")


def test_mientras_nadie_contesta_se_ve_que_se_envia_y_que_se_puede_seguir(laptop, red, servidor_vivo):
    pagina, marca = laptop.pagina, "A las 9:50 comparó las dos respuestas."
    boton, marcha = pagina.locator("[data-enviar]"), pagina.locator("[data-marcha]")
    escribir_visitas(pagina, "beto", marca, 3)
    red.regla = _al_enviar("colgar")
    enviar_ahora(pagina)
    expect(boton).to_have_attribute("aria-busy", "true", timeout=EN_SEGUNDOS_MS)
    expect(boton).to_have_text("Enviando…")
    expect(boton).to_be_disabled()
    expect(boton).to_be_focused()
    expect(marcha).to_have_text("Enviando 3 registros…", timeout=EN_SEGUNDOS_MS)
    expect(marcha).to_have_text(
        "Esperando respuesta del servidor… Puedes seguir trabajando.", timeout=2 * EN_SEGUNDOS_MS
    )
    pagina.locator("[data-docentes] button").first.click()
    pagina.get_by_role("link", name="Mi cuaderno").first.click()
    expect(boton).to_have_text("Enviando…")
    expect(marcha).to_contain_text("Esperando respuesta del servidor…")
    assert cuantas(servidor_vivo, "beto", marca) == 0

    red.limpiar()
    expect(con_estado(pagina, "Confirmada")).to_have_count(3)
    expect(boton).to_have_text("Enviar ahora")
    expect(boton).not_to_have_attribute("aria-busy", "true")
    expect(marcha).to_be_empty()
    assert cuantas(servidor_vivo, "beto", marca) == 3


def test_veinte_en_cola_con_la_sesion_terminada_llegan_al_entrar_ahi_mismo_y_una_mala_no_detiene_a_ninguna(
    laptop, servidor_vivo
):
    pagina, marca = laptop.pagina, "A las 8:20 repartió las fichas de a dos."
    laptop.contexto.set_offline(True)
    escribir_visitas(pagina, "beto", marca, 21, malas=[7])
    laptop.contexto.clear_cookies()
    laptop.contexto.set_offline(False)
    expect(aviso(pagina)).to_contain_text("Tu sesión en el servidor terminó.")
    assert con_estado(pagina, "Por enviar").count() == 21

    pagina.fill("#c-reanudar", "otra clave")
    pagina.get_by_role("button", name="Entrar y enviar").click()
    expect(aviso(pagina)).to_contain_text("La cuenta o la contraseña no es correcta.")
    pagina.fill("#c-reanudar", CONTRASENA_DE_DEMOSTRACION)
    pagina.get_by_role("button", name="Entrar y enviar").click()

    expect(con_estado(pagina, "Confirmada")).to_have_count(20)
    expect(con_estado(pagina, "Por corregir")).to_have_count(1)
    expect(con_estado(pagina, "Por corregir")).to_contain_text("La hora de fin")
    assert cuantas(servidor_vivo, "beto", marca) == 20


def test_una_respuesta_cortada_despues_del_commit_y_un_portal_no_pierden_ni_doblan_nada(
    laptop, red, servidor_vivo
):
    pagina, marca = laptop.pagina, "A las 9:05 pidió explicar con sus palabras."
    red.regla = _al_enviar("cortar")
    registrar(pagina, 0, marca)
    enviar_ahora(pagina)
    expect(aviso(pagina)).to_contain_text("El servidor está ocupado.")
    assert con_estado(pagina, "Por enviar").count() == 1
    assert (cuantas(servidor_vivo, "beto", marca), red.fallas["cortar"] >= 3) == (1, True)

    for falla, regla in (
        (PORTAL, _al_enviar),
        (PORTAL_JSON, _al_enviar),
        (PORTAL, _con_todo),
        (PORTAL_JSON, _con_todo),
    ):
        red.regla = regla(falla)
        pagina.evaluate("document.querySelector('[data-avisos]').replaceChildren()")
        enviar_ahora(pagina)
        expect(aviso(pagina)).to_contain_text("Esta red pide entrar a una página")
        assert con_estado(pagina, "Por enviar").count() == 1

    red.regla = lambda *_: None
    enviar_ahora(pagina)
    expect(con_estado(pagina, "Por enviar")).to_have_count(0)
    expect(aviso(pagina)).to_contain_text("Todo enviado.")
    assert cuantas(servidor_vivo, "beto", marca) == 1


OTRO_TEXTO = """
from visitas.models import Revision, Visita
visita = Visita.objects.get(niveles__evidencia="{marca}", tipo__codigo="X")
print(Revision.objects.filter(pk=visita.cabeza_id).update(huella="sha256:" + "0" * 64))
"""


def test_lo_que_tiene_otro_texto_en_el_servidor_se_vuelve_a_guardar_y_quedan_los_dos(
    laptop, red, servidor_vivo
):
    pagina, marca = laptop.pagina, "A las 9:25 escribieron lo que midieron."
    red.regla = _al_enviar("cortar")
    registrar(pagina, 6, marca)
    expect(aviso(pagina)).to_contain_text("El servidor está ocupado.")
    servidor_vivo.manage("shell", "--verbosity", "0", "-c", OTRO_TEXTO.format(marca=marca))
    red.limpiar()
    enviar_ahora(pagina)
    fila = con_estado(pagina, "Por guardar de nuevo")
    expect(fila).to_contain_text("El servidor ya tenía otro texto con el mismo identificador")
    expect(fila).to_contain_text("exporta una copia")

    fila.get_by_role("button", name="Volver a guardar").click()

    expect(con_estado(pagina, "Dos versiones")).to_have_count(1)
    con_estado(pagina, "Dos versiones").get_by_role("button", name="Ver las dos").click()
    expect(pagina.get_by_role("link", name="Comparar y elegir")).to_be_visible()
    assert cuantas(servidor_vivo, "beto", marca) == 1


def test_dos_pestanas_que_envian_a_la_vez_no_doblan_y_un_borrador_se_escribe_en_una_sola(
    laptop, servidor_vivo
):
    una, marca = laptop.pagina, "A las 10:15 cerró con una pregunta."
    laptop.contexto.set_offline(True)
    escribir_visitas(una, "beto", marca, 6)
    otra = laptop.otra_pestana("beto")
    laptop.contexto.set_offline(False)
    for pagina in (una, otra):
        pagina.evaluate("document.querySelector('[data-enviar]').click()")
    for pagina in (una, otra):
        expect(con_estado(pagina, "Por enviar")).to_have_count(0)
    assert cuantas(servidor_vivo, "beto", marca) == 6

    una.locator("[data-docentes] button").nth(2).click()
    una.locator("[data-programadas] button").last.click()
    una.locator("[name=analisis]").fill("Solo en esta pestaña.")
    expect(una.locator("[data-guardado-texto]").first).to_contain_text("Guardado en este equipo")
    otra.get_by_role("button", name="Cerrar", exact=True).click()
    laptop.entrar_en(otra, "beto")
    con_estado(otra, "En borrador").get_by_role("button").first.click()
    expect(aviso(otra)).to_contain_text("abierto en otra pestaña")
    una.close()
    con_estado(otra, "En borrador").get_by_role("button").first.click()
    expect(otra.locator("[name=analisis]")).to_have_value("Solo en esta pestaña.")


def _escribir_hasta_que_no_quepa(pagina) -> str:
    """Write ever other texts until the device says that one did not fit. Return the last one that it called saved."""
    guardado, campo = pagina.locator("[data-guardado-texto]").first, pagina.locator("[name=analisis]")
    dicho = re.compile("Guardado en este equipo|sin espacio")
    ultimo = ""
    for vez in range(100):
        campo.fill(f"Texto {vez}. " * 350)
        expect(guardado).to_have_text("Escribiendo…")
        expect(guardado).to_have_text(dicho)
        if "sin espacio" in guardado.inner_text():
            return ultimo
        ultimo = campo.input_value()
    raise AssertionError("el disco no se llenó")


def test_con_el_disco_lleno_lo_dice_abre_igual_y_no_pierde_lo_que_dijo_guardado(laptop, red):
    pagina = laptop.pagina
    pagina.locator("[data-docentes] button").nth(3).click()
    pagina.locator("[data-programadas] button").last.click()
    cdp = laptop.contexto.new_cdp_session(pagina)
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": red.url, "quotaSize": 1})
    ultimo = _escribir_hasta_que_no_quepa(pagina)

    laptop.abrir("beto")
    con_estado(pagina, "En borrador").get_by_role("button").first.click()
    assert pagina.locator("[name=analisis]").input_value() == ultimo
    laptop.matar()
    laptop.encender()
    laptop.abrir("beto")
    con_estado(laptop.pagina, "En borrador").get_by_role("button").first.click()
    assert laptop.pagina.locator("[name=analisis]").input_value() == ultimo


def test_una_version_nueva_espera_al_borrador_abierto(laptop, red):
    pagina = laptop.pagina
    pagina.locator("[data-docentes] button").nth(4).click()
    pagina.locator("[data-programadas] button").last.click()
    pagina.locator("[name=analisis]").fill("Mientras llega la versión nueva.")
    red.cambiar = lambda ruta, datos: datos + b"\n// otra" if ruta.endswith("trabajador.js") else datos
    pagina.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
    expect(aviso(pagina)).to_contain_text("Hay una versión nueva del cuaderno.")
    pagina.get_by_role("button", name="Actualizar ahora").click()
    expect(aviso(pagina)).to_contain_text("Termina o cierra lo que escribes")
    expect(pagina.locator("[name=analisis]")).to_have_value("Mientras llega la versión nueva.")
    expect(pagina.locator("[data-guardado-texto]").first).to_contain_text("Guardado en este equipo")

    laptop.abrir("beto")
    pagina.get_by_role("button", name="Actualizar ahora").click()
    expect(pagina.get_by_role("heading", name="Cuaderno de campo")).to_be_visible()
    laptop.entrar_en(pagina, "beto")
    con_estado(pagina, "En borrador").get_by_role("button").first.click()
    expect(pagina.locator("[name=analisis]")).to_have_value("Mientras llega la versión nueva.")
    red.cambiar = None


REASIGNAR = """
import re
from datetime import date, timedelta
from docentes.models import Acompanante, Asignacion, MotivoDeFin
suya = Asignacion.objects.filter(acompanante__usuario__username="beto", hasta=None).select_related("docente").order_by("docente__apellidos", "docente__nombres")[0]
ayer = date.fromisoformat("{ayer}")
Asignacion.objects.filter(pk=suya.pk).update(hasta=ayer, motivo_fin=MotivoDeFin.LICENCIA)
ana = Acompanante.objects.get(usuario__username="ana")
Asignacion.objects.create(docente=suya.docente, acompanante=ana, desde=ayer + timedelta(days=1))
print(suya.docente.nombre_completo)
"""


def test_reasignada_mientras_no_habia_senal_lo_hecho_se_acepta_y_se_explica(laptop, servidor_vivo):
    pagina, marca = laptop.pagina, "A las 11:00 leyeron por turnos."
    ayer = date.today() - timedelta(days=1)
    laptop.contexto.set_offline(True)
    escribir_visitas(pagina, "beto", marca, 1, fecha=ayer.isoformat())
    nombre = servidor_vivo.manage("shell", "--verbosity", "0", "-c", REASIGNAR.format(ayer=ayer)).strip()
    expect(con_estado(pagina, "Por enviar")).to_contain_text(nombre)
    laptop.contexto.set_offline(False)

    expect(con_estado(pagina, "Por enviar")).to_have_count(0)
    assert cuantas(servidor_vivo, "beto", marca) == 1
    laptop.abrir("beto")
    fila = pagina.locator("[data-cola] > li", has_text=nombre).first
    expect(fila).to_contain_text("Confirmada")
    expect(fila).to_contain_text("Ya no acompañas a este docente")
    assert fila.get_by_role("button").count() == 0
