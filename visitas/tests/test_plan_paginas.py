"""The pages of the plan: they work, they are not somebody else's, they are not everybody's job."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from acompanamiento.tests.paginas import texto
from docentes.models import Lectura
from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.models import ComentarioDePlan, LineaDePlan, Plan
from visitas.tests.planes import aprobar, crear_necesidad, crear_plan, enviar, observar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]

HOY = date(2026, 4, 27)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


@pytest.fixture
def plan(rosa, ana):
    return crear_plan(ana.acompanante)


@pytest.fixture
def enviada(plan):
    return enviar(plan)


def matriz(linea, **cambios):
    """What the form of a matrix with one line posts."""
    datos = {
        "linea-TOTAL_FORMS": 1,
        "linea-INITIAL_FORMS": 1,
        "linea-0-id": linea.pk,
        "linea-0-necesidad": linea.necesidad_id or "",
        "linea-0-estrategia": linea.estrategia,
        "linea-0-razon": linea.razon,
    }
    actividades = list(linea.actividades.all())
    datos |= {"linea-0-act-TOTAL_FORMS": len(actividades), "linea-0-act-INITIAL_FORMS": len(actividades)}
    for n, a in enumerate(actividades):
        datos |= {f"linea-0-act-{n}-{c}": getattr(a, c) for c in ("id", "tipo", "que", "desde", "hasta")}
    return {"anio": linea.plan.anio} | datos | cambios


# --- The author


def test_sin_plan_la_pagina_ofrece_prepararlo_y_lo_prepara(rosa, ana, cliente_de):
    crear_necesidad(rosa.docente)
    cliente = cliente_de(ana)
    assert "Prepara tu plan 2026" in texto(cliente.get(reverse("plan")))
    pagina = texto(cliente.post(reverse("plan_preparar"), {"anio": 2026}, follow=True))
    assert "Tu borrador está listo" in pagina
    assert "Quispe Mamani, Rosa" in pagina
    assert "Faltan las visitas del año en el calendario." in pagina
    assert "Ya tienes un plan de 2026" in texto(
        cliente.post(reverse("plan_preparar"), {"anio": 2026}, follow=True)
    )


def test_sin_docentes_la_pagina_dice_que_falta(ana, cliente_de):
    assert "Aún no hay docentes para tu plan" in texto(cliente_de(ana).get(reverse("plan")))


def test_abrir_el_plan_deja_constancia_de_cada_docente(plan, rosa, ana, cliente_de):
    cliente_de(ana).get(reverse("plan"))
    assert [(x.docente, x.clase) for x in Lectura.objects.all()] == [(rosa.docente, "plan")]


def test_enviar_y_retirar_desde_la_pagina(plan, ana, cliente_de):
    cliente = cliente_de(ana)
    pagina = texto(cliente.post(reverse("plan_enviar", args=[plan.pk]), follow=True))
    assert "Enviaste tu plan al formador" in pagina
    assert "Retirar el envío" in pagina
    assert "Enviar al formador</button>" not in pagina
    pagina = texto(cliente.post(reverse("plan_retirar", args=[plan.pk]), follow=True))
    assert "Retiraste el envío" in pagina
    assert "Enviar al formador" in pagina


def test_las_observaciones_se_leen_junto_a_su_seccion_y_se_responden(enviada, ana, fidel, rosa, cliente_de):
    observar(enviada, fidel, "Aclara la estrategia.", "matriz", rosa.docente.pk)
    cliente = cliente_de(ana)
    pagina = texto(cliente.get(reverse("plan")))
    assert "El formador dejó observaciones" in pagina
    assert "Aclara la estrategia." in pagina
    url = reverse("plan_comentar", args=[enviada.pk])
    assert "Falta el comentario." in texto(cliente.post(url, {"seccion": "metas", "texto": ""}, follow=True))
    cliente.post(url, {"seccion": "metas", "texto": "Ya está."})
    assert ComentarioDePlan.objects.filter(autor=ana).count() == 1


def test_las_secciones_generales_se_guardan_con_sus_metas(plan, ana, cliente_de):
    meta = plan.metas.first()
    datos = {"objetivo": "Uno nuevo", "meta-TOTAL_FORMS": 2, "meta-INITIAL_FORMS": 1, "meta-0-id": meta.pk}
    datos |= {
        "meta-0-indicador": "Escuelas",
        "meta-0-meta": "3",
        "meta-1-indicador": "Talleres",
        "meta-1-meta": "2",
    }
    cliente_de(ana).post(reverse("plan_editar", args=[plan.pk]), datos)
    plan.refresh_from_db()
    assert plan.objetivo == "Uno nuevo"
    assert list(plan.metas.values_list("indicador", "meta")) == [("Escuelas", "3"), ("Talleres", "2")]
    assert plan.metas.first().pk == meta.pk


def test_una_meta_a_medias_se_dice_y_nada_se_guarda(plan, ana, cliente_de):
    antes = plan.metas.count()
    datos = {"meta-TOTAL_FORMS": 1, "meta-INITIAL_FORMS": 0, "meta-0-indicador": "Escuelas"}
    pagina = texto(cliente_de(ana).post(reverse("plan_editar", args=[plan.pk]), datos))
    assert "Falta la meta: a cuánto se quiere llegar." in pagina
    assert plan.metas.count() == antes


# --- The matrix


def test_la_matriz_se_edita_y_agregar_guarda_y_vuelve_con_una_fila_mas(plan, rosa, ana, cliente_de):
    linea = plan.lineas.get()
    url = reverse("plan_docente", args=[rosa.docente.pk])
    cliente = cliente_de(ana)
    assert linea.estrategia in texto(cliente.get(url))
    datos = matriz(linea, **{"linea-0-razon": "Porque lo pidió.", "agregar": str(linea.pk)})
    respuesta = cliente.post(url, datos)
    assert respuesta.url == f"{url}?anio=2026&mas={linea.pk}#agregada"
    linea.refresh_from_db()
    assert (linea.razon, linea.sugerida) == ("Porque lo pidió.", "mirar-primero")
    pagina = cliente.get(respuesta.url).content.decode()
    assert f'name="linea-0-act-{linea.actividades.count()}-que"' in pagina


def test_quitar_borra_la_estrategia_y_sus_actividades(plan, rosa, ana, cliente_de):
    datos = matriz(plan.lineas.get(), **{"linea-0-quitar": "on", "linea-0-act-0-hasta": ""})
    cliente_de(ana).post(reverse("plan_docente", args=[rosa.docente.pk]), datos)
    assert not LineaDePlan.objects.exists()


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"linea-0-estrategia": ""}, "Falta la estrategia. Escríbela, o marca «Quitar»."),
        ({"linea-0-act-0-que": ""}, "Falta qué se hará."),
        ({"linea-0-act-0-tipo": "encargo"}, "«encargo» no está en la lista."),
        ({"linea-0-act-0-hasta": "2025-06-01"}, "El 01/06/2025 no es de 2026."),
        (
            {"linea-0-act-0-desde": "2026-06-10", "linea-0-act-0-hasta": "2026-06-01"},
            "Termina el 01/06/2026, antes de empezar.",
        ),
        ({"linea-0-act-0-desde": "31/02/2026"}, "«31/02/2026» no es una fecha."),
        (
            {"linea-0-necesidad": "019dcf3d-6300-7c57-8858-a265e3c7589b"},
            "Elige una necesidad de la lista.",
        ),
    ],
)
def test_un_dato_malo_de_la_matriz_se_dice_y_nada_cambia(plan, rosa, ana, cliente_de, cambios, frase):
    linea = plan.lineas.get()
    antes = list(linea.actividades.values())
    datos = matriz(linea, **({"linea-0-razon": "Otra"} | cambios))
    pagina = texto(cliente_de(ana).post(reverse("plan_docente", args=[rosa.docente.pk]), datos))
    assert frase in pagina
    linea.refresh_from_db()
    assert linea.razon != "Otra"
    assert list(linea.actividades.values()) == antes


def test_la_matriz_enviada_se_lee_y_no_se_edita(enviada, rosa, ana, cliente_de):
    url = reverse("plan_docente", args=[rosa.docente.pk])
    linea = enviada.plan.lineas.get()
    cliente = cliente_de(ana)
    pagina = texto(cliente.get(url))
    assert linea.estrategia in pagina
    assert "Guardar matriz" not in pagina
    assert "enviado y no se edita" in texto(cliente.post(url, matriz(linea, **{"linea-0-razon": "Otra"})))


def test_sugerir_estrategias_para_las_necesidades_sin_linea(plan, rosa, ana, cliente_de):
    crear_necesidad(rosa.docente, 8, prioridad=2)
    cliente = cliente_de(ana)
    assert "1 necesidad aún sin estrategia." in texto(
        cliente.get(reverse("plan_docente", args=[rosa.docente.pk]))
    )
    cliente.post(reverse("plan_proponer", args=[rosa.docente.pk]), {"anio": 2026})
    assert plan.lineas.count() == 2


def test_quien_ya_no_acompana_no_lee_la_matriz_en_ninguna_parte(plan, rosa, ana, fidel, cliente_de):
    otra = crear_asignacion(docente=crear_docente(escuela=crear_escuela()), acompanante=ana.acompanante)
    crear_necesidad(otra.docente, texto="Algo distinto.")
    version = enviar_sin_revisar(plan)
    rosa.docente.asignaciones.update(hasta=date(2026, 4, 20), motivo_fin="licencia")
    cliente = cliente_de(ana)
    for url in (reverse("plan"), reverse("plan_version", args=[version.pk])):
        pagina = texto(cliente.get(url))
        assert "Quispe" not in pagina
        assert plan.lineas.get(docente=rosa.docente).necesidad.texto not in pagina
    assert cliente.get(reverse("plan_docente", args=[rosa.docente.pk])).status_code == 404
    assert set(LineaDePlan.objects.visibles_para(ana)) == set(plan.lineas.filter(docente=otra.docente))


def enviar_sin_revisar(plan):
    for asignacion in plan.acompanante.asignaciones.vigentes():
        services.proponer_lineas(plan=plan, docente=asignacion.docente)
    return enviar(plan)


# --- Versions


def test_las_versiones_dicen_que_cambio(enviada, rosa, ana, fidel, cliente_de):
    plan = observar(enviada, fidel).plan
    services.guardar_generales(plan=plan, textos={"objetivo": "Otro objetivo."}, metas=[])
    plan.metas.create(indicador="Talleres", meta="2")
    aprobar(enviar(plan), fidel)
    for quien in (ana, fidel):
        pagina = texto(cliente_de(quien).get(reverse("plan_versiones", args=[plan.pk])))
        assert "Qué cambió de la versión 1 a la 2" in pagina
        assert "Otro objetivo." in pagina
        assert "Se agregó una meta." in pagina


# --- The formador


def test_la_lista_dice_quien_envio_y_quien_no(enviada, beto, fidel, cliente_de):
    cliente = cliente_de(fidel)
    pagina = texto(cliente.get(reverse("plan_list")))
    assert "1 por revisar · 1 acompañante aún no envía el suyo" in pagina
    sin = texto(cliente.get(reverse("plan_list"), {"estado": "sin"}))
    assert "Neyra, Beto" in sin
    assert "Campos, Ana" not in sin
    assert "Campos, Ana" in texto(
        cliente.get(reverse("plan_list"), {"estado": "pendiente", "ugel": "130012"})
    )
    assert "Ningún plan con esos filtros" in texto(cliente.get(reverse("plan_list"), {"ugel": "130007"}))


def test_el_formador_devuelve_con_observaciones_y_luego_aprueba(enviada, rosa, fidel, cliente_de):
    cliente = cliente_de(fidel)
    url = reverse("plan_observar", args=[enviada.pk])
    respuesta = cliente.post(url, {})
    assert respuesta.status_code == 422
    assert "escribe al menos una observación" in texto(respuesta)
    cliente.post(url, {"sobre_metas": "Falta la partida.", "sobre_matriz_0": "Bien, falta el plazo."})
    dichos = ComentarioDePlan.objects.order_by("seccion").values_list("seccion", "docente", "texto")
    assert list(dichos) == [
        ("matriz", rosa.docente.pk, "Bien, falta el plazo."),
        ("metas", None, "Falta la partida."),
    ]
    segunda = enviar(enviada.plan)
    assert "Aprobaste el plan" in texto(
        cliente.post(reverse("plan_aprobar", args=[segunda.pk]), {}, follow=True)
    )
    assert Plan.objects.get().estado == "aprobado"


def test_el_borrador_no_lo_lee_el_formador(plan, fidel, cliente_de):
    assert cliente_de(fidel).get(reverse("plan_versiones", args=[plan.pk])).status_code == 404
    assert cliente_de(fidel).get(reverse("plan_pdf", args=[plan.pk])).status_code == 404


# --- The teacher


def test_la_docente_lee_solo_su_matriz_y_solo_una_vez_enviada(rosa, ana, cliente_de):
    otro = crear_docente(nombres="Segundo", apellidos="Cruz", escuela=crear_escuela())
    crear_asignacion(docente=otro, acompanante=ana.acompanante)
    crear_necesidad(otro, texto="Lo que Segundo necesita.")
    crear_necesidad(rosa.docente, texto="Lo que Rosa necesita.")
    plan = crear_plan(ana.acompanante)
    cliente = cliente_de(rosa)
    assert "Aún no hay un plan enviado" in texto(cliente.get(reverse("plan_mio")))
    enviar(plan)
    pagina = texto(cliente.get(reverse("plan_mio")))
    assert "Lo que Rosa necesita." in pagina
    assert "Segundo" not in pagina
    assert not Lectura.objects.exists()


def test_la_docente_no_lee_el_envio_retirado(plan, enviada, rosa, cliente_de):
    services.retirar_plan(plan=plan)
    assert "Aún no hay un plan enviado" in texto(cliente_de(rosa).get(reverse("plan_mio")))


# --- Whose and whose job


@pytest.mark.parametrize("nombre", ["plan_editar", "plan_enviar", "plan_retirar", "plan_reabrir", "plan_pdf"])
def test_el_plan_de_otro_no_existe(plan, beto, cliente_de, nombre):
    metodo = "get" if nombre in ("plan_editar", "plan_pdf") else "post"
    assert getattr(cliente_de(beto), metodo)(reverse(nombre, args=[plan.pk])).status_code == 404


@pytest.mark.parametrize("persona", ["carmen", "elena", "hugo", "ines", "admin"])
def test_el_plan_no_es_trabajo_de_todos(request, enviada, persona, cliente_de):
    cliente = cliente_de(request.getfixturevalue(persona))
    for url in (
        reverse("plan"),
        reverse("plan_mio"),
        reverse("plan_list"),
        reverse("plan_revisar", args=[enviada.pk]),
        reverse("plan_versiones", args=[enviada.plan_id]),
        reverse("plan_pdf", args=[enviada.plan_id]),
    ):
        assert cliente.get(url).status_code == 403


# --- Queries


@pytest.mark.parametrize("nombre", ["plan", "plan_revisar", "plan_versiones", "plan_version"])
def test_las_consultas_no_dependen_de_cuantos_docentes_hay(
    rosa, ana, fidel, cliente_de, django_assert_max_num_queries, nombre
):
    cliente = cliente_de(fidel if nombre == "plan_revisar" else ana)
    plan = crear_plan(ana.acompanante)

    def contar():
        version = observar(enviar(plan), fidel)
        argumento = {"plan": [], "plan_versiones": [plan.pk]}.get(nombre, [version.pk])
        with django_assert_max_num_queries(17) as consultas:
            assert cliente.get(reverse(nombre, args=argumento)).status_code == 200
        return len(consultas)

    contar()
    una = contar()
    for n in range(3):
        docente = crear_docente(nombres=f"Docente{n}", escuela=crear_escuela())
        crear_asignacion(docente=docente, acompanante=ana.acompanante)
        crear_necesidad(docente, 2)
        crear_necesidad(docente, 8, prioridad=2)
        services.proponer_lineas(plan=plan, docente=docente)
    assert contar() == una
