"""The year of one teacher as people live it, in real Chromium; and then each persona sees what the trust allows."""

import html
import io
import json
import re
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import expect
from pypdf import PdfReader

from .infraestructura import abrir_paginas
from .pasos_del_anio import QUIEN_LEE, VISITAS, vivir

pytestmark = [pytest.mark.navegador, pytest.mark.lento, pytest.mark.una_vez]
AJENOS = ("fidel", "carmen", "elena", "ines", "admin", "beto")
NO_SE_ABREN = {"salir", "reporte_descargar", "reporte_estado", "salud", "agenda_descargar", "mis_datos_pdf"}
DE_CADA_CLASE = 2
NIVEL = re.compile(r"\bnivel (I|II|III|IV)\b|N\. O\.", re.IGNORECASE)


def _en_el_servidor(servidor, funcion):
    """Run a function of gente_del_anio beside the live server and return what it printed."""
    salida = servidor.manage("shell", "-c", f"from acompanamiento.tests.gente_del_anio import *; {funcion}()")
    return json.loads(salida.splitlines()[-1])


@pytest.fixture(scope="module")
def anio(servidor_vivo, chromium):
    """The year, lived once: `anio`, `docente`, `visitas` and the addresses of the record, by who may open them."""
    gente = _en_el_servidor(servidor_vivo, "crear")
    with abrir_paginas(chromium, servidor_vivo) as abrir:
        visitas = vivir(abrir, gente["anio"], gente["docente"])
    rutas = _en_el_servidor(servidor_vivo, "direcciones")
    return SimpleNamespace(**gente, **rutas, visitas=visitas)


def _texto(respuesta):
    if respuesta.headers.get("content-type") == "application/pdf":
        return " ".join(p.extract_text() for p in PdfReader(io.BytesIO(respuesta.body())).pages)
    return html.unescape(respuesta.text())


def _nombre(ruta):
    try:
        return resolve(urlsplit(ruta).path).url_name
    except Resolver404:
        return None


def _alcanza(pagina, semillas):
    """Return {address: text} of what a persona reaches by links from the home and from `semillas`."""
    textos, cuantas, por_ver = {}, {}, [(ruta, True) for ruta in ("/", *semillas)]
    while por_ver:
        ruta, pedida = por_ver.pop(0)
        nombre = _nombre(ruta)
        if ruta in textos or nombre in NO_SE_ABREN | {None}:
            continue
        if not pedida and cuantas.get(nombre, 0) >= DE_CADA_CLASE:
            continue
        cuantas[nombre] = cuantas.get(nombre, 0) + 1
        respuesta = pagina.request.get(ruta)
        textos[ruta] = _texto(respuesta)
        enlaces = re.findall(r'href="(/[^"#]*)', textos[ruta]) if respuesta.ok else []
        por_ver += [(enlace, False) for enlace in enlaces]
    return textos


def _hallados(textos):
    return {canario for canario in QUIEN_LEE if any(canario in texto for texto in textos.values())}


def _permitidos(persona):
    return {canario for canario, quienes in QUIEN_LEE.items() if persona in quienes}


def test_el_anio_queda_completo(anio, nueva_pagina):
    marta = nueva_pagina("marta")
    marta.goto(f"/visitas/docente/{anio.docente}/?anio={anio.anio}")

    assert len(set(anio.visitas)) == len(VISITAS)
    expect(marta.locator("main")).to_contain_text("8 visitas hechas")
    expect(marta.get_by_role("link", name=re.compile("^Leer visita"))).to_have_count(8)
    marta.goto(f"/visitas/plan/?anio={anio.anio}")
    expect(marta.locator("#avance")).to_contain_text("8 de 8")
    expect(marta.locator("#avance")).to_contain_text("2 de 2")


