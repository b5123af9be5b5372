"""Calibration: blind until it closes, sent once, and the agreement told without signing the reasons."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.tests.fabricas import crear_acompanante
from visitas import services
from visitas.calibracion import Resumen
from visitas.models import EjercicioDeCalibracion, Instrumento, NivelDeRespuesta, RespuestaDeCalibracion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


def competencias():
    return list(Instrumento.objects.all().vigente().competencias.all())


def crear_ejercicio(fidel, *, cerro=False, referencia=None, **cambios):
    datos = {
        "titulo": "El problema de las papas",
        "clase": "escrita",
        "leccion": "8:05: pregunta qué se cosechó.",
        "instrumento": Instrumento.objects.all().vigente(),
        "abre": HOY - timedelta(days=20),
        "cierra": HOY - timedelta(days=1) if cerro else HOY,
    }
    niveles = [(c, referencia, "Se ve.") for c in competencias()] if referencia else []
    return services.guardar_ejercicio(por=fidel, datos=datos | cambios, referencia=niveles)


def responder(ejercicio, acompanante, nivel=2, razon="Lo vi."):
    respuesta = RespuestaDeCalibracion.objects.create(
        ejercicio=ejercicio, acompanante=acompanante, enviada_en=timezone.now()
    )
    NivelDeRespuesta.objects.bulk_create(
        NivelDeRespuesta(respuesta=respuesta, competencia=c, nivel=nivel, razon=razon) for c in competencias()
    )


def lectura(**cambios):
    datos = {f"nivel_{n}": "2" for n in range(1, 12)} | {f"razon_{n}": "Lo vi." for n in range(1, 12)}
    return {c: v for c, v in (datos | {"enviar": "1"} | cambios).items() if v is not None}


def grupo(territorio, ejercicio, niveles):
    for n in niveles:
        responder(ejercicio, crear_acompanante(ugel=territorio.gran_chimu), n, razon=f"razón de nivel {n}")


def test_el_acompanante_envia_sus_once_niveles_una_sola_vez(fidel, ana, cliente_de):
    ejercicio = crear_ejercicio(fidel)
    url = reverse("calibracion_responder", args=[ejercicio.pk])
    pagina = cliente_de(ana).post(url, lectura(nivel_3="no", razon_3=None), follow=True).content.decode()

    assert "Enviaste tu lectura." in pagina
    niveles = NivelDeRespuesta.objects.order_by("competencia__numero").values_list("nivel", flat=True)
    assert list(niveles) == [2, 2, None, 2, 2, 2, 2, 2, 2, 2, 2]
    cliente_de(ana).post(url, lectura(nivel_1="4"))
    assert NivelDeRespuesta.objects.get(competencia__numero=1).nivel == 2


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"nivel_4": None}, "Falta el nivel. Elige uno, o «No observado»."),
        ({"nivel_4": "7"}, "Elige de I a IV o «No observado»."),
        ({"razon_4": ""}, "Falta la razón."),
    ],
)
def test_una_lectura_incompleta_no_se_envia(fidel, ana, cliente_de, cambios, frase):
    url = reverse("calibracion_responder", args=[crear_ejercicio(fidel).pk])

    assert frase in cliente_de(ana).post(url, lectura(**cambios)).content.decode()
    assert not NivelDeRespuesta.objects.exists()


def test_lo_guardado_a_medias_sigue_ahi_y_nadie_mas_lo_cuenta(fidel, ana, cliente_de):
    ejercicio = crear_ejercicio(fidel)
    url = reverse("calibracion_responder", args=[ejercicio.pk])
    cliente_de(ana).post(url, {"guardar": "1", "nivel_1": "3", "razon_1": "canario-a-medias"})

    assert "canario-a-medias" in cliente_de(ana).get(url).content.decode()
    assert "0 respuestas" in cliente_de(fidel).get(ejercicio.get_absolute_url()).content.decode()


def test_antes_del_cierre_nadie_ve_el_acuerdo(fidel, ana, beto, cliente_de):
    ejercicio = crear_ejercicio(fidel, referencia=3)
    responder(ejercicio, beto.acompanante, razon="canario-de-beto")
    for quien in (fidel, ana):
        respuesta = cliente_de(quien).get(reverse("calibracion_acuerdo", args=[ejercicio.pk]), follow=True)
        assert "El acuerdo se ve cuando el ejercicio cierra" in respuesta.content.decode()
        assert "canario-de-beto" not in respuesta.content.decode()


def test_cerrado_ya_no_recibe_respuestas(fidel, ana, cliente_de):
    ejercicio = crear_ejercicio(fidel, cerro=True)
    cliente_de(ana).post(reverse("calibracion_responder", args=[ejercicio.pk]), lectura())

    assert not RespuestaDeCalibracion.objects.exists()
    with pytest.raises(services.calibracion.CalibracionRechazada, match="ya no recibe"):
        services.enviar_respuesta(ejercicio=ejercicio, acompanante=ana.acompanante, niveles=[])


def test_el_acompanante_ve_lo_suyo_junto_al_grupo_y_las_razones_sin_firma(
    territorio, fidel, ana, beto, cliente_de
):
    ejercicio = crear_ejercicio(fidel, cerro=True, referencia=3)
    responder(ejercicio, ana.acompanante, 3)
    responder(ejercicio, beto.acompanante, 1, razon="canario-de-beto")
    grupo(territorio, ejercicio, [3, 4])
    pagina = cliente_de(ana).get(reverse("calibracion_acuerdo", args=[ejercicio.pk]))
    texto = pagina.content.decode()

    assert [p.acompanante for p in pagina.context["personas"]] == [ana.acompanante]
    assert "canario-de-beto" in texto
    assert "Neyra" not in texto
    assert ana.acompanante.get_absolute_url() not in texto


def test_con_pocas_respuestas_las_razones_no_se_muestran(fidel, ana, beto, cliente_de):
    ejercicio = crear_ejercicio(fidel, cerro=True)
    responder(ejercicio, ana.acompanante)
    responder(ejercicio, beto.acompanante, razon="canario-de-beto")
    pagina = cliente_de(ana).get(reverse("calibracion_acuerdo", args=[ejercicio.pk]))
    texto = pagina.content.decode()

    assert [r for lectura in pagina.context["lecturas"] for r in lectura.razones] == []
    assert "canario-de-beto" not in texto
    assert "se sabría de quién es cada una" in texto


def test_el_formador_lo_ve_por_acompanante_en_orden_alfabetico(fidel, ana, beto, cliente_de):
    ejercicio = crear_ejercicio(fidel, cerro=True, referencia=3)
    responder(ejercicio, beto.acompanante, 1)
    responder(ejercicio, ana.acompanante, 2)
    personas = cliente_de(fidel).get(reverse("calibracion_acuerdo", args=[ejercicio.pk])).context["personas"]

    assert [
        (p.acompanante.usuario.apellidos, p.iguales, p.a_un_nivel, len(p.por_conversar)) for p in personas
    ] == [
        ("Campos", 0, 11, 0),
        ("Neyra", 0, 0, 11),
    ]


def test_por_competencia_el_kappa_espera_a_tres_clases(territorio, fidel):
    ejercicios = [crear_ejercicio(fidel, cerro=True, referencia=n, titulo=str(n)) for n in (1, 2, 4)]
    for ejercicio in ejercicios[:2]:
        grupo(territorio, ejercicio, [1, 1, 2, 2, 4])
    antes = Resumen(ejercicios[0]).lecturas()[0]
    grupo(territorio, ejercicios[2], [3, 4, 4, 4, 4])
    despues = Resumen(ejercicios[0]).lecturas()[0]

    assert antes.acuerdo.por_que_no == "hacen falta 3 clases y hay 2"
    assert antes.acuerdo.exacto == 40
    assert despues.acuerdo.pares == 15
    assert 0 < despues.acuerdo.kappa < 1
    assert antes.se_lee_distinto


def test_sin_referencia_se_comparan_todos_con_todos(territorio, fidel):
    ejercicio = crear_ejercicio(fidel, cerro=True)
    grupo(territorio, ejercicio, [2, 2, 3])
    resumen = Resumen(ejercicio)

    assert (resumen.general().pares, resumen.general().iguales) == (33, 11)
    assert [p.iguales for p in resumen.personas()] == [11, 11, 0]


def test_la_clase_ya_respondida_no_cambia_pero_las_fechas_si(fidel, ana, cliente_de):
    ejercicio = crear_ejercicio(fidel)
    responder(ejercicio, ana.acompanante)
    url = reverse("calibracion_editar", args=[ejercicio.pk])
    datos = {
        "titulo": "T",
        "clase": "escrita",
        "leccion": "Otra.",
        "abre": "2026-10-01",
        "cierra": "2026-10-30",
    }

    assert "Ya hay respuestas a esta clase" in cliente_de(fidel).post(url, datos).content.decode()
    cliente_de(fidel).post(url, datos | {"leccion": ejercicio.leccion})
    ejercicio.refresh_from_db()
    assert (ejercicio.cierra, ejercicio.leccion) == (date(2026, 10, 30), "8:05: pregunta qué se cosechó.")


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"cierra": "2026-09-30"}, "El último día es anterior al día en que abre."),
        ({"nivel_1": "2", "razon_1": "Se ve."}, "La referencia tiene 1 de 11 competencias."),
        ({"titulo": ""}, "Falta el título."),
    ],
)
def test_un_ejercicio_mal_armado_no_se_guarda(fidel, cliente_de, cambios, frase):
    datos = {
        "titulo": "T",
        "clase": "escrita",
        "leccion": "Una.",
        "abre": "2026-10-01",
        "cierra": "2026-10-30",
    }
    pagina = cliente_de(fidel).post(reverse("calibracion_crear"), datos | cambios)

    assert frase in pagina.content.decode()
    assert not EjercicioDeCalibracion.objects.exists()


def test_lo_que_aun_no_abre_solo_lo_ve_el_formador(fidel, ana, cliente_de):
    ejercicio = crear_ejercicio(fidel, abre=HOY + timedelta(days=1), cierra=HOY + timedelta(days=9))

    assert cliente_de(ana).get(ejercicio.get_absolute_url()).status_code == 404
    assert cliente_de(fidel).get(ejercicio.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("quien", ["rosa", "hugo", "elena", "carmen", "ines", "admin"])
def test_la_calibracion_no_es_trabajo_de_todos(fidel, quien, request, cliente_de):
    ejercicio = crear_ejercicio(fidel, cerro=True)
    cliente = cliente_de(request.getfixturevalue(quien))

    assert cliente.get(reverse("calibracion_acuerdo", args=[ejercicio.pk])).status_code == 403


def test_el_acuerdo_cuesta_lo_mismo_con_pocas_y_con_muchas(
    territorio, fidel, cliente_de, django_assert_num_queries
):
    ejercicio = crear_ejercicio(fidel, cerro=True, referencia=3)
    grupo(territorio, ejercicio, [2])
    cliente, url = cliente_de(fidel), reverse("calibracion_acuerdo", args=[ejercicio.pk])
    with django_assert_num_queries(9):
        cliente.get(url)
    grupo(territorio, ejercicio, [1, 2, 3])
    grupo(territorio, crear_ejercicio(fidel, cerro=True, referencia=1, titulo="Otro"), [1, 4])
    with django_assert_num_queries(9):
        cliente.get(url)
