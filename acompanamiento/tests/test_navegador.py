"""The browser's ground: the live server answers as production, and the watch on the console sees what it must."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.navegador


def test_la_puerta_se_ve_y_su_consola_esta_limpia(pagina):
    pagina.goto("/entrar/")
    expect(pagina.locator("input[name=username]")).to_be_visible()


def test_un_programa_en_linea_no_corre_y_la_vigilancia_lo_ve(pagina):
    pagina.goto("/entrar/")
    pagina.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.corrio = true';"
        "document.body.append(s)"
    )

    assert pagina.evaluate("window.corrio") is None
    assert any("Content Security Policy" in error for error in pagina.errores)
    pagina.errores.clear()


@pytest.mark.parametrize("usuario", ["ana", "carmen", "fidel", "rosa"])
def test_cada_persona_entra_y_ve_su_inicio(nueva_pagina, usuario):
    pagina = nueva_pagina(usuario)
    expect(pagina.locator("h1")).to_be_visible()


def test_los_archivos_llevan_su_huella_y_el_navegador_los_guarda(servidor_vivo, pagina):
    respuestas = []
    pagina.on("response", lambda respuesta: respuestas.append(respuesta))
    pagina.goto("/entrar/", wait_until="networkidle")

    hojas = [r for r in respuestas if r.url.endswith(".css")]
    assert hojas
    assert all("immutable" in r.headers["cache-control"] for r in hojas)
