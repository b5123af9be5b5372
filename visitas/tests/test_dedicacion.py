"""Time outside accompaniment: only an aggregate, only one's own, and the formador's totals."""

from datetime import date, time

import pytest
from django import forms
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.tests.fabricas import crear_acompanante
from escuelas.tests.fabricas import crear_region, crear_ugel
from visitas import services
from visitas.forms.dedicacion import DedicacionForm
from visitas.models import DedicacionFuera, SesionGrupal
from visitas.services.dedicacion import DedicacionRechazada
from visitas.tests.fabricas import crear_visita

pytestmark = pytest.mark.django_db

HOY = date(2026, 10, 15)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    """Thursday 15 October 2026."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)
    return HOY


def anotar(usuario, anio=2026, **celdas):
    """anotar(ana, reunion_3=5): half-hours by kind and month."""
    medias = {(int(c.split("_")[1]), c.split("_")[0]): v for c, v in celdas.items()}
    services.guardar_dedicacion(acompanante=usuario.acompanante, anio=anio, medias_horas=medias, por=usuario)


def guardadas(usuario) -> dict:
    filas = DedicacionFuera.objects.filter(acompanante=usuario.acompanante)
    return {f"{f.clase}_{f.mes}": f.medias_horas for f in filas}


# --- No errand fits


def test_no_hay_donde_escribir_un_encargo_ni_quien_lo_mande():
    campos = {c.name for c in DedicacionFuera._meta.concrete_fields}
    textos = [c.name for c in DedicacionFuera._meta.concrete_fields if isinstance(c, models.TextField)]
    cortos = [
        c.name
        for c in DedicacionFuera._meta.concrete_fields
        if isinstance(c, models.CharField) and not c.choices
    ]
    form = DedicacionForm(anio=2026, ultimo_mes=12, guardadas={})
    assert campos == {"id", "acompanante", "anio", "mes", "clase", "medias_horas", "guardada_en"}
    assert (textos, cortos) == ([], [])
    assert len(form.fields) == 60
    assert {type(c) for c in form.fields.values()} == {forms.DecimalField}


def test_nadie_anota_por_otro(ana, beto, fidel):
    for por in (beto, fidel):
        with pytest.raises(DedicacionRechazada, match="solo su propio tiempo"):
            services.guardar_dedicacion(
                acompanante=ana.acompanante, anio=2026, medias_horas={(3, "reunion"): 4}, por=por
            )
    assert not DedicacionFuera.objects.exists()


# --- What is written


def test_se_escribe_se_corrige_y_cero_borra(ana):
    anotar(ana, reunion_3=5, tramite_3=2)
    anotar(ana, reunion_3=7, tramite_3=0, ugel_4=1)
    assert guardadas(ana) == {"reunion_3": 7, "ugel_4": 1}


@pytest.mark.parametrize(
    ("anio", "celdas", "frase"),
    [
        (2026, {"reunion_11": 2}, "Noviembre de 2026 aún no empieza."),
        (2027, {"reunion_1": 2}, "Enero de 2027 aún no empieza."),
        (2026, {"reunion_2": 1345}, "En febrero anotaste 672\xa0h 30\xa0min y el mes tiene 672\xa0h"),
        (2026, {"encargo_3": 2}, "«encargo» en el mes 3 no es una casilla"),
        (2026, {"reunion_13": 2}, "«reunion» en el mes 13 no es una casilla"),
    ],
)
def test_lo_que_no_puede_ser_se_rechaza_y_nada_se_escribe(ana, anio, celdas, frase):
    with pytest.raises(DedicacionRechazada, match=frase):
        anotar(ana, anio=anio, tramite_1=3, **celdas)
    assert guardadas(ana) == {}


def test_la_suma_de_un_mes_cuenta_lo_ya_guardado(ana):
    anotar(ana, reunion_4=1440)
    with pytest.raises(
        DedicacionRechazada, match="En abril anotaste 720\xa0h 30\xa0min y el mes tiene 720\xa0h"
    ):
        anotar(ana, tramite_4=1)


@pytest.mark.parametrize(
    "celda", [{"mes": 13}, {"clase": "encargo"}, {"medias_horas": 0}, {"medias_horas": 1489}]
)
def test_la_base_de_datos_tampoco_lo_deja(ana, celda):
    datos = {"anio": 2026, "mes": 3, "clase": "reunion", "medias_horas": 2} | celda
    with pytest.raises(IntegrityError), transaction.atomic():
        DedicacionFuera.objects.create(acompanante=ana.acompanante, **datos)


# --- The acompañante's page


def test_se_anotan_horas_y_medias_horas_desde_la_pagina(ana, cliente_de):
    datos = {"anio": "2026", "reunion_3": "2.5", "ugel_10": "4"}
    pagina = texto(cliente_de(ana).post(reverse("dedicacion"), datos, follow=True))
    assert "Guardaste tus horas fuera del acompañamiento." in pagina
    assert "6 h 30 min en otras tareas" in pagina.replace("\xa0", " ")
    assert guardadas(ana) == {"reunion_3": 5, "ugel_10": 8}


@pytest.mark.parametrize(
    ("valor", "frase"),
    [
        ("2.3", "Anota horas o medias horas, como 2 o 2.5."),
        ("-1", "Las horas no pueden ser menos que 0."),
        ("800", "Marzo tiene 744 horas."),
        ("dos", "Escribe las horas con números, como 2 o 2.5."),
    ],
)
def test_una_casilla_mala_se_dice_y_nada_se_guarda(ana, cliente_de, valor, frase):
    datos = {"anio": "2026", "reunion_3": valor, "tramite_3": "1"}
    assert frase in texto(cliente_de(ana).post(reverse("dedicacion"), datos))
    assert guardadas(ana) == {}


def test_un_mes_que_no_ha_empezado_no_tiene_casilla(ana, cliente_de):
    pagina = cliente_de(ana).get(reverse("dedicacion"), {"anio": "2026"})
    assert [m["nombre"] for m in pagina.context["meses"]][-1] == "octubre"
    assert "Este año aún no empieza" in texto(cliente_de(ana).get(reverse("dedicacion"), {"anio": "2027"}))


def test_lo_de_otro_no_se_ve_en_la_pagina_propia(ana, beto, cliente_de):
    anotar(beto, reunion_3=40)
    assert cliente_de(ana).get(reverse("dedicacion")).context["fuera"] == 0


# --- The formador's page


def test_el_formador_ve_totales_y_los_compara_con_el_acompanamiento(ana, beto, rosa, fidel, cliente_de):
    crear_visita(docente=rosa.docente, fecha="2026-06-15")
    SesionGrupal.objects.create(
        acompanante=ana.acompanante,
        tipo="gia",
        anio=2026,
        fecha=HOY,
        fecha_original=HOY,
        inicio=time(9),
        fin=time(12),
        minutos=180,
        lugar="Cascas",
        tema="Tema",
        estado="realizada",
    )
    anotar(ana, reunion_3=5, reunion_4=3, ugel_4=2)
    anotar(ana, anio=2025, reunion_3=9)
    respuesta = cliente_de(fidel).get(reverse("dedicacion_region"), {"anio": "2026"})
    de_ana, de_beto = respuesta.context["pagina"].object_list
    totales = respuesta.context["totales"]
    assert (de_ana.por_clase, de_ana.fuera) == ([240, 0, 60, 0, 0], 300)
    assert (de_ana.visitas, de_ana.sesiones, de_ana.directo) == (270, 180, 450)
    assert (de_beto.fuera, de_beto.directo) == (0, 0)
    assert (totales.fuera, totales.directo, totales.parte_fuera) == (300, 450, 40)
    assert "Rosa" not in texto(respuesta)


def test_el_formador_no_ve_otra_region(ana, fidel, cliente_de):
    region = crear_region(codigo="06", nombre="Cajamarca")
    crear_acompanante(ugel=crear_ugel(codigo="060002", nombre="Cajamarca", region=region), apellidos="Lejana")
    respuesta = cliente_de(fidel).get(reverse("dedicacion_region"))
    assert [f.acompanante for f in respuesta.context["pagina"].object_list] == [ana.acompanante]


def test_las_consultas_no_crecen_con_los_acompanantes(ana, fidel, cliente_de):
    cliente, cuantas = cliente_de(fidel), []
    for _ in (1, 2):
        anotar(crear_acompanante(ugel=ana.ugel).usuario, reunion_3=4)
        with CaptureQueriesContext(connection) as consultas:
            assert cliente.get(reverse("dedicacion_region")).status_code == 200
        cuantas.append(len(consultas))
    assert cuantas[0] == cuantas[1]


@pytest.mark.parametrize("persona", ["ana", "rosa", "hugo", "carmen", "elena", "fidel", "ines", "admin"])
@pytest.mark.parametrize(("nombre", "de_quien"), [("dedicacion", "ana"), ("dedicacion_region", "fidel")])
def test_a_quien_no_le_toca_se_le_dice(request, cliente_de, persona, nombre, de_quien):
    cliente = cliente_de(request.getfixturevalue(persona))
    esperado = 200 if persona == de_quien else 403
    assert cliente.get(reverse(nombre)).status_code == esperado
    assert cliente.post(reverse(nombre), {"reunion_3": "2"}).status_code in (
        {200, 302} if esperado == 200 else {403}
    )
