"""A group session and a school's baseline in a real Chromium: no network, a killed browser, sent, read on their pages."""

import re

import pytest
from playwright.sync_api import expect

from .cuaderno import estados
from .test_campo_navegador import laptop

__all__ = ["laptop"]

pytestmark = [pytest.mark.navegador, pytest.mark.una_vez]
SESION = """
from datetime import timedelta, time
from django.utils import timezone
from docentes.models import Acompanante
from visitas.services.sesion import acompanados_hoy
from visitas.models import Asistencia, SesionGrupal
acompanante = Acompanante.objects.get(usuario__username="beto")
dia = timezone.localdate() - timedelta(days=1)
sesion = SesionGrupal.objects.create(
    acompanante=acompanante, tipo="microtaller", anio=dia.year, fecha=dia, fecha_original=dia, inicio=time(8),
    fin=time(12), minutos=240, lugar="Salón comunal", tema="{tema}",
)
Asistencia.objects.bulk_create(Asistencia(sesion=sesion, docente=d) for d in acompanados_hoy(acompanante)[:4])
print(sesion.pk)
"""
SIN_BASE = """
from django.utils import timezone
from docentes.models import Docente, Usuario
from visitas.models import Caracterizacion
beto = Usuario.objects.get(username="beto")
docente = Docente.objects.visibles_para(beto).filter(escuela__nivel="B0").order_by("escuela__nombre").first()
for c in Caracterizacion.objects.filter(escuela=docente.escuela, anio=timezone.localdate().year):
    c.delete()
print(docente.escuela.nombre)
"""
INVENTARIO = (
    ("tiempo", "debilidad"),
    ("clima", "fortaleza"),
    ("familias", "debilidad"),
    ("local", "fortaleza"),
)


def _orden(servidor, programa):
    return servidor.manage("shell", "--verbosity", "0", "-c", programa).strip().splitlines()[-1]


def _fila(pagina, lista, texto):
    return pagina.locator(f"[data-{lista}] > li", has_text=texto).first


def _registrar_sesion(pagina, tema):
    _fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Registrar")).click()
    expect(pagina.get_by_role("heading", name=f"Microtaller: {tema}", level=1)).to_be_visible()
    for orden in (0, 2):
        pagina.locator("[name=asistieron]").nth(orden).check()
    pagina.locator("[name=desarrollo]").fill("Cada quien trajo una rutina de inicio.")
    pagina.locator("[name=acuerdos]").fill("Probar una rutina distinta.")
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def _caracterizar(pagina, escuela, contexto):
    _fila(pagina, "escuelas", escuela).get_by_role("button", name=re.compile("Abrir")).click()
    pagina.locator("[data-momentos] > li").first.get_by_role("button").click()
    expect(pagina.get_by_role("heading", name=f"Línea de base de {escuela}", level=1)).to_be_visible()
    for campo, valor in {"matricula_1": "6", "contexto": contexto, "minutos_de_viaje": "90"}.items():
        pagina.locator(f"[name={campo}]").fill(valor)
    pagina.locator("[name=aula_1]").select_option("1")
    for marca in ("lenguas", "servicios"):
        pagina.locator(f"[name={marca}]").first.check()
    pagina.locator("[name=medio]").select_option("combi")
    pagina.locator("[name=como_llegar]").fill("Combi hasta el desvío.")
    for i, (dimension, signo) in enumerate(INVENTARIO):
        pagina.locator(f"[name=hallazgo_{i}_dimension]").select_option(dimension)
        pagina.locator(f"[name=hallazgo_{i}_signo]").select_option(signo)
        pagina.locator(f"[name=hallazgo_{i}_prioridad]").select_option("1")
        pagina.locator(f"[name=hallazgo_{i}_texto]").fill(f"{signo} de {dimension}")
        pagina.locator(f"[name=hallazgo_{i}_evidencia]").fill("Lo vi el martes.")
    for nivel, cuantos in (("inicio", "3"), ("proceso", "2"), ("satisfactorio", "1")):
        pagina.locator(f"[name=aprendizaje_1_comunicacion_{nivel}]").fill(cuantos)
    pagina.locator("[name=fuente_comunicacion]").fill("Prueba de entrada")


def _terminar_base(pagina):
    pagina.get_by_role("button", name="Terminar línea de base").click()


