"""Every page that a persona can reach by links: axe's WCAG rules, reflow at 320 px and no inline policy breach."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve

# What a page looks like does not depend on the database: once is enough.
pytestmark = [pytest.mark.navegador, pytest.mark.lento, pytest.mark.una_vez]
PERSONAS = ("ana", "carmen", "elena", "fidel", "rosa", "hugo", "ines", "admin")
NO_SON_PAGINAS = {
    "agenda_descargar",
    "informe_pdf",
    "mis_datos_json",
    "mis_datos_pdf",
    "papel_de_observacion",
    "papel_de_visita",
    "papel_en_blanco",
    "plan_pdf",
    "reporte_descargar",
    "reporte_estado",
    "salud",
    "salir",
    "copia_json",
    "copia_pdf",
}
REGLAS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def _nombre(ruta):
    try:
        return resolve(urlsplit(ruta).path).url_name
    except Resolver404:
        return None


def _enlaces(pagina):
    rutas = pagina.eval_on_selector_all("a[href^='/']", "as => as.map(a => a.getAttribute('href'))")
    return [ruta for ruta in rutas if _nombre(ruta) not in (NO_SON_PAGINAS | {None})]


def _clase(ruta):
    """A page typed from paper is of another kind than its ordinary view, at the same address."""
    return _nombre(ruta), "vista=papel" in urlsplit(ruta).query


def _recorrer(pagina):
    """Yield (name, path) of one page of each kind, following links from the home."""
    vistas, por_ver = set(), ["/"]
    while por_ver:
        ruta = por_ver.pop(0)
        if _clase(ruta) in vistas:
            continue
        vistas.add(_clase(ruta))
        respuesta = pagina.goto(ruta)
        assert respuesta.status == 200, f"{ruta} responde {respuesta.status}"
        por_ver += _enlaces(pagina)
        yield _nombre(ruta) + " (papel)" * _clase(ruta)[1], ruta


def _faltas(pagina, nombre):
    hallado = Axe().run(pagina, options=REGLAS).response["violations"]
    return [f"{nombre}: {f['id']} en {f['nodes'][0]['target']}" for f in hallado]


def _desborde(pagina, nombre):
    pagina.set_viewport_size({"width": 320, "height": 640})
    ancho = pagina.evaluate("document.documentElement.scrollWidth")
    pagina.set_viewport_size({"width": 1366, "height": 768})
    return [f"{nombre}: {ancho} px de ancho en una pantalla de 320"] if ancho > 320 else []


@pytest.mark.parametrize("usuario", PERSONAS)
def test_toda_pagina_al_alcance_es_accesible(nueva_pagina, usuario):
    pagina = nueva_pagina(usuario)
    faltas, paginas = [], []
    for nombre, _ruta in _recorrer(pagina):
        paginas.append(nombre)
        faltas += _faltas(pagina, nombre) + _desborde(pagina, nombre)

    assert len(paginas) >= 4
    assert faltas == []


def test_la_entrada_es_accesible(pagina):
    pagina.goto("/entrar/")

    assert _faltas(pagina, "entrar") + _desborde(pagina, "entrar") == []


def test_la_revision_ve_una_falta_puesta_a_proposito(pagina):
    pagina.goto("/entrar/")
    pagina.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/static/img/marca.svg\">')"
    )
    pagina.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p><canvas width=900></canvas></p>')"
    )

    assert any("image-alt" in falta for falta in _faltas(pagina, "entrar"))
    assert _desborde(pagina, "entrar") != []
