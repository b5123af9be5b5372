"""The handover: the teacher's decision reaches every queryset, and each of the three sees their part."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura, Rol
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from visitas import services
from visitas.models import (
    Compromiso,
    DecisionDeTraspaso,
    EstadoDeCompromiso,
    Instrumento,
    LineaDePlan,
    Necesidad,
    Plan,
    Traspaso,
    Visita,
)
from visitas.services.asignacion import asignar_con_calendario, terminar_con_traspaso
from visitas.services.traspaso import TraspasoRechazado
from visitas.tests.fabricas import compromiso, crear_visita
from visitas.tests.fabricas_cierre import cambiar_de_acompanante, retener

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)
FIN = date(2026, 9, 30)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def visita(rosa, ana):
    """Ana's visit to Rosa, with one commitment in course."""
    return crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        analisis="lo-que-escribió-ana",
        compromisos=[compromiso(que="Tarjetas de reto.", hasta="2026-11-10")],
    )


@pytest.fixture
def traspaso(visita, rosa, beto):
    """Rosa passed from Ana to Beto two weeks ago."""
    return cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN)


def _necesidad(docente, autor, numero=2):
    competencia = Instrumento.objects.vigente().competencias.get(numero=numero)
    return Necesidad.objects.create(
        docente=docente, anio=2026, competencia=competencia, texto="Ganar tiempo.", prioridad=1, autor=autor
    )


# --- What a withholding does to the rows


def test_por_defecto_pasa_lo_compartido(traspaso, visita, beto):
    assert traspaso.decidido_en is None
    assert list(Visita.objects.visibles_para(beto)) == [visita]


def test_sin_traspaso_registrado_tambien_pasa(visita, rosa, beto):
    rosa.docente.asignaciones.update(hasta=FIN, motivo_fin="licencia")
    crear_asignacion(docente=rosa.docente, acompanante=beto.acompanante, desde=date(2026, 10, 1))
    assert list(Visita.objects.visibles_para(beto)) == [visita]


def test_lo_retenido_no_se_abre_y_sus_compromisos_en_curso_si_pasan(traspaso, visita, beto):
    retener(traspaso)

    assert not Visita.objects.visibles_para(beto).exists()
    assert list(Visita.objects.retenidas_para(beto)) == [visita]
    assert Compromiso.objects.visibles_para(beto).get().que == "Tarjetas de reto."


def test_lo_retenido_sigue_siendo_del_docente_y_de_quien_lo_escribio(traspaso, visita, rosa, ana):
    retener(traspaso)
    assert list(Visita.objects.visibles_para(rosa)) == [visita]
    assert list(Visita.objects.visibles_para(ana)) == [visita]


def test_un_compromiso_ya_cerrado_de_una_visita_retenida_no_pasa(traspaso, visita, beto):
    visita.compromisos.update(estado=EstadoDeCompromiso.CUMPLIDO, verificado_en=visita)
    retener(traspaso)
    assert not Compromiso.objects.visibles_para(beto).exists()


def test_el_compromiso_que_verifico_quien_llego_lo_sigue_viendo(traspaso, visita, rosa, beto):
    retener(traspaso)
    suya = crear_visita(
        docente=rosa.docente,
        acompanante=beto.acompanante,
        tipo="A2",
        fecha=date(2026, 10, 7),
        compromisos=[compromiso(hasta="2026-11-20")],
    )
    visita.compromisos.update(estado=EstadoDeCompromiso.CUMPLIDO, verificado_en=suya)
    assert {c.que for c in Compromiso.objects.visibles_para(beto)} >= {"Tarjetas de reto."}


def test_decidir_antes_del_cambio_vale_y_no_cierra_nada_a_quien_acompana_hoy(visita, rosa, ana, beto):
    adelantado = services.abrir_traspaso(asignacion=rosa.docente.asignaciones.get())
    retener(adelantado)
    assert list(Visita.objects.visibles_para(ana)) == [visita]

    cambiar_de_acompanante(rosa.docente, beto.acompanante, ultimo_dia=FIN)

    assert not Visita.objects.visibles_para(beto).exists()
    adelantado.refresh_from_db()
    assert adelantado.siguiente.acompanante == beto.acompanante


def test_la_decision_se_puede_cambiar_y_queda_su_historia(traspaso, visita, beto):
    retener(traspaso)
    retener(traspaso, visitas=True, palabra="Ya conversé con Beto.")
    assert list(Visita.objects.visibles_para(beto)) == [visita]
    assert [d.visitas for d in DecisionDeTraspaso.objects.order_by("pk")] == [False, True]


def test_retener_a_una_no_retiene_lo_de_otro_docente_ni_lo_propio(traspaso, rosa, beto):
    retener(traspaso)
    otra = crear_visita(
        docente=beto.acompanante.asignaciones.exclude(docente=rosa.docente).get().docente,
        acompanante=beto.acompanante,
    )
    suya = crear_visita(
        docente=rosa.docente, acompanante=beto.acompanante, tipo="A2", fecha=date(2026, 10, 7)
    )
    assert set(Visita.objects.visibles_para(beto)) == {otra, suya}


