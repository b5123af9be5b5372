"""Group sessions by the devices' door: the rules of the visit (P1 to P11), one chain a record."""

import json

import pytest
from django.urls import reverse

from docentes.models import Asignacion, MotivoDeFin
from docentes.tests.fabricas import crear_docente
from visitas.models import Cuarentena, RevisionDeRegistro
from visitas.services.sesion import marcar_sesion_no_realizada

from .del_campo import DIA
from .envios import enviar, resultados
from .envios_de_registros import de_sesion, dicho
from .fabricas_de_sesiones import crear_grupal, crear_grupo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def test_una_sesion_enviada_se_registra_como_en_su_pagina_y_vuelve_con_su_recibo(equipo, sesion, rosa, ana):
    otra = crear_grupo(ana.acompanante, 1)[0]
    enviada = de_sesion(sesion, [otra], [rosa.docente])

    respuesta = dicho(equipo, enviada)

    guardada = RevisionDeRegistro.objects.get()
    assert (respuesta["estado"], respuesta["hash"], respuesta["recibo"]) == (
        "creada",
        enviada["hash"],
        str(guardada.recibo),
    )
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.minutos, sesion.acuerdos) == ("realizada", 210, "Probar una rutina.")
    assert {a.docente: a.asistio for a in sesion.asistencias.all()} == {otra: True, rosa.docente: False}
    assert json.loads(guardada.texto) == guardada.contenido == enviada["contenido"]


def test_reenviar_la_misma_sesion_no_la_dobla(equipo, sesion, rosa):
    enviada = de_sesion(sesion, [rosa.docente])

    primera, segunda = (dicho(equipo, enviada) for _ in range(2))

    assert segunda["estado"] == "duplicada"
    assert primera["recibo"] == segunda["recibo"]
    assert RevisionDeRegistro.objects.count() == 1


def test_la_misma_revision_con_otro_contenido_es_un_conflicto_y_no_cambia_nada(equipo, sesion, rosa):
    enviada = de_sesion(sesion, [rosa.docente])
    dicho(equipo, enviada)
    otra = de_sesion(sesion, [rosa.docente], acuerdos="Otro.") | {"revision": enviada["revision"]}

    respuesta = dicho(equipo, otra)

    assert (respuesta["estado"], respuesta["codigo"]) == ("conflicto", "HASH_DISTINTO")
    assert respuesta["cabeza"]["hash"] == enviada["hash"]
    sesion.refresh_from_db()
    assert sesion.acuerdos == "Probar una rutina."


def test_la_revision_de_otra_persona_no_se_repite_ni_se_cuenta(equipo, cliente_de, beto, sesion, rosa):
    enviada = de_sesion(sesion, [rosa.docente])
    dicho(equipo, enviada)

    respuesta = dicho(cliente_de(beto), enviada)

    assert respuesta == {
        "revision": enviada["revision"],
        "estado": "conflicto",
        "codigo": "HASH_DISTINTO",
        "cabeza": None,
    }


def test_una_correccion_sobre_la_cabeza_cambia_la_asistencia(equipo, sesion, rosa, ana):
    otra = crear_grupo(ana.acompanante, 1)[0]
    primera = de_sesion(sesion, [otra], [rosa.docente])
    segunda = de_sesion(sesion, [rosa.docente], [otra], base=primera["revision"], secuencia=2)

    dichas = resultados(enviar(equipo, primera, segunda))

    assert [d["estado"] for d in dichas.values()] == ["creada", "enmendada"]
    assert {a.docente: a.asistio for a in sesion.asistencias.all()} == {otra: False, rosa.docente: True}
    assert list(sesion.revisiones.order_by("numero").values_list("numero", "base")) == [
        (1, None),
        (2, sesion.revisiones.get(numero=1).pk),
    ]


def test_dos_equipos_sin_saber_uno_del_otro_dejan_dos_textos_y_ninguno_se_pisa(equipo, sesion, rosa, ana):
    primera, otra = (
        de_sesion(sesion, [rosa.docente], acuerdos=a) for a in ("De la laptop.", "De la tableta.")
    )
    dicho(equipo, primera)

    respuesta = dicho(equipo, otra)

    assert (respuesta["estado"], respuesta["codigo"]) == ("conflicto", "BASE_ANTIGUA")
    assert respuesta["cabeza"]["revision"] == primera["revision"]
    sesion.refresh_from_db()
    assert sesion.acuerdos == "De la laptop."
    rama = RevisionDeRegistro.objects.visibles_para(ana).ramas().get()
    assert (rama.contenido["acuerdos"], rama.registro, rama.formulario) == (
        "De la tableta.",
        sesion,
        "sesion_grupal",
    )
    assert str(rama.cabeza.pk) == primera["revision"]
    assert dicho(equipo, otra)["codigo"] == "BASE_ANTIGUA"
    assert RevisionDeRegistro.objects.count() == 2


