"""A group session and a school's baseline on the field notebook, as a person writes them, and the rows that they need."""

import re

from playwright.sync_api import expect

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
docente = Docente.objects.visibles_para(beto).filter(escuela__nivel="B0").order_by("{orden}escuela__nombre").first()
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


def correr(servidor, programa):
    return servidor.manage("shell", "--verbosity", "0", "-c", programa).strip().splitlines()[-1]


def fila(pagina, lista, texto):
    return pagina.locator(f"[data-{lista}] > li", has_text=texto).first


def registrar_sesion(pagina, tema):
    fila(pagina, "sesiones", tema).get_by_role("button", name=re.compile("Registrar")).click()
    expect(pagina.get_by_role("heading", name=f"Microtaller: {tema}", level=1)).to_be_visible()
    for orden in (0, 2):
        pagina.locator("[name=asistieron]").nth(orden).check()
    pagina.locator("[name=desarrollo]").fill("Cada quien trajo una rutina de inicio.")
    pagina.locator("[name=acuerdos]").fill("Probar una rutina distinta.")
    pagina.get_by_role("button", name="Terminar sesión").click()
    expect(pagina.get_by_role("heading", name="Mi cuaderno")).to_be_visible()


def caracterizar(pagina, escuela, contexto):
    fila(pagina, "escuelas", escuela).get_by_role("button", name=re.compile("Abrir")).click()
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


def terminar_base(pagina):
    pagina.get_by_role("button", name="Terminar línea de base").click()