def test_las_necesidades_y_el_plan_se_retienen_aparte(traspaso, visita, rosa, ana, beto, cliente_de):
    _necesidad(rosa.docente, ana.acompanante)
    plan = Plan.objects.create(acompanante=ana.acompanante, anio=2026)
    LineaDePlan.objects.create(plan=plan, docente=rosa.docente, estrategia="Estaciones por grado.")
    pagina = reverse("traspaso_detail", args=[traspaso.pk])
    antes = texto(cliente_de(beto).get(pagina))
    assert "Ganar tiempo." in antes
    assert "Estaciones por grado." in antes

    retener(traspaso, visitas=True)

    assert not Necesidad.objects.visibles_para(beto).exists()
    assert Necesidad.objects.visibles_para(rosa).count() == 1
    despues = texto(cliente_de(beto).get(pagina))
    assert "Ganar tiempo." not in despues
    assert "Estaciones por grado." not in despues


# --- The pages do not leak what was withheld


@pytest.mark.parametrize("pagina", ["visita_detail", "visita_historia"])
def test_una_visita_retenida_no_existe_para_quien_llega(traspaso, visita, beto, cliente_de, pagina):
    retener(traspaso)
    assert cliente_de(beto).get(reverse(pagina, args=[visita.pk])).status_code == 404


def test_el_anio_del_docente_muestra_la_fecha_y_no_el_enlace(traspaso, visita, rosa, beto, cliente_de):
    retener(traspaso, palabra="Prefiero empezar de nuevo.")
    cliente = cliente_de(beto)
    paginas = [
        texto(cliente.get(reverse("visitas_de_docente", args=[rosa.docente.pk]))),
        texto(cliente.get(reverse("compromiso_list"))),
        texto(cliente.get(reverse("traspaso_detail", args=[traspaso.pk]))),
    ]
    assert all(str(visita.pk) not in p and "lo-que-escribió-ana" not in p for p in paginas)
    assert "Prefiero empezar de nuevo." in paginas[0]
    assert "Tarjetas de reto." in paginas[1]
    assert "15/06/2026" in paginas[2]
    assert "Queda entre ellos" in paginas[2]


def test_escribir_la_visita_que_sigue_no_muestra_la_anterior_y_verifica_lo_abierto(
    traspaso, visita, rosa, beto, cliente_de
):
    retener(traspaso)
    cliente = cliente_de(beto)
    respuesta = cliente.post(reverse("visita_nueva"), {"docente": rosa.docente.pk, "tipo": "A2"}, follow=True)
    pagina = texto(respuesta)
    assert "Tarjetas de reto." in pagina
    assert "lo-que-escribió-ana" not in pagina
    assert "De 8:05 a 10:30 conté" not in pagina


# --- Opening, the note and the decision


def test_terminar_y_asignar_abren_el_traspaso_y_saben_quien_sigue(visita, rosa, beto, elena):
    terminar_con_traspaso(asignacion=rosa.docente.asignaciones.get(), hasta=FIN, motivo="licencia")
    abierto = Traspaso.objects.get()
    assert abierto.siguiente is None

    asignar_con_calendario(
        docente=rosa.docente, acompanante=beto.acompanante, desde=date(2026, 10, 1), por=elena
    )

    abierto.refresh_from_db()
    assert abierto.siguiente.acompanante == beto.acompanante


def test_volver_con_quien_ya_acompanaba_no_es_un_traspaso(visita, rosa, ana, elena):
    rosa.docente.asignaciones.update(hasta=FIN, motivo_fin="licencia")
    asignar_con_calendario(
        docente=rosa.docente, acompanante=ana.acompanante, desde=date(2026, 10, 1), por=elena
    )
    assert not Traspaso.objects.exists()


def test_la_nota_la_lee_primero_el_docente(traspaso, ana, rosa, beto, cliente_de):
    nota = "Veníamos probando el diario de tiempos."
    cliente_de(ana).post(reverse("traspaso_nota", args=[traspaso.pk]), {"texto": nota})
    pagina = reverse("traspaso_detail", args=[traspaso.pk])
    assert nota not in texto(cliente_de(beto).get(pagina))
    assert nota in texto(cliente_de(rosa).get(reverse("traspaso", args=[traspaso.pk])))
    assert nota not in texto(cliente_de(beto).get(pagina))

    cliente_de(rosa).post(reverse("traspaso_nota_leida", args=[traspaso.pk]))
    assert nota in texto(cliente_de(beto).get(pagina))

    retener(traspaso, visitas=True, pasa_la_nota=False)
    assert nota not in texto(cliente_de(beto).get(pagina))
    assert nota in texto(cliente_de(ana).get(pagina))


