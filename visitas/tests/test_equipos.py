"""The coordinator's page of field devices: counts and ages of the region, and the button that tries again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Rol
from docentes.services import asignar
from docentes.tests.fabricas import crear_acompanante, crear_docente, crear_usuario
from visitas.models import Cuarentena, Dispositivo, Visita

from .envios import enviar, revision
from .fabricas import contenido_de_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture
def elena_entra(cliente_de, elena):
    return cliente_de(elena)


@pytest.fixture
def en_espera(cliente_de, ana, territorio):
    """A record of Ana's about a teacher whom nobody accompanies; returns the teacher."""
    plaza = crear_docente(nombres="Elsa", apellidos="Rojas-canario", escuela=territorio.corlas)
    enviar(cliente_de(ana), revision(contenido_de_visita(docente=plaza, analisis="texto-canario")))
    return plaza


def pagina(cliente, **filtros):
    return cliente.get(reverse("equipo_list"), filtros)


def nombres(respuesta):
    return [f.acompanante.usuario.username for f in respuesta.context["filas"]]


def equipo(usuario, dias=0, sin_enviar=0):
    momento = timezone.now() - timedelta(days=dias)
    return Dispositivo.objects.create(
        pk=nuevo_id(),
        acompanante=usuario.acompanante,
        ultimo_contacto=momento,
        sin_enviar=sin_enviar,
        espera_desde=momento if sin_enviar else None,
    )


def test_dice_cuentas_y_antiguedad_y_nunca_un_texto_ni_un_docente(elena_entra, ana, beto, en_espera):
    Cuarentena.objects.update(recibida_en=timezone.now() - timedelta(days=3))
    Dispositivo.objects.all().delete()
    equipo(ana, dias=8, sin_enviar=4)
    equipo(beto, dias=8)

    respuesta = pagina(elena_entra)

    texto = respuesta.content.decode()
    assert "1 equipo con trabajo sin enviar y más de 7 días sin noticias" in texto
    assert "1 registro espera una asignación" in texto
    assert "hace 3 días" in texto
    assert "canario" not in texto
    de_ana, de_beto = respuesta.context["filas"]
    assert (de_ana.esperan, de_ana.equipos[0].callado, de_ana.equipos[0].sin_enviar) == (1, True, 4)
    assert (de_beto.esperan, de_beto.equipos[0].callado) == (0, False)


def test_los_filtros_por_nombre_ugel_y_estado(elena_entra, ana, beto, en_espera, territorio):
    Dispositivo.objects.all().delete()
    equipo(beto, dias=9, sin_enviar=1)
    otra = crear_usuario(Rol.ACOMPANANTE, username="otra", nombres="Úrsula", ugel=territorio.otuzco)
    crear_acompanante(otra)

    assert nombres(pagina(elena_entra, q="ursula")) == ["otra"]
    assert nombres(pagina(elena_entra, ugel="130007")) == ["otra"]
    assert nombres(pagina(elena_entra, estado="callados")) == ["beto"]
    assert nombres(pagina(elena_entra, estado="sin-enviar")) == ["beto"]
    assert nombres(pagina(elena_entra, estado="esperan")) == ["ana"]
    assert "Ningún acompañante coincide" in pagina(elena_entra, q="nadie").content.decode()


def test_volver_a_intentar_recibe_lo_que_ya_esta_cubierto_y_lo_dice(elena_entra, ana, en_espera):
    ruta = reverse("equipo_reintentar", args=[ana.acompanante.pk])
    primera = elena_entra.post(ruta, follow=True).content.decode()
    assert "1 siguen esperando" in primera
    asignar(docente=en_espera, acompanante=ana.acompanante, desde=timezone.datetime(2026, 3, 2).date())

    segunda = elena_entra.post(ruta, follow=True).content.decode()

    assert "1 recibidos" in segunda
    assert Visita.objects.get().acompanante == ana.acompanante
    assert "ya no tiene registros en espera" in elena_entra.post(ruta, follow=True).content.decode()


def test_otra_region_no_existe_y_no_es_trabajo_de_otros(elena_entra, cliente_de, ana, fidel, en_espera):
    from escuelas.tests.fabricas import crear_region, crear_ugel

    lejos = crear_acompanante(
        ugel=crear_ugel(codigo="060002", region=crear_region(codigo="06", nombre="Cajamarca"))
    )

    assert elena_entra.post(reverse("equipo_reintentar", args=[lejos.pk])).status_code == 404
    assert lejos.usuario.username not in nombres(pagina(elena_entra))
    for otra in (ana, fidel):
        assert cliente_de(otra).get(reverse("equipo_list")).status_code == 403
        ruta = reverse("equipo_reintentar", args=[ana.acompanante.pk])
        assert cliente_de(otra).post(ruta).status_code == 403


@pytest.mark.parametrize("mas", [0, 4])
def test_las_consultas_no_dependen_de_cuantos_haya(elena_entra, ana, territorio, mas):
    for i in range(mas):
        usuario = crear_usuario(Rol.ACOMPANANTE, username=f"a{i}", ugel=territorio.otuzco)
        crear_acompanante(usuario)
        equipo(usuario, dias=8, sin_enviar=1)
    with CaptureQueriesContext(connection) as consultas:
        pagina(elena_entra)

    assert len(consultas) <= 14
