from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from reportes.tests.fabricas import crear_compromiso, crear_grupo, crear_hecha, crear_prevista
from reportes.views.inicio import saludo
from visitas.models import BorradorDeVisita

HOY = date(2026, 11, 24)
PERSONAS = ["ana", "rosa", "fidel", "elena", "carmen", "hugo", "ines", "admin"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos", "hoy"), pytest.mark.lento]


def en(dias):
    return HOY + timedelta(days=dias)


def abrir(cliente):
    return cliente.get(reverse("inicio"))


def otro_docente_de(ana, apellidos, **cambios):
    docente = crear_docente(
        apellidos=apellidos, escuela=ana.acompanante.asignaciones.first().docente.escuela, **cambios
    )
    crear_asignacion(docente=docente, acompanante=ana.acompanante)
    return docente


@pytest.mark.parametrize("quien", PERSONAS)
def test_cada_rol_tiene_su_inicio_aunque_no_haya_nada(cliente_de, request, quien):
    usuario = request.getfixturevalue(quien)
    respuesta = abrir(cliente_de(usuario))

    assert respuesta.status_code == 200
    assert f"Buenos días, {usuario.primer_nombre}" in respuesta.content.decode()
    assert "ac-vacio" in respuesta.content.decode()


def test_sin_entrar_no_hay_inicio(client):
    assert client.get(reverse("inicio")).status_code == 302


@pytest.mark.parametrize(
    ("hora", "esperado"),
    [(15, "Buenos días"), (18, "Buenas tardes"), (23, "Buenas tardes"), (3, "Buenas noches")],
)
def test_el_saludo_sigue_la_hora_de_lima(monkeypatch, hora, esperado):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 24, hora, tzinfo=UTC))

    assert saludo("Ana") == f"{esperado}, Ana"


def test_la_acompanante_ve_su_semana_lo_atrasado_y_a_quien_no_visita(cliente_de, ana, rosa):
    hoy = crear_prevista(rosa.docente, "C", fecha=HOY)
    otro = otro_docente_de(ana, "Cruz Aguilar")
    en_siete = crear_prevista(otro, "C", fecha=en(6))
    crear_prevista(otro, "A6", fecha=en(7))
    atrasada = crear_prevista(rosa.docente, "A6", fecha=en(-20))
    crear_prevista(rosa.docente, "A5", fecha=en(-40), estado="no_realizada", motivo="lluvia")
    crear_hecha(programada=crear_prevista(rosa.docente, "A4", fecha=en(-31)))
    crear_hecha(otro, tipo="X", fecha=en(-30))
    respuesta = abrir(cliente_de(ana))
    contexto = respuesta.context

    assert [c.programada for c in contexto["proximas"]] == [hoy, en_siete]
    assert [c.programada for c in contexto["atrasadas"]] == [atrasada]
    assert contexto["sin_visita"] == [(rosa.docente, en(-31), 31)]
    assert [(a.hechas, a.total) for a in contexto["anual"]] == [(1, 6)]
    texto = respuesta.content.decode()
    assert f"{reverse('visita_nueva')}?programada={hoy.pk}" in texto
    assert "2 docentes a tu cargo" in texto


def test_la_acompanante_no_ve_a_los_docentes_de_otro(cliente_de, ana, beto, rosa):
    ajeno = beto.acompanante.asignaciones.get().docente
    crear_prevista(ajeno, "C", fecha=HOY)
    respuesta = abrir(cliente_de(ana))

    assert respuesta.context["docentes"] == [rosa.docente]
    assert ajeno.apellidos not in respuesta.content.decode()


def test_los_borradores_de_la_acompanante_se_terminan_desde_su_inicio(cliente_de, ana, beto, rosa):
    mio = BorradorDeVisita.objects.create(autor=ana, docente=rosa.docente)
    ajeno = BorradorDeVisita.objects.create(autor=beto, docente=rosa.docente)
    texto = abrir(cliente_de(ana)).content.decode()

    assert reverse("borrador", args=[mio.pk]) in texto
    assert str(ajeno.pk) not in texto