def test_una_nota_leida_ya_no_cambia(traspaso, ana, cliente_de):
    services.escribir_nota_de_traspaso(traspaso=traspaso, texto="Una.")
    services.leer_nota_de_traspaso(traspaso=traspaso)
    with pytest.raises(TraspasoRechazado, match="Rosa ya leyó tu nota"):
        services.escribir_nota_de_traspaso(traspaso=traspaso, texto="Otra.")
    traspaso.refresh_from_db()
    assert traspaso.nota == "Una."


def test_el_docente_decide_en_su_pagina_y_los_dos_leen_su_palabra(traspaso, rosa, ana, beto, cliente_de):
    datos = {"visitas": "no_pasa", "necesidades": "pasa", "plan": "pasa", "palabra": "Gracias a los dos."}
    respuesta = cliente_de(rosa).post(reverse("traspaso", args=[traspaso.pk]), datos, follow=True)
    assert "Tu decisión quedó guardada y ya vale." in texto(respuesta)
    for persona in (ana, beto):
        pagina = texto(cliente_de(persona).get(reverse("traspaso_detail", args=[traspaso.pk])))
        assert "«Gracias a los dos.»" in pagina


def test_sin_elegir_no_se_guarda_nada(traspaso, rosa, cliente_de):
    respuesta = cliente_de(rosa).post(reverse("traspaso", args=[traspaso.pk]), {"visitas": "quizas"})
    assert "Elige Que pase o Que no pase." in texto(respuesta)
    assert "Falta tu decisión." in texto(respuesta)
    assert not DecisionDeTraspaso.objects.exists()


def test_el_docente_abre_el_de_quien_lo_acompana_hoy(visita, rosa, cliente_de):
    cliente = cliente_de(rosa)
    assert "pasa todo lo compartido" in texto(cliente.get(reverse("traspaso_list")))
    asignacion = rosa.docente.asignaciones.get()
    respuesta = cliente.post(reverse("traspaso_abrir", args=[asignacion.pk]))
    assert respuesta.url == reverse("traspaso", args=[asignacion.traspaso.pk])


def test_el_inicio_del_docente_avisa_hasta_que_decide(traspaso, rosa, cliente_de):
    assert "Ana Campos ya no te acompaña." in texto(cliente_de(rosa).get("/"))
    retener(traspaso)
    assert "ya no te acompaña" not in texto(cliente_de(rosa).get("/"))


# --- Whose it is


def test_quien_entrego_lo_ve_noventa_dias(traspaso, ana, cliente_de):
    pagina = reverse("traspaso_detail", args=[traspaso.pk])
    assert cliente_de(ana).get(pagina).status_code == 200
    traspaso.anterior.hasta = date(2026, 7, 16)
    traspaso.anterior.save()
    assert cliente_de(ana).get(pagina).status_code == 404


def test_otro_docente_y_otro_acompanante_no_lo_encuentran(traspaso, cliente_de):
    otra = crear_usuario(Rol.DOCENTE)
    crear_docente(usuario=otra)
    otro = crear_acompanante().usuario
    assert cliente_de(otra).get(reverse("traspaso", args=[traspaso.pk])).status_code == 404
    assert cliente_de(otro).get(reverse("traspaso_detail", args=[traspaso.pk])).status_code == 404
    assert cliente_de(otro).get(reverse("traspaso_nota", args=[traspaso.pk])).status_code == 404


@pytest.mark.parametrize("persona", ["hugo", "carmen", "elena", "fidel", "ines", "admin"])
def test_nadie_mas_entra(traspaso, persona, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(persona))
    for nombre in ("traspaso", "traspaso_detail", "traspaso_nota"):
        assert cliente.get(reverse(nombre, args=[traspaso.pk])).status_code == 403
    assert cliente.get(reverse("traspaso_list")).status_code == 403


def test_leer_un_traspaso_queda_en_el_registro(traspaso, rosa, beto, cliente_de):
    cliente_de(beto).get(reverse("traspaso_detail", args=[traspaso.pk]))
    cliente_de(beto).get(reverse("traspaso_list"))
    assert set(Lectura.objects.values_list("docente", "clase")) == {
        (rosa.docente.pk, "visita"),
        (rosa.docente.pk, "fechas"),
    }


@pytest.mark.parametrize("pagina", ["traspaso_list", "compromiso_list"])
def test_las_consultas_no_crecen_con_las_filas(
    pagina, traspaso, ana, beto, cliente_de, django_assert_num_queries
):
    cliente = cliente_de(beto)
    with CaptureQueriesContext(connection) as una:
        cliente.get(reverse(pagina))
    for _ in range(2):
        docente = crear_asignacion(acompanante=ana.acompanante).docente
        crear_visita(docente=docente, acompanante=ana.acompanante)
        cambiar_de_acompanante(docente, beto.acompanante, ultimo_dia=FIN)
    with django_assert_num_queries(len(una)):
        cliente.get(reverse(pagina))
    assert len(una) <= 15
