"""The page of a teacher's needs: from her diagnostic visit, by priority, read by her as they were written."""

import pytest
from django.urls import reverse

from acompanamiento.tests.paginas import consultas, texto
from docentes.models import Lectura
from visitas.models import Necesidad

from .fabricas import crear_visita
from .fabricas_de_base import crear_necesidad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture
def diagnostica(rosa):
    return crear_visita(docente=rosa.docente, tipo="D", fecha="2026-04-15", niveles={2: 1, 4: 3, 8: None})


def necesidades(docente, nombre="necesidades"):
    return reverse(nombre, args=[docente.pk])


def fila(i, competencia, frase, prioridad=None):
    return {
        f"necesidad_{i}_competencia": str(competencia.pk),
        f"necesidad_{i}_texto": frase,
        f"necesidad_{i}_prioridad": str(prioridad or i + 1),
    }


def competencias(visita):
    return {c.numero: c for c in visita.instrumento.competencias.all()}


def test_sin_diagnostica_se_dice_y_se_ofrece_registrarla(rosa, ana, cliente_de):
    cliente = cliente_de(ana)
    pagina = texto(cliente.get(necesidades(rosa.docente), {"anio": 2026}))
    assert "Falta la visita diagnóstica de 2026" in pagina
    assert f"{reverse('visita_nueva')}?docente={rosa.docente.pk}" in pagina
    cliente.post(necesidades(rosa.docente, "necesidades_guardar"), {"anio": 2026, "necesidad_0_texto": "x"})
    assert not Necesidad.objects.exists()


def test_las_necesidades_se_guardan_por_prioridad_y_la_docente_las_lee(rosa, ana, diagnostica, cliente_de):
    c = competencias(diagnostica)
    datos = {"anio": 2026} | fila(0, c[4], "Preguntar el porqué.", 2) | fila(3, c[2], "Tareas listas.", 1)
    cliente_de(ana).post(necesidades(rosa.docente, "necesidades_guardar"), datos)
    suyas = Necesidad.objects.order_by("prioridad")
    assert [(n.competencia.numero, n.texto, n.visita, n.prioridad) for n in suyas] == [
        (2, "Tareas listas.", diagnostica, 1),
        (4, "Preguntar el porqué.", diagnostica, 2),
    ]
    pagina = texto(cliente_de(rosa).get(necesidades(rosa.docente), {"anio": 2026}))
    assert "Tareas listas." in pagina
    assert diagnostica.get_absolute_url() in pagina
    assert "Guardar necesidades" not in pagina


def test_cambiarlas_conserva_la_identidad_de_la_que_queda(rosa, ana, diagnostica, cliente_de):
    c, cliente = competencias(diagnostica), cliente_de(ana)
    url = necesidades(rosa.docente, "necesidades_guardar")
    cliente.post(url, {"anio": 2026} | fila(0, c[2], "Antes") | fila(1, c[4], "Se va"))
    antes = Necesidad.objects.get(competencia=c[2]).pk
    cliente.post(url, {"anio": 2026} | fila(0, c[8], "Nueva") | fila(1, c[2], "Ahora"))
    assert [(n.competencia.numero, n.texto) for n in Necesidad.objects.order_by("prioridad")] == [
        (8, "Nueva"),
        (2, "Ahora"),
    ]
    assert Necesidad.objects.get(competencia=c[2]).pk == antes


def test_las_necesidades_malas_se_dicen_y_nada_cambia(rosa, ana, diagnostica, cliente_de):
    c = competencias(diagnostica)
    casos = [
        ({}, "Falta al menos una necesidad."),
        (fila(0, c[2], ""), "Falta qué necesita."),
        ({"necesidad_0_texto": "Algo", "necesidad_0_prioridad": "1"}, "Falta la competencia."),
        (fila(0, c[2], "Una") | fila(1, c[2], "Otra"), "Esta competencia ya está en otra necesidad."),
        (fila(0, c[2], "Una", 1) | fila(1, c[4], "Otra", 1), "Dos necesidades tienen la misma prioridad."),
        (fila(0, c[2], "Una") | {"necesidad_0_competencia": "999999"}, "no está en la lista."),
    ]
    for datos, frase in casos:
        url = necesidades(rosa.docente, "necesidades_guardar")
        pagina = texto(cliente_de(ana).post(url, {"anio": 2026} | datos))
        assert frase in pagina
    assert not Necesidad.objects.exists()


def test_los_niveles_de_la_diagnostica_son_numerales_en_el_orden_del_instrumento(
    rosa, ana, diagnostica, cliente_de
):
    respuesta = cliente_de(ana).get(necesidades(rosa.docente), {"anio": 2026})
    assert [(n.competencia.numero, n.nivel) for n in respuesta.context["niveles"]] == [
        (2, 1),
        (4, 3),
        (8, None),
    ]
    assert Lectura.objects.get(docente=rosa.docente).clase == "plan"


def test_las_necesidades_cuestan_lo_mismo_con_una_que_con_tres(rosa, ana, diagnostica, cliente_de):
    cliente, url = cliente_de(ana), necesidades(rosa.docente)
    crear_necesidad(docente=rosa.docente, autor=ana.acompanante, competencia=2, visita=diagnostica)
    con_una = consultas(cliente, url, anio=2026)
    for prioridad, numero in ((2, 4), (3, 8)):
        crear_necesidad(
            docente=rosa.docente,
            autor=ana.acompanante,
            competencia=numero,
            prioridad=prioridad,
            visita=diagnostica,
        )
    assert consultas(cliente, url, anio=2026) == con_una <= 15
