"""The pages of a visit: they work, they are not somebody else's (404), they are not another role's job (403)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Lectura, MotivoDeFin
from visitas.models import BorradorDeVisita, NotaPrivada, Revision, Visita

from .fabricas import compromiso, crear_programada, crear_visita, nivel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
CANARIO = "canario-de-la-nota-privada"
COMPLETA = {
    "tipo": "A2",
    "fecha": "2026-07-15",
    "inicio": "08:00",
    "fin": "12:00",
    "presentes_1": "3",
    "presentes_4": "2",
    "areas": ["matematica"],
    "lenguas": ["castellano", "quechua"],
    "lengua_otra": "culle",
    "describir": "Les di el mismo problema a todos.",
    "compromiso_0_que": "Revisar los retos con toda el aula.",
    "compromiso_0_hasta": "2026-08-14",
}


@pytest.fixture
def visita(rosa):
    return crear_visita(
        docente=rosa.docente,
        fecha="2026-06-15",
        compromisos=[compromiso("Caja de tarjetas", hasta="2026-07-10")],
    )


@pytest.fixture
def borrador(ana, rosa, visita, cliente_de):
    cliente_de(ana).post(reverse("visita_nueva"), {"docente": str(rosa.docente.pk), "tipo": "A2"})
    return BorradorDeVisita.objects.get()


def terminar(cliente, borrador, **cambios):
    return cliente.post(reverse("borrador_terminar", args=[borrador.pk]), COMPLETA | cambios)


def test_elegir_docente_y_tipo_abre_un_borrador_y_la_segunda_vez_el_mismo(ana, rosa, cliente_de):
    cliente = cliente_de(ana)
    datos = {"docente": str(rosa.docente.pk), "tipo": "A2"}
    primera = cliente.post(reverse("visita_nueva"), datos)
    segunda = cliente.post(reverse("visita_nueva"), datos)
    assert primera.url == segunda.url == reverse("borrador", args=[BorradorDeVisita.objects.get().pk])


def test_una_visita_programada_llega_elegida(ana, rosa, cliente_de):
    programada = crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="A3")
    pagina = cliente_de(ana).get(reverse("visita_nueva"), {"programada": programada.pk})
    assert pagina.context["form"].initial == {"docente": rosa.docente.pk, "tipo": "A3"}
    assert cliente_de(ana).get(reverse("visita_nueva"), {"programada": nuevo_id()}).status_code == 404
    assert cliente_de(ana).get(reverse("visita_nueva"), {"docente": "x"}).status_code == 404


def test_una_visita_programada_de_otro_anio_se_escribe_con_su_dia(ana, rosa, cliente_de):
    pasada = crear_programada(docente=rosa.docente, tipo="A2", fecha=date(2025, 6, 12))
    datos = {"docente": str(rosa.docente.pk), "tipo": "A2"}
    cliente_de(ana).post(f"{reverse('visita_nueva')}?programada={pasada.pk}", datos)

    borrador = BorradorDeVisita.objects.get()
    assert (borrador.programada, borrador.datos["fecha"]) == (pasada, "2025-06-12")


def test_no_se_abre_borrador_de_un_docente_ajeno_ni_de_un_tipo_ya_registrado(
    ana, beto, rosa, visita, cliente_de
):
    ajena = cliente_de(beto).post(reverse("visita_nueva"), {"docente": str(rosa.docente.pk), "tipo": "A2"})
    assert "Ese docente no está a tu cargo. Elige uno de la lista." in ajena.content.decode()
    anio = timezone.localdate().year
    crear_visita(docente=rosa.docente, tipo="A4", fecha=f"{anio}-06-20")
    hecha = cliente_de(ana).post(reverse("visita_nueva"), {"docente": str(rosa.docente.pk), "tipo": "A4"})
    assert f"La visita «Asesoría 4» de {anio} ya está registrada" in hecha.content.decode()
    assert BorradorDeVisita.objects.count() == 0


def test_el_borrador_muestra_la_visita_anterior_y_lo_deja_anotado(ana, rosa, visita, borrador, cliente_de):
    Lectura.objects.all().delete()
    html = cliente_de(ana).get(reverse("borrador", args=[borrador.pk])).content.decode()
    assert "Les di el mismo problema a todos." in html
    assert "Caja de tarjetas" in html
    assert "Quién puede ver esto" in html
    assert [(x.usuario, x.docente) for x in Lectura.objects.all()] == [(ana, rosa.docente)]


def test_lo_escrito_se_guarda_tal_cual_y_dice_como_va(ana, borrador, cliente_de):
    datos = {"inicio": "99", "areas": ["matematica"], "nota_0_texto": "sin hora\x00", "ajeno": "x"}
    respuesta = cliente_de(ana).post(
        reverse("borrador_guardar", args=[borrador.pk]), datos, headers={"accept": "application/json"}
    )
    assert respuesta.json()["secciones"]["notas"] == {"estado": "1 nota", "completa": True}
    borrador.refresh_from_db()
    assert borrador.datos["inicio"] == "99"
    assert borrador.datos["areas"] == ["matematica"]
    assert borrador.datos["nota_0_texto"] == "sin hora"
    assert "ajeno" not in borrador.datos
    assert borrador.datos["instrumento"] == "acompanamiento.1"


def test_sin_javascript_guardar_vuelve_al_borrador_y_agregar_deja_una_fila_mas(ana, borrador, cliente_de):
    cliente, ruta = cliente_de(ana), reverse("borrador_guardar", args=[borrador.pk])
    pagina = reverse("borrador", args=[borrador.pk])
    assert cliente.post(ruta, COMPLETA).url == pagina
    una = {"nota_0_hora": "08:05", "nota_0_texto": "a", "agregar": "notas"}
    assert cliente.post(ruta, COMPLETA | una).url == f"{pagina}#notas"
    html = cliente.get(pagina).content.decode()
    assert 'name="nota_1_hora"' in html
    assert 'name="nota_2_hora"' not in html
    assert 'name="compromiso_1_que"' in html


def test_terminar_con_errores_los_nombra_arriba_y_no_pierde_nada(ana, borrador, cliente_de):
    respuesta = terminar(cliente_de(ana), borrador, fin="07:00", describir="", nivel_4="2")
    html = respuesta.content.decode()
    assert '<a href="#id_fin">Fin</a>: La hora de fin (7:00) es anterior a la de inicio (8:00).' in html
    assert '<a href="#id_evidencia_4">' in html
    borrador.refresh_from_db()
    assert borrador.datos["compromiso_0_que"] == "Revisar los retos con toda el aula."
    assert Visita.objects.filter(pk=borrador.pk).count() == 0


def test_terminar_registra_la_visita_y_la_segunda_vez_lleva_a_la_misma(ana, visita, borrador, cliente_de):
    verificacion = {f"verificacion_{visita.compromisos.get().pk}_estado": "cumplido"}
    cliente = cliente_de(ana)
    primera = terminar(cliente, borrador, **verificacion)
    segunda = terminar(cliente, borrador, **verificacion)
    assert primera.url == segunda.url == reverse("visita_detail", args=[borrador.pk])
    hecha = Visita.objects.get(pk=borrador.pk)
    assert (hecha.presentes, hecha.tipo.codigo) == ({"1": 3, "4": 2}, "A2")
    assert visita.compromisos.get().estado == "cumplido"
    assert (BorradorDeVisita.objects.count(), Revision.objects.filter(visita=hecha).count()) == (0, 1)


@pytest.mark.parametrize(
    "nombre", ["borrador", "borrador_guardar", "borrador_terminar", "borrador_descartar"]
)
def test_el_borrador_es_solo_de_quien_lo_escribe(beto, rosa, borrador, cliente_de, nombre):
    metodo = "get" if nombre in ("borrador", "borrador_descartar") else "post"
    assert getattr(cliente_de(beto), metodo)(reverse(nombre, args=[borrador.pk])).status_code == 404
    assert getattr(cliente_de(rosa), metodo)(reverse(nombre, args=[borrador.pk])).status_code == 403
    assert BorradorDeVisita.objects.count() == 1


def test_descartar_pregunta_antes_y_borra_tambien_la_nota(ana, borrador, cliente_de):
    cliente = cliente_de(ana)
    cliente.post(reverse("borrador_guardar", args=[borrador.pk]), {"nota_privada": CANARIO})
    assert (
        "¿Descartar este borrador?"
        in cliente.get(reverse("borrador_descartar", args=[borrador.pk])).content.decode()
    )
    assert BorradorDeVisita.objects.count() == 1
    cliente.post(reverse("borrador_descartar", args=[borrador.pk]))
    assert (BorradorDeVisita.objects.count(), NotaPrivada.objects.count()) == (0, 0)


@pytest.mark.parametrize("nombre", ["visita_detail", "visita_historia"])
def test_leen_la_visita_quienes_estuvieron_en_el_aula(
    ana, beto, rosa, hugo, carmen, fidel, visita, cliente_de, nombre
):
    ruta = reverse(nombre, args=[visita.pk])
    for persona, esperado in ((ana, 200), (rosa, 200), (beto, 404), (hugo, 403), (carmen, 403), (fidel, 403)):
        assert cliente_de(persona).get(ruta).status_code == esperado
    assert [(x.usuario, x.pagina) for x in Lectura.objects.all()] == [(ana, ruta)]


def test_quien_dejo_de_acompanar_lee_90_dias_y_no_corrige(ana, rosa, visita, cliente_de):
    asignacion = rosa.docente.asignaciones.get()
    hoy = timezone.localdate()
    for dias, esperado in ((90, 200), (91, 404)):
        asignacion.hasta, asignacion.motivo_fin = hoy - timedelta(dias), MotivoDeFin.RENUNCIA
        asignacion.save()
        assert cliente_de(ana).get(reverse("visita_detail", args=[visita.pk])).status_code == esperado
        assert cliente_de(ana).post(reverse("visita_corregir", args=[visita.pk])).status_code == 404


def test_corregir_abre_lo_que_dice_la_visita_y_la_historia_ensena_lo_que_cambio(
    ana, rosa, visita, cliente_de
):
    cliente = cliente_de(ana)
    respuesta = cliente.post(reverse("visita_corregir", args=[visita.pk]))
    borrador = BorradorDeVisita.objects.get(pk=visita.pk)
    assert respuesta.url == reverse("borrador", args=[visita.pk])
    assert borrador.datos["describir"] == "Les di el mismo problema a todos."
    datos = {k: v for k, v in borrador.datos.items() if k not in ("instrumento", "programada")}
    terminada = cliente.post(
        reverse("borrador_terminar", args=[visita.pk]),
        datos | {"describir": "Lo cuento mejor.", "evidencia_2": "Otra."},
    )
    assert terminada.url == reverse("visita_detail", args=[visita.pk])
    pagina = cliente_de(rosa).get(reverse("visita_historia", args=[visita.pk]))
    ultimo = pagina.context["pasos"][0]
    assert [c.campo for c in ultimo["cambios"]] == ["Competencia 2", "Diálogo: describir"]
    assert (ultimo["cambios"][1].antes, ultimo["cambios"][1].ahora) == (
        "Les di el mismo problema a todos.",
        "Lo cuento mejor.",
    )
    assert "Les di el mismo problema a todos." in pagina.content.decode()


def test_corregir_no_es_de_la_docente_ni_de_otro_acompanante(beto, rosa, visita, cliente_de):
    ruta = reverse("visita_corregir", args=[visita.pk])
    assert cliente_de(beto).post(ruta).status_code == 404
    assert cliente_de(rosa).post(ruta).status_code == 403
    assert cliente_de(rosa).get(ruta).status_code == 405


def test_una_correccion_sobre_algo_que_ya_cambio_avisa_y_guarda_lo_escrito(ana, visita, cliente_de):
    cliente = cliente_de(ana)
    cliente.post(reverse("visita_corregir", args=[visita.pk]))
    borrador = BorradorDeVisita.objects.get()
    datos = {k: v for k, v in borrador.datos.items() if k not in ("instrumento", "programada")}
    BorradorDeVisita.objects.filter(pk=borrador.pk).update(base=None)
    respuesta = cliente.post(
        reverse("borrador_terminar", args=[visita.pk]), datos | {"analisis": "Mi análisis"}
    )
    assert "Esta visita se corrigió en otro lugar mientras escribías." in respuesta.content.decode()
    assert BorradorDeVisita.objects.get().datos["analisis"] == "Mi análisis"
    assert Revision.objects.count() == 1


def test_la_nota_privada_no_aparece_en_ninguna_pagina_de_otra_persona(
    ana, beto, rosa, hugo, visita, cliente_de
):
    ruta = reverse("nota_privada", args=[visita.pk])
    cliente_de(ana).post(ruta, {"nota_privada": CANARIO})
    assert CANARIO in cliente_de(ana).get(reverse("visita_detail", args=[visita.pk])).content.decode()
    for nombre in ("visita_detail", "visita_historia", "nota_privada"):
        for persona in (rosa, beto, hugo):
            assert CANARIO not in cliente_de(persona).get(reverse(nombre, args=[visita.pk])).content.decode()
    assert cliente_de(beto).post(ruta, {"nota_privada": "x"}).status_code == 404
    assert cliente_de(rosa).get(ruta).status_code == 403
    assert NotaPrivada.objects.get().texto == CANARIO


def test_la_nota_del_borrador_no_entra_en_el_contenido(ana, rosa, borrador, cliente_de):
    terminar(cliente_de(ana), borrador, nota_privada=CANARIO)
    assert NotaPrivada.objects.get().texto == CANARIO
    assert CANARIO not in Revision.objects.get(visita_id=borrador.pk).contenido.texto
    assert CANARIO not in cliente_de(rosa).get(reverse("visita_detail", args=[borrador.pk])).content.decode()


def test_primero_van_las_competencias_de_la_visita_anterior(ana, borrador, cliente_de):
    contexto = cliente_de(ana).get(reverse("borrador", args=[borrador.pk])).context
    assert [f["competencia"].numero for f in contexto["competencias"]["primero"]] == [2, 4, 8]
    assert len(contexto["competencias"]["otras"]) == 8


def test_la_pagina_de_la_visita_pide_lo_mismo_con_poco_y_con_mucho(ana, rosa, visita, cliente_de):
    muchas = {
        "niveles": [nivel(n) for n in range(1, 12)],
        "compromisos": [compromiso(str(n)) for n in range(3)],
    }
    grande = crear_visita(docente=rosa.docente, tipo="A5", fecha="2026-09-10", **muchas)
    cliente = cliente_de(ana)
    cuantas = []
    for una in (visita, grande):
        with CaptureQueriesContext(connection) as capturadas:
            cliente.get(reverse("visita_detail", args=[una.pk]))
        cuantas.append(len(capturadas))
    assert cuantas[0] == cuantas[1] <= 20
