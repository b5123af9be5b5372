"""A planned session that was not held, told by a device: the reason of its page, in the chain of the session."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from visitas.models import Cuarentena, MotivoNoRealizada, ResolucionDeRegistro, RevisionDeRegistro
from visitas.services.sesion import marcar_sesion_no_realizada, volver_a_programar_sesion

from .del_campo import DIA
from .envios_de_registros import de_no_realizada, de_sesion, dicho
from .fabricas_de_sesiones import crear_grupal
from .test_campo_esquemas import validador

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


def test_queda_como_la_marca_su_pagina_y_todos_la_leen_asi(equipo, cliente_de, sesion, rosa):
    enviada = de_no_realizada(sesion, "otro", "Hubo fiesta patronal.")

    assert dicho(equipo, enviada)["estado"] == "creada"

    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo, sesion.motivo_texto) == (
        "no_realizada",
        "otro",
        "Hubo fiesta patronal.",
    )
    guardada = sesion.revisiones.get()
    assert (guardada.formulario, guardada.contenido) == ("sesion_no_realizada", enviada["contenido"])
    for quien in (equipo, cliente_de(rosa)):
        assert "Otro motivo: Hubo fiesta patronal." in quien.get(sesion.get_absolute_url()).content.decode()


def test_reenviarla_no_la_dobla_y_la_de_otra_persona_espera_a_la_coordinacion(equipo, sesion, beto):
    enviada = de_no_realizada(sesion)
    assert [dicho(equipo, enviada)["estado"] for _ in range(2)] == ["creada", "duplicada"]

    ajena = crear_grupal(acompanante=beto.acompanante, fecha=DIA)
    assert dicho(equipo, de_no_realizada(ajena))["estado"] == "sin_asignacion"
    assert (RevisionDeRegistro.objects.count(), Cuarentena.objects.count()) == (1, 1)
    ajena.refresh_from_db()
    assert ajena.estado == "programada"


def test_el_motivo_se_corrige_y_despues_se_dice_que_si_se_hizo(equipo, sesion, rosa):
    primera = de_no_realizada(sesion)
    segunda = de_no_realizada(sesion, "paro", base=primera["revision"])
    tercera = de_sesion(sesion, [rosa.docente], base=segunda["revision"])

    assert [dicho(equipo, r)["estado"] for r in (primera, segunda, tercera)] == [
        "creada",
        "enmendada",
        "enmendada",
    ]
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo, sesion.acuerdos) == ("realizada", "", "Probar una rutina.")


def test_lo_que_la_pagina_ya_habia_marcado_queda_en_la_historia(equipo, sesion):
    marcar_sesion_no_realizada(sesion=sesion, motivo="paro")

    assert dicho(equipo, de_no_realizada(sesion, "lluvia"))["estado"] == "enmendada"

    motivos = [r.contenido["motivo"] for r in sesion.revisiones.order_by("numero")]
    assert motivos == ["paro", "lluvia"]


def test_vuelta_a_programar_y_marcada_de_nuevo_en_la_pagina_no_se_pierde_ese_motivo(equipo, sesion, ana):
    primera = de_no_realizada(sesion, "lluvia")
    dicho(equipo, primera)
    volver_a_programar_sesion(sesion=sesion, fecha=DIA, por=ana)
    marcar_sesion_no_realizada(sesion=sesion, motivo="paro")

    assert (
        dicho(equipo, de_no_realizada(sesion, "licencia", base=primera["revision"]))["estado"] == "enmendada"
    )

    motivos = [r.contenido["motivo"] for r in sesion.revisiones.order_by("numero")]
    assert motivos == ["lluvia", "paro", "licencia"]


def test_una_que_ya_tiene_cadena_no_se_borra_como_si_fuera_un_error(equipo, sesion, ana):
    dicho(equipo, de_no_realizada(sesion))
    volver_a_programar_sesion(sesion=sesion, fecha=DIA, por=ana)
    manana = timezone.localdate() + timedelta(days=1)
    type(sesion).objects.filter(pk=sesion.pk).update(fecha=manana, anio=manana.year)

    respuesta = equipo.post(reverse("sesion_cancelar", args=[sesion.pk]), follow=True)

    assert "su historia se conserva" in respuesta.content.decode()
    assert type(sesion).objects.filter(pk=sesion.pk).exists()


@pytest.mark.parametrize(
    ("cambios", "campo"),
    [
        ({"motivo": ""}, "motivo"),
        ({"motivo": "pereza"}, "motivo"),
        ({"motivo": None}, "motivo"),
        ({"motivo": "otro"}, "motivo_texto"),
        ({"motivo_texto": "x" * 301}, "motivo_texto"),
        ({"motivo_texto": 7}, ""),
        ({"estudiantes": []}, ""),
        ({"sesion": "01930d3c-0000-7000-8000-000000000001"}, "sesion"),
    ],
)
def test_con_un_dato_malo_dice_cual_y_no_cambia_nada(equipo, sesion, cambios, campo):
    respuesta = dicho(equipo, de_no_realizada(sesion, **{"motivo": "lluvia"} | cambios))

    assert (respuesta["estado"], respuesta["errores"][0]["campo"]) == ("rechazada", campo)
    sesion.refresh_from_db()
    assert (sesion.estado, RevisionDeRegistro.objects.count()) == ("programada", 0)


def test_su_contenido_cumple_el_esquema_publicado_y_uno_cambiado_no(client, sesion):
    esquema = validador(client, "sesion_no_realizada-1")
    contenido = de_no_realizada(sesion)["contenido"]

    esquema.validate(contenido)
    assert esquema.is_valid(contenido | {"motivo": "otro", "motivo_texto": "Fiesta."})
    for cambio in ({"motivo": "otro"}, {"motivo": "pereza"}, {"estudiantes": []}):
        assert not esquema.is_valid(contenido | cambio)
    enumerados = esquema.schema["properties"]["motivo"]["enum"]
    assert enumerados == MotivoNoRealizada.values


# --- Two versions: one says that it was held


@pytest.fixture
def dos(equipo, sesion, rosa):
    """Registered on one device; another, without knowing it, says that it was not held."""
    dicho(equipo, de_sesion(sesion, [rosa.docente]))
    negada = de_no_realizada(sesion)
    assert dicho(equipo, negada)["codigo"] == "BASE_ANTIGUA"
    return negada


def elegir(equipo, dos, cual):
    url = reverse("conflicto", args=[dos["revision"]])
    pagina = equipo.get(url)
    cabeza = pagina.context["cabeza"].pk
    return pagina, equipo.post(url, {"cabeza": str(cabeza), "elige_que_paso": cual})


def test_hay_una_sola_pregunta_y_elegir_que_no_se_hizo_deja_la_otra_en_su_historia(equipo, dos, sesion, rosa):
    pagina, respuesta = elegir(equipo, dos, "mia")

    texto = pagina.content.decode()
    assert [d.campo.titulo for d in pagina.context["form"].diferencias] == ["Qué pasó"]
    assert "No se hizo. Lluvias" in texto
    assert f"Asistieron: {rosa.docente.nombre_completo}." in texto
    assert respuesta.url == sesion.get_absolute_url()
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.motivo, sesion.acuerdos) == ("no_realizada", "lluvia", "")
    assert sesion.asistencias.get(docente=rosa.docente).asistio is None
    historia = [r.formulario for r in sesion.revisiones.aceptadas().order_by("numero")]
    assert historia == ["sesion_grupal", "sesion_no_realizada"]


def test_elegir_que_se_hizo_no_cambia_nada_y_cierra_la_rama(equipo, dos, sesion):
    elegir(equipo, dos, "servidor")

    sesion.refresh_from_db()
    assert (sesion.estado, sesion.acuerdos) == ("realizada", "Probar una rutina.")
    assert ResolucionDeRegistro.objects.get().resultado == sesion.revisiones.aceptadas().get()
    assert equipo.get(reverse("conflicto_list")).context["ramas"] == []


def test_si_la_que_no_se_hizo_llego_primero_se_puede_elegir_lo_hecho(equipo, sesion, rosa):
    dicho(equipo, de_no_realizada(sesion))
    hecha = de_sesion(sesion, [rosa.docente])
    assert dicho(equipo, hecha)["estado"] == "conflicto"

    _, respuesta = elegir(equipo, hecha, "mia")

    assert respuesta.status_code == 302
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.acuerdos) == ("realizada", "Probar una rutina.")
    lista = equipo.get(reverse("sesion_list")).content.decode()
    assert "asistieron 1 de 1" in lista
