"""Group sessions: planning, moving, holding and correcting them, and what each person reads."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from visitas.models import CambioDeSesion, SesionGrupal
from visitas.services.registro_de_sesion import registrar_sesion
from visitas.services.sesion import SesionRechazada, cambiar_sesion, cancelar_sesion

from .fabricas_de_sesiones import crear_grupal, crear_grupo, terminar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 10, 15)
CAMBIOS = [
    "sesion_editar",
    "sesion_registrar",
    "sesion_reprogramar",
    "sesion_no_realizada",
    "sesion_cancelar",
]


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Thursday 15 October 2026."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def sesion(rosa, ana):
    return crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente])


@pytest.fixture
def pasada(rosa, ana):
    return crear_grupal(acompanante=ana.acompanante, invitados=[rosa.docente], fecha=date(2026, 10, 9))


def datos_de(invitados, **cambios):
    return {
        "tipo": "microtaller",
        "fecha": "2026-10-29",
        "inicio": "08:00",
        "fin": "",
        "lugar": "Salón comunal",
        "tema": "Preguntas que hacen pensar",
        "docentes": [str(d.pk) for d in invitados],
    } | cambios


def lo_realizado(docentes, **cambios):
    return {
        "fecha": "2026-10-09",
        "inicio": "08:00",
        "fin": "11:30",
        "asistieron": [str(d.pk) for d in docentes],
        "desarrollo": "Compartieron rutinas de inicio.",
        "acuerdos": "Probar una rutina.",
    } | cambios


def rechazo(servicio, **con):
    with pytest.raises(SesionRechazada) as error:
        servicio(**con)
    return error.value


# --- Planning


def test_programar_una_sesion_invita_y_dura_lo_que_pide_el_protocolo(rosa, ana, cliente_de):
    otra = crear_grupo(ana.acompanante, 1)[0]
    respuesta = cliente_de(ana).post(
        reverse("sesion_crear"), datos_de([rosa.docente, otra], escuela=rosa.docente.escuela_id), follow=True
    )
    sesion = SesionGrupal.objects.get()
    assert "La sesión queda para el 29/10/2026." in texto(respuesta)
    assert (sesion.fin, sesion.minutos, sesion.fecha_original) == (time(12), 240, date(2026, 10, 29))
    assert {a.docente for a in sesion.asistencias.all()} == {rosa.docente, otra}
    assert set(sesion.asistencias.values_list("asistio", flat=True)) == {None}


def test_el_formulario_nuevo_propone_invitar_a_todos(rosa, ana, cliente_de):
    pagina = cliente_de(ana).get(reverse("sesion_crear"))
    assert list(pagina.context["form"]["docentes"].value()) == [rosa.docente.pk]
    assert "Microtaller (4\u00a0h)" in pagina.content.decode()
    assert Lectura.objects.get(docente=rosa.docente).clase == "identidad"


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"fecha": ""}, "Falta el día."),
        ({"fecha": "2026-02-31"}, "No entendimos la fecha."),
        ({"fecha": "2026-02-10"}, "El 10/02/2026 está fuera del año escolar."),
        ({"fecha": "2031-05-10"}, "El año escolar 2031 no está en los catálogos."),
        ({"fin": "07:30"}, "La hora de fin (7:30) es anterior a la de inicio (8:00)."),
        ({"fin": "08:00"}, "La hora de fin (8:00) es igual a la de inicio (8:00)."),
        ({"inicio": ""}, "Falta la hora de inicio."),
        ({"inicio": "21:30"}, "Con 4 h terminaría al día siguiente."),
        ({"tipo": "pasantia"}, "Falta la hora de fin. El protocolo no dice cuánto dura"),
        ({"tipo": ""}, "Falta el tipo de sesión."),
        ({"tema": " "}, "Falta el tema."),
        ({"lugar": ""}, "Falta el lugar."),
        ({"docentes": []}, "Falta invitar a alguien."),
        ({"docentes": ["no-es"]}, "no es un UUID válido"),
    ],
)
def test_un_dato_malo_se_dice_con_una_frase_y_no_se_crea_nada(rosa, ana, cliente_de, cambios, frase):
    respuesta = cliente_de(ana).post(reverse("sesion_crear"), datos_de([rosa.docente], **cambios))
    assert frase in texto(respuesta)
    assert not SesionGrupal.objects.exists()


def test_no_se_invita_a_quien_acompana_otro(rosa, ana, beto, cliente_de):
    ajeno = beto.acompanante.asignaciones.get().docente
    respuesta = cliente_de(ana).post(reverse("sesion_crear"), datos_de([rosa.docente, ajeno]))
    assert "no está a tu cargo" in texto(respuesta)
    assert not SesionGrupal.objects.exists()


def test_editar_cambia_lo_previsto_y_los_invitados_sin_tocar_el_dia(sesion, ana, cliente_de):
    otra = crear_grupo(ana.acompanante, 1)[0]
    datos = datos_de([otra], tema="Otro tema", fecha="2026-11-05", fin="11:00")
    respuesta = cliente_de(ana).post(reverse("sesion_editar", args=[sesion.pk]), datos)
    sesion.refresh_from_db()
    assert respuesta.status_code == 302
    assert (sesion.tema, sesion.fecha, sesion.minutos) == ("Otro tema", date(2026, 10, 29), 180)
    assert [a.docente for a in sesion.asistencias.all()] == [otra]


def test_editar_deja_invitado_a_quien_ya_no_se_acompana(sesion, rosa, ana):
    otra = crear_grupo(ana.acompanante, 1)[0]
    terminar(rosa, HOY)
    cambiar_sesion(sesion=sesion, docentes=[otra], inicio=time(8), fin=time(12), tema="Otro")
    assert {a.docente for a in sesion.asistencias.all()} == {rosa.docente, otra}


# --- Moving, not holding, erasing


def test_reprogramar_guarda_el_motivo_y_el_plan_original(sesion, ana, cliente_de):
    url = reverse("sesion_reprogramar", args=[sesion.pk])
    pagina = texto(cliente_de(ana).post(url, {"fecha": "2026-11-05", "motivo": "paro"}, follow=True))
    sesion.refresh_from_db()
    assert (sesion.fecha, sesion.fecha_original) == (date(2026, 11, 5), date(2026, 10, 29))
    cambio = CambioDeSesion.objects.get()
    assert (cambio.de, cambio.a, cambio.motivo, cambio.hecho_por) == (
        date(2026, 10, 29),
        date(2026, 11, 5),
        "paro",
        ana,
    )
    assert "Plan original</dt><dd>29/10/2026" in pagina


@pytest.mark.parametrize(
    ("datos", "frase"),
    [
        ({"fecha": "2026-10-29", "motivo": "paro"}, "ya está programada para el 29/10/2026"),
        ({"fecha": "2026-10-01", "motivo": "paro"}, "El 01/10/2026 ya pasó."),
        ({"fecha": "2026-12-30", "motivo": "paro"}, "El 30/12/2026 está fuera del año escolar."),
        ({"fecha": "2027-05-05", "motivo": "paro"}, "Esta sesión es del plan de 2026."),
        ({"fecha": "2026-11-05", "motivo": ""}, "Falta el motivo."),
        ({"fecha": "2026-11-05", "motivo": "otro"}, "Escribe en pocas palabras cuál fue."),
        ({"fecha": "", "motivo": "paro"}, "Elige la nueva fecha de la sesión."),
    ],
)
def test_un_cambio_de_dia_malo_se_dice_y_nada_cambia(sesion, ana, cliente_de, datos, frase):
    respuesta = cliente_de(ana).post(reverse("sesion_reprogramar", args=[sesion.pk]), datos)
    assert frase in texto(respuesta)
    sesion.refresh_from_db()
    assert sesion.fecha == date(2026, 10, 29)
    assert not CambioDeSesion.objects.exists()


def test_lo_no_realizado_lleva_motivo_y_se_puede_volver_a_programar(sesion, ana, cliente_de):
    cliente = cliente_de(ana)
    url = reverse("sesion_no_realizada", args=[sesion.pk])
    pagina = texto(cliente.post(url, {"motivo": "lluvia"}, follow=True))
    assert "<b>No se hizo.</b> Lluvias." in pagina
    assert "Primero vuelve a programarla" in texto(cliente.post(url, {"motivo": "paro"}))
    cliente.post(reverse("sesion_reprogramar", args=[sesion.pk]), {"fecha": "2026-11-12"})
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo, sesion.fecha) == ("programada", "", date(2026, 11, 12))
    assert CambioDeSesion.objects.get().motivo == "lluvia"


def test_una_sesion_por_error_se_borra_solo_si_no_paso_nada(sesion, ana, cliente_de):
    cliente = cliente_de(ana)
    assert "¿Borrar esta sesión?" in texto(cliente.get(reverse("sesion_cancelar", args=[sesion.pk])))
    assert SesionGrupal.objects.exists()
    assert "Borraste la sesión." in texto(
        cliente.post(reverse("sesion_cancelar", args=[sesion.pk]), follow=True)
    )
    assert not SesionGrupal.objects.exists()


def test_no_se_borra_la_que_ya_llego_la_que_se_movio_ni_la_hecha(pasada, rosa, ana):
    movida = crear_grupal(acompanante=ana.acompanante)
    CambioDeSesion.objects.create(
        sesion=movida, de=movida.fecha, a=movida.fecha + timedelta(1), motivo="paro", hecho_por=ana
    )
    hecha = crear_grupal(acompanante=ana.acompanante, estado="realizada")
    assert "ya llegó" in rechazo(cancelar_sesion, sesion=pasada).mensaje
    assert "su historia se conserva" in rechazo(cancelar_sesion, sesion=movida).mensaje
    assert "ya se hizo" in rechazo(cancelar_sesion, sesion=hecha).mensaje
    assert SesionGrupal.objects.count() == 3


# --- What was done


def test_registrar_lo_realizado_toma_lista_y_horas_reales(pasada, rosa, ana, cliente_de):
    sin_invitacion = crear_grupo(ana.acompanante, 1)[0]
    cliente, url = cliente_de(ana), reverse("sesion_registrar", args=[pasada.pk])
    assert "sin invitación" in texto(cliente.get(url))
    pagina = texto(cliente.post(url, lo_realizado([sin_invitacion]), follow=True))
    pasada.refresh_from_db()
    assert (pasada.estado, pasada.minutos, pasada.acuerdos) == ("realizada", 210, "Probar una rutina.")
    assert dict(pasada.asistencias.values_list("docente", "asistio")) == {
        rosa.docente.pk: False,
        sin_invitacion.pk: True,
    }
    assert "Compartieron rutinas de inicio." in pagina


def test_lo_registrado_se_corrige_despues(pasada, rosa, ana, cliente_de):
    otra = crear_grupo(ana.acompanante, 1)[0]
    cliente, url = cliente_de(ana), reverse("sesion_registrar", args=[pasada.pk])
    cliente.post(url, lo_realizado([otra]))
    assert "Corregir lo registrado" in texto(cliente.get(url))
    base = str(pasada.revisiones.get().pk)
    cliente.post(url, lo_realizado([rosa.docente], fin="12:00", acuerdos="Otro acuerdo.", base=base))
    pasada.refresh_from_db()
    assert (pasada.minutos, pasada.acuerdos) == (240, "Otro acuerdo.")
    assert dict(pasada.asistencias.values_list("docente", "asistio")) == {
        rosa.docente.pk: True,
        otra.pk: False,
    }


def test_corregir_sobre_lo_que_ya_cambio_no_pisa_nada(pasada, rosa, ana, cliente_de):
    cliente, url = cliente_de(ana), reverse("sesion_registrar", args=[pasada.pk])
    cliente.post(url, lo_realizado([rosa.docente]))
    respuesta = cliente.post(url, lo_realizado([rosa.docente], acuerdos="De otra ventana.", base=""))

    assert "mientras escribías, y no se cambió nada" in texto(respuesta)
    assert "De otra ventana." in texto(respuesta)
    pasada.refresh_from_db()
    assert (pasada.acuerdos, pasada.revisiones.count()) == ("Probar una rutina.", 1)


def test_si_se_hizo_otro_dia_el_plan_original_queda_con_su_cambio(pasada, rosa, ana, cliente_de):
    url = reverse("sesion_registrar", args=[pasada.pk])
    cliente_de(ana).post(url, lo_realizado([rosa.docente], fecha="2026-10-13"))
    pasada.refresh_from_db()
    assert (pasada.fecha, pasada.fecha_original) == (date(2026, 10, 13), date(2026, 10, 9))
    assert CambioDeSesion.objects.get().motivo_texto == "Se hizo otro día, según lo registrado."


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"fecha": "2026-10-16"}, "El 16/10/2026 aún no llega."),
        ({"fecha": "2026-01-16"}, "El 16/01/2026 está fuera del año escolar."),
        ({"fecha": "2025-10-09"}, "Esta sesión es del plan de 2026."),
        ({"asistieron": []}, "Nadie asistió según esta lista."),
        ({"fin": "07:00"}, "La hora de fin (7:00) es anterior a la de inicio (8:00)."),
        ({"desarrollo": ""}, "Falta contar qué se hizo."),
    ],
)
def test_lo_realizado_con_un_dato_malo_no_se_registra(pasada, rosa, ana, cliente_de, cambios, frase):
    url = reverse("sesion_registrar", args=[pasada.pk])
    respuesta = cliente_de(ana).post(url, lo_realizado([rosa.docente], **cambios))
    assert frase in texto(respuesta)
    pasada.refresh_from_db()
    assert (pasada.estado, pasada.minutos, pasada.desarrollo) == ("programada", 240, "")
    assert pasada.asistencias.get().asistio is None


def test_el_servicio_tampoco_acepta_una_fecha_futura(sesion, rosa, ana):
    datos = {"inicio": time(8), "fin": time(9), "asistieron": [rosa.docente], "desarrollo": "x", "por": ana}
    assert rechazo(registrar_sesion, sesion=sesion, fecha=sesion.fecha, **datos).codigo == "FECHA_FUTURA"


def test_lo_ya_hecho_no_se_mueve_ni_se_edita(rosa, ana, cliente_de):
    hecha = crear_grupal(
        acompanante=ana.acompanante, invitados=[rosa.docente], estado="realizada", fecha=date(2026, 10, 9)
    )
    for nombre, datos in (
        ("sesion_reprogramar", {"fecha": "2026-11-05", "motivo": "paro"}),
        ("sesion_no_realizada", {"motivo": "paro"}),
        ("sesion_editar", datos_de([rosa.docente], fin="10:00")),
    ):
        assert "ya se hizo el 09/10/2026" in texto(
            cliente_de(ana).post(reverse(nombre, args=[hecha.pk]), datos)
        )
