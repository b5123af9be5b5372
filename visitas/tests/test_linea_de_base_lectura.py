"""Reading a baseline: coverage, small groups of pupils, and the year's start against its end."""

import pytest

from docentes.models import Docente
from docentes.tests.fabricas import crear_asignacion, crear_docente
from visitas.linea_de_base import cobertura, comparar, cuadros_de_aprendizaje, escuelas_de
from visitas.models import Caracterizacion, EstadoDeCaracterizacion, Momento, Necesidad

from .fabricas import crear_visita
from .fabricas_de_base import crear_caracterizacion, crear_necesidad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


def cubierto(anio=2026):
    docentes = Docente.objects.all()
    return cobertura(
        Caracterizacion.objects.all(), Necesidad.objects.all(), escuelas_de(docentes), docentes, anio
    )


def test_la_cobertura_cuenta_escuelas_y_docentes_del_anio():
    primera = crear_asignacion()
    colega = crear_docente(escuela=primera.docente.escuela)
    crear_asignacion(docente=colega, acompanante=primera.acompanante)
    otra = crear_asignacion()
    crear_caracterizacion(escuela=primera.docente.escuela)
    crear_caracterizacion(escuela=primera.docente.escuela, momento=Momento.CIERRE)
    crear_caracterizacion(escuela=otra.docente.escuela, estado=EstadoDeCaracterizacion.BORRADOR)
    crear_caracterizacion(escuela=otra.docente.escuela, anio=2025)
    crear_visita(docente=colega, acompanante=primera.acompanante, tipo="D", fecha="2026-04-15")
    crear_visita(docente=otra.docente, tipo="A1", fecha="2026-05-15")
    crear_necesidad(docente=colega, autor=primera.acompanante)
    crear_necesidad(docente=colega, autor=primera.acompanante, competencia=4, prioridad=2)

    c = cubierto()
    assert (c.escuelas, c.con_inicio, c.con_cierre) == (2, 1, 1)
    assert (c.docentes, c.con_diagnostica, c.con_necesidades) == (3, 1, 1)
    assert (c.sin_inicio, c.sin_cierre, c.sin_diagnostica, c.sin_necesidades) == (1, 1, 2, 2)
    assert (cubierto(2025).con_inicio, cubierto(2025).con_diagnostica) == (1, 0)


def test_sin_docentes_la_cobertura_es_cero():
    assert cubierto().escuelas == cubierto().docentes == 0


# --- Small groups of pupils


def cuadro(aprendizajes, con_detalle=False):
    matricula = {grado: 20 for grado, _ in aprendizajes}
    c = crear_caracterizacion(aprendizajes=aprendizajes, matricula=matricula)
    return cuadros_de_aprendizaje(c, con_detalle=con_detalle)[0]


def cuentas(cuadro):
    return {f.codigo: f.medida.cuentas for f in cuadro.filas}


def test_un_grado_de_uno_a_cuatro_solo_muestra_su_total():
    c = cuadro(
        {("1", "comunicacion"): (4, 0, 0), ("2", "comunicacion"): (3, 2, 0), ("3", "comunicacion"): (1, 1, 1)}
    )
    assert cuentas(c) == {"1": (), "2": (3, 2, 0), "3": ()}
    assert [f.medida.evaluados for f in c.filas] == [4, 5, 3]
    assert c.hay_ocultas


def test_si_un_solo_grado_es_pequeno_la_resta_no_lo_devuelve():
    c = cuadro({("1", "comunicacion"): (4, 0, 0), ("2", "comunicacion"): (3, 2, 0)})
    assert (c.total.evaluados, c.total.cuentas) == (9, ())
    junto_con_otro = cuadro(
        {("1", "comunicacion"): (4, 0, 0), ("2", "comunicacion"): (3, 2, 0), ("3", "comunicacion"): (1, 0, 0)}
    )
    assert junto_con_otro.total.cuentas == (8, 2, 0)


