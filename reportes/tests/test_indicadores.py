from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docentes.models import Rol
from docentes.tests.fabricas import crear_acompanante, crear_asignacion, crear_docente, crear_usuario
from escuelas.tests.fabricas import crear_distrito, crear_escuela, crear_ugel
from reportes.indicadores import (
    Cobertura,
    Compromisos,
    Hechas,
    Plan,
    Rotacion,
    SinEnviar,
    compromisos_vencidos,
    diagnosticas,
    motivos_en_palabras,
    porcentaje,
    rotacion,
    sesiones_realizadas,
    sin_sincronizar,
    universo_de,
    universo_total,
    visitas_del_plan,
    visitas_hechas,
)
from reportes.periodos import Rango
from reportes.tests.fabricas import crear_compromiso, crear_grupo, crear_hecha, crear_prevista
from visitas.models import Dispositivo

HASTA_B3 = Rango(date(2026, 3, 1), date(2026, 10, 9))

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def test_las_hechas_son_las_del_plan_que_tienen_visita_hasta_el_corte():
    docente = crear_asignacion().docente
    crear_hecha(programada=crear_prevista(docente=docente, tipo="D", fecha=date(2026, 4, 15)))
    tarde = crear_prevista(docente=docente, tipo="A1", fecha=date(2026, 10, 5))
    crear_hecha(programada=tarde, fecha=date(2026, 10, 12))
    crear_prevista(docente=docente, tipo="A2", fecha=date(2026, 6, 15))
    crear_prevista(docente=docente, tipo="A3", fecha=date(2026, 11, 15))

    plan = visitas_del_plan(universo_total().programadas, HASTA_B3)

    assert plan.total == Plan(planificadas=3, hechas=1)
    assert plan.por("mes") == {4: Plan(1, 1), 6: Plan(1, 0), 10: Plan(1, 0)}
    assert plan.por("tipo") == {"D": Plan(1, 1), "A1": Plan(1, 0), "A2": Plan(1, 0)}
    assert (plan.total.texto, plan.total.porcentaje, plan.total.sin_hacer) == ("1 de 3", 33, 2)


def test_una_visita_adelantada_cuenta_el_dia_en_que_se_hizo():
    crear_hecha(programada=crear_prevista(tipo="A6", fecha=date(2026, 10, 20)), fecha=date(2026, 10, 8))

    plan = visitas_del_plan(universo_total().programadas, HASTA_B3)

    assert plan.por("mes") == {10: Plan(1, 1)}


def test_el_grafico_por_mes_muestra_el_plan_que_falta():
    crear_prevista(tipo="C", fecha=date(2026, 11, 20))

    por_venir = visitas_del_plan(universo_total().programadas, HASTA_B3, hasta=date(2026, 12, 31))

    assert por_venir.por("mes") == {11: Plan(1, 0)}
    assert por_venir.solo(al_corte=True).total == Plan()


def test_una_no_realizada_se_cuenta_aparte_con_su_motivo():
    crear_prevista(tipo="A1", fecha=date(2026, 5, 15), estado="no_realizada", motivo="via_cortada")
    crear_prevista(tipo="A1", fecha=date(2026, 5, 18), estado="no_realizada", motivo="via_cortada")
    crear_prevista(tipo="A1", fecha=date(2026, 5, 20), estado="no_realizada", motivo="paro")
    hecha_despues = crear_prevista(tipo="A1", fecha=date(2026, 5, 21), estado="no_realizada", motivo="lluvia")
    crear_hecha(programada=hecha_despues)

    plan = visitas_del_plan(universo_total().programadas, HASTA_B3)

    assert plan.total == Plan(planificadas=4, hechas=1, no_realizadas=3)
    motivos = {motivo: p.no_realizadas for motivo, p in plan.por("motivo").items()}
    assert motivos_en_palabras(motivos) == "vía cortada 2, paro o huelga 1"


def test_dos_visitas_a_una_misma_programada_no_la_cuentan_dos_veces():
    programada = crear_prevista(tipo="A1", fecha=date(2026, 5, 15))
    crear_hecha(programada=programada)
    crear_hecha(programada=programada)

    assert visitas_del_plan(universo_total().programadas, HASTA_B3).total == Plan(1, 1)


