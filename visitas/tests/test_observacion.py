"""The field visit to the acompañante: its instrument, its draft, its end and the acompañante's word."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import Rol
from docentes.tests.fabricas import crear_acompanante, crear_usuario
from escuelas.tests.fabricas import crear_region, crear_ugel
from visitas.instrumento_de_campo import bloques, claves, en_palabras
from visitas.models import ObservacionDeAcompanante

pytestmark = pytest.mark.django_db


def datos(acompanante, /, **cambios):
    base = {
        "acompanante": acompanante.pk,
        "clase": "campo",
        "fecha": timezone.localdate().isoformat(),
        "devolucion": "Esperaste antes de preguntar.",
        "acuerdos": "Dos columnas.",
        "registro_1": "si",
        "ejecucion_20": "parte",
        "terminar": "1",
    }
    return {c: v for c, v in (base | cambios).items() if v is not None}


@pytest.fixture
def terminada(ana, fidel):
    return ObservacionDeAcompanante.objects.create(
        formador=fidel,
        acompanante=ana.acompanante,
        fecha=timezone.localdate(),
        devolucion="Esperaste antes de preguntar.",
        estado="terminada",
        terminada_en=timezone.now(),
        respuestas={"registro_1": "si"},
    )


def test_el_instrumento_tiene_sus_41_enunciados_sin_repetir():
    assert [len(b.enunciados) for b in bloques()] == [10, 11, 20]
    assert len(set(claves())) == len({t for b in bloques() for _, t in b.enunciados}) == 41


def test_el_formador_termina_una_visita_y_el_acompanante_la_lee_y_la_comenta(ana, fidel, cliente_de):
    pagina = cliente_de(fidel).post(reverse("observacion_crear"), datos(ana.acompanante), follow=True)
    observacion = ObservacionDeAcompanante.objects.get()

    assert "Ana ya puede leerla" in pagina.content.decode()
    assert observacion.respuestas == {"registro_1": "si", "ejecucion_20": "parte"}
    cliente_de(ana).post(reverse("observacion_comentar", args=[observacion.pk]), {"texto": "Lo probaré."})
    assert "Lo probaré." in cliente_de(fidel).get(observacion.get_absolute_url()).content.decode()


def test_el_borrador_es_solo_del_formador_y_se_puede_seguir(ana, fidel, cliente_de):
    incompleto = datos(
        ana.acompanante, terminar=None, guardar="1", devolucion="", registro_1=None, ejecucion_20=None
    )
    cliente_de(fidel).post(reverse("observacion_crear"), incompleto)
    borrador = ObservacionDeAcompanante.objects.get()

    assert borrador.en_borrador
    assert cliente_de(ana).get(borrador.get_absolute_url()).status_code == 404
    cliente_de(fidel).post(reverse("observacion_editar", args=[borrador.pk]), datos(ana.acompanante))
    borrador.refresh_from_db()
    assert (borrador.en_borrador, borrador.respuestas["registro_1"]) == (False, "si")


def test_terminada_ya_no_cambia(terminada, ana, fidel, cliente_de):
    cliente_de(fidel).post(
        reverse("observacion_editar", args=[terminada.pk]), datos(ana.acompanante, devolucion="Otra.")
    )
    terminada.refresh_from_db()

    assert terminada.devolucion == "Esperaste antes de preguntar."


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"devolucion": ""}, "Falta la devolución."),
        ({"registro_1": None, "ejecucion_20": None}, "No marcaste ningún enunciado."),
        ({"acompanante": ""}, "Falta el acompañante."),
        ({"fecha": "2999-01-01"}, "El 01/01/2999 aún no llega."),
    ],
)
def test_lo_que_falta_se_dice_y_nada_se_guarda(ana, fidel, cliente_de, cambios, frase):
    pagina = cliente_de(fidel).post(reverse("observacion_crear"), datos(ana.acompanante, **cambios))

    assert frase in pagina.content.decode()
    assert not ObservacionDeAcompanante.objects.exists()


def test_una_reunion_no_pide_enunciados(ana, fidel, cliente_de):
    reunion = datos(ana.acompanante, clase="reunion", registro_1=None, ejecucion_20=None)
    cliente_de(fidel).post(reverse("observacion_crear"), reunion)

    assert ObservacionDeAcompanante.objects.get().get_clase_display() == "Reunión de trabajo"


def test_no_se_observa_a_quien_no_es_de_la_region(fidel, cliente_de):
    lejos = crear_ugel(
        codigo="060002", nombre="Cajamarca", region=crear_region(codigo="06", nombre="Cajamarca")
    )
    pagina = cliente_de(fidel).post(reverse("observacion_crear"), datos(crear_acompanante(ugel=lejos)))

    assert "Esa persona no es de tu región." in pagina.content.decode()


def test_no_la_leen_otro_acompanante_ni_otro_formador(terminada, beto, fidel, cliente_de):
    otro = crear_usuario(Rol.FORMADOR, region=fidel.region)

    assert cliente_de(beto).get(terminada.get_absolute_url()).status_code == 404
    assert cliente_de(otro).get(terminada.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("quien", ["rosa", "hugo", "elena", "carmen", "ines", "admin"])
def test_las_visitas_a_los_acompanantes_no_son_trabajo_de_todos(terminada, quien, request, cliente_de):
    assert cliente_de(request.getfixturevalue(quien)).get(terminada.get_absolute_url()).status_code == 403


def test_no_guarda_nada_de_la_docente():
    campos = {f.name for f in ObservacionDeAcompanante._meta.get_fields()}

    assert not campos & {"docente", "visita", "escuela", "niveles"}


def test_lo_no_marcado_se_muestra_vacio():
    registro = en_palabras(1, {"registro_1": "si", "registro_2": "no"})[0]

    assert [r for _, r in registro["filas"][:3]] == ["Se vio", "No se vio", ""]
    assert registro["cuentas"] == [("Se vio", 1), ("En parte", 0), ("No se vio", 1)]


def test_la_lista_cuesta_lo_mismo_con_una_y_con_tres(
    terminada, fidel, ana, cliente_de, django_assert_num_queries
):
    cliente, hoy = cliente_de(fidel), timezone.localdate()
    with django_assert_num_queries(4):
        cliente.get(reverse("observacion_list"))
    for dias in (1, 2):
        ObservacionDeAcompanante.objects.create(
            formador=fidel, acompanante=ana.acompanante, fecha=hoy - timedelta(days=dias)
        )
    with django_assert_num_queries(4):
        cliente.get(reverse("observacion_list"))
