"""Typing a visit from paper: the same draft, the same rules; not somebody else's (404), not another's job (403)."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import Lectura
from visitas import papel
from visitas.models import BorradorDeVisita, Caracterizacion, Visita

from .fabricas import compromiso, crear_programada, crear_visita
from .fabricas_de_sesiones import crear_grupal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
DEL_PAPEL = {
    "vista": "papel",
    "tipo": "A2",
    "fecha": "1507",
    "inicio": "0800",
    "fin": "1200",
    "presentes_1": "3",
    "areas": ["matematica"],
    "lenguas": ["castellano"],
    "nota_0_hora": "815",
    "nota_0_texto": "Reparte el material.",
    "nivel_4": "3",
    "evidencia_4": "Pidió dar razones a los grandes.",
    "describir": "Les di el mismo problema a todos.",
    "compromiso_0_que": "Revisar los retos con toda el aula.",
    "compromiso_0_hasta": "14/08",
}


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Two weeks after the day on paper: late, and within the season."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2026, 7, 29))


@pytest.fixture
def programada(ana, rosa):
    return crear_programada(
        docente=rosa.docente, acompanante=ana.acompanante, tipo="A2", fecha=date(2026, 7, 15)
    )


@pytest.fixture
def borrador(ana, programada, cliente_de):
    cliente_de(ana).post(reverse("transcribir"), {"clave": papel.clave_de(programada)})
    return BorradorDeVisita.objects.get()


def url(nombre, borrador):
    return reverse(nombre, args=[borrador.pk])


def test_la_clave_del_papel_abre_el_borrador_de_su_visita(ana, programada, cliente_de):
    clave = papel.clave_de(programada)
    respuesta = cliente_de(ana).post(reverse("transcribir"), {"clave": clave.lower().replace("-", "")})
    borrador = BorradorDeVisita.objects.get()
    assert respuesta.url == url("borrador_papel", borrador)
    assert (borrador.programada, borrador.datos["tipo"], borrador.datos["fecha"]) == (
        programada,
        "A2",
        "2026-07-15",
    )


@pytest.mark.parametrize(
    ("clave", "dice"), [("", "Falta la clave"), ("ZZZ-ZZZ", "Ninguna visita a tus docentes tiene")]
)
def test_una_clave_que_no_es_lo_dice_y_se_queda_escrita(ana, programada, cliente_de, clave, dice):
    respuesta = cliente_de(ana).post(reverse("transcribir"), {"clave": clave})
    html = respuesta.content.decode()
    assert respuesta.status_code == 422
    assert dice in html
    assert f'value="{clave}"' in html


def test_la_clave_de_una_docente_ajena_no_existe(beto, programada, cliente_de):
    respuesta = cliente_de(beto).post(reverse("transcribir"), {"clave": papel.clave_de(programada)})
    assert respuesta.status_code == 422
    assert "Rosa" not in respuesta.content.decode()
    assert not BorradorDeVisita.objects.exists()


def test_una_visita_ya_registrada_no_se_pasa_otra_vez(ana, rosa, programada, cliente_de):
    visita = crear_visita(docente=rosa.docente, tipo="A2", fecha="2026-07-15", programada=str(programada.pk))
    assert visita.programada == programada
    respuesta = cliente_de(ana).post(reverse("transcribir"), {"clave": papel.clave_de(programada)})
    assert "Esa visita ya está registrada" in respuesta.content.decode()


def test_la_lista_muestra_lo_que_espera_y_deja_su_lectura(ana, rosa, programada, cliente_de):
    html = cliente_de(ana).get(reverse("transcribir")).content.decode()
    assert papel.clave_de(programada) in html
    assert Lectura.objects.filter(
        docente=rosa.docente, clase="fechas", pagina=reverse("transcribir")
    ).exists()


def test_la_pagina_lleva_los_numeros_del_papel_y_no_pide_relojes(ana, rosa, borrador, cliente_de):
    respuesta = cliente_de(ana).get(url("borrador_papel", borrador))
    html = respuesta.content.decode()
    numeros = re.findall(r'data-renglon="([^"]+)"', html)
    assert numeros == list(papel.hoja_de(papel.VISITA, respuesta.context["form"]).numeros.values())
    assert not re.search(r'type="(date|time|number)"', html)
    assert html.count('data-tecla="0"') == 11
    assert "Uso del tiempo para aprender" in html
    assert "Presentes de 3.º" in html
    assert Lectura.objects.filter(docente=rosa.docente, clase="visita").exists()


def test_el_formulario_completo_muestra_los_mismos_numeros(ana, borrador, cliente_de):
    completo = cliente_de(ana).get(url("borrador", borrador)).content.decode()
    del_papel = cliente_de(ana).get(url("borrador_papel", borrador)).content.decode()
    numeros = [set(re.findall(r'data-renglon="([^"]+)"', html)) for html in (completo, del_papel)]
    assert numeros[0] == numeros[1] != set()


def test_lo_tecleado_se_guarda_en_el_mismo_borrador_como_lo_lee_el_formulario_completo(
    ana, borrador, cliente_de
):
    cliente = cliente_de(ana)
    respuesta = cliente.post(
        url("borrador_guardar", borrador), DEL_PAPEL, headers={"Accept": "application/json"}
    )
    assert respuesta.status_code == 200
    borrador.refresh_from_db()
    guardado = [borrador.datos[c] for c in ("fecha", "inicio", "fin", "nota_0_hora", "compromiso_0_hasta")]
    assert guardado == ["2026-07-15", "08:00", "12:00", "08:15", "2026-08-14"]
    assert 'value="2026-07-15"' in cliente.get(url("borrador", borrador)).content.decode()
    assert 'value="15/07/2026"' in cliente.get(url("borrador_papel", borrador)).content.decode()


def test_sin_javascript_guardar_y_agregar_vuelven_a_la_hoja(ana, borrador, cliente_de):
    cliente = cliente_de(ana)
    assert cliente.post(url("borrador_guardar", borrador), DEL_PAPEL).url == url("borrador_papel", borrador)
    otra = cliente.post(url("borrador_guardar", borrador), DEL_PAPEL | {"agregar": "notas"})
    assert otra.url == url("borrador_papel", borrador) + "#notas"


def test_terminar_registra_la_visita_con_el_dia_del_papel(ana, rosa, programada, borrador, cliente_de):
    respuesta = cliente_de(ana).post(url("borrador_terminar", borrador), DEL_PAPEL)
    visita = Visita.objects.get()
    assert respuesta.url == reverse("visita_detail", args=[visita.pk])
    assert (visita.fecha, visita.programada) == (date(2026, 7, 15), programada)
    assert timezone.localdate() - visita.fecha == timedelta(14)


def test_con_errores_vuelve_a_la_hoja_con_el_numero_de_cada_renglon(ana, borrador, cliente_de):
    mal = DEL_PAPEL | {"fin": "0700", "evidencia_4": "", "compromiso_0_hasta": "31/02"}
    respuesta = cliente_de(ana).post(url("borrador_terminar", borrador), mal)
    html = re.sub(r"\s+", " ", respuesta.content.decode())
    assert not Visita.objects.exists()
    assert "visitas/borrador_papel.html" in [t.name for t in respuesta.templates]
    for numero, destino in (("1.4", "fin"), ("4.4b", "evidencia_4"), ("6.1.1b", "compromiso_0_hasta")):
        assert f'<span class="ac-renglon">{numero}</span> <a href="#id_{destino}">' in html
    assert "«31/02» no es una fecha" in html


def test_lo_acordado_se_verifica_con_su_tecla(ana, rosa, cliente_de):
    crear_visita(
        docente=rosa.docente,
        fecha="2026-06-15",
        compromisos=[compromiso("Caja de tarjetas", hasta="2026-07-10")],
    )
    cliente = cliente_de(ana)
    cliente.post(reverse("visita_nueva"), {"docente": str(rosa.docente.pk), "tipo": "A2"})
    html = cliente.get(url("borrador_papel", BorradorDeVisita.objects.get())).content.decode()
    assert re.search(r'data-renglon="0\.1a".*Caja de tarjetas.*data-tecla="1".*Cumplido', html, re.S)


def test_no_es_de_beto_ni_del_trabajo_de_rosa(beto, rosa, fidel, borrador, cliente_de):
    assert cliente_de(beto).get(url("borrador_papel", borrador)).status_code == 404
    for ajena in (rosa, fidel):
        assert cliente_de(ajena).get(url("borrador_papel", borrador)).status_code == 403
        assert cliente_de(ajena).post(reverse("transcribir"), {"clave": "x"}).status_code == 403


def test_la_linea_de_base_se_pasa_en_el_orden_de_su_hoja(ana, rosa, cliente_de):
    cliente = cliente_de(ana)
    cliente.post(reverse("caracterizar", args=[rosa.docente.escuela.codigo]))
    escribir = reverse("caracterizacion_escribir", args=[Caracterizacion.objects.get().pk])
    pagina = cliente.get(escribir, {"vista": "papel"})
    html = pagina.content.decode()
    assert re.findall(r'data-renglon="([^"]+)"', html) == list(
        papel.hoja_de(papel.caracterizacion("primaria"), pagina.context["form"]).numeros.values()
    )
    datos = {"vista": "papel", "version": pagina.context["version"], "matricula_1": "4", "aula_1": "1"}
    guardar = reverse("caracterizacion_guardar", args=[Caracterizacion.objects.get().pk])
    assert cliente.post(guardar, datos).url == f"{escribir}?vista=papel"
    assert 'value="4"' in cliente.get(escribir).content.decode()
    terminar = reverse("caracterizacion_terminar", args=[Caracterizacion.objects.get().pk])
    mal = cliente.post(terminar, datos | {"version": cliente.get(escribir).context["version"], "aula_1": ""})
    assert "visitas/caracterizacion_papel.html" in [t.name for t in mal.templates]
    assert '<span class="ac-renglon">1.1b</span> <a href="#id_aula_1_0">' in re.sub(
        r"\s+", " ", mal.content.decode()
    )


def test_una_sesion_se_pasa_con_la_hora_y_el_dia_tecleados(ana, rosa, cliente_de):
    sesion = crear_grupal(acompanante=ana.acompanante, fecha=date(2026, 7, 20))
    cliente, registrar = cliente_de(ana), reverse("sesion_registrar", args=[sesion.pk])
    html = cliente.get(registrar, {"vista": "papel"}).content.decode()
    assert re.findall(r'data-renglon="([^"]+)"', html) == ["1.1", "1.2", "1.3", "2.1", "3.1", "3.2"]
    assert 'value="20/07/2026"' in html
    datos = {
        "vista": "papel",
        "fecha": "2107",
        "inicio": "0930",
        "fin": "1230",
        "desarrollo": "Miramos retos.",
    }
    mal = cliente.post(registrar, datos)
    assert "visitas/sesion_papel.html" in [t.name for t in mal.templates]
    cliente.post(registrar, datos | {"asistieron": [str(rosa.docente.pk)]})
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.fecha, f"{sesion.inicio:%H:%M}") == (
        "realizada",
        date(2026, 7, 21),
        "09:30",
    )
