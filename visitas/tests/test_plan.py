"""The plan's life: born from the baseline, sent, observed, sent again, approved, opened again."""

from datetime import date

import pytest
from django.utils import timezone

from acompanamiento.comun.canonico import canonico, huella
from acompanamiento.comun.errores import Rechazo
from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_escuela
from visitas import services
from visitas.models import Caracterizacion, ComentarioDePlan, LineaDePlan, Plan, VersionDePlan
from visitas.planes.cambios import cambios
from visitas.planes.faltas import faltas_de
from visitas.planes.foto import tomar
from visitas.tests.fabricas import crear_visita
from visitas.tests.planes import aprobar, crear_necesidad, crear_plan, enviar, observar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HOY = date(2026, 4, 27)


@pytest.fixture(autouse=True)
def hoy(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: HOY)


# --- Born from the baseline


def test_el_borrador_trae_hechos_metas_y_una_linea_por_necesidad(rosa, ana):
    crear_necesidad(rosa.docente, 2)
    crear_necesidad(rosa.docente, 8, prioridad=2)
    Caracterizacion.objects.create(
        escuela=rosa.docente.escuela,
        anio=2026,
        autor=ana.acompanante,
        estado="terminada",
        terminada_en=timezone.now(),
        aulas=[{"nombre": "Aula 1", "grados": ["1", "2"]}, {"nombre": "Aula 2", "grados": ["3"]}],
        lenguas=["castellano"],
        minutos_de_viaje=90,
    )
    plan = services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    assert "Acompaño a 1 docente en 1 escuela: 1 polidocente multigrado" in plan.caracterizacion
    assert "línea de base terminada 1 de 1 escuelas" in plan.caracterizacion
    assert "En 1 de 2 aulas estudian juntos dos o más grados." in plan.caracterizacion
    assert "Uso del tiempo para aprender (1 docente)" in plan.caracterizacion
    assert list(plan.metas.values_list("indicador", "meta"))[:3] == [
        ("Escuelas con línea de base terminada", "1 de 1"),
        ("Docentes con todas las visitas de su protocolo", "1 de 1"),
        ("Microtaller: sesiones realizadas", "8 de 8"),
    ]
    lineas = list(plan.lineas.order_by("orden"))
    assert [f.sugerida for f in lineas] == ["mirar-primero", "mirar-primero"]
    assert all(f.razon and f.actividades.exists() for f in lineas)


def test_la_sugerencia_mira_el_nivel_de_la_diagnostica_y_la_modalidad(rosa, ana):
    visita = crear_visita(
        docente=rosa.docente,
        acompanante=ana.acompanante,
        tipo="D",
        fecha=date(2026, 4, 20),
        niveles={2: 2, 4: 1},
        compromisos=[],
    )
    crear_necesidad(rosa.docente, 2, visita=visita)
    crear_necesidad(rosa.docente, 4, visita=visita, prioridad=2)
    plan = services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    assert list(plan.lineas.order_by("orden").values_list("sugerida", flat=True)) == [
        "tiempo-multigrado",
        "pensar-multigrado-inicio",
    ]


def test_dos_planes_del_mismo_anio_no_y_sin_docentes_tampoco(rosa, ana):
    services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    with pytest.raises(Rechazo, match="Ya tienes un plan de 2026"):
        services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    ana.acompanante.asignaciones.update(hasta=date(2026, 4, 1), motivo_fin="renuncia")
    with pytest.raises(Rechazo, match="Aún no tienes docentes asignados"):
        services.preparar_plan(acompanante=ana.acompanante, anio=2025)
    assert Plan.objects.count() == 1


def test_las_necesidades_que_llegan_despues_traen_su_estrategia_una_sola_vez(rosa, ana):
    plan = services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    crear_necesidad(rosa.docente, 2)
    assert services.proponer_lineas(plan=plan, docente=rosa.docente) == 1
    assert services.proponer_lineas(plan=plan, docente=rosa.docente) == 0
    assert LineaDePlan.objects.count() == 1


# --- Sending


def test_lo_que_falta_se_dice_con_su_enlace_y_no_se_envia(rosa, ana):
    plan = services.preparar_plan(acompanante=ana.acompanante, anio=2026)
    plan.objetivo = ""
    plan.save()
    faltas = faltas_de(plan, tomar(plan), [rosa.docente])
    assert [f.texto for f in faltas] == [
        "Falta el objetivo general.",
        "Rosa Quispe Mamani no tiene estrategias.",
        "Faltan las visitas del año en el calendario.",
    ]
    assert f"/visitas/plan/docente/{rosa.docente.pk}/?anio=2026" == faltas[1].url
    with pytest.raises(Rechazo, match=r"aún no está completo\. Falta el objetivo general\."):
        enviar(plan)
    assert not VersionDePlan.objects.exists()
    plan.refresh_from_db()
    assert (plan.estado, plan.version) == ("borrador", 0)


def test_enviar_guarda_una_version_con_su_huella_y_cierra_la_edicion(rosa, ana):
    plan = crear_plan(ana.acompanante)
    version = enviar(plan)
    plan.refresh_from_db()
    assert (plan.estado, plan.version, version.numero) == ("enviado", 1, 1)
    assert version.huella == huella(canonico(version.contenido))
    assert list(version.docentes.all()) == [rosa.docente]
    antes = version.texto
    for intento in (
        lambda: services.guardar_generales(plan=plan, textos={"objetivo": "Otro"}, metas=[]),
        lambda: services.guardar_matriz(plan=plan, docente=rosa.docente, lineas=[]),
        lambda: services.proponer_lineas(plan=plan, docente=rosa.docente),
        lambda: enviar(plan),
    ):
        with pytest.raises(Rechazo, match="enviado y no se edita"):
            intento()
    version.refresh_from_db()
    assert version.texto == antes
    assert plan.lineas.count() == 1


