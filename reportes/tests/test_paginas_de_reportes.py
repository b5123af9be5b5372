"""The pages of reports: they work; not yours, 404; not your job, 403."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from docentes.models import Rol, Usuario
from reportes.models import Descarga, EstadoDeReporte, Reporte
from reportes.tests.pedidos import crear_listo, crear_reporte

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos", "carpeta_de_reportes")]

PEDIDO = {"ambito": "ugel:130012", "periodo": "2026-B1"}


def pagina(nombre, reporte):
    return reverse(nombre, args=[reporte.pk])


def test_pedir_lleva_a_la_pagina_del_pedido(carmen, cliente_de):
    respuesta = cliente_de(carmen).post("/reportes/pedir/", PEDIDO)
    reporte = Reporte.objects.get()
    assert (respuesta.status_code, respuesta.url) == (302, reporte.get_absolute_url())
    assert (reporte.pedido_por, reporte.clave) == (carmen, f"ugel:130012:2026-B1:{carmen.pk}")


def test_la_lista_ofrece_solo_lo_que_se_puede_pedir(carmen, cliente_de):
    html = cliente_de(carmen).get("/reportes/").content.decode()
    assert "UGEL Gran Chimú" in html
    assert "Provincia Gran Chimú" in html
    assert "Otuzco" not in html


@pytest.mark.parametrize(
    ("cambio", "frase"),
    [
        ({"ambito": "ugel:130007"}, "Ese ámbito no está entre los que puedes pedir."),
        ({"ambito": ""}, "Elige la UGEL o la provincia del reporte."),
        ({"periodo": "2026-B9"}, "Ese periodo no existe o aún no empieza."),
    ],
)
def test_un_pedido_malo_vuelve_con_su_frase_y_no_deja_fila(carmen, cliente_de, cambio, frase):
    respuesta = cliente_de(carmen).post("/reportes/pedir/", PEDIDO | cambio)
    assert respuesta.status_code == 422
    assert frase in respuesta.content.decode()
    assert not Reporte.objects.exists()


@pytest.mark.parametrize("persona", ["ana", "rosa", "hugo", "ines", "admin"])
def test_pedir_reportes_no_es_trabajo_de_todos(request, cliente_de, persona):
    cliente = cliente_de(request.getfixturevalue(persona))
    assert cliente.get("/reportes/").status_code == 403
    assert cliente.post("/reportes/pedir/", PEDIDO).status_code == 403
    assert not Reporte.objects.exists()


@pytest.mark.parametrize("nombre", ["reporte_detail", "reporte_estado", "reporte_descargar"])
def test_el_pedido_de_otra_persona_no_existe(carmen, elena, cliente_de, nombre):
    reporte = crear_listo(carmen)
    assert cliente_de(carmen).get(pagina(nombre, reporte)).status_code == 200
    assert cliente_de(elena).get(pagina(nombre, reporte)).status_code == 404


def test_reintentar_el_de_otra_persona_no_existe(carmen, elena, cliente_de):
    reporte = crear_reporte(carmen, estado=EstadoDeReporte.FALLIDO, error="El disco está lleno.")
    assert cliente_de(elena).post(pagina("reporte_reintentar", reporte)).status_code == 404
    reporte.refresh_from_db()
    assert reporte.estado == EstadoDeReporte.FALLIDO


def test_la_descarga_lleva_nombre_no_se_guarda_en_cache_y_queda_registrada(carmen, cliente_de):
    respuesta = cliente_de(carmen).get(pagina("reporte_descargar", crear_listo(carmen)))
    assert b"".join(respuesta.streaming_content) == b"%PDF-1.7 de prueba"
    assert respuesta["Content-Disposition"] == 'attachment; filename="acompana-ugel-gran-chimu-2026-b1.pdf"'
    assert (respuesta["Content-Type"], respuesta["Cache-Control"]) == ("application/pdf", "no-store")
    assert respuesta["X-Content-Type-Options"] == "nosniff"
    assert list(Descarga.objects.values_list("usuario", "rol")) == [(carmen.pk, Rol.ESPECIALISTA)]


def test_quien_cambio_de_ugel_ya_no_descarga_lo_que_pidio(carmen, cliente_de, territorio):
    reporte = crear_listo(carmen)
    Usuario.objects.filter(pk=carmen.pk).update(ugel=territorio.otuzco)
    assert cliente_de(carmen).get(pagina("reporte_descargar", reporte)).status_code == 403
    assert not Descarga.objects.exists()


def test_quien_cambio_de_rol_ya_no_descarga_lo_que_pidio(carmen, cliente_de):
    reporte, cliente = crear_listo(carmen), cliente_de(carmen)
    Usuario.objects.filter(pk=carmen.pk).update(rol=Rol.ACOMPANANTE)
    assert cliente.get(pagina("reporte_descargar", reporte)).status_code == 403


def test_quien_cambio_de_ugel_tampoco_reintenta(carmen, cliente_de, territorio):
    reporte = crear_reporte(carmen, estado=EstadoDeReporte.FALLIDO, error="El disco está lleno.")
    Usuario.objects.filter(pk=carmen.pk).update(ugel=territorio.otuzco)
    assert cliente_de(carmen).post(pagina("reporte_reintentar", reporte)).status_code == 403


@pytest.mark.parametrize("estado", [EstadoDeReporte.PENDIENTE, EstadoDeReporte.GENERANDO])
def test_lo_que_no_esta_listo_no_se_descarga(carmen, cliente_de, estado):
    reporte = crear_reporte(carmen, estado=estado)
    respuesta = cliente_de(carmen).get(pagina("reporte_descargar", reporte), follow=True)
    assert "El reporte todavía no está listo." in respuesta.content.decode()
    assert not Descarga.objects.exists()


def test_un_archivo_perdido_se_explica(carmen, cliente_de, carpeta_de_reportes):
    reporte = crear_listo(carmen)
    (carpeta_de_reportes / reporte.archivo).unlink()
    respuesta = cliente_de(carmen).get(pagina("reporte_descargar", reporte), follow=True)
    assert "Pide el reporte otra vez." in respuesta.content.decode()
    assert not Descarga.objects.exists()


def test_la_pagina_dice_el_paso_y_se_puede_seguir_sin_guiones(carmen, cliente_de):
    reporte = crear_reporte(
        carmen,
        estado=EstadoDeReporte.GENERANDO,
        paso=3,
        arrendado_hasta=timezone.now() + timedelta(minutes=1),
    )
    html = cliente_de(carmen).get(reporte.get_absolute_url()).content.decode()
    assert "Preparando, paso 3 de 5. Puedes cerrar esta página." in html
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in html
    assert "data-fin" not in html


def test_lo_que_ya_termino_no_se_sigue_preguntando(carmen, cliente_de):
    html = cliente_de(carmen).get(pagina("reporte_estado", crear_listo(carmen))).content.decode()
    assert "data-fin" in html
    assert "Descargar" in html


def test_el_que_fallo_dice_por_que_y_se_reintenta(carmen, cliente_de):
    reporte = crear_reporte(carmen, estado=EstadoDeReporte.FALLIDO, error="El disco está lleno.", intentos=3)
    cliente = cliente_de(carmen)
    assert "No se pudo: El disco está lleno." in cliente.get(reporte.get_absolute_url()).content.decode()
    assert cliente.post(pagina("reporte_reintentar", reporte)).url == reporte.get_absolute_url()
    reporte.refresh_from_db()
    assert (reporte.estado, reporte.intentos) == (EstadoDeReporte.PENDIENTE, 0)


def test_la_lista_hace_las_mismas_consultas_con_uno_y_con_tres(carmen, cliente_de):
    cliente = cliente_de(carmen)

    def consultas():
        with CaptureQueriesContext(connection) as captura:
            assert cliente.get("/reportes/").status_code == 200
        return len(captura)

    crear_listo(carmen)
    consultas()
    una = consultas()
    crear_listo(carmen)
    crear_reporte(carmen)
    assert consultas() == una


def test_la_lista_vacia_dice_que_hacer(carmen, cliente_de):
    assert "Aún no has pedido reportes" in cliente_de(carmen).get("/reportes/").content.decode()
