"""Who reads what of a group session: who organises it, the teachers invited, and nobody else."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas.models import Competencia
from visitas.services.sesion import cambiar_sesion

from .fabricas_de_sesiones import crear_grupal, crear_grupo, terminar
from .test_sesiones import CAMBIOS, HOY, lo_realizado, texto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def sesion(rosa, ana):
    return crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente])


@pytest.fixture
def pasada(rosa, ana):
    return crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=date(2026, 10, 9))


def test_el_anio_de_la_acompanante_compara_con_el_protocolo(rosa, ana, pasada, sesion, cliente_de):
    crear_grupal(
        acompanante=ana.acompanante,
        invitados=[rosa.docente],
        asistio=True,
        estado="realizada",
        fecha=date(2026, 6, 12),
    )
    respuesta = cliente_de(ana).get(reverse("sesion_list"))
    filas = [(f.tipo, f.cantidad, f.horas, f.asistieron) for f in respuesta.context["avance"]]
    assert filas == [
        ("microtaller", "1 de 8", "4\u00a0h de 32\u00a0h", 1),
        ("taller", "0 de 2", "0\u00a0min de 16\u00a0h", 0),
    ]
    assert respuesta.context["por_registrar"] == [pasada]
    assert respuesta.context["proximas"] == [sesion]
    assert [m.nombre for m in respuesta.context["meses"]] == ["junio"]


def test_la_docente_lee_sus_sesiones_y_acuerdos_y_no_a_sus_colegas(rosa, ana, cliente_de):
    colega = crear_grupo(ana.acompanante, 1, apellidos="Apellido-de-colega")[0]
    sesion = crear_grupal(
        acompanante=ana.acompanante,
        invitados=[rosa.docente, colega],
        asistio=True,
        estado="realizada",
        fecha=date(2026, 6, 12),
        desarrollo="Armaron cajas.",
        acuerdos="Usar la caja.",
    )
    crear_grupal(acompanante=ana.acompanante, invitados=[colega], tema="Sin Rosa")
    cliente = cliente_de(rosa)
    lista, detalle = texto(cliente.get(reverse("sesion_list"))), texto(cliente.get(sesion.get_absolute_url()))
    assert "Usar la caja." in lista
    assert "Sin Rosa" not in lista
    assert "asististe" in lista
    assert "Armaron cajas." in detalle
    assert "Apellido-de-colega" not in lista + detalle
    assert not Lectura.objects.exists()


def test_a_la_docente_lo_que_su_acompanante_no_registra_no_se_le_dice_atrasado(
    pasada, sesion, rosa, cliente_de
):
    respuesta = cliente_de(rosa).get(reverse("sesion_list"))
    assert respuesta.context["proximas"] == [sesion]
    assert "Aún no se registra lo que se hizo" in texto(respuesta)
    assert "Atrasada" not in texto(respuesta)


def test_de_quien_ya_no_se_acompana_no_se_lee_el_nombre_ni_se_cambia_la_asistencia(
    pasada, rosa, ana, cliente_de
):
    otra = crear_grupo(ana.acompanante, 1)[0]
    cliente, url = cliente_de(ana), reverse("sesion_registrar", args=[pasada.pk])
    cliente.post(url, lo_realizado([rosa.docente]))
    assert "Quispe Mamani" in texto(cliente.get(pasada.get_absolute_url()))
    terminar(rosa, HOY)
    detalle = texto(cliente.get(pasada.get_absolute_url()))
    assert "Quispe Mamani" not in detalle
    assert "1 docente que ya no acompañas" in detalle
    assert "Quispe Mamani" not in texto(cliente.get(url))
    cliente.post(url, lo_realizado([otra]))
    assert pasada.asistencias.get(docente=rosa.docente).asistio is True


def test_abrir_una_sesion_deja_constancia_de_cada_docente(sesion, rosa, ana, cliente_de):
    cliente_de(ana).get(sesion.get_absolute_url())
    assert [(x.docente, x.clase) for x in Lectura.objects.all()] == [(rosa.docente, "comunidad")]


@pytest.mark.parametrize("nombre", ["sesion_detail", *CAMBIOS])
@pytest.mark.parametrize("metodo", ["get", "post"])
def test_la_sesion_de_otra_acompanante_no_existe(sesion, beto, cliente_de, nombre, metodo):
    assert getattr(cliente_de(beto), metodo)(reverse(nombre, args=[sesion.pk])).status_code == 404


@pytest.mark.parametrize("quien", ["fidel", "elena", "carmen", "hugo", "ines", "admin"])
def test_quien_no_acompana_no_lee_sesiones(sesion, quien, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(quien))
    assert cliente.get(reverse("sesion_list")).status_code == 403
    assert cliente.get(sesion.get_absolute_url()).status_code == 403


@pytest.mark.parametrize("nombre", CAMBIOS)
def test_una_docente_no_cambia_sesiones(sesion, rosa, cliente_de, nombre):
    assert cliente_de(rosa).post(reverse(nombre, args=[sesion.pk])).status_code == 403


@pytest.mark.parametrize("quien", ["ana", "rosa"])
def test_la_lista_y_el_detalle_hacen_las_mismas_consultas_con_una_fila_que_con_tres(
    rosa, ana, sesion, quien, request, cliente_de
):
    cliente = cliente_de(request.getfixturevalue(quien))

    def consultas():
        cuenta = []
        for url in (reverse("sesion_list"), sesion.get_absolute_url()):
            with CaptureQueriesContext(connection) as capturadas:
                assert cliente.get(url).status_code == 200
            cuenta.append(len(capturadas))
        return cuenta

    con_una = consultas()
    for docente in crear_grupo(ana.acompanante, 2):
        sesion.asistencias.create(docente=docente)
        crear_grupal(
            acompanante=ana.acompanante,
            invitados=[docente, rosa.docente],
            estado="realizada",
            fecha=date(2026, 6, 12),
        )
    assert consultas() == con_una
    assert max(con_una) <= 15


def test_el_formulario_ofrece_solo_lo_que_toca(rosa, ana, beto, cliente_de):
    form = cliente_de(ana).get(reverse("sesion_crear")).context["form"]
    assert list(form.fields["docentes"].queryset) == [rosa.docente]
    assert list(form.fields["escuela"].queryset) == [rosa.docente.escuela]
    assert form.fields["competencias"].queryset.count() == Competencia.objects.count() == 11


def test_un_anio_sin_catalogo_no_rompe_la_lista(rosa, ana, cliente_de):
    pagina = texto(cliente_de(ana).get(reverse("sesion_list"), {"anio": 2031}))
    assert "Aún no hay sesiones este año" in pagina


def test_una_acompanante_sin_docentes_ve_que_hacer(ana, cliente_de):
    cliente = cliente_de(ana)
    assert "Aún no hay sesiones este año" in texto(cliente.get(reverse("sesion_list")))
    assert cliente.get(reverse("sesion_crear")).status_code == 200


def test_dos_invitaciones_iguales_no_se_duplican(sesion, rosa, ana):
    crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante)
    cambiar_sesion(
        sesion=sesion, docentes=[rosa.docente, rosa.docente], inicio=time(8), fin=time(12), tema="Otro"
    )
    assert sesion.asistencias.count() == 1
