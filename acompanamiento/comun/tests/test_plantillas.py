"""The pieces every page shares, rendered on their own, and what the tree of templates and styles must keep."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.template import Context, Template, engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from acompanamiento.comun import estaticos
from acompanamiento.comun.widgets import Cuenta, Fecha, Hora, Opciones

PLANTILLAS = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
ESTILOS = sorted((Path(settings.BASE_DIR) / "static" / "css").glob("*.css"))


def _pieza(nombre, **contexto):
    return render_to_string(f"piezas/_{nombre}.html", contexto)


def _como_plantilla(texto, **contexto):
    return Template("{% load acompana crispy_forms_tags %}" + texto).render(Context(contexto))


class CitaForm(forms.Form):
    fecha = forms.DateField(label="Fecha", widget=Fecha)
    inicio = forms.TimeField(label="Inicio", widget=Hora, required=False, help_text="De 0:00 a 23:59.")
    presentes = forms.IntegerField(label="Presentes", widget=Cuenta, required=False)
    areas = forms.MultipleChoiceField(
        label="Áreas",
        choices=[("m", "Matemática"), ("c", "Comunicación")],
        widget=forms.CheckboxSelectMultiple,
    )
    resultado = forms.ChoiceField(
        label="Resultado", choices=[("si", "Cumplido"), ("no", "No se pudo")], widget=Opciones
    )


# --- Fields


def test_un_campo_lleva_su_etiqueta_su_ayuda_y_su_error_unidos():
    html = _como_plantilla("{{ f.inicio|as_crispy_field }}", f=CitaForm({"inicio": "25:99"}))
    assert '<label for="id_inicio" class="form-label">Inicio' in html
    assert 'aria-describedby="id_inicio_helptext id_inicio_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<p class="form-text" id="id_inicio_helptext">De 0:00 a 23:59.</p>' in html
    assert html.count('id="id_inicio_error"') == 1
    assert 'class="hora form-control is-invalid"' in html


def test_solo_lo_que_puede_quedar_en_blanco_dice_opcional():
    html = _como_plantilla("{{ f.fecha|as_crispy_field }}", f=CitaForm())
    assert "(opcional)" not in html
    html = _como_plantilla("{{ f.inicio|as_crispy_field }}", f=CitaForm())
    assert html.count("(opcional)") == 1


def test_un_borrador_no_dice_opcional_en_cada_campo():
    formulario = CitaForm()
    formulario.marca_opcionales = False
    assert "(opcional)" not in _como_plantilla("{{ f.inicio|as_crispy_field }}", f=formulario)


def test_un_grupo_de_opciones_tiene_leyenda_y_su_error_se_dice_una_vez():
    html = _como_plantilla("{{ f.areas|as_crispy_field }}", f=CitaForm({}))
    assert re.search(r'<legend class="form-label">Áreas\s*</legend>', html)
    assert html.count('type="checkbox"') == 2
    assert html.count('class="ac-error"') == 1
    assert '<fieldset aria-describedby="id_areas_error">' in html


def test_las_respuestas_cortas_se_dibujan_en_fila():
    html = _como_plantilla("{{ f.resultado|as_crispy_field }}", f=CitaForm({"resultado": "no"}))
    assert html.count('<div class="ac-nivel ac-nivel--palabras') == 1
    assert re.findall(r'value="(\w+)"[^>]*checked', html) == ["no"]


def test_los_errores_se_listan_arriba_con_enlace_a_su_campo():
    html = _pieza("errores", form=CitaForm({}))
    assert "Revisa 3 datos." in html
    assert re.findall(r'href="#(\w+)"', html) == ["id_fecha", "id_areas_0", "id_resultado_0"]
    assert 'role="alert" tabindex="-1" data-errores' in html


def test_un_formulario_sin_errores_no_dice_nada():
    assert _pieza("errores", form=CitaForm()).strip() == ""


def test_lo_que_escribe_una_persona_no_se_vuelve_html():
    class Atrevido(forms.Form):
        nombre = forms.ChoiceField(label="<b>x</b>", choices=[("a", "A")])

    html = _pieza("errores", form=Atrevido({"nombre": "<script>"}))
    assert "<script>" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


# --- Pieces


def test_un_aviso_cambia_de_tono_y_un_error_se_anuncia():
    assert 'class="ac-aviso ac-aviso--mal" role="alert"' in _pieza(
        "aviso", texto="No se envió.", tono="error"
    )
    assert 'class="ac-aviso ac-aviso--ok" role="status"' in _pieza(
        "aviso", texto="Se guardó.", tono="success"
    )
    assert 'class="ac-aviso" role="status"' in _pieza("aviso", texto="Sin conexión.", titulo="Ojo.")


def test_las_paginas_conservan_los_filtros():
    pedido = RequestFactory().get("/visitas/", {"ugel": "3", "pagina": "2"})
    html = render_to_string("piezas/_paginacion.html", {"pagina": Paginator(range(95), 10).page(2)}, pedido)
    assert 'href="?ugel=3&amp;pagina=3" rel="next"' in html
    assert 'href="?ugel=3&amp;pagina=1" rel="prev"' in html
    assert html.count('aria-current="page"') == 1
    assert "11 a 20 de 95" in html


def test_una_sola_pagina_no_muestra_paginas():
    pedido = RequestFactory().get("/")
    assert (
        render_to_string("piezas/_paginacion.html", {"pagina": Paginator([1], 10).page(1)}, pedido).strip()
        == ""
    )


def test_quien_no_puede_ver_lo_dice_tambien_con_palabras():
    quienes = [{"ve": True, "texto": "Rosa"}, {"ve": False, "texto": "La UGEL"}]
    html = _pieza("quien_puede_ver", quienes=quienes)
    assert "<li>Rosa</li>" in html
    assert '<li class="no"><span class="visually-hidden">No lo ve: </span>La UGEL</li>' in html


def test_el_nivel_de_una_persona_es_un_numeral_sin_color():
    assert "III" in _pieza("nivel", nivel=3)
    assert "No observado" in _pieza("nivel", nivel=None)
    clases = {re.search(r'class="([^"]+)"', _pieza("nivel", nivel=n))[1] for n in (1, 2, 3, 4)}
    assert clases == {"ac-num-romano"}


@pytest.mark.parametrize(
    ("estado", "dice"),
    [
        ("en_cola", "En cola"),
        ("preparando", "paso 3 de 5"),
        ("listo", "Listo"),
        ("fallo", "No se pudo: sin espacio"),
    ],
)
def test_un_trabajo_dice_como_va(estado, dice):
    html = _pieza("trabajo", titulo="Avance", estado=estado, paso=3, pasos=5, motivo="sin espacio")
    assert dice in html
    assert html.count("<progress") == (1 if estado == "preparando" else 0)


def test_cada_punto_del_anio_lleva_su_palabra():
    html = _como_plantilla('{% punto "atrasada" %}')
    assert html.endswith('<span class="visually-hidden">atrasada</span>')


def test_en_papel_el_icono_es_un_dibujo_y_no_una_referencia():
    en_pantalla = _como_plantilla('{% icono "reloj" %}')
    en_papel = _como_plantilla('{% icono "reloj" %}', en_papel=True)
    assert "iconos.svg#i-reloj" in en_pantalla
    assert "<use" not in en_papel
    assert '<circle cx="12" cy="12" r="8.5"/>' in en_papel


def test_la_definicion_de_una_cifra_se_abre_en_pantalla_y_se_lee_en_papel():
    datos = {"valor": "86 %", "frase": "de las visitas", "definicion": "Hechas sobre planificadas."}
    assert "<details" in _pieza("cifra", **datos)
    en_papel = _pieza("cifra", en_papel=True, **datos)
    assert "<details" not in en_papel
    assert "Hechas sobre planificadas." in en_papel


# --- Frame


def _base(**contexto):
    pedido = RequestFactory().get("/")
    pedido.csp_nonce = "nonce-de-prueba"
    plantilla = engines["django"].from_string(
        '{% extends "base.html" %}{% block contenido %}<h1>Hola</h1>{% endblock %}'
    )
    persona = SimpleNamespace(
        is_authenticated=True, nombre_completo="Ana Campos", get_rol_display="Acompañante", es_sintetica=False
    )
    return plantilla.render({"user": persona, "navegacion": [], **contexto}, pedido)


def test_cada_pagina_dice_para_que_no_se_usa():
    assert _base().count("Prohibido su uso para ascensos, remuneraciones, premios o sanciones.") == 1


def test_los_datos_sinteticos_se_avisan_solo_cuando_lo_son():
    assert "Datos sintéticos" in _base(datos_sinteticos=True)
    assert "Datos sintéticos" not in _base(datos_sinteticos=False)


def test_la_barra_marca_la_pagina_actual_en_las_dos_formas_del_menu():
    entradas = [
        {"texto": "Inicio", "url": "/", "actual": False},
        {"texto": "Visitas", "url": "/v/", "actual": True},
    ]
    html = _base(navegacion=entradas)
    assert html.count('<a href="/v/" aria-current="page">Visitas</a>') == 2
    assert html.count('aria-current="page"') == 2


def test_solo_quien_captura_visitas_ve_el_estado_de_la_red():
    assert "data-bandeja" not in _base()
    assert _base(bandeja_url="/bandeja/").count('href="/bandeja/" data-bandeja=') == 1


def test_salir_es_un_envio_y_no_un_enlace():
    html = _base()
    assert html.count("data-salir") == 2
    assert 'href="/salir/"' not in html


def test_el_mapa_de_modulos_lleva_el_sello_de_la_politica():
    html = _base()
    assert '<script type="importmap" nonce="nonce-de-prueba">{"imports": {' in html
    assert estaticos.modulos()["/static/js/menu.js"].startswith("/static/js/menu")
    assert not [nombre for nombre in estaticos.modulos() if ".test." in nombre]


def test_las_paginas_de_fallo_no_necesitan_nada():
    for nombre in ("500.html", "503.html"):
        html = render_to_string(nombre, {"pedido": "7f3a9c0e"})
        assert "<code>7f3a9c0e</code>" in html
        assert 'href="/static/css/fallo.css"' in html


def test_no_es_tu_trabajo_se_dice_sin_dar_detalles():
    assert "<h1>Esto no es parte de tu trabajo en el programa.</h1>" in render_to_string("403.html")


# --- The tree


@pytest.mark.parametrize("ruta", PLANTILLAS, ids=lambda r: r.name)
def test_ninguna_plantilla_lleva_estilo_ni_guion_dentro(ruta):
    html = ruta.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|<style\b|\son[a-z]+=|javascript:", html) == []
    guiones = re.findall(r"<script\b(?![^>]*\bsrc=)[^>]*>", html)
    assert all('type="importmap"' in guion or 'type="application/json"' in guion for guion in guiones)


def test_cada_parte_dice_arriba_que_espera():
    calladas = [
        ruta.name
        for ruta in PLANTILLAS
        if ruta.name.startswith("_") and not ruta.read_text(encoding="utf-8").startswith(("{#", "{% comment"))
    ]
    assert calladas == []


def test_los_iconos_que_se_usan_existen():
    usados = set()
    for ruta in PLANTILLAS:
        usados |= set(re.findall(r'{% icono "([\w-]+)"', ruta.read_text(encoding="utf-8")))
    assert "alerta" in usados
    assert {nombre for nombre in usados if f"i-{nombre}" not in estaticos.simbolos()} == set()


@pytest.mark.parametrize("ruta", ESTILOS, ids=lambda r: r.name)
def test_los_estilos_solo_piden_archivos_del_servidor(ruta):
    css = ruta.read_text(encoding="utf-8")
    direcciones = re.findall(r'url\("?([^")]+)"?\)', css)
    assert len(direcciones) == css.count("url(")
    for direccion in direcciones:
        relativa = direccion.removeprefix("../") if direccion.startswith("../") else f"css/{direccion}"
        assert finders.find(relativa), f"{ruta.name} pide {direccion}"


def test_las_hojas_y_las_fuentes_que_se_enlazan_existen():
    for nombre in (*estaticos.HOJAS_DE_ESTILO, *estaticos.HOJAS_DE_PAPEL, *estaticos.FUENTES_PRIMERO):
        assert finders.find(nombre), nombre
