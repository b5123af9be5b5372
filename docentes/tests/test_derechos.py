from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from acompanamiento.comun.dias_habiles import sumar_dias_habiles
from acompanamiento.comun.errores import Rechazo
from acompanamiento.tests.paginas import texto
from docentes.models import CambioDeSolicitud, ClaseDeDato, Lectura, Rol, SolicitudDeDerecho
from docentes.services import anotar_copia, presentar_solicitud, responder_solicitud, tomar_solicitud
from docentes.tests.fabricas import crear_usuario
from escuelas.tests.fabricas import crear_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def solicitud(rosa):
    return presentar_solicitud(usuario=rosa, derecho="rectificacion", texto="Tengo también 3.º grado.")


# --- Making one and following it


@pytest.mark.parametrize(
    ("derecho", "dias"), [("acceso", 20), ("rectificacion", 10), ("cancelacion", 10), ("oposicion", 10)]
)
def test_cada_derecho_vence_en_sus_dias_habiles(rosa, derecho, dias):
    solicitud = presentar_solicitud(usuario=rosa, derecho=derecho, texto="Lo pido.")

    assert solicitud.vence == sumar_dias_habiles(timezone.localdate(), dias)


def test_presentarla_la_muestra_con_su_plazo_y_su_primer_paso(rosa, cliente_de):
    cliente = cliente_de(rosa)

    respuesta = cliente.post(
        reverse("derecho_list"), {"derecho": "acceso", "texto": "Quiero una copia."}, follow=True
    )

    pagina = texto(respuesta)
    assert "Presentaste tu solicitud" in pagina
    assert "Quiero una copia." in pagina
    assert "quedan 20 días hábiles" in pagina
    assert list(CambioDeSolicitud.objects.values_list("de", "a", "hecho_por")) == [("", "recibida", rosa.pk)]


def test_sin_palabras_no_se_guarda_nada_y_dice_que_falta(rosa, cliente_de):
    respuesta = cliente_de(rosa).post(reverse("derecho_list"), {"derecho": "acceso", "texto": "  "})

    assert respuesta.status_code == 422
    assert "Escribe qué pides, con tus palabras." in texto(respuesta)
    assert not SolicitudDeDerecho.objects.exists()


def test_cada_persona_con_cuenta_puede_pedir(ana, hugo, fidel, admin, ines, cliente_de):
    for persona in (ana, hugo, fidel, admin, ines):
        respuesta = cliente_de(persona).post(reverse("derecho_list"), {"derecho": "acceso", "texto": "Pido."})
        assert respuesta.status_code == 302

    assert SolicitudDeDerecho.objects.count() == 5


def test_la_solicitud_de_otra_persona_no_existe(solicitud, ana, ines, cliente_de):
    for persona in (ana, ines):
        assert cliente_de(persona).get(solicitud.get_absolute_url()).status_code == 404


# --- The officer


def test_la_oficial_la_toma_la_responde_y_la_persona_lo_lee(solicitud, rosa, ines, cliente_de):
    oficial = cliente_de(ines)
    oficial.post(reverse("solicitud_tomar", args=[solicitud.pk]))
    oficial.post(
        reverse("solicitud_detail", args=[solicitud.pk]),
        {"estado": "atendida", "respuesta": "Agregamos el 3.º grado."},
    )

    pagina = texto(cliente_de(rosa).get(solicitud.get_absolute_url()))

    assert "Agregamos el 3.º grado." in pagina
    assert list(CambioDeSolicitud.objects.values_list("de", "a")) == [
        ("", "recibida"),
        ("recibida", "en_tramite"),
        ("en_tramite", "atendida"),
    ]


def test_denegar_sin_motivo_no_se_puede(solicitud, ines, cliente_de):
    respuesta = cliente_de(ines).post(
        reverse("solicitud_detail", args=[solicitud.pk]), {"estado": "denegada", "respuesta": ""}
    )

    assert respuesta.status_code == 422
    assert "Falta la respuesta" in texto(respuesta)
    with pytest.raises(Rechazo, match="Escribe el motivo"):
        responder_solicitud(solicitud=solicitud, por=ines, estado="denegada", respuesta=" ")
    solicitud.refresh_from_db()
    assert solicitud.estado == "recibida"


def test_una_respuesta_ya_no_cambia(solicitud, ines):
    responder_solicitud(solicitud=solicitud, por=ines, estado="atendida", respuesta="Hecho.")

    with pytest.raises(Rechazo, match="su respuesta ya no cambia"):
        responder_solicitud(solicitud=solicitud, por=ines, estado="denegada", respuesta="No.")
    with pytest.raises(Rechazo):
        tomar_solicitud(solicitud=solicitud, por=ines)
    assert CambioDeSolicitud.objects.count() == 2


