"""Progress is counted from visits and sessions, and the year's trips from its dates."""

from datetime import date, time

import pytest

from visitas.avance_de_plan import avance_de
from visitas.models import ActividadDePlan, Asistencia, SesionGrupal
from visitas.planes.calendario import Viaje, meses_de, viajes
from visitas.planes.foto import tomar
from visitas.tests.fabricas import crear_programada, crear_visita
from visitas.tests.planes import crear_plan

HOY = date(2026, 10, 15)


@pytest.fixture
def plan(catalogos, rosa, ana):
    """A visit in May and another in June, of which May's was done; activities that end before today and after."""
    programada = crear_programada(docente=rosa.docente, acompanante=ana.acompanante, fecha=date(2026, 5, 20))
    crear_programada(docente=rosa.docente, acompanante=ana.acompanante, tipo="A2", fecha=date(2026, 6, 20))
    crear_visita(
        docente=rosa.docente, tipo="A1", programada=str(programada.pk), fecha=date(2026, 5, 20), hoy=HOY
    )
    plan = crear_plan(ana.acompanante)
    ActividadDePlan.objects.all().delete()
    return plan


def actividad(plan, tipo, desde, hasta):
    return ActividadDePlan.objects.create(
        linea=plan.lineas.get(), tipo=tipo, que=f"{tipo} {hasta}", desde=desde, hasta=hasta
    )


def sesion(plan, docente, dia, estado="realizada", tipo="gia", asistio=True, **cambios):
    creada = SesionGrupal.objects.create(
        acompanante=plan.acompanante, tipo=tipo, anio=2026, fecha_original=dia, fecha=dia, inicio=time(9),
        fin=time(12), minutos=180, lugar="Cascas", tema="Retos", estado=estado, **cambios,
    )  # fmt: skip
    Asistencia.objects.create(sesion=creada, docente=docente, asistio=asistio)


def medir(plan, rosa):
    return avance_de(plan, tomar(plan), [str(rosa.docente.pk)], HOY)


def test_cuenta_visitas_y_sesiones_hechas_y_previstas(plan, rosa):
    sesion(plan, rosa.docente, date(2026, 7, 1))
    sesion(plan, rosa.docente, date(2026, 8, 1), asistio=False)
    sesion(plan, rosa.docente, date(2026, 11, 1), estado="programada", asistio=None)
    sesion(plan, rosa.docente, date(2026, 9, 1), estado="no_realizada", asistio=None, motivo="paro")
    avance = medir(plan, rosa)
    suyo = avance.por_docente[str(rosa.docente.pk)]
    assert (suyo.visitas, suyo.visitas_del_plan) == (1, 2)
    assert (suyo.sesiones, suyo.sesiones_del_plan) == (1, 3)
    assert (avance.total.sesiones, avance.total.sesiones_del_plan) == (2, 3)


def test_vence_lo_que_paso_sin_una_visita_o_sesion_de_ese_tipo_en_su_plazo(plan, rosa):
    sesion(plan, rosa.docente, date(2026, 7, 1))
    actividad(plan, "visita", date(2026, 5, 1), date(2026, 5, 31))
    actividad(plan, "visita", date(2026, 6, 1), date(2026, 6, 30))
    actividad(plan, "gia", date(2026, 7, 1), date(2026, 7, 31))
    actividad(plan, "microtaller", date(2026, 7, 1), date(2026, 7, 31))
    actividad(plan, "materiales", date(2026, 5, 1), date(2026, 5, 31))
    actividad(plan, "taller", date(2026, 10, 1), HOY)
    vencidas = medir(plan, rosa).por_docente[str(rosa.docente.pk)].vencidas
    assert vencidas == [
        ("Visita en aula: visita 2026-06-30", date(2026, 6, 30)),
        ("Microtaller: microtaller 2026-07-31", date(2026, 7, 31)),
    ]


def test_los_dias_seguidos_en_un_distrito_son_un_viaje():
    dias = [
        (date(2026, 5, 4), "Cascas"),
        (date(2026, 5, 5), "Cascas"),
        (date(2026, 5, 6), "Lucma"),
        (date(2026, 5, 7), "Cascas"),
        (date(2026, 5, 11), "Cascas"),
    ]
    assert [(v.distrito, v.dias, v.visitas) for v in viajes(dias)] == [
        ("Cascas", 2, 2),
        ("Lucma", 1, 1),
        ("Cascas", 1, 1),
        ("Cascas", 1, 1),
    ]


def test_el_anio_se_lee_por_mes_con_sus_sesiones():
    calendario = {
        "visitas": [{"fecha": "2026-05-04", "distrito": "Cascas"}, {"fecha": "2026-06-01", "distrito": ""}],
        "sesiones": [{"fecha": "2026-06-08", "tipo": "gia", "tema": "Retos"}],
    }
    mayo, junio = meses_de(calendario)
    assert (mayo.nombre, mayo.visitas, mayo.sesiones) == ("mayo", 1, [])
    assert mayo.rutas == [("Cascas", [Viaje("Cascas", date(2026, 5, 4), date(2026, 5, 4), 1)])]
    assert junio.sesiones == [("Grupo de interaprendizaje", date(2026, 6, 8), "Retos")]
