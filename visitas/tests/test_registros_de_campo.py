"""Baselines by the devices' door, and a batch with the three forms; sessions are in test_sesiones_de_campo.py."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from docentes.models import Asignacion, MotivoDeFin
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.forms.linea_de_base import CaracterizacionForm
from visitas.models import Caracterizacion, Cuarentena, Momento, NivelEducativo, RevisionDeRegistro
from visitas.services import sincronizacion

from .envios import enviar, resultados, revisiones_de
from .envios_de_registros import contenido_de_base, de_base, de_sesion, dicho
from .fabricas_de_base import crear_caracterizacion, valores

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


@pytest.fixture
def corlas(rosa):
    return rosa.docente.escuela


def terminar_en_la_pagina(caracterizacion, por, **cambios):
    form = CaracterizacionForm(valores(**cambios), nivel=NivelEducativo.PRIMARIA, terminar=True)
    assert form.is_valid(), form.errors
    return services.terminar_caracterizacion(caracterizacion=caracterizacion, form=form, por=por)


# --- A school's baseline


def test_una_caracterizacion_enviada_queda_terminada_con_el_id_del_equipo(equipo, corlas, ana):
    enviada = de_base(corlas)

    assert dicho(equipo, enviada)["estado"] == "creada"

    c = Caracterizacion.objects.get()
    assert (str(c.pk), c.terminada, c.autor) == (enviada["visita"], True, ana.acompanante)
    assert (c.matricula, float(c.distancia_km), c.medio) == ({"1": 6, "2": 5}, 12.5, "combi")
    assert c.aulas == [{"nombre": "Aula 1", "grados": ["1", "2"]}]
    assert {(h.practica, h.dimension, h.prioridad) for h in c.hallazgos.all()} == {
        ("pedagogica", "tiempo", 1),
        ("pedagogica", "clima", 2),
        ("gestion", "familias", 3),
        ("gestion", "local", 1),
    }
    assert [(a.grado, a.evaluados, a.fuente) for a in c.aprendizajes.all()] == [
        ("1", 6, "Prueba de entrada, 20/03/2026")
    ]


def test_la_misma_escuela_desde_dos_equipos_es_una_linea_de_base_y_una_rama(equipo, corlas, ana):
    primera, otra = de_base(corlas), de_base(corlas, contexto="De la tableta.")
    dicho(equipo, primera)

    respuesta = dicho(equipo, otra)

    assert (respuesta["estado"], respuesta["cabeza"]["revision"]) == ("conflicto", primera["revision"])
    c = Caracterizacion.objects.get()
    assert c.contexto == "En marzo falta más gente por la cosecha."
    rama = RevisionDeRegistro.objects.visibles_para(ana).ramas().get()
    assert (rama.registro, rama.contenido["contexto"]) == (c, "De la tableta.")
    mezcla = de_base(corlas, registro=otra["visita"], base=primera["revision"], contexto="Las dos.")
    assert dicho(equipo, mezcla)["estado"] == "enmendada"


def test_sin_base_sobre_la_terminada_en_la_pagina_es_un_conflicto_que_no_pisa_nada(equipo, corlas, ana):
    c = services.abrir_caracterizacion(escuela=corlas, anio=2026, momento=Momento.INICIO, por=ana.acompanante)
    terminar_en_la_pagina(c, ana.acompanante, contexto="De la página.")

    respuesta = dicho(equipo, de_base(corlas))

    assert (respuesta["estado"], respuesta["codigo"]) == ("conflicto", "BASE_ANTIGUA")
    c.refresh_from_db()
    assert c.contexto == "De la página."
    cabeza = c.revisiones.aceptadas().get()
    assert respuesta["cabeza"]["hash"] == cabeza.huella
    assert dicho(equipo, de_base(corlas, registro=c.pk, base=str(cabeza.pk)))["estado"] == "enmendada"


def test_lo_que_alguien_escribe_en_la_pagina_sigue_ahi_y_su_ventana_se_entera(equipo, corlas, ana):
    c = services.abrir_caracterizacion(escuela=corlas, anio=2026, momento=Momento.INICIO, por=ana.acompanante)
    url = reverse("caracterizacion_guardar", args=[c.pk])
    version = c.guardada_en.isoformat()
    guardado = equipo.post(
        url, {"contexto": "A medias.", "version": version}, headers={"Accept": "application/json"}
    )

    assert dicho(equipo, de_base(corlas, registro=c.pk))["estado"] == "creada"

    c.refresh_from_db()
    assert (c.terminada, c.borrador["contexto"]) == (True, "A medias.")
    datos = {"contexto": "A medias y más.", "version": guardado.json()["version"]}
    assert equipo.post(url, datos, headers={"Accept": "application/json"}).status_code == 409


def test_la_base_terminada_antes_de_tener_cadena_queda_como_primera_revision(equipo, corlas, ana):
    c = crear_caracterizacion(escuela=corlas, autor=ana.acompanante, contexto="De antes.")

    assert dicho(equipo, de_base(corlas, registro=c.pk))["estado"] == "enmendada"

    contextos = [r.contenido["contexto"] for r in c.revisiones.order_by("numero")]
    assert contextos == ["De antes.", "En marzo falta más gente por la cosecha."]
    c.refresh_from_db()
    assert c.corregida_por == ana.acompanante


@pytest.mark.parametrize(("hace", "estado"), [(40, "creada"), (50, "sin_asignacion")])
def test_quien_dejo_la_escuela_tiene_45_dias_para_entregar_lo_suyo(equipo, corlas, rosa, hace, estado):
    fin = timezone.localdate() - timedelta(days=hace)
    Asignacion.objects.filter(docente=rosa.docente).update(hasta=fin, motivo_fin=MotivoDeFin.RENUNCIA)

    assert dicho(equipo, de_base(corlas))["estado"] == estado


def test_la_escuela_que_no_acompana_o_no_existe_espera_a_la_coordinacion(equipo):
    enviada = de_base(crear_escuela())
    inventada = de_base(crear_escuela(), escuela="9999999-0")

    assert [dicho(equipo, e)["estado"] for e in (enviada, inventada)] == ["sin_asignacion"] * 2
    assert {json.loads(c.texto)["escuela"] for c in Cuarentena.objects.all()} == {
        enviada["contenido"]["escuela"],
        "9999999-0",
    }
    assert Caracterizacion.objects.count() == 0


def test_inicio_y_cierre_van_cada_uno_en_su_cadena_y_el_cierre_pide_su_inicio(equipo, corlas):
    cierre, inicio = de_base(corlas, momento="cierre"), de_base(corlas)

    assert dicho(equipo, cierre)["errores"][0]["codigo"] == "SIN_INICIO"
    dichas = resultados(enviar(equipo, inicio, cierre))

    assert [d["estado"] for d in dichas.values()] == ["creada", "creada"]
    assert Caracterizacion.objects.count() == 2


@pytest.mark.parametrize(
    ("cambios", "campo"),
    [
        ({"grados": [{"grado": "1", "matricula": "doce", "aula": "1"}]}, "matricula_1"),
        ({"grados": [{"grado": "1", "matricula": 6, "aula": ""}]}, "aula_1"),
        ({"minutos_de_viaje": None}, "minutos_de_viaje"),
        ({"distancia_km": "lejos"}, "distancia_km"),
        ({"distancia_km": "1e2"}, "distancia_km"),
        ({"medio": "avion"}, "medio"),
        ({"servicios": ["ninguno", "agua"]}, "servicios"),
        ({"servicios": ["luz", "agua"]}, ""),
        ({"aprendizajes": []}, "aprendizaje_1_comunicacion_inicio"),
        ({"hallazgos": []}, ""),
        ({"estudiantes": []}, ""),
        ({"momento": "mitad"}, "momento"),
        ({"anio": "2026"}, "momento"),
        ({"anio": 2099}, ""),
        ({"anio": True}, "momento"),
    ],
)
def test_una_caracterizacion_con_un_dato_malo_dice_cual_y_no_deja_nada(equipo, corlas, cambios, campo):
    respuesta = dicho(equipo, de_base(corlas, **cambios))

    assert respuesta["estado"] == "rechazada", respuesta
    assert campo in [e["campo"] for e in respuesta["errores"]]
    assert (Caracterizacion.objects.count(), RevisionDeRegistro.objects.count()) == (0, 0)


# --- The batch


def test_un_lote_con_los_tres_formularios_llega_entero_y_se_repite_sin_doblarse(equipo, sesion, corlas, rosa):
    enviadas = [*revisiones_de(rosa.docente, 2), de_sesion(sesion, [rosa.docente]), de_base(corlas)]

    primera, segunda = (resultados(enviar(equipo, *enviadas)) for _ in range(2))

    assert {d["estado"] for d in primera.values()} == {"creada"}
    assert {d["estado"] for d in segunda.values()} == {"duplicada"}
    assert {k: v["recibo"] for k, v in primera.items()} == {k: v["recibo"] for k, v in segunda.items()}


def test_los_recibos_hallan_las_revisiones_de_cada_formulario_y_solo_las_propias(
    equipo, cliente_de, beto, sesion, corlas, rosa
):
    enviadas = [*revisiones_de(rosa.docente, 1), de_sesion(sesion, [rosa.docente]), de_base(corlas)]
    dichas = resultados(enviar(equipo, *enviadas))
    pedido = json.dumps({"revisiones": list(dichas)})

    def pedir(cliente):
        url = reverse("campo_recibos")
        return cliente.post(url, pedido, content_type="application/json").json()["recibos"]

    assert {r["revision"]: r["recibo"] for r in pedir(equipo)} == {k: v["recibo"] for k, v in dichas.items()}
    assert pedir(cliente_de(beto)) == []


def test_una_falla_nuestra_en_una_sesion_pide_reintentarla_y_guarda_las_otras(
    equipo, sesion, corlas, rosa, monkeypatch
):
    recibir = sincronizacion.recibir_registro

    def fallar_en_la_sesion(**datos):
        resultado = recibir(**datos)
        if datos["formulario"] == "sesion_grupal":
            raise RuntimeError
        return resultado

    monkeypatch.setattr(sincronizacion, "recibir_registro", fallar_en_la_sesion)
    dichas = resultados(enviar(equipo, de_sesion(sesion, [rosa.docente]), de_base(corlas)))

    assert [d["estado"] for d in dichas.values()] == ["reintentar", "creada"]
    sesion.refresh_from_db()
    assert sesion.estado == "programada"


@pytest.mark.parametrize("formulario", ["sesion_grupal", "caracterizacion"])
def test_otra_version_o_una_huella_que_no_coincide_no_se_guardan(equipo, sesion, corlas, rosa, formulario):
    buena = de_sesion(sesion, [rosa.docente]) if formulario == "sesion_grupal" else de_base(corlas)

    otra = dicho(equipo, buena | {"formulario_version": 9})
    mala = dicho(equipo, buena | {"hash": "sha256:" + "0" * 64})

    assert otra["errores"][0]["codigo"] == "VERSION_DESCONOCIDA"
    assert mala["errores"][0]["codigo"] == "HUELLA_NO_COINCIDE"
    assert RevisionDeRegistro.objects.count() == 0


def test_un_formulario_que_no_existe_se_rechaza_por_su_nombre(equipo, corlas):
    enviada = de_base(corlas) | {"formulario": "estudiante"}

    assert dicho(equipo, enviada)["errores"][0]["codigo"] == "FORMULARIO_DESCONOCIDO"


def test_de_los_valores_de_la_pagina_y_del_contenido_sale_el_mismo_contenido(corlas):
    de_pagina = CaracterizacionForm(
        valores(contexto="En marzo falta más gente por la cosecha."),
        nivel=NivelEducativo.PRIMARIA,
        terminar=True,
    )
    contenido = contenido_de_base(corlas)
    de_equipo = CaracterizacionForm.desde_contenido(contenido, nivel=NivelEducativo.PRIMARIA)

    assert de_pagina.is_valid()
    assert de_equipo.is_valid(), de_equipo.errors
    assert de_pagina.contenido_en(contenido) == de_equipo.contenido_en(contenido) == contenido