def test_lo_registrado_en_la_pagina_es_la_base_y_la_de_antes_queda_como_rama(equipo, sesion, rosa, ana):
    url = reverse("sesion_registrar", args=[sesion.pk])
    en_pagina = {
        "fecha": "2026-06-05", "inicio": "08:00", "fin": "11:00", "asistieron": [str(rosa.docente.pk)],
        "desarrollo": "En la página.", "acuerdos": "",
    }  # fmt: skip
    assert equipo.post(url, en_pagina).status_code == 302

    vieja = dicho(equipo, de_sesion(sesion, [rosa.docente]))
    cabeza = sesion.revisiones.aceptadas().get()
    nueva = dicho(equipo, de_sesion(sesion, [rosa.docente], base=str(cabeza.pk)))

    assert (vieja["estado"], vieja["cabeza"]["revision"]) == ("conflicto", str(cabeza.pk))
    assert (nueva["estado"], cabeza.contenido["desarrollo"]) == ("enmendada", "En la página.")


def test_una_base_que_el_servidor_no_tiene_espera(equipo, sesion, rosa):
    suelta = de_sesion(sesion, [rosa.docente], base="01930d3c-0000-7000-8000-000000000001")

    assert dicho(equipo, suelta)["estado"] == "falta_base"
    assert RevisionDeRegistro.objects.count() == 0


def test_lo_registrado_antes_de_tener_cadena_queda_como_primera_revision(equipo, rosa, ana):
    hecha = crear_grupal(
        acompanante=ana.acompanante,
        invitados=[rosa.docente],
        asistio=True,
        fecha=DIA,
        estado="realizada",
        acuerdos="De antes.",
    )

    assert dicho(equipo, de_sesion(hecha, [rosa.docente], acuerdos="De ahora."))["estado"] == "enmendada"

    assert [r.contenido["acuerdos"] for r in hecha.revisiones.order_by("numero")] == [
        "De antes.",
        "De ahora.",
    ]


def test_una_sesion_marcada_como_no_realizada_se_hizo_despues_de_todo(equipo, sesion, rosa):
    marcar_sesion_no_realizada(sesion=sesion, motivo="lluvia")

    assert dicho(equipo, de_sesion(sesion, [rosa.docente]))["estado"] == "enmendada"

    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo) == ("realizada", "")
    de_la_pagina = sesion.revisiones.get(numero=1).contenido
    assert de_la_pagina == {"sesion": str(sesion.pk), "motivo": "lluvia", "motivo_texto": ""}


@pytest.mark.parametrize("de_quien", ["de_otra", "borrada"])
def test_la_sesion_que_no_es_suya_o_se_borro_espera_entera_a_la_coordinacion(
    equipo, sesion, rosa, beto, ana, de_quien
):
    if de_quien == "de_otra":
        sesion = crear_grupal(acompanante=beto.acompanante, invitados=[rosa.docente], fecha=DIA)
    enviada = de_sesion(sesion, [rosa.docente])
    if de_quien == "borrada":
        sesion.delete()

    for _ in range(2):
        assert dicho(equipo, enviada)["estado"] == "sin_asignacion"

    guardada = Cuarentena.objects.get()
    assert (json.loads(guardada.texto), guardada.formulario) == (enviada["contenido"], "sesion_grupal")
    assert RevisionDeRegistro.objects.count() == 0


def test_la_asistencia_de_quien_cambio_de_acompanante_mientras_tanto_se_acepta(equipo, sesion, rosa, ana):
    invitada = crear_grupo(ana.acompanante, 1)[0]
    Asignacion.objects.filter(docente=invitada).update(hasta=DIA, motivo_fin=MotivoDeFin.RENUNCIA)

    assert dicho(equipo, de_sesion(sesion, [rosa.docente, invitada]))["estado"] == "creada"
    assert sesion.asistencias.get(docente=invitada).asistio is True


@pytest.mark.parametrize(
    ("cambios", "campo", "codigo"),
    [
        ({"fecha": "2099-06-05"}, "fecha", "FECHA_FUTURA"),
        ({"fecha": "2025-06-05"}, "fecha", "OTRO_ANIO"),
        ({"fecha": "el jueves"}, "fecha", "INVALID"),
        ({"fin": "07:00"}, "fin", "HORAS"),
        ({"inicio": ""}, "inicio", "REQUIRED"),
        ({"asistencia": []}, "asistieron", "REQUIRED"),
        ({"desarrollo": " "}, "desarrollo", "REQUIRED"),
        ({"estudiantes": ["Juan"]}, "", "ESTRUCTURA"),
        ({"asistencia": "todos"}, "asistieron", "REQUIRED"),
        ({"sesion": "01930d3c-0000-7000-8000-000000000001"}, "sesion", "ESTRUCTURA"),
        ({"sesion": None}, "sesion", "ESTRUCTURA"),
    ],
)
def test_una_sesion_con_un_dato_malo_dice_cual_y_no_cambia_nada(equipo, sesion, rosa, cambios, campo, codigo):
    respuesta = dicho(equipo, de_sesion(sesion, [rosa.docente], **cambios))

    assert respuesta["estado"] == "rechazada"
    assert (respuesta["errores"][0]["campo"], respuesta["errores"][0]["codigo"]) == (campo, codigo)
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.minutos) == ("programada", 240)
    assert RevisionDeRegistro.objects.count() == 0


def test_marcar_a_quien_nunca_acompano_se_rechaza(equipo, sesion):
    respuesta = dicho(equipo, de_sesion(sesion, [crear_docente()]))

    assert respuesta["errores"][0]["campo"] == "asistieron"
    assert sesion.asistencias.count() == 1
