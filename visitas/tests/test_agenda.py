"""The agenda by week and month, and the same agenda as .ics at a secret address."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura, MotivoDeFin, Rol
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas import services
from visitas.cronograma import dia_pedido, estado_de_sesion, periodo_de
from visitas.models import SesionGrupal, SuscripcionDeAgenda
from visitas.tests.fabricas import crear_programada, crear_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Thursday 15 October 2026."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


@pytest.fixture
def programada(rosa, ana):
    return crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="A3", fecha=HOY)


@pytest.fixture
def token(ana):
    return services.activar_suscripcion(acompanante=ana.acompanante)


def crear_sesion(acompanante, **cambios):
    fecha = cambios.get("fecha", HOY)
    datos = {
        "tipo": "microtaller",
        "anio": fecha.year,
        "fecha": fecha,
        "fecha_original": fecha,
        "inicio": time(9),
        "fin": time(13),
        "minutos": 240,
        "lugar": "Local comunal de Cascas",
        "tema": "Problemas con lo que cosechamos",
    }
    return SesionGrupal.objects.create(acompanante=acompanante, **(datos | cambios))


def eventos_de(respuesta) -> dict:
    """The events of an .ics by their title."""
    return {str(e["summary"]): e for e in Calendar.from_ical(respuesta.content).walk("VEVENT")}


# --- Which days


@pytest.mark.parametrize(
    ("vista", "dia", "desde", "hasta", "nombre"),
    [
        ("", HOY, date(2026, 10, 12), date(2026, 10, 18), "Semana del 12 al 18 de octubre de 2026"),
        (
            "semana",
            date(2026, 11, 1),
            date(2026, 10, 26),
            date(2026, 11, 1),
            "26 de octubre al 1 de noviembre",
        ),
        (
            "semana",
            date(2027, 1, 1),
            date(2026, 12, 28),
            date(2027, 1, 3),
            "de diciembre de 2026 al 3 de enero",
        ),
        ("mes", date(2026, 2, 9), date(2026, 2, 1), date(2026, 2, 28), "Febrero de 2026"),
    ],
)
def test_el_periodo_es_la_semana_de_lunes_a_domingo_o_el_mes(vista, dia, desde, hasta, nombre):
    periodo = periodo_de(vista, dia)
    assert (periodo.desde, periodo.hasta) == (desde, hasta)
    assert nombre in periodo.nombre
    assert periodo.anterior == desde - timedelta(days=1)
    assert periodo.siguiente == hasta + timedelta(days=1)


@pytest.mark.parametrize("pedido", ["", "ayer", "2026-02-31", "9999-01-01", "0001-01-01"])
def test_una_fecha_con_disparates_es_hoy(pedido):
    assert dia_pedido(pedido, HOY) == HOY


@pytest.mark.parametrize(
    ("estado", "dias", "punto"),
    [
        ("realizada", -1, "hecha"),
        ("no_realizada", 1, "no-realizada"),
        ("programada", 0, "hoy"),
        ("programada", -1, "atrasada"),
        ("programada", 1, "por-hacer"),
    ],
)
def test_una_sesion_lleva_el_mismo_punto_que_una_visita(estado, dias, punto):
    assert estado_de_sesion(SesionGrupal(estado=estado, fecha=HOY + timedelta(days=dias)), HOY) == punto


# --- The page


def test_la_semana_tiene_visitas_sesiones_y_viajes_con_lo_que_se_puede_hacer(ana, programada, cliente_de):
    crear_sesion(ana.acompanante, fecha=HOY + timedelta(days=1))
    viaje = services.crear_viaje(acompanante=ana.acompanante, programadas=[programada])
    pagina = texto(cliente_de(ana).get(reverse("agenda")))
    assert "Semana del 12 al 18 de octubre de 2026 · 0 visitas hechas de 1" in pagina
    assert "Problemas con lo que cosechamos" in pagina
    for url in (
        f"{reverse('visita_nueva')}?programada={programada.pk}",
        reverse("reprogramar", args=[programada.pk]),
        reverse("viaje_detail", args=[viaje.pk]),
    ):
        assert f'href="{url}"' in pagina


def test_la_semana_siguiente_no_muestra_lo_de_esta(ana, programada, cliente_de):
    respuesta = cliente_de(ana).get(reverse("agenda"), {"fecha": "2026-10-19"})
    assert "Nada en estos días" in texto(respuesta)
    assert respuesta.context["dias"] == []


def test_el_mes_muestra_feriados_y_semanas_sin_clases(ana, cliente_de):
    julio = cliente_de(ana).get(reverse("agenda"), {"vista": "mes", "fecha": "2026-07-01"})
    motivos = {d.fecha.day: d.sin_clases for d in julio.context["dias"]}
    assert "Independencia" in motivos[28]
    assert motivos[30] == "Sin clases"
    assert 1 not in motivos


def test_lo_movido_dice_su_plan_original(ana, programada, cliente_de):
    services.reprogramar(programada=programada, fecha=date(2026, 10, 16), motivo="lluvia", por=ana)
    assert "El plan original era el 15/10/2026" in texto(cliente_de(ana).get(reverse("agenda")))


def test_la_agenda_no_muestra_lo_de_otros_y_deja_constancia(ana, beto, rosa, programada, cliente_de):
    ajena = beto.acompanante.asignaciones.get().docente
    crear_programada(docente=ajena, acompanante=beto.acompanante, fecha=HOY)
    crear_sesion(beto.acompanante, tema="Tema de Beto")
    pagina = texto(cliente_de(ana).get(reverse("agenda"), {"vista": "mes"}))
    assert "Elmer" not in pagina
    assert "Tema de Beto" not in pagina
    assert [(x.docente, x.clase) for x in Lectura.objects.all()] == [(rosa.docente, "fechas")]


def test_la_agenda_y_el_calendario_se_enlazan(ana, programada, cliente_de):
    cliente = cliente_de(ana)
    assert f'href="{reverse("calendario")}?anio=2026' in texto(cliente.get(reverse("agenda")))
    assert f'href="{reverse("agenda")}"' in texto(cliente.get(reverse("calendario")))


@pytest.mark.parametrize("vista", ["semana", "mes"])
def test_la_agenda_cuesta_pocas_consultas_y_siempre_las_mismas(ana, cliente_de, vista):
    cliente, cuantas = cliente_de(ana), []
    for _ in (1, 2, 3):
        docente = crear_asignacion(docente=crear_docente(), acompanante=ana.acompanante).docente
        programada = crear_programada(docente=docente, acompanante=ana.acompanante, fecha=HOY)
        services.crear_viaje(acompanante=ana.acompanante, programadas=[programada])
        crear_sesion(ana.acompanante)
        with CaptureQueriesContext(connection) as consultas:
            assert cliente.get(reverse("agenda"), {"vista": vista}).status_code == 200
        cuantas.append(len(consultas))
    assert len(set(cuantas)) == 1
    assert cuantas[0] <= 15


@pytest.mark.parametrize("persona", ["rosa", "hugo", "carmen", "elena", "fidel", "ines", "admin"])
@pytest.mark.parametrize("nombre", ["agenda", "agenda_descargar", "agenda_suscripcion"])
def test_la_agenda_no_es_trabajo_de_nadie_mas(request, cliente_de, persona, nombre):
    assert cliente_de(request.getfixturevalue(persona)).get(reverse(nombre)).status_code == 403


# --- As .ics


def test_el_ics_lleva_escuela_lugar_y_duracion_y_ningun_nombre(ana, rosa, programada, token):
    crear_sesion(ana.acompanante)
    services.crear_viaje(acompanante=ana.acompanante, programadas=[programada])
    respuesta = Client().get(reverse("agenda_ics", args=[token]))
    eventos = eventos_de(respuesta)
    visita = eventos["Visita A3 · IE N.° 80274 Corlás"]
    assert set(eventos) == {"Visita A3 · IE N.° 80274 Corlás", "Microtaller", "Viaje"}
    assert visita["dtstart"].dt == datetime(2026, 10, 15, 13, tzinfo=UTC)
    assert visita["dtend"].dt - visita["dtstart"].dt == timedelta(minutes=programada.tipo.minutos)
    assert "Cascas" in visita["location"]
    assert {str(e["class"]) for e in eventos.values()} == {"PRIVATE"}
    assert eventos["Viaje"]["dtend"].dt == date(2026, 10, 16)
    for callado in ("Rosa", "Quispe", "cosechamos", "Ana"):
        assert callado not in respuesta.content.decode()


def test_el_ics_no_se_guarda_en_ninguna_parte_ni_deja_sesion(programada, token):
    respuesta = Client().get(reverse("agenda_ics", args=[token]))
    assert respuesta.status_code == 200
    assert respuesta["Cache-Control"] == "private, no-store"
    assert respuesta["Content-Type"] == "text/calendar; charset=utf-8"
    assert not respuesta.cookies
    assert Client().post(reverse("agenda_ics", args=[token])).status_code == 405


def test_lo_no_realizado_va_cancelado(ana, programada, token):
    services.marcar_no_realizada(programada=programada, motivo="paro", por=ana)
    evento = next(iter(eventos_de(Client().get(reverse("agenda_ics", args=[token]))).values()))
    assert evento["status"] == "CANCELLED"
    assert "paro" not in evento.to_ical().decode().lower()


def test_una_direccion_que_no_existe_da_404(token):
    inventadas = ["nada", "x" * 55, token[:-1], token[:12] + "x" * 43, "x" * 12 + token[12:]]
    assert {Client().get(reverse("agenda_ics", args=[t])).status_code for t in inventadas} == {404}


def test_se_guarda_solo_la_huella(token):
    fila = SuscripcionDeAgenda.objects.get()
    assert token[12:] not in (fila.huella, fila.selector)
    assert len(token) >= 55


def test_otra_direccion_apaga_la_anterior_y_apagar_apaga(ana, token):
    nueva = services.activar_suscripcion(acompanante=ana.acompanante)
    vieja = Client().get(reverse("agenda_ics", args=[token]))
    assert (vieja.status_code, Client().get(reverse("agenda_ics", args=[nueva])).status_code) == (404, 200)
    services.apagar_suscripcion(acompanante=ana.acompanante)
    assert Client().get(reverse("agenda_ics", args=[nueva])).status_code == 404


@pytest.mark.parametrize("cambio", [{"is_active": False}, {"rol": Rol.ESPECIALISTA}])
def test_con_la_cuenta_cerrada_o_con_otro_rol_la_direccion_deja_de_abrir(ana, programada, token, cambio):
    for campo, valor in cambio.items():
        setattr(ana, campo, valor)
    ana.save()
    assert Client().get(reverse("agenda_ics", args=[token])).status_code == 404


def test_lo_de_quien_ya_no_se_acompana_sale_del_ics(rosa, programada, token):
    rosa.docente.asignaciones.update(hasta=HOY - timedelta(days=1), motivo_fin=MotivoDeFin.RENUNCIA)
    assert eventos_de(Client().get(reverse("agenda_ics", args=[token]))) == {}


def test_la_direccion_se_muestra_una_vez(ana, programada, cliente_de):
    cliente = cliente_de(ana)
    assert "Está apagada" in texto(cliente.get(reverse("agenda_suscripcion")))
    creada = cliente.post(reverse("agenda_suscripcion_crear"))
    direccion = creada.context["direccion"]
    assert f'value="{direccion}"' in texto(creada)
    assert len(eventos_de(Client().get(direccion))) == 1
    despues = texto(cliente.get(reverse("agenda_suscripcion")))
    assert "Está encendida" in despues
    assert direccion not in despues
    assert "Está apagada" in texto(cliente.post(reverse("agenda_suscripcion_apagar"), follow=True))


def test_el_anio_se_descarga_como_archivo(ana, rosa, programada, cliente_de):
    crear_visita(docente=rosa.docente, tipo="A1", fecha="2026-06-15")
    respuesta = cliente_de(ana).get(reverse("agenda_descargar"), {"anio": "2026"})
    assert respuesta["Content-Disposition"] == 'attachment; filename="agenda-2026.ics"'
    assert list(eventos_de(respuesta)) == ["Visita A3 · IE N.° 80274 Corlás"]
    assert eventos_de(cliente_de(ana).get(reverse("agenda_descargar"), {"anio": "2025"})) == {}