def test_la_docente_lee_lo_suyo(anio, nueva_pagina):
    delia = nueva_pagina("delia")
    paginas = ("docente/{}/", "docente/{}/hilo/", "plan/mio/", "sesiones/", "linea-de-base/escuelas/")
    semillas = [f"/visitas/{p.format(anio.docente)}?anio={anio.anio}" for p in paginas]
    textos = _alcanza(delia, [*semillas, "/visitas/compromisos/"])

    assert "Lo que se observó" in textos[semillas[0]]
    assert "canario-del-anio-estrategia" in textos[semillas[2]]
    assert _hallados(textos) == _permitidos("delia")


def test_la_docente_ve_quien_la_ha_leido(anio, nueva_pagina):
    dora = nueva_pagina("dora")
    assert dora.request.get(anio.de_la_escuela[0]).ok
    delia = nueva_pagina("delia")
    delia.goto("/docentes/quien-ha-visto/")

    for quien in ("Marta Zavaleta Ríos", "Fidel Torres", "Dora Castillo Rubio"):
        expect(delia.locator("main")).to_contain_text(quien)
    for nadie in ("Carmen Ruiz", "Elena Paz", "Beto Neyra"):
        expect(delia.locator("main")).not_to_contain_text(nadie)


def test_su_acompanante_no_alcanza_su_reflexion(anio, nueva_pagina):
    paginas = ("docente/{}/", "docente/{}/hilo/", "plan/", "sesiones/", "linea-de-base/")
    semillas = [f"/visitas/{p.format(anio.docente)}?anio={anio.anio}" for p in paginas]
    diagnostica = urlsplit(anio.visitas[0]).path
    textos = _alcanza(nueva_pagina("marta"), [*semillas, diagnostica, *anio.sin_nombre])

    assert _hallados(textos) == _permitidos("marta")


def test_la_direccion_lee_fechas_y_linea_de_base_y_ningun_nivel(anio, nueva_pagina):
    dora = nueva_pagina("dora")
    dora.goto(f"/visitas/escuela/?anio={anio.anio}")
    expect(dora.locator("tbody tr")).to_have_count(8)
    textos = _alcanza(dora, [f"/visitas/escuela/?anio={anio.anio}", *anio.de_la_escuela])

    assert _hallados(textos) == _permitidos("dora")
    assert [ruta for ruta, texto in textos.items() if NIVEL.search(texto)] == []
    de_la_plantilla = f"/docentes/{anio.docente}/"
    cerradas = [r for r in (*anio.suyas, *anio.sin_nombre) if not r.startswith(de_la_plantilla)]
    assert _abiertas(dora, cerradas) == {}


def _abiertas(pagina, rutas):
    """Return {address: status} of those that answer anything but 403 or 404."""
    estados = {ruta: pagina.request.get(ruta, max_redirects=0).status for ruta in rutas}
    return {ruta: estado for ruta, estado in estados.items() if estado not in (403, 404)}


@pytest.mark.parametrize("persona", AJENOS)
def test_nadie_mas_abre_su_registro(anio, nueva_pagina, persona):
    cerradas = anio.suyas if persona == "fidel" else [*anio.suyas, *anio.sin_nombre, *anio.de_la_escuela]

    assert len(cerradas) > 30
    assert _abiertas(nueva_pagina(persona), cerradas) == {}


@pytest.mark.parametrize("persona", AJENOS)
def test_nada_de_lo_escrito_aparece_en_lo_que_alcanza(anio, nueva_pagina, persona):
    pagina = nueva_pagina(persona)
    del_anio = [
        "/tablero/",
        "/visitas/planes/",
        "/informes/",
        "/visitas/linea-de-base/escuelas/",
        "/visitas/calidad/",
    ]
    semillas = [f"{ruta}?anio={anio.anio}" for ruta in del_anio]
    textos = _alcanza(pagina, [*semillas, *anio.sin_nombre, *anio.de_la_escuela])

    assert len(textos) > 10
    assert _hallados(textos) == _permitidos(persona)