def test_ver_la_lista_de_docentes_queda_en_el_registro_de_lecturas(cliente_de, ana, rosa):
    abrir(cliente_de(ana))

    assert [(lectura.usuario, lectura.docente, lectura.pagina) for lectura in Lectura.objects.all()] == [
        (ana, rosa.docente, "/")
    ]


def test_el_inicio_de_la_acompanante_hace_las_mismas_consultas_con_uno_o_tres_docentes(cliente_de, ana, rosa):
    def llenar(docente):
        crear_prevista(docente, "C", fecha=HOY)
        crear_prevista(docente, "A6", fecha=en(-20))
        crear_hecha(programada=crear_prevista(docente, "A4", fecha=en(-50)))
        BorradorDeVisita.objects.create(autor=ana, docente=docente)

    llenar(rosa.docente)
    cliente = cliente_de(ana)
    abrir(cliente)
    with CaptureQueriesContext(connection) as con_uno:
        abrir(cliente)
    llenar(otro_docente_de(ana, "Cruz Aguilar"))
    llenar(otro_docente_de(ana, "Zavaleta Cruz"))
    with CaptureQueriesContext(connection) as con_tres:
        abrir(cliente)

    assert len(con_uno) == len(con_tres) <= 15


def test_la_docente_ve_su_proxima_visita_sus_compromisos_y_quien_la_lee(cliente_de, ana, rosa):
    crear_prevista(rosa.docente, "A6", fecha=en(-20))
    proxima = crear_prevista(rosa.docente, "C", fecha=en(3))
    visita = crear_hecha(rosa.docente, tipo="A1", fecha=en(-60))
    compromiso = crear_compromiso(visita, que="Preguntar el porqué en matemática.")
    respuesta = abrir(cliente_de(rosa))

    assert respuesta.context["proxima"] == proxima
    assert list(respuesta.context["compromisos"]) == [compromiso]
    assert list(respuesta.context["visitas"]) == [visita]
    texto = respuesta.content.decode()
    assert "Preguntar el porqué en matemática." in texto
    assert "Ana Campos" in texto
    assert reverse("lectura_list") in texto
    assert not Lectura.objects.exists()


def test_el_director_ve_fechas_y_no_docentes(cliente_de, hugo, rosa):
    crear_prevista(rosa.docente, "C", fecha=en(3))
    crear_hecha(rosa.docente, tipo="A1", fecha=en(-60))
    respuesta = abrir(cliente_de(hugo))
    texto = respuesta.content.decode()

    assert (len(respuesta.context["por_venir"]), respuesta.context["total_hechas"]) == (1, 1)
    assert "Quispe" not in texto
    assert "Ana Campos" not in texto


@pytest.mark.parametrize("quien", ["fidel", "elena", "carmen", "ines", "admin"])
def test_quien_cuenta_actividad_ve_el_anio_en_cuatro_cifras_y_a_ninguna_persona(cliente_de, request, quien):
    for docente in crear_grupo(docentes=2):
        crear_hecha(programada=crear_prevista(docente, "D", fecha=date(2026, 4, 15)))
        apellidos = docente.apellidos
    respuesta = abrir(cliente_de(request.getfixturevalue(quien)))

    assert [c["valor"] for c in respuesta.context["cifras"]] == ["100\u00a0%", "2", "0", "0"]
    assert apellidos not in respuesta.content.decode()
    assert reverse("tablero") in respuesta.content.decode()


def test_la_administracion_cuenta_cuentas_por_rol(cliente_de, admin, ana, beto):
    beto.is_active = False
    beto.save()

    assert abrir(cliente_de(admin)).context["por_rol"] == [
        ("Acompañante", 1, 1),
        ("Administración técnica", 1, 0),
    ]
