"""The published schemas say what the server takes and answers, and the content that the form accepts."""

import json
from datetime import date

import pytest
from django.urls import reverse
from jsonschema import Draft202012Validator

from docentes.tests.fabricas import crear_docente

from .envios import enviar, lote, revision, revisiones_de
from .envios_de_registros import contenido_de_base, contenido_de_sesion, de_base, de_sesion
from .fabricas import contenido_de_visita
from .fabricas_de_sesiones import crear_grupal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def validador(cliente, nombre):
    esquema = json.loads(cliente.get(reverse("campo_esquema", args=[nombre])).content)
    Draft202012Validator.check_schema(esquema)
    return Draft202012Validator(esquema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_un_envio_y_cada_clase_de_respuesta_cumplen_su_esquema(cliente_de, ana, rosa):
    cliente = cliente_de(ana)
    buena, otra, mala, ajena = (
        *revisiones_de(rosa.docente, 3),
        revision(contenido_de_visita(docente=crear_docente())),
    )
    mala["hash"] = "sha256:" + "0" * 64
    enmienda = revision(buena["contenido"] | {"fin": "13:00"}, visita=buena["visita"], base=buena["revision"])
    vieja = revision(buena["contenido"] | {"fin": "14:00"}, visita=buena["visita"], base=buena["revision"])
    suelta = revision(otra["contenido"], base=mala["revision"])
    validador(cliente, "envio-1").validate(
        lote(buena, mala, quedan={"cuantas": 1, "desde": "2026-06-15T12:40:00-05:00"})
    )

    respuesta = enviar(cliente, buena, otra, buena, mala, ajena, enmienda, vieja, suelta).json()

    validador(cliente, "respuesta-1").validate(respuesta)
    assert {r["estado"] for r in respuesta["resultados"]} == {
        "creada", "duplicada", "rechazada", "sin_asignacion", "enmendada", "conflicto", "falta_base",
    }  # fmt: skip


def test_los_recibos_de_cada_clase_y_la_cabeza_cumplen_su_esquema(cliente_de, ana, rosa):
    cliente = cliente_de(ana)
    (buena,) = revisiones_de(rosa.docente, 1)
    enmienda, vieja = (
        revision(buena["contenido"] | {"fin": fin}, visita=buena["visita"], base=buena["revision"])
        for fin in ("13:00", "14:00")
    )
    ajena = revision(contenido_de_visita(docente=crear_docente()))
    enviar(cliente, buena, enmienda, vieja, ajena)
    pedido = json.dumps({"revisiones": [r["revision"] for r in (buena, enmienda, vieja, ajena)]})

    dichos = cliente.post(reverse("campo_recibos"), pedido, content_type="application/json").json()

    validador(cliente, "recibos-1").validate(dichos)
    assert [len(dichos["recibos"]), len(dichos["cuarentena"])] == [3, 1]
    cabeza = cliente.get(reverse("campo_cabeza", args=[buena["visita"]])).json()
    validador(cliente, "cabeza-1").validate(cabeza)
    validador(cliente, "visita-1").validate(cabeza["contenido"])


@pytest.mark.parametrize(
    "cambio", [{"revisiones": None}, {"esquema": 2}, {"dispositivo": "x"}, {"reloj": "ayer"}]
)
def test_un_envio_sin_su_forma_no_cumple_el_esquema(client, rosa, cambio):
    assert not validador(client, "envio-1").is_valid(lote(*revisiones_de(rosa.docente, 1)) | cambio)


def test_el_contenido_de_una_visita_cumple_su_esquema_y_uno_cambiado_no(client, rosa):
    esquema, contenido = validador(client, "visita-1"), contenido_de_visita(docente=rosa.docente)

    esquema.validate(contenido)
    for cambio in ({"estudiantes": ["Juan"]}, {"fecha": "15/06/2026"}, {"inicio": "8"}, {"acuerdo": "sí"}):
        assert not esquema.is_valid(contenido | cambio)


def test_el_contenido_de_una_sesion_cumple_su_esquema_y_uno_cambiado_no(client, ana, rosa):
    sesion = crear_grupal(acompanante=ana.acompanante)
    esquema, contenido = validador(client, "sesion_grupal-1"), contenido_de_sesion(sesion, [rosa.docente])

    esquema.validate(contenido)
    for cambio in (
        {"estudiantes": ["Juan"]},
        {"fecha": "15/06/2026"},
        {"asistencia": [{"docente": str(rosa.docente.pk), "asistio": "sí"}]},
        {"asistencia": []},
        {"desarrollo": ""},
    ):
        assert not esquema.is_valid(contenido | cambio)


def test_el_contenido_de_una_linea_de_base_cumple_su_esquema_y_uno_cambiado_no(client, rosa):
    esquema, contenido = validador(client, "caracterizacion-1"), contenido_de_base(rosa.docente.escuela)

    esquema.validate(contenido)
    for cambio in (
        {"estudiantes": ["Juan"]},
        {"momento": "mitad"},
        {"distancia_km": "12.5"},
        {"grados": [{"grado": "1", "matricula": "seis", "aula": "1"}]},
        {"hallazgos": []},
        {"servicios": ["agua", "agua"]},
    ):
        assert not esquema.is_valid(contenido | cambio)


def test_las_respuestas_de_sesiones_y_lineas_de_base_cumplen_el_esquema(cliente_de, ana, rosa):
    cliente = cliente_de(ana)
    sesion = crear_grupal(acompanante=ana.acompanante, fecha=date(2026, 6, 5))
    buena, base = de_sesion(sesion, [rosa.docente]), de_base(rosa.docente.escuela)
    otra, mala = de_sesion(sesion, [rosa.docente], acuerdos="Otro."), de_base(rosa.docente.escuela, medio="")
    validador(cliente, "envio-1").validate(lote(buena, base, otra, mala))

    respuesta = enviar(cliente, buena, base, otra, mala | {"base": base["revision"]}).json()

    validador(cliente, "respuesta-1").validate(respuesta)
    assert [r["estado"] for r in respuesta["resultados"]] == ["creada", "creada", "conflicto", "rechazada"]


def test_un_esquema_que_no_existe_responde_404(client):
    assert client.get(reverse("campo_esquema", args=["visita-9"])).status_code == 404