def test_la_base_no_acepta_una_cerrada_sin_respuesta(solicitud):
    with pytest.raises(IntegrityError), transaction.atomic():
        SolicitudDeDerecho.objects.filter(pk=solicitud.pk).update(
            estado="atendida", cerrada_en=timezone.now()
        )


@pytest.mark.parametrize("quien", ["ana", "fidel", "elena", "carmen", "hugo", "admin", "rosa"])
def test_la_bandeja_es_solo_de_la_oficial(solicitud, quien, request, cliente_de):
    cliente = cliente_de(request.getfixturevalue(quien))

    assert cliente.get(reverse("solicitud_list")).status_code == 403
    assert cliente.get(reverse("solicitud_detail", args=[solicitud.pk])).status_code == 403
    assert cliente.post(reverse("solicitud_tomar", args=[solicitud.pk])).status_code == 403


def test_la_oficial_de_otra_region_no_la_ve(solicitud, cliente_de):
    otra = crear_usuario(Rol.OFICIAL, region=crear_region("06", "Cajamarca"))
    cliente = cliente_de(otra)

    assert "Rosa" not in texto(cliente.get(reverse("solicitud_list")))
    assert cliente.get(reverse("solicitud_detail", args=[solicitud.pk])).status_code == 404


def test_la_bandeja_filtra_y_dice_los_plazos_en_palabras(rosa, ana, ines, cliente_de):
    vieja = presentar_solicitud(usuario=rosa, derecho="acceso", texto="Pido.")
    vieja.vence = timezone.localdate() - timedelta(days=30)
    vieja.save()
    presentar_solicitud(usuario=ana, derecho="oposicion", texto="Me opongo.")
    cliente = cliente_de(ines)

    pagina = texto(cliente.get(reverse("solicitud_list")))

    assert "2 por responder, 1 fuera de plazo" in pagina
    assert "Venció hace" in pagina
    assert "Fuera de plazo" in pagina
    assert "Quedan 10 días hábiles" in pagina
    filtrada = texto(cliente.get(reverse("solicitud_list"), {"derecho": "oposicion"}))
    assert "Ana Campos" in filtrada
    assert "Rosa Quispe" not in filtrada


def test_leer_la_solicitud_de_una_docente_queda_en_su_registro(solicitud, rosa, ines, cliente_de):
    cliente_de(ines).get(reverse("solicitud_detail", args=[solicitud.pk]))

    assert list(Lectura.objects.values_list("usuario", "docente", "clase")) == [
        (ines.pk, rosa.docente.pk, ClaseDeDato.DERECHOS)
    ]


def test_la_bandeja_hace_las_mismas_consultas(rosa, ana, ines, cliente_de, django_assert_num_queries):
    presentar_solicitud(usuario=rosa, derecho="acceso", texto="Pido.")
    cliente = cliente_de(ines)
    with django_assert_num_queries(8):
        cliente.get(reverse("solicitud_list"))
    for usuario in (rosa, ana):
        presentar_solicitud(usuario=usuario, derecho="oposicion", texto="Pido.")
    with django_assert_num_queries(8):
        cliente.get(reverse("solicitud_list"))


def test_la_copia_es_solo_de_un_acceso_en_tramite(solicitud, rosa, ines):
    with pytest.raises(Rechazo):
        anotar_copia(solicitud=solicitud, por=ines, formato="PDF")
    acceso = presentar_solicitud(usuario=rosa, derecho="acceso", texto="Pido.")
    with pytest.raises(Rechazo):
        anotar_copia(solicitud=acceso, por=ines, formato="PDF")


@pytest.mark.parametrize(
    ("hoy", "palabras"),
    [
        (date(2026, 10, 15), "quedan 2 días hábiles"),
        (date(2026, 10, 16), "queda 1 día hábil"),
        (date(2026, 10, 19), "vence hoy"),
        (date(2026, 10, 20), "venció hace 1 día hábil"),
    ],
)
def test_el_plazo_se_dice_en_palabras(monkeypatch, hoy, palabras):
    monkeypatch.setattr(timezone, "localdate", lambda *a: hoy)
    solicitud = SolicitudDeDerecho(vence=date(2026, 10, 19), presentada_en=datetime(2026, 10, 1))

    assert solicitud.plazo == palabras