def test_retirar_el_envio_lo_devuelve_mientras_nadie_lo_reviso(rosa, ana, fidel):
    plan = crear_plan(ana.acompanante)
    version = enviar(plan)
    services.retirar_plan(plan=plan)
    plan.refresh_from_db()
    version.refresh_from_db()
    assert (plan.estado, version.decision) == ("borrador", "retirada")
    assert not VersionDePlan.objects.visibles_para(fidel).exists()
    aprobar(enviar(plan), fidel)
    with pytest.raises(Rechazo, match="no hay un envío por revisar"):
        services.retirar_plan(plan=plan)


def test_observar_pide_comentarios_y_devuelve_el_plan(rosa, ana, fidel):
    plan = crear_plan(ana.acompanante)
    version = enviar(plan)
    with pytest.raises(Rechazo, match="escribe al menos una observación"):
        services.observar_plan(version=version, comentarios=[], por=fidel)
    observar(version, fidel)
    plan.refresh_from_db()
    assert (plan.estado, plan.revisado_por, plan.editable) == ("observado", fidel, True)
    assert ComentarioDePlan.objects.get().seccion == "metas"


def test_una_version_ya_decidida_no_se_decide_otra_vez(rosa, ana, fidel):
    plan = crear_plan(ana.acompanante)
    primera = observar(enviar(plan), fidel)
    enviar(plan)
    with pytest.raises(Rechazo, match="La versión 1 ya no se revisa: el plan va por la 2"):
        aprobar(primera, fidel)
    plan.refresh_from_db()
    assert plan.estado == "enviado"


def test_el_plan_aprobado_se_reabre_y_la_version_aprobada_sigue(rosa, ana, fidel):
    plan = crear_plan(ana.acompanante)
    with pytest.raises(Rechazo, match="Solo se abre una nueva versión de un plan aprobado"):
        services.abrir_nueva_version(plan=plan)
    aprobada = aprobar(enviar(plan), fidel)
    with pytest.raises(Rechazo, match="aprobado y no se edita"):
        services.guardar_generales(plan=plan, textos={}, metas=[])
    services.abrir_nueva_version(plan=plan)
    plan.refresh_from_db()
    assert plan.editable
    assert list(VersionDePlan.objects.visibles_para(fidel)) == [aprobada]
    assert enviar(plan).numero == 2


def test_lo_del_docente_que_ya_no_acompana_no_se_envia(rosa, ana):
    otro = crear_docente(nombres="Segundo", apellidos="Cruz", escuela=crear_escuela())
    asignacion = crear_asignacion(docente=otro, acompanante=ana.acompanante)
    plan = crear_plan(ana.acompanante)
    asignacion.hasta, asignacion.motivo_fin = date(2026, 4, 20), "licencia"
    asignacion.save()
    version = enviar(plan)
    assert [d["docente"] for d in version.contenido["docentes"]] == [str(rosa.docente.pk)]
    assert list(version.docentes.all()) == [rosa.docente]


# --- What changed


def test_los_cambios_se_dicen_por_seccion_y_por_linea(rosa, ana, fidel):
    plan = crear_plan(ana.acompanante)
    primera = observar(enviar(plan), fidel)
    linea = plan.lineas.get()
    actividades = list(linea.actividades.values("id", "tipo", "que", "desde", "hasta"))
    cambiada = actividades[0] | {"hasta": date(2026, 7, 15)}
    nueva = {
        "id": None,
        "tipo": "gia",
        "que": "Contarlo.",
        "desde": date(2026, 8, 1),
        "hasta": date(2026, 8, 31),
    }
    lineas = [
        {
            "id": linea.pk,
            "necesidad": linea.necesidad,
            "estrategia": linea.estrategia,
            "razon": "Porque lo vimos juntas.",
            "actividades": [cambiada, nueva],
        }
    ]
    services.guardar_matriz(plan=plan, docente=rosa.docente, lineas=lineas)
    plan.refresh_from_db()
    metas = list(plan.metas.values("id", "indicador", "partida", "meta"))[1:]
    services.guardar_generales(plan=plan, textos={"objetivo": "Otro objetivo."}, metas=metas)
    segunda = enviar(plan)
    dichos = [
        (c.donde, c.que)
        for c in cambios(primera.contenido, segunda.contenido, {str(rosa.docente.pk): "Rosa"})
    ]
    assert dichos == [
        ("Objetivo general", "Cambió el texto."),
        ("Metas", "Se quitó una meta."),
        ("Matriz de Rosa", "Cambió la razón de la estrategia."),
        ("Matriz de Rosa", "Cambió el plazo de una actividad."),
        ("Matriz de Rosa", "Se agregó una actividad."),
        ("Matriz de Rosa", "Se quitó una actividad."),
    ]
    assert cambios(segunda.contenido, segunda.contenido, {}) == []
    linea.refresh_from_db()
    assert linea.sugerida == "mirar-primero"
