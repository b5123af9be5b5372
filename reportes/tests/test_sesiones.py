"""Group sessions held, their hours and attendance: counts, per acompañante for the formador and per UGEL."""

from datetime import date

import pytest
from django.urls import reverse

from docentes.tests.fabricas import crear_acompanante
from reportes.indicadores import Sesiones, sesiones_realizadas, universo_de
from reportes.periodos import Rango
from visitas.tests.fabricas_de_sesiones import crear_grupal, crear_grupo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]

HASTA_JUNIO = Rango(date(2026, 3, 1), date(2026, 6, 30))


def hecha(acompanante, docentes, presentes, **cambios):
    datos = {"fecha": date(2026, 6, 12), "estado": "realizada"} | cambios
    sesion = crear_grupal(acompanante=acompanante, invitados=docentes, asistio=False, **datos)
    sesion.asistencias.filter(docente__in=docentes[:presentes]).update(asistio=True)
    return sesion


@pytest.fixture
def docentes(ana):
    return crear_grupo(ana.acompanante, 4)


def test_cuenta_sesiones_horas_y_asistencia_sin_multiplicar(ana, docentes, carmen):
    hecha(ana.acompanante, docentes, 3)
    hecha(ana.acompanante, docentes[:2], 1, minutos=180, tipo="gia", fecha=date(2026, 5, 8))
    desglose = sesiones_realizadas(universo_de(carmen).sesiones, HASTA_JUNIO)
    assert desglose.total == Sesiones(realizadas=2, minutos=420, invitaciones=6, asistencias=4)
    assert desglose.total.porcentaje == 67
    assert desglose.por("tipo")["gia"] == Sesiones(1, 180, 2, 1)


def test_no_cuentan_las_que_no_se_hicieron_ni_las_de_despues_del_corte(ana, docentes, carmen):
    crear_grupal(acompanante=ana.acompanante, invitados=docentes, fecha=date(2026, 6, 12))
    crear_grupal(acompanante=ana.acompanante, fecha=date(2026, 6, 12), estado="no_realizada", motivo="paro")
    hecha(ana.acompanante, docentes, 3, fecha=date(2026, 7, 3))
    assert sesiones_realizadas(universo_de(carmen).sesiones, HASTA_JUNIO).total == Sesiones()


def test_cada_quien_cuenta_lo_de_su_ambito(ana, docentes, territorio, carmen, dario, fidel):
    otro = crear_acompanante(ugel=territorio.otuzco)
    hecha(ana.acompanante, docentes, 3)
    hecha(otro, crear_grupo(otro, 1), 1)

    def total(usuario):
        return sesiones_realizadas(universo_de(usuario).sesiones, HASTA_JUNIO).total.realizadas

    assert (total(carmen), total(dario), total(fidel), total(ana)) == (1, 1, 2, 0)


def test_el_tablero_dice_cuantas_y_por_acompanante_sin_nombrar_docentes(ana, docentes, fidel, cliente_de):
    hecha(ana.acompanante, docentes, 3)
    respuesta = cliente_de(fidel).get(reverse("tablero"), {"periodo": "2026"})
    assert ("Sesiones grupales", "1 en 4\u00a0h, asistió el 75\u00a0%") in respuesta.context["hechos"]
    assert [
        (f.nombre, f.sesiones.realizadas, f.sesiones.horas) for f in respuesta.context["por_acompanante"]
    ] == [("Campos, Ana", 1, 4)]
    assert docentes[0].apellidos not in respuesta.content.decode()
