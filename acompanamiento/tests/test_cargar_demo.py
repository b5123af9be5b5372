"""When the demo is not loaded: real data, bad options, and the day that it picks out of season."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from acompanamiento.demo.calendario import reloj_para
from acompanamiento.demo.carga import HayDatosReales, cargar_demo
from acompanamiento.demo.personas import Cartera, Tramo
from acompanamiento.demo.programacion import planear_anio
from docentes.models import Docente, Rol, Usuario
from docentes.tests.fabricas import crear_asignacion, crear_docente, crear_usuario
from visitas.models import Protocolo, VisitaProgramada

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


@pytest.fixture
def cartera(catalogos, ana):
    """Ana's caseload, ten teachers since the start of the year."""
    docentes = [crear_docente() for _ in range(10)]
    tramos = {
        d.pk: [Tramo(crear_asignacion(docente=d, acompanante=ana.acompanante), ana.acompanante)]
        for d in docentes
    }
    return Cartera("130012", ana.acompanante, docentes, tramos=tramos)


DIAS = [
    (date(2026, 11, 27), date(2026, 11, 27)),
    (date(2026, 11, 28), date(2026, 11, 27)),
    (date(2026, 11, 29), date(2026, 11, 27)),
    (date(2026, 10, 8), date(2026, 10, 7)),
    (date(2026, 12, 31), date(2026, 12, 11)),
    (date(2027, 1, 1), date(2026, 12, 11)),
    (date(2027, 1, 20), date(2026, 12, 11)),
    (date(2027, 3, 31), date(2026, 12, 11)),
]


def _por_hacer_de_rosa(cartera, hoy):
    """What a load on that day would plan for the first teacher of Ana's and leave to be done, the first of them."""
    reloj = reloj_para(hoy)
    tipos = {p.nivel: list(p.tipos.filter(mes__isnull=False)) for p in Protocolo.objects.filter(vigente=True)}
    citas = planear_anio(cartera, reloj.anio.anio, reloj, tipos)
    de_rosa = [c for c in citas if c.docente is cartera.docentes[0] and not c.hecha and not c.motivo]
    return min(de_rosa, key=lambda c: c.fecha)


@pytest.mark.parametrize(("hoy", "esperada"), DIAS)
def test_la_visita_de_rosa_queda_por_hacer_en_el_ultimo_dia_de_clase(cartera, hoy, esperada):
    """On a weekend, a holiday or out of season she is one day late, and today's main job can be tried."""
    assert _por_hacer_de_rosa(cartera, hoy).fecha == esperada


@pytest.mark.parametrize("hoy", [hoy for hoy, _ in DIAS])
def test_ana_registra_la_visita_de_rosa_desde_su_inicio_cualquier_dia_del_anio(
    cartera, ana, cliente_de, monkeypatch, hoy
):
    """In January, too: the year that ended is not closed until its report is sent."""
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: hoy)
    cita = _por_hacer_de_rosa(cartera, hoy)
    programada = VisitaProgramada.objects.create(
        docente=cita.docente,
        acompanante=cita.acompanante,
        tipo=cita.tipo,
        anio=cita.fecha.year,
        fecha=cita.fecha,
        fecha_original=cita.fecha,
    )

    texto = cliente_de(ana).get(reverse("inicio")).content.decode()

    assert f"{reverse('visita_nueva')}?programada={programada.pk}" in texto
