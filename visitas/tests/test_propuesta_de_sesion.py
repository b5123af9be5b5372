"""A session proposed from shared needs: only counts, never below K, and the same people invited whoever needs it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from escuelas.tests.fabricas import crear_distrito, crear_escuela
from visitas.models import Competencia, SesionGrupal
from visitas.services.propuesta import K, proponer_sesion, temas_compartidos
from visitas.services.sesion import SesionRechazada

from .fabricas_de_sesiones import crear_grupo, crear_necesidad
from .test_sesiones import datos_de, texto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def grupo(ana, territorio):
    """Eight teachers of Ana in one school of Cascas, with surnames to look for."""
    return crear_grupo(ana.acompanante, 8, apellidos="Apellido-del-grupo", escuela=territorio.corlas)


def competencia(numero):
    return Competencia.objects.get(numero=numero)


def necesitan(docentes, ana, numero=2, **cambios):
    for docente in docentes:
        crear_necesidad(docente, ana.acompanante, numero, **cambios)


def invitados_con(quienes, ana, cliente_de):
    """Plan from the proposal when `quienes` have the need, and return who was invited."""
    necesitan(quienes, ana)
    url = f"{reverse('sesion_crear')}?competencia={competencia(2).pk}"
    respuesta = cliente_de(ana).post(url, datos_de([]))
    assert respuesta.status_code == 302
    sesion = SesionGrupal.objects.get()
    invitados = set(sesion.asistencias.values_list("docente", flat=True))
    sesion.delete()
    for docente in quienes:
        docente.necesidades.all().delete()
    return invitados


def test_con_cuatro_no_hay_tema_y_con_cinco_si(grupo, ana):
    necesitan(grupo[:4], ana)
    assert temas_compartidos(acompanante=ana.acompanante, anio=2026) == []
    necesitan(grupo[4:5], ana)
    temas = temas_compartidos(acompanante=ana.acompanante, anio=2026)
    assert K == 5
    assert [(t.competencia.numero, t.docentes) for t in temas] == [(2, 5)]


def test_solo_cuentan_las_de_este_anio_y_de_quienes_acompana_hoy(grupo, ana, beto):
    necesitan(grupo[:4], ana)
    necesitan(grupo[4:], ana, anio=2025)
    necesitan([beto.acompanante.asignaciones.get().docente], ana)
    assert temas_compartidos(acompanante=ana.acompanante, anio=2026) == []


def test_la_pagina_dice_cuantos_y_no_quienes(grupo, ana, cliente_de):
    necesitan(grupo[:6], ana)
    pagina = texto(cliente_de(ana).get(reverse("sesion_proponer")))
    assert "6 docentes" in pagina
    assert "Apellido-del-grupo" not in pagina


def test_sin_tema_compartido_la_pagina_lo_dice(grupo, ana, cliente_de):
    necesitan(grupo[:4], ana)
    pagina = texto(cliente_de(ana).get(reverse("sesion_proponer")))
    assert "Ningún tema llega al tamaño de grupo" in pagina
    assert "4 docentes" not in pagina


def test_la_invitacion_es_la_misma_quienquiera_que_tenga_la_necesidad(grupo, ana, cliente_de):
    unos, otros = grupo[:5], grupo[3:]
    invitados = invitados_con(unos, ana, cliente_de)
    assert invitados == {d.pk for d in grupo}
    assert invitados_con(otros, ana, cliente_de) == invitados
    assert invitados_con(grupo, ana, cliente_de) == invitados


def test_elegir_un_tema_prellena_y_no_deja_elegir_invitados(grupo, ana, cliente_de):
    necesitan(grupo[:5], ana)
    url = f"{reverse('sesion_crear')}?competencia={competencia(2).pk}"
    respuesta = cliente_de(ana).get(url)
    form = respuesta.context["form"]
    assert form["tema"].value() == competencia(2).nombre
    assert form["competencias"].value() == [competencia(2).pk]
    assert "docentes" not in form.fields
    assert "Apellido-del-grupo" not in texto(respuesta)


def test_mandar_una_lista_de_invitados_a_mano_no_cambia_nada(grupo, ana, cliente_de):
    necesitan(grupo[:5], ana)
    url = f"{reverse('sesion_crear')}?competencia={competencia(2).pk}"
    cliente_de(ana).post(url, datos_de(grupo[:5]))
    sesion = SesionGrupal.objects.get()
    assert sesion.asistencias.count() == 8
    cliente_de(ana).post(
        reverse("sesion_editar", args=[sesion.pk]), datos_de(grupo[:5], tema="Otro", fin="11:00")
    )
    sesion.refresh_from_db()
    assert (sesion.tema, sesion.de_necesidades, sesion.asistencias.count()) == ("Otro", True, 8)


@pytest.mark.parametrize("pedida", ["x", "999999", "'", "2"])
def test_un_tema_que_no_se_comparte_no_se_propone(grupo, ana, cliente_de, pedida):
    necesitan(grupo[:4], ana)
    pedida = str(competencia(2).pk) if pedida == "2" else pedida
    respuesta = cliente_de(ana).get(reverse("sesion_crear"), {"competencia": pedida}, follow=True)
    assert "Ese tema no lo comparten 5 docentes" in texto(respuesta)
    with pytest.raises(SesionRechazada, match="ya no lo comparten 5"):
        proponer_sesion(acompanante=ana.acompanante, competencia=competencia(2), fecha=date(2026, 10, 29))
    assert not SesionGrupal.objects.exists()


def test_por_distrito_se_cuenta_y_se_invita_a_todo_el_distrito(grupo, ana, territorio, cliente_de):
    provincia = territorio.corlas.distrito.provincia
    lucma = crear_distrito(codigo="131102", nombre="Lucma", provincia=provincia)
    alla = crear_grupo(
        ana.acompanante, 6, escuela=crear_escuela(ugel=territorio.gran_chimu, distrito=lucma, nivel="B0")
    )
    necesitan(alla[:5], ana)
    necesitan(grupo[:2], ana, numero=4)
    necesitan(alla[:3], ana, numero=4)
    respuesta = cliente_de(ana).get(reverse("sesion_proponer"), {"distrito": lucma.pk})
    (tema, url), *otros = respuesta.context["temas"]
    assert (tema.competencia.numero, tema.docentes, otros) == (2, 5, [])
    assert cliente_de(ana).post(url, datos_de([])).status_code == 302
    invitados = SesionGrupal.objects.get().asistencias.values_list("docente", flat=True)
    assert set(invitados) == {d.pk for d in alla}


def test_la_docente_no_lee_de_donde_salio_el_tema(grupo, rosa, ana, cliente_de):
    necesitan(grupo[:5], ana)
    url = f"{reverse('sesion_crear')}?competencia={competencia(2).pk}"
    cliente_de(ana).post(url, datos_de([]))
    sesion = SesionGrupal.objects.get()
    cliente = cliente_de(rosa)
    visto = texto(cliente.get(sesion.get_absolute_url())) + texto(cliente.get(reverse("sesion_list")))
    assert sesion.tema in visto
    for palabra in ("necesidad", "comparten", "5 docentes"):
        assert palabra not in visto


@pytest.mark.parametrize("quien", ["rosa", "fidel", "carmen"])
def test_solo_quien_acompana_propone(quien, request, cliente_de):
    assert cliente_de(request.getfixturevalue(quien)).get(reverse("sesion_proponer")).status_code == 403
