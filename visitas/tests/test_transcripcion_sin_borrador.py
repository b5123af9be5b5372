"""Typing the forms that save nothing by themselves: same form, same service, same rules as on their ordinary page."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import Lectura, Rol
from docentes.tests.fabricas import crear_acompanante, crear_usuario
from escuelas.tests.fabricas import crear_region, crear_ugel
from visitas import papel, services
from visitas.models import (
    AsesoriaDirectiva,
    Competencia,
    CompromisoDirectivo,
    Instrumento,
    Necesidad,
    NivelDeRespuesta,
    ObservacionDeAcompanante,
)
from visitas.papel.impresos import calibracion_en_blanco
from visitas.tests.fabricas import crear_visita
from visitas.tests.fabricas_cierre import crear_asesoria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
HOY = date(2026, 10, 15)
PAPEL = {"vista": "papel"}


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


def hoja(respuesta, plantilla, secciones) -> str:
    """The page, once seen that it is the sheet of that instrument: every item, in the order of the print."""
    assert respuesta.status_code in (200, 422)
    assert f"visitas/{plantilla}.html" in [t.name for t in respuesta.templates]
    html = re.sub(r"\s+", " ", respuesta.content.decode())
    numeros = papel.hoja_de(secciones, respuesta.context["form"]).numeros.values()
    assert re.findall(r'data-renglon="([^"]+)"', html) == list(numeros) != []
    return html


def sin_etiquetas(html) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def dice(html, numero, destino):
    return f'<span class="ac-renglon">{numero}</span> <a href="#id_{destino}">' in html


# --- The advice to a director

ASESORIA = PAPEL | {
    "fecha": "1410",
    "inicio": "1100",
    "fin": "1230",
    "dimensiones": ["clima"],
    "observado": "El recreo se acuerda con los estudiantes.",
    "evidencia": "Acuerdos del aula a la vista.",
    "describir": "Este mes los escuché antes de cambiar el horario.",
    "compromiso_1_que": "Llevar el acuerdo a la asamblea de familias.",
    "compromiso_1_hasta": "10/11",
}


@pytest.fixture
def asesoria(rosa, ana, territorio, cliente_de):
    nueva = reverse("asesoria_nueva", args=[territorio.corlas.codigo])
    respuesta = cliente_de(ana).post(nueva, PAPEL)
    borrador = AsesoriaDirectiva.objects.get()
    assert respuesta.url == reverse("asesoria_editar", args=[borrador.pk]) + "?vista=papel"
    return borrador


def test_la_asesoria_a_medias_es_el_mismo_borrador_en_las_dos_vistas(asesoria, ana, cliente_de):
    cliente, escribir = cliente_de(ana), reverse("asesoria_editar", args=[asesoria.pk])
    hoja(cliente.get(escribir, PAPEL), "asesoria_papel", papel.ASESORIA)
    assert cliente.post(escribir, PAPEL | {"fecha": "1410", "fin": "9h"}).url == f"{escribir}?vista=papel"
    completa = cliente.get(escribir).content.decode()
    assert 'value="2026-10-14"' in completa
    assert 'href="?vista=papel"' in completa
    del_papel = cliente.get(escribir, PAPEL).content.decode()
    assert 'value="14/10/2026"' in del_papel
    assert 'value="9h"' in del_papel


def test_la_asesoria_se_termina_desde_su_hoja_y_lo_mal_tecleado_vuelve_con_su_numero(
    asesoria, ana, cliente_de
):
    cliente, terminar = cliente_de(ana), reverse("asesoria_terminar", args=[asesoria.pk])
    mal = hoja(
        cliente.post(terminar, ASESORIA | {"fin": "1030", "compromiso_1_hasta": "31/02"}),
        "asesoria_papel",
        papel.ASESORIA,
    )
    assert dice(mal, "1.3", "fin")
    assert dice(mal, "4.1b", "compromiso_1_hasta")
    asesoria.refresh_from_db()
    assert asesoria.estado != "terminada"

    cliente.post(terminar, ASESORIA)
    asesoria.refresh_from_db()
    assert (asesoria.estado, asesoria.fecha, asesoria.minutos) == ("terminada", date(2026, 10, 14), 90)
    assert CompromisoDirectivo.objects.get().hasta == date(2026, 11, 10)


def test_lo_acordado_con_la_direccion_se_verifica_con_su_tecla(rosa, ana, hugo, territorio, cliente_de):
    crear_asesoria(escuela=territorio.corlas, acompanante=ana.acompanante)
    cliente = cliente_de(ana)
    cliente.post(reverse("asesoria_nueva", args=[territorio.corlas.codigo]), PAPEL)
    borrador = AsesoriaDirectiva.objects.get(version=0)
    html = hoja(
        cliente.get(reverse("asesoria_editar", args=[borrador.pk]), PAPEL), "asesoria_papel", papel.ASESORIA
    )
    assert re.search(r'data-renglon="0\.1a".*data-tecla="1".*Cumplido', html)


def test_la_hoja_de_una_asesoria_no_es_de_beto_ni_del_trabajo_de_hugo(
    asesoria, beto, hugo, fidel, cliente_de
):
    for nombre, datos in (("asesoria_editar", PAPEL), ("asesoria_terminar", ASESORIA)):
        ruta = reverse(nombre, args=[asesoria.pk])
        assert cliente_de(beto).post(ruta, datos).status_code == 404
        for ajena in (hugo, fidel):
            assert cliente_de(ajena).post(ruta, datos).status_code == 403
    assert cliente_de(beto).get(reverse("asesoria_editar", args=[asesoria.pk]), PAPEL).status_code == 404


def test_la_lista_de_asesorias_lleva_al_papel(asesoria, ana, cliente_de):
    html = cliente_de(ana).get(reverse("asesoria_list")).content.decode()
    assert reverse("asesoria_editar", args=[asesoria.pk]) + "?vista=papel" in html
    assert reverse("papel_en_blanco", args=["asesoria"]) in html
    assert reverse("asesoria_list") in cliente_de(ana).get(reverse("transcribir")).content.decode()


# --- The formador's visit to an acompañante


def de_campo(acompanante, **cambios):
    datos = {"acompanante": str(acompanante.pk), "clase": "campo", "fecha": "1410", "registro_1": "si"}
    return PAPEL | datos | {"ejecucion_20": "no", "devolucion": "Esperaste antes de preguntar."} | cambios


def test_la_visita_al_acompanante_se_guarda_se_sigue_y_se_termina_desde_su_hoja(ana, fidel, cliente_de):
    cliente, crear = cliente_de(fidel), reverse("observacion_crear")
    html = hoja(cliente.get(crear, PAPEL), "observacion_papel", papel.OBSERVACION)
    assert re.search(r'<select name="acompanante"[^>]*>.*Campos, Ana', html)
    guardada = cliente.post(crear, de_campo(ana.acompanante, devolucion="", guardar="1"))
    borrador = ObservacionDeAcompanante.objects.get()
    editar = reverse("observacion_editar", args=[borrador.pk])
    assert guardada.url == f"{editar}?vista=papel"
    assert (borrador.estado, borrador.fecha) == ("borrador", date(2026, 10, 14))

    mal = hoja(
        cliente.post(editar, de_campo(ana.acompanante, devolucion="", fecha="1411", terminar="1")),
        "observacion_papel",
        papel.OBSERVACION,
    )
    assert dice(mal, "1.3", "fecha")
    assert dice(mal, "5.1", "devolucion")
    assert 'value="14/11/2026"' in mal

    cliente.post(editar, de_campo(ana.acompanante, terminar="1"))
    borrador.refresh_from_db()
    assert (borrador.estado, borrador.respuestas) == ("terminada", {"registro_1": "si", "ejecucion_20": "no"})


def test_la_hoja_de_la_visita_al_acompanante_es_de_quien_la_hizo(ana, fidel, elena, cliente_de):
    crear = reverse("observacion_crear")
    cliente_de(fidel).post(crear, de_campo(ana.acompanante, guardar="1"))
    editar = reverse("observacion_editar", args=[ObservacionDeAcompanante.objects.get().pk])
    otro = crear_usuario(Rol.FORMADOR, region=fidel.region)
    assert cliente_de(otro).get(editar, PAPEL).status_code == 404
    for ajena in (ana, elena):
        assert cliente_de(ajena).get(crear, PAPEL).status_code == 403
        assert cliente_de(ajena).get(editar, PAPEL).status_code == 403


def test_la_lista_de_visitas_a_acompanantes_lleva_al_papel(fidel, cliente_de):
    html = cliente_de(fidel).get(reverse("observacion_list")).content.decode()
    assert reverse("observacion_crear") + "?vista=papel" in html


# --- The answer to an exercise of calibration


@pytest.fixture
def ejercicio(fidel):
    datos = {"titulo": "El problema de las papas", "clase": "escrita", "leccion": "Pregunta qué se cosechó."}
    dias = {"abre": HOY, "cierra": HOY, "instrumento": Instrumento.objects.all().vigente()}
    return services.guardar_ejercicio(por=fidel, datos=datos | dias, referencia=[])


def lectura(**cambios):
    niveles = {f"nivel_{n}": "2" for n in range(1, 12)} | {f"razon_{n}": "Lo vi." for n in range(1, 12)}
    return {c: v for c, v in (PAPEL | niveles | cambios).items() if v is not None}


def test_la_lectura_se_guarda_se_sigue_y_se_envia_desde_su_hoja(ejercicio, ana, cliente_de):
    cliente, responder = cliente_de(ana), reverse("calibracion_responder", args=[ejercicio.pk])
    assert f"{responder}?vista=papel" in cliente.get(ejercicio.get_absolute_url()).content.decode()
    hoja(cliente.get(responder, PAPEL), "calibracion_papel", papel.CALIBRACION)

    guardada = cliente.post(
        responder, PAPEL | {"nivel_1": "3", "razon_1": "canario-a-medias", "guardar": "1"}
    )
    assert guardada.url == f"{responder}?vista=papel"
    assert "canario-a-medias" in hoja(cliente.get(responder, PAPEL), "calibracion_papel", papel.CALIBRACION)
    assert "canario-a-medias" in cliente.get(responder).content.decode()

    a_medias = cliente.post(responder, lectura(enviar="1", nivel_4=None, razon_7=""))
    mal = hoja(a_medias, "calibracion_papel", papel.CALIBRACION)
    assert dice(mal, "1.4a", "nivel_4_0")
    assert dice(mal, "1.7b", "razon_7")
    assert not NivelDeRespuesta.objects.exists()

    assert cliente.post(responder, lectura(enviar="1", nivel_4="no")).url == ejercicio.get_absolute_url()
    assert NivelDeRespuesta.objects.get(competencia__numero=4).nivel is None
    assert NivelDeRespuesta.objects.count() == 11


@pytest.mark.parametrize("vista", [PAPEL, {}])
def test_cada_competencia_de_la_calibracion_lleva_un_solo_numero_el_del_papel(
    ejercicio, ana, cliente_de, vista
):
    responder = reverse("calibracion_responder", args=[ejercicio.pk])
    pagina = cliente_de(ana).get(responder, vista).content.decode()

    leyendas = [sin_etiquetas(t) for t in re.findall(r"<legend.*?</legend>", pagina, re.S)]
    nombres = Competencia.objects.filter(instrumento=ejercicio.instrumento).order_by("numero")
    assert leyendas == [f"1.{c.numero}a {c.nombre}" for c in nombres]
    impresa = {r.nombre: r.numero for r in calibracion_en_blanco().hoja.renglones}
    assert [impresa[f"nivel_{c.numero}"] for c in nombres] == [dicha.split()[0] for dicha in leyendas]


def test_la_hoja_de_calibracion_no_existe_en_otra_region_ni_es_trabajo_del_formador(
    ejercicio, fidel, rosa, cliente_de
):
    responder = reverse("calibracion_responder", args=[ejercicio.pk])
    cajamarca = crear_region(codigo="06", nombre="Cajamarca")
    lejos = crear_acompanante(ugel=crear_ugel(codigo="060001", nombre="Jaén", region=cajamarca))
    assert cliente_de(lejos.usuario).get(responder, PAPEL).status_code == 404
    for ajena in (fidel, rosa):
        assert cliente_de(ajena).get(responder, PAPEL).status_code == 403


# --- A teacher's needs


@pytest.fixture
def diagnostica(rosa, ana):
    return crear_visita(docente=rosa.docente, acompanante=ana.acompanante, tipo="D", fecha="2026-04-15")


def necesidad(fila, competencia, texto, prioridad):
    campos = {"competencia": str(competencia.pk), "texto": texto, "prioridad": str(prioridad)}
    return {f"necesidad_{fila}_{campo}": valor for campo, valor in campos.items()}


def test_las_necesidades_se_guardan_desde_su_hoja_y_dejan_lectura(diagnostica, rosa, ana, cliente_de):
    cliente, docente = cliente_de(ana), rosa.docente
    ruta, guardar = (reverse(n, args=[docente.pk]) for n in ("necesidades", "necesidades_guardar"))
    del_anio = PAPEL | {"anio": "2026"}
    assert "?anio=2026&amp;vista=papel" in cliente.get(ruta).content.decode()
    antes = Lectura.objects.filter(docente=docente, usuario=ana, clase="plan").count()
    html = hoja(cliente.get(ruta, del_anio), "necesidades_papel", papel.NECESIDADES)
    assert Lectura.objects.filter(docente=docente, usuario=ana, clase="plan").count() == antes + 1
    assert re.search(r'data-renglon="1\.1a".*data-tecla="a".*Comunicación asertiva', html)
    assert "data-agregar" not in html

    segunda, decima = (c for c in diagnostica.instrumento.competencias.all() if c.numero in (2, 10))
    filas = necesidad(0, segunda, "Empezar a la hora.", 2) | necesidad(1, decima, "", 2)
    mal = hoja(cliente.post(guardar, del_anio | filas), "necesidades_papel", papel.NECESIDADES)
    assert dice(mal, "1.2c", "necesidad_1_texto")
    assert dice(mal, "1.2b", "necesidad_1_prioridad_0")
    assert not Necesidad.objects.exists()

    cliente.post(guardar, del_anio | filas | necesidad(1, decima, "Escuchar antes de responder.", 1))
    por_prioridad = Necesidad.objects.order_by("prioridad").values_list("competencia__numero", "visita")
    assert list(por_prioridad) == [(10, diagnostica.pk), (2, diagnostica.pk)]


def test_sin_diagnostica_no_hay_hoja_que_pasar(rosa, ana, cliente_de):
    respuesta = cliente_de(ana).get(reverse("necesidades", args=[rosa.docente.pk]), PAPEL)
    assert "visitas/necesidades.html" in [t.name for t in respuesta.templates]
    assert "Falta la visita diagnóstica de 2026" in respuesta.content.decode()


def test_la_hoja_de_necesidades_no_es_de_beto_ni_del_trabajo_de_otros(
    diagnostica, rosa, beto, hugo, fidel, cliente_de
):
    ruta, guardar = (reverse(n, args=[rosa.docente.pk]) for n in ("necesidades", "necesidades_guardar"))
    assert cliente_de(beto).get(ruta, PAPEL).status_code == 404
    assert cliente_de(beto).post(guardar, PAPEL).status_code == 404
    for ajena in (hugo, fidel):
        assert cliente_de(ajena).get(ruta, PAPEL).status_code == 403
    assert cliente_de(rosa).post(guardar, PAPEL).status_code == 403
    suya = cliente_de(rosa).get(ruta, PAPEL)
    assert "visitas/necesidades.html" in [t.name for t in suya.templates]
    assert "data-transcribir" not in suya.content.decode()