def test_quien_acompana_ve_los_niveles_de_todos_los_grados():
    c = cuadro({("1", "comunicacion"): (1, 0, 0), ("2", "comunicacion"): (3, 2, 0)}, con_detalle=True)
    assert cuentas(c) == {"1": (1, 0, 0), "2": (3, 2, 0)}
    assert c.total.cuentas == (4, 2, 0)
    assert not c.hay_ocultas


def test_un_grado_con_matricula_y_sin_medir_se_dice():
    c = crear_caracterizacion(matricula={"1": 12, "2": 7})
    filas = cuadros_de_aprendizaje(c, con_detalle=True)[0].filas
    assert [(f.nombre, f.matricula, f.medida.evaluados) for f in filas] == [("1.º", 12, 12), ("2.º", 7, 0)]


def test_la_barra_suma_el_ancho_y_dice_lo_mismo_que_las_cuentas():
    medida = cuadro({("1", "comunicacion"): (6, 4, 0)}).total
    assert [(t.x, t.ancho, t.texto) for t in medida.tramos] == [
        ("0.00", "60.00", "6"),
        ("60.00", "40.00", "4"),
    ]
    assert medida.en_palabras == "en inicio 6, en proceso 4, satisfactorio 0"


# --- Start and end of the year


def par(inicio=None, cierre=None, **de_cierre):
    primera = crear_caracterizacion(**(inicio or {}))
    return primera, crear_caracterizacion(
        escuela=primera.escuela, momento=Momento.CIERRE, **(cierre or {}), **de_cierre
    )


def test_las_debilidades_se_comparan_por_dimension():
    inicio, cierre = par(
        inicio={
            "hallazgos": [
                ("pedagogica", d, "debilidad") for d in ("tiempo", "clima", "evaluacion", "materiales")
            ]
        },
        cierre={
            "hallazgos": [
                ("pedagogica", "tiempo", "fortaleza"),
                ("pedagogica", "clima", "debilidad"),
                ("pedagogica", "evaluacion", "fortaleza"),
                ("pedagogica", "evaluacion", "debilidad"),
                ("gestion", "local", "debilidad"),
            ]
        },
    )
    c = comparar(inicio, cierre, con_detalle=True)
    assert {d.dimension: d.estado for d in c.debilidades} == {
        "Convivencia en el aula": "Sigue por atender",
        "Uso del tiempo de clase": "Ahora es fortaleza",
        "Materiales y recursos del aula": "Sin registro al cierre",
        "Evaluación y retroalimentación": "Avanzó, y aún queda por hacer",
    }
    assert c.atendidas == 2
    assert [h.dimension for h in c.nuevas] == ["local"]


def test_los_aprendizajes_se_comparan_por_grado_y_area():
    inicio, cierre = par(
        inicio={
            "aprendizajes": {("1", "comunicacion"): (6, 4, 0), ("1", "matematica"): (5, 5, 0)},
            "matricula": {"1": 10},
        },
        cierre={"aprendizajes": {("1", "comunicacion"): (2, 5, 3)}, "matricula": {"1": 10}},
    )
    (area,) = comparar(inicio, cierre, con_detalle=False).areas
    assert area.nombre == "Comunicación"
    assert [(f.nombre, f.inicio.cuentas, f.cierre.cuentas) for f in area.filas] == [
        ("1.º", (6, 4, 0), (2, 5, 3))
    ]
    assert area.total.cierre.niveles[2] == ("Satisfactorio", 3, "30\u00a0%")


def test_sin_los_mismos_grados_no_hay_total_de_la_escuela():
    inicio, cierre = par(
        inicio={"aprendizajes": {("1", "comunicacion"): (6, 4, 0), ("2", "comunicacion"): (5, 0, 0)}},
        cierre={"aprendizajes": {("1", "comunicacion"): (2, 5, 3)}},
    )
    (area,) = comparar(inicio, cierre, con_detalle=True).areas
    assert area.total is None
    assert [(f.nombre, f.cierre.evaluados) for f in area.filas] == [("1.º", 10), ("2.º", 0)]