def test_las_adicionales_suman_horas_y_no_plan():
    docente = crear_asignacion().docente
    crear_hecha(docente, tipo="D", minutos=200)
    crear_hecha(docente, tipo="X", fecha=date(2026, 5, 4), minutos=100)
    crear_hecha(docente, tipo="X", fecha=date(2026, 10, 10), minutos=999)

    hechas = visitas_hechas(universo_total().visitas, HASTA_B3)

    assert hechas.total == Hechas(2, 1, 300, datetime(2026, 5, 4, 22, tzinfo=UTC))
    assert hechas.total.horas == 5
    assert hechas.por("clase")["adicional"].visitas == 1
    assert hechas.total.dias_sin_registro(date(2026, 5, 10)) == 6
    assert Hechas().dias_sin_registro(date(2026, 5, 10)) is None


def test_la_diagnostica_cubre_a_docentes_con_asignacion_al_corte():
    con, sin, antiguo = crear_grupo(docentes=3)
    crear_hecha(con, tipo="D")
    crear_hecha(con, tipo="D", fecha=date(2026, 4, 16))
    crear_hecha(sin, tipo="A1")
    crear_hecha(antiguo, tipo="D")
    antiguo.asignaciones.update(hasta=date(2026, 6, 1), motivo_fin="licencia")
    universo = universo_total()

    cobertura = diagnosticas(universo.asignaciones, universo.visitas, HASTA_B3)

    assert cobertura.total == Cobertura(docentes=2, con_diagnostica=1)
    assert (cobertura.total.faltan, cobertura.total.porcentaje) == (1, 50)
    assert len(cobertura.distintos("acompanante")) == 2


def test_los_compromisos_vencidos_se_reparten_por_lo_que_se_vio():
    visita = crear_hecha()
    despues = crear_hecha(visita.docente, tipo="A1", fecha=date(2026, 6, 1))
    tarde = crear_hecha(visita.docente, tipo="A2", fecha=date(2026, 10, 20))
    crear_compromiso(visita, orden=1, estado="cumplido", verificado_en=despues)
    crear_compromiso(visita, orden=2, estado="en_parte", verificado_en=despues)
    crear_compromiso(visita, orden=3, estado="cumplido", verificado_en=tarde)
    crear_compromiso(despues, orden=1, estado="no_se_pudo", verificado_en=despues)
    crear_compromiso(despues, orden=2, hasta=date(2026, 12, 1))

    compromisos = compromisos_vencidos(universo_total().compromisos, HASTA_B3)

    assert compromisos.total == Compromisos(vencidos=4, cumplidos=1, en_parte=1, no_se_pudo=1)
    assert compromisos.total.sin_verificar == 1


def test_lo_que_los_equipos_no_enviaron_es_una_cifra_aparte():
    ahora = datetime(2026, 11, 24, 12, tzinfo=UTC)
    ana, beto = crear_acompanante(), crear_acompanante(ugel=crear_ugel("130007", "Otuzco"))
    for acompanante, cuantas in ((ana, 3), (ana, 2), (ana, 0), (beto, 4)):
        Dispositivo.objects.create(acompanante=acompanante, ultimo_contacto=ahora, sin_enviar=cuantas)

    sin_enviar = sin_sincronizar(universo_total().dispositivos)

    assert sin_enviar.total == SinEnviar(visitas=9, equipos=3)
    assert sin_enviar.por("acompanante") == {ana.pk: SinEnviar(5, 2), beto.pk: SinEnviar(4, 1)}


def test_el_fin_del_programa_no_es_rotacion():
    for motivo in ("renuncia", "renuncia", "licencia", "fin_de_programa"):
        crear_asignacion(hasta=date(2026, 6, 1), motivo_fin=motivo)
    crear_asignacion(hasta=date(2025, 6, 1), motivo_fin="renuncia")

    cambios = rotacion(universo_total().asignaciones, HASTA_B3)

    assert cambios.por("motivo") == {"renuncia": Rotacion(2), "licencia": Rotacion(1)}


def test_ugel_y_provincia_cuentan_las_mismas_escuelas_de_dos_maneras():
    ugel = crear_ugel()
    otra = crear_ugel("130007", "Otuzco")
    cascas, salpo = crear_distrito(), crear_distrito("130613", "Salpo")
    for la_ugel, distrito in ((ugel, cascas), (ugel, salpo), (otra, salpo)):
        docente = crear_asignacion(
            docente=crear_docente(escuela=crear_escuela(ugel=la_ugel, distrito=distrito))
        ).docente
        crear_hecha(programada=crear_prevista(docente=docente, tipo="D", fecha=date(2026, 4, 15)))
    plan = visitas_del_plan(universo_total().programadas, HASTA_B3)

    assert plan.por("ugel") == {ugel.pk: Plan(2, 2), otra.pk: Plan(1, 1)}
    assert plan.por("provincia") == {cascas.provincia_id: Plan(1, 1), salpo.provincia_id: Plan(2, 2)}
    assert plan.por("ugel", "distrito")[ugel.pk, salpo.pk] == Plan(1, 1)
    assert plan.solo(ugel=ugel.pk).por("mes") == {4: Plan(2, 2)}
    de_ugel = visitas_del_plan(universo_total().de_ugel(ugel).programadas, HASTA_B3)
    de_provincia = visitas_del_plan(universo_total().de_provincia(salpo.provincia).programadas, HASTA_B3)
    assert (de_ugel.total, de_provincia.total) == (Plan(2, 2), Plan(2, 2))