def test_una_sesion_y_una_caracterizacion_sin_senal_se_leen_despues_en_sus_paginas(laptop, servidor_vivo):
    tema, contexto = "Rutinas que dan confianza", "En la cosecha de marzo falta más gente."
    sesion = _orden(servidor_vivo, SESION.format(tema=tema))
    escuela = _orden(servidor_vivo, SIN_BASE)
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.set_offline(True)
    laptop.abrir("beto")
    pagina = laptop.pagina
    _registrar_sesion(pagina, tema)
    _caracterizar(pagina, escuela, contexto)
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
    _terminar_base(pagina)
    expect(pagina.locator("[data-error]")).to_contain_text("Falta cómo se llega.")
    pagina.locator("[name=como_llegar]").fill("Combi hasta el desvío.")
    _terminar_base(pagina)
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
    _fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("No se hizo")).click()
    expect(pagina.get_by_role("heading", name=re.compile("Por qué no se hizo"), level=1)).to_be_visible()
    pagina.locator("[name=motivo]").select_option("otro")
    pagina.get_by_role("button", name="Marcar como no realizada").click()
    expect(pagina.locator("[data-error]")).to_contain_text("Escribe en pocas palabras cuál fue.")
    pagina.locator("[name=motivo_texto]").fill("Fiesta patronal")
    pagina.get_by_role("button", name="Marcar como no realizada").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def test_una_sesion_sin_programar_y_una_que_no_se_hizo_se_escriben_sin_senal_y_llegan(laptop, servidor_vivo):
    tema, otra = "Cuentos que se leen juntos", "Rutinas que no se vieron"
    sesion = _orden(servidor_vivo, SESION.format(tema=otra))
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    laptop.contexto.set_offline(True)
    laptop.abrir("beto")
    pagina = laptop.pagina
    _registrar_la_no_programada(pagina, tema)
    _decir_que_no_se_hizo(pagina, otra)
    expect(pagina.locator("main")).to_contain_text("2 sesiones guardadas en este equipo, sin enviar.")
    assert estados(pagina) == ["Por enviar"] * 2
    negada = _fila(pagina, "sesiones", otra)
    expect(negada).to_contain_text("No se realizó: otro motivo (Fiesta patronal).")
    expect(negada.get_by_role("button")).to_have_count(2)
    expect(_fila(pagina, "sesiones", tema)).to_contain_text("Por enviar")
    _fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Corregir")).click()
    expect(pagina.locator("[name=lugar]")).to_have_value("Casa comunal")
    pagina.locator("[name=lugar]").fill("Salón comunal")
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()

    laptop.contexto.set_offline(False)
    laptop.abrir("beto")
    expect(pagina.locator("[data-cola] .ac-chip", has_text="Confirmada")).to_have_count(2)

    assert _orden(servidor_vivo, SIN_PLAN.format(tema=tema)) == "[('realizada', 'gia', 'Salón comunal', 2)]"
    pagina.goto(f"/visitas/sesiones/{sesion}/")
    expect(pagina.locator("main")).to_contain_text("No se hizo. Otro motivo: Fiesta patronal.")
    pagina.goto("/visitas/sesiones/")
    expect(pagina.locator("main")).to_contain_text(tema)
    laptop.abrir("beto")
    expect(_fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Corregir"))).to_be_visible()
    expect(_fila(pagina, "sesiones", otra)).to_contain_text("No se realizó: otro motivo (Fiesta patronal)")


HOY = """
from django.utils import timezone
from visitas.models import SesionGrupal
SesionGrupal.objects.filter(pk="{sesion}").update(fecha=timezone.localdate())
print("hoy")
"""


def test_en_un_telefono_las_sesiones_de_esta_semana_se_leen_antes_que_los_docentes(laptop, servidor_vivo):
    tema = "Canciones que abren la clase"
    sesion = _orden(servidor_vivo, SESION.format(tema=tema))
    _orden(servidor_vivo, HOY.format(sesion=sesion))
    laptop.abrir("beto")
    pagina = laptop.pagina
    expect(_fila(pagina, "sesiones", tema)).to_be_visible()
    expect(pagina.get_by_role("heading", name="Sesiones de esta semana")).to_be_hidden()

    pagina.set_viewport_size({"width": 360, "height": 740})
    suya = _fila(pagina, "sesiones-semana", tema)
    expect(suya).to_be_visible()
    expect(_fila(pagina, "sesiones", tema)).to_have_count(0)
    orden = pagina.locator("[data-pantalla] section ul").evaluate_all(
        "listas => listas.map((l) => Object.keys(l.dataset)[0])"
    )
    assert orden.index("sesionesSemana") < orden.index("docentes")
    docentes = pagina.locator("[data-docentes]")
    assert suya.bounding_box()["y"] < docentes.bounding_box()["y"]
    suya.get_by_role("button", name=re.compile("Registrar")).click()
    expect(pagina.get_by_role("heading", name=f"Microtaller: {tema}", level=1)).to_be_visible()


def test_lo_que_cambio_en_la_pagina_no_se_pisa_y_las_dos_copias_quedan(laptop, servidor_vivo, chromium):
    tema = "Preguntas que hacen pensar juntos"
    sesion = _orden(servidor_vivo, SESION.format(tema=tema))
    laptop.abrir("beto")
    laptop.esperar_al_trabajador()
    otro_equipo = chromium.new_context(
        base_url=servidor_vivo.url, storage_state=laptop.contexto.storage_state()
    )
    laptop.contexto.set_offline(True)
    _registrar_sesion(laptop.pagina, tema)
    otra = otro_equipo.new_page()
    otra.goto(f"/visitas/sesiones/{sesion}/registrar/")
    otra.locator("[name=asistieron]").first.check()
    otra.locator("[name=desarrollo]").fill("En la página.")
    otra.get_by_role("button", name="Registrar lo realizado").click()
    expect(otra.locator("main")).to_contain_text("En la página.")

    laptop.contexto.set_offline(False)

    expect(laptop.pagina.locator("[data-cola] > li", has_text=tema)).to_contain_text("Dos versiones")
    otra.reload()
    expect(otra.locator("main")).to_contain_text("En la página.")
    otro_equipo.close()
