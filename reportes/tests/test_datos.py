"""What a report says: totals that agree, sentences that count, a fixed number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acompanamiento.comun.errores import Rechazo
from docentes.tests.fabricas import crear_asignacion, crear_docente
from escuelas.tests.fabricas import crear_distrito, crear_escuela
from reportes import indicadores
from reportes.ambitos import todos
from reportes.datos import datos_de_reporte, textos
from reportes.tests.fabricas import crear_hecha, crear_prevista

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos", "territorio")]

HOY = date(2026, 11, 20)


def datos(ambito="ugel", codigo="130012", periodo="2026-B1"):
    return datos_de_reporte(ambito, codigo, periodo, hoy=HOY)


def test_las_escuelas_suman_lo_mismo_por_ugel_y_por_provincia(territorio):
    crear_escuela(ugel=territorio.gran_chimu, distrito=territorio.salpo.distrito)
    totales = {"ugel": 0, "provincia": 0}
    for ambito in todos():
        totales[ambito.tipo] += datos(ambito.tipo, ambito.codigo).escuelas
    assert totales == {"ugel": 3, "provincia": 3}


def test_las_visitas_hechas_se_cuentan_una_vez_en_cada_particion():
    docente = crear_asignacion().docente
    crear_hecha(programada=crear_prevista(docente, fecha=date(2026, 4, 10)))
    crear_prevista(docente, tipo="A2", fecha=date(2026, 5, 10))
    for ambito, codigo in (("ugel", "130012"), ("provincia", "1311")):
        assert datos(ambito, codigo).hallazgo == "Se hizo 1 de las 2 visitas planificadas"


def test_las_filas_suman_el_total(territorio):
    lucma = crear_escuela(ugel=territorio.gran_chimu, distrito=crear_distrito("131102", nombre="Lucma"))
    for escuela in (lucma, territorio.corlas):
        crear_prevista(
            crear_asignacion(docente=crear_docente(escuela=escuela)).docente, fecha=date(2026, 4, 10)
        )
    tabla = datos().tablas[0]
    assert [fila.nombre for fila in tabla.filas] == ["Cascas", "Lucma"]
    assert tabla.total.planificadas == sum(fila.planificadas for fila in tabla.filas) == 2
    assert tabla.total.escuelas == sum(fila.escuelas for fila in tabla.filas) == 2


def test_un_ambito_que_cruza_lleva_la_tabla_de_la_otra_particion(territorio):
    assert [t.columna for t in datos().tablas] == ["Distrito"]
    crear_escuela(ugel=territorio.gran_chimu, distrito=territorio.salpo.distrito)
    assert [t.columna for t in datos().tablas] == ["Distrito", "Provincia"]
    assert [t.columna for t in datos("provincia", "1306").tablas] == ["Distrito", "UGEL"]
    assert [fila.nombre for fila in datos().tablas[0].filas] == ["Cascas (Gran Chimú)", "Salpo (Otuzco)"]


def test_sin_docentes_el_reporte_cuenta_las_escuelas_y_lo_dice():
    vacio = datos()
    assert vacio.hallazgo == "Aún no hay docentes acompañados en este ámbito"
    assert vacio.resumen.startswith("El padrón registra 1 escuela en este ámbito.")
    assert vacio.meses is None


def test_un_periodo_que_no_empieza_se_explica():
    with pytest.raises(Rechazo, match="aún no hay qué informar"):
        datos_de_reporte("ugel", "130012", "2026-B4", hoy=date(2026, 5, 1))


def test_los_datos_sinteticos_se_dicen(territorio):
    assert datos().sintetico is False
    crear_escuela(ugel=territorio.gran_chimu, es_sintetica=True)
    assert datos().sintetico is True
    assert datos("ugel", "130007").sintetico is False


def test_el_numero_de_consultas_no_depende_de_las_filas(territorio):
    def consultas():
        with CaptureQueriesContext(connection) as captura:
            datos()
        return len(captura)

    crear_prevista(fecha=date(2026, 4, 10))
    datos()
    una = consultas()
    for n in (2, 3, 4):
        crear_escuela(
            ugel=territorio.gran_chimu, distrito=crear_distrito(f"13110{n}", nombre=f"Distrito {n}")
        )
        crear_prevista(fecha=date(2026, 4, 10 + n))
    assert consultas() == una


@pytest.mark.parametrize(
    ("planificadas", "hechas", "frase"),
    [
        (0, 0, "Aún no hay visitas planificadas hasta esta fecha"),
        (1, 1, "Se hizo la única visita planificada"),
        (4, 4, "Se hicieron las 4 visitas planificadas"),
        (4, 1, "Se hizo 1 de las 4 visitas planificadas"),
        (1530, 1201, "Se hicieron 1\u00a0201 de las 1\u00a0530 visitas planificadas"),
    ],
)
def test_el_hallazgo_es_una_frase_con_sus_dos_numeros(planificadas, hechas, frase):
    assert textos.hallazgo(indicadores.Plan(planificadas, hechas), 3) == frase