def test_una_especialista_cuenta_su_ugel_y_nada_mas(carmen, territorio):
    aqui = crear_docente(escuela=territorio.corlas)
    alla = crear_docente(escuela=territorio.salpo)
    for docente in (aqui, alla):
        crear_asignacion(docente=docente)
        crear_hecha(programada=crear_prevista(docente=docente, tipo="D", fecha=date(2026, 4, 15)))

    universo = universo_de(carmen)

    assert visitas_del_plan(universo.programadas, HASTA_B3).por("ugel") == {
        territorio.gran_chimu.pk: Plan(1, 1)
    }
    assert visitas_hechas(universo.visitas, HASTA_B3).total.visitas == 1
    assert diagnosticas(universo.asignaciones, universo.visitas, HASTA_B3).total == Cobertura(1, 1)


@pytest.mark.parametrize("grupos", [1, 3])
def test_cada_indicador_es_una_consulta_haya_una_ugel_o_tres(grupos):
    for n in range(grupos):
        for docente in crear_grupo(ugel=f"13000{n + 2}", docentes=4):
            crear_hecha(programada=crear_prevista(docente=docente, tipo="D", fecha=date(2026, 4, 15)))
    u = universo_de(crear_usuario(Rol.COORDINADOR))
    with CaptureQueriesContext(connection) as consultas:
        visitas_del_plan(u.programadas, HASTA_B3)
        visitas_hechas(u.visitas, HASTA_B3)
        diagnosticas(u.asignaciones, u.visitas, HASTA_B3)
        compromisos_vencidos(u.compromisos, HASTA_B3)
        sin_sincronizar(u.dispositivos)
        rotacion(u.asignaciones, HASTA_B3)
        sesiones_realizadas(u.sesiones, HASTA_B3)

    assert len(consultas) == 7


def test_sin_ninguna_fila_las_cifras_son_cero_y_no_hay_porcentaje():
    u = universo_total()

    assert visitas_del_plan(u.programadas, HASTA_B3).total == Plan()
    assert visitas_hechas(u.visitas, HASTA_B3).total == Hechas()
    assert Plan().porcentaje is None
    assert diagnosticas(u.asignaciones, u.visitas, HASTA_B3).total.porcentaje is None


@pytest.mark.parametrize(
    ("parte", "todo", "esperado"),
    [(0, 300, 0), (1, 300, 1), (299, 300, 99), (300, 300, 100), (1530, 1770, 86), (0, 0, None)],
)
def test_cien_por_ciento_son_todas_y_cero_es_ninguna(parte, todo, esperado):
    assert porcentaje(parte, todo) == esperado


def test_pedir_menos_dimensiones_no_cambia_lo_que_se_suma_en_ellas():
    docente = crear_asignacion().docente
    crear_hecha(programada=crear_prevista(docente=docente, tipo="D", fecha=date(2026, 4, 15)))
    crear_prevista(docente=docente, tipo="A1", fecha=date(2026, 5, 15), estado="no_realizada", motivo="paro")
    crear_hecha(crear_asignacion().docente, tipo="X", fecha=date(2026, 5, 4), minutos=100)
    u = universo_total()

    for indicador, filas, dimensiones in (
        (visitas_del_plan, u.programadas, ("mes", "motivo", "al_corte")),
        (visitas_hechas, u.visitas, ("acompanante", "distrito")),
    ):
        todas, pocas = indicador(filas, HASTA_B3), indicador(filas, HASTA_B3, por=dimensiones)
        assert pocas.dimensiones == dimensiones
        assert pocas.total == todas.total
        assert [pocas.por(d) for d in dimensiones] == [todas.por(d) for d in dimensiones]
        with pytest.raises(ValueError, match="tuple"):
            pocas.por("tipo")


def test_lo_de_un_anio_anterior_no_entra_aunque_se_haya_hecho_este():
    tarde = crear_prevista(tipo="A1", fecha=date(2025, 11, 15))
    crear_hecha(programada=tarde, fecha=date(2026, 4, 15))

    assert visitas_del_plan(universo_total().programadas, HASTA_B3).total == Plan()
