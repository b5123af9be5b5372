"""When the demo is not loaded: real data, bad options, and the day that it picks out of season."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from acompanamiento.demo.calendario import reloj_para
from acompanamiento.demo.carga import HayDatosReales, cargar_demo
from docentes.models import Docente, Rol, Usuario
from docentes.tests.fabricas import crear_usuario
from visitas.models import VisitaProgramada

HOY = date(2026, 10, 15)


def test_se_niega_si_hay_datos_reales(db):
    crear_usuario(Rol.FORMADOR)
    with pytest.raises(HayDatosReales, match="1 cuentas"):
        cargar_demo(fecha=HOY)
    with pytest.raises(CommandError, match="datos reales"):
        call_command("cargar_demo", verbosity=0)
    assert Docente.objects.count() == 0


@pytest.mark.parametrize(
    ("opciones", "mensaje"),
    [
        ({"fecha": "15/10/2026"}, "no es una fecha"),
        ({"fecha": "2020-05-05"}, "no tiene un año escolar"),
        ({"escala": "0"}, "no es un número de 1 a 100"),
    ],
)
def test_una_opcion_mala_se_dice_y_no_escribe_nada(db, opciones, mensaje):
    with pytest.raises(CommandError, match=mensaje):
        call_command("cargar_demo", verbosity=0, **opciones)
    assert Usuario.objects.count() == 0


@pytest.mark.usefixtures("catalogos")
def test_fuera_de_la_temporada_se_queda_en_su_ultimo_dia():
    assert reloj_para(date(2027, 1, 20)).hoy == date(2026, 12, 11)
    assert reloj_para(date(2026, 5, 4)).hoy == date(2026, 5, 4)
    assert [a.anio for a in reloj_para(date(2026, 5, 4)).anios] == [2025, 2026]


@pytest.mark.lento
@pytest.mark.una_vez
def test_un_sabado_la_visita_de_rosa_quedo_pendiente_el_viernes(db):
    sabado = date(2026, 11, 28)

    cargar_demo(fecha=sabado)

    de_rosa = VisitaProgramada.objects.filter(docente__usuario__username="rosa", anio=2026)
    atrasada = de_rosa.atrasadas(sabado).get()
    assert (atrasada.fecha, atrasada.acompanante.usuario.username) == (date(2026, 11, 27), "ana")
