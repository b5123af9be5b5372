"""A group session and a school's baseline in a real Chromium: no network, a killed browser, sent, read on their pages."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import estados
from .registros_del_cuaderno import (
    SESION,
    SIN_BASE,
    caracterizar,
    correr,
    fila,
    registrar_sesion,
    terminar_base,
)
from .test_campo_navegador import laptop

__all__ = ["laptop"]

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]


def test_una_sesion_y_una_caracterizacion_sin_senal_se_leen_despues_en_sus_paginas(laptop, servidor_vivo):
    tema, contexto = "Rutinas que dan confianza", "En la cosecha de marzo falta más gente."
    sesion = correr(servidor_vivo, SESION.format(tema=tema))
    escuela = correr(servidor_vivo, SIN_BASE.format(orden=""))
    laptop.abrir_sin_senal("beto")
    pagina = laptop.pagina
    registrar_sesion(pagina, tema)
    caracterizar(pagina, escuela, contexto)
    expect(pagina.locator("[data-guardado-texto]").first).to_contain_text("Guardado en este equipo")

    laptop.matar()
    laptop.encender()
    laptop.contexto.set_offline(True)
    laptop.abrir("beto")
    pagina = laptop.pagina
    pagina.locator("[data-cola]").get_by_role("button", name=re.compile("Continuar")).click()
    expect(pagina.locator("[name=contexto]")).to_have_value(contexto)
    expect(pagina.locator("[name=hallazgo_3_texto]")).to_have_value("fortaleza de local")
    pagina.locator("[name=como_llegar]").fill("")
    pagina.locator("[name=minutos_de_viaje]").fill("dos horas")
    terminar_base(pagina)
    expect(pagina.locator("[data-error]")).to_contain_text("Falta cómo se llega.")
    expect(pagina.locator("[data-error]")).to_contain_text("«dos horas» no es un tiempo en minutos.")
    pagina.locator("[name=minutos_de_viaje]").fill("90")
    pagina.locator("[name=como_llegar]").fill("Combi hasta el desvío.")
    terminar_base(pagina)
    expect(pagina.locator("main")).to_contain_text(
        "1 sesión y 1 caracterización guardadas en este equipo, sin enviar."
    )
    assert estados(pagina) == ["Por enviar"] * 2

    laptop.contexto.set_offline(False)
    laptop.abrir("beto")
    expect(pagina.locator("[data-cola] .ac-chip", has_text="Confirmada")).to_have_count(2)

    pagina.goto(f"/visitas/sesiones/{sesion}/")
    expect(pagina.locator("main")).to_contain_text("Probar una rutina distinta.")
    pagina.goto("/visitas/linea-de-base/")
    pagina.get_by_role("link", name=f"Leer inicio del año de {escuela}").click()
    expect(pagina.locator("main")).to_contain_text(contexto)


SIN_PLAN = """
from visitas.models import SesionGrupal
suyas = SesionGrupal.objects.filter(acompanante__usuario__username="beto", tema="{tema}")
print([(s.estado, s.tipo, s.lugar, s.asistencias.filter(asistio=True).count()) for s in suyas])
"""


def _registrar_la_no_programada(pagina, tema):
    pagina.get_by_role("button", name="Registrar una sesión que no estaba programada").click()
    expect(pagina.get_by_role("heading", name="Sesión que no estaba programada", level=1)).to_be_visible()
    expect(pagina.locator("[data-ir]")).to_be_hidden()
    invitados = pagina.locator("[name=docentes]")
    expect(pagina.locator("[name=docentes]:checked")).to_have_count(invitados.count())
    pagina.locator("[name=tipo]").select_option("gia")
    for campo, valor in {"inicio": "15:00", "fin": "17:30", "lugar": "Casa comunal"}.items():
        pagina.locator(f"[name={campo}]").fill(valor)
    pagina.locator("[name=competencias]").nth(1).check()
    invitados.last.uncheck()
    for orden in (0, 1):
        pagina.locator("[name=asistieron]").nth(orden).check()
    pagina.locator("[name=desarrollo]").fill("Leímos tres cuentos y los comentamos.")
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.locator("[data-error]")).to_contain_text("Falta el tema. Escribe qué van a trabajar.")
    pagina.locator("[name=tema]").fill(tema)
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def _decir_que_no_se_hizo(pagina, tema):
    fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("No se hizo")).click()
    expect(pagina.get_by_role("heading", name=re.compile("Por qué no se hizo"), level=1)).to_be_visible()
    pagina.locator("[name=motivo]").select_option("otro")
    pagina.get_by_role("button", name="Marcar como no realizada").click()
    expect(pagina.locator("[data-error]")).to_contain_text("Escribe en pocas palabras cuál fue.")
    pagina.locator("[name=motivo_texto]").fill("Fiesta patronal")
    pagina.get_by_role("button", name="Marcar como no realizada").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def test_una_sesion_sin_programar_y_una_que_no_se_hizo_se_escriben_sin_senal_y_llegan(laptop, servidor_vivo):
    tema, otra = "Cuentos que se leen juntos", "Rutinas que no se vieron"
    sesion = correr(servidor_vivo, SESION.format(tema=otra))
    laptop.abrir_sin_senal("beto")
    pagina = laptop.pagina
    _registrar_la_no_programada(pagina, tema)
    _decir_que_no_se_hizo(pagina, otra)
    expect(pagina.locator("main")).to_contain_text("2 sesiones guardadas en este equipo, sin enviar.")
    assert estados(pagina) == ["Por enviar"] * 2
    negada = fila(pagina, "sesiones", otra)
    expect(negada).to_contain_text("No se realizó: otro motivo (Fiesta patronal).")
    expect(negada.get_by_role("button")).to_have_count(2)
    expect(fila(pagina, "sesiones", tema)).to_contain_text("Por enviar")
    fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[name=lugar]")).to_have_value("Casa comunal")
    pagina.locator("[name=lugar]").fill("Salón comunal")
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()

    laptop.contexto.set_offline(False)
    laptop.abrir("beto")
    expect(pagina.locator("[data-cola] .ac-chip", has_text="Confirmada")).to_have_count(2)

    assert correr(servidor_vivo, SIN_PLAN.format(tema=tema)) == "[('realizada', 'gia', 'Salón comunal', 2)]"
    pagina.goto(f"/visitas/sesiones/{sesion}/")
    expect(pagina.locator("main")).to_contain_text("No se hizo. Otro motivo: Fiesta patronal.")
    pagina.goto("/visitas/sesiones/")
    expect(pagina.locator("main")).to_contain_text(tema)
    laptop.abrir("beto")
    expect(fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Corregir"))).to_be_visible()
    expect(fila(pagina, "sesiones", otra)).to_contain_text("No se realizó: otro motivo (Fiesta patronal)")


HOY = """
from django.utils import timezone
from visitas.models import SesionGrupal
SesionGrupal.objects.filter(pk="{sesion}").update(fecha=timezone.localdate())
print("hoy")
"""


def test_en_un_telefono_las_sesiones_de_esta_semana_se_leen_antes_que_los_docentes(laptop, servidor_vivo):
    tema = "Canciones que abren la clase"
    sesion = correr(servidor_vivo, SESION.format(tema=tema))
    correr(servidor_vivo, HOY.format(sesion=sesion))
    laptop.abrir("beto")
    pagina = laptop.pagina
    expect(fila(pagina, "sesiones", tema)).to_be_visible()
    expect(pagina.get_by_role("heading", name="Sesiones de esta semana")).to_be_hidden()

    pagina.set_viewport_size({"width": 360, "height": 740})
    suya = fila(pagina, "sesiones-semana", tema)
    expect(suya).to_be_visible()
    expect(fila(pagina, "sesiones", tema)).to_have_count(0)
    orden = pagina.locator("[data-pantalla] section ul").evaluate_all(
        "listas => listas.map((l) => Object.keys(l.dataset)[0])"
    )
    assert orden.index("sesionesSemana") < orden.index("docentes")
    docentes = pagina.locator("[data-docentes]")
    assert suya.bounding_box()["y"] < docentes.bounding_box()["y"]
    suya.get_by_role("button", name=re.compile("Registrar")).click()
    expect(pagina.get_by_role("heading", name=f"Microtaller: {tema}", level=1)).to_be_visible()
