from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from reportes.graficos import distribucion, grafico_de_meses, mapa_de_provincias, multiples
from reportes.indicadores import Plan
from reportes.periodos import Periodo
from reportes.resultados.objeto import leer

ANIO = Periodo("2026", 2026, None, date(2026, 3, 1), date(2026, 3, 1), date(2026, 12, 31), date(2026, 10, 15))
B3 = Periodo("2026-B3", 2026, 3, date(2026, 3, 1), date(2026, 7, 25), date(2026, 10, 9), date(2026, 10, 9))
POR_MES = {6: Plan(300, 262), 7: Plan(270, 214), 10: Plan(300, 97), 11: Plan(330, 0)}


def provincia(codigo, nombre):
    return SimpleNamespace(codigo=codigo, nombre=nombre)


def dibujar(cual, g, **contexto):
    return render_to_string(f"reportes/graficos/{cual}.html", {"g": g} | contexto)


def test_el_titulo_es_el_hallazgo_y_el_mes_en_curso_no_cuenta():
    grafico = grafico_de_meses(POR_MES, ANIO, ambito_texto="región")

    assert grafico.titulo == "Julio tuvo la mayor brecha: 56 visitas sin hacer"
    assert grafico.medida == "Visitas hechas y planificadas por mes, región. Octubre va hasta el día 15."
    assert grafico.descripcion == (
        "Jun: 262 de 300; Jul: 214 de 270; Ago: 0 de 0; Set: 0 de 0; Oct: 97 de 300; Nov: 0 de 330"
    )
    assert [b.mes for b in grafico.barras if b.en_curso] == [10]


@pytest.mark.parametrize(
    ("por_mes", "titulo"),
    [
        ({}, "Aún no hay visitas planificadas"),
        ({6: Plan(3, 3)}, "En cada mes terminado se hicieron todas las visitas planificadas"),
        ({6: Plan(3, 2)}, "Junio tuvo la mayor brecha: 1 visita sin hacer"),
        ({11: Plan(3, 0)}, "Aún no termina ningún mes con visitas planificadas"),
    ],
)
def test_cada_situacion_tiene_su_frase(por_mes, titulo):
    assert grafico_de_meses(por_mes, ANIO, ambito_texto="región").titulo == titulo


def test_el_mapa_nombra_a_las_provincias_bajo_el_umbral():
    filas = [
        (provincia("1303", "Bolívar"), Plan(100, 74)),
        (provincia("1308", "Pataz"), Plan(100, 77)),
        (provincia("1301", "Trujillo"), Plan(100, 93)),
        (provincia("1312", "Virú"), Plan()),
    ]
    mapa = mapa_de_provincias(filas, ANIO)

    assert mapa.titulo == "Bolívar y Pataz quedan por debajo de 80\u00a0%"
    assert mapa.descripcion == "Bolívar 74\u00a0%, Pataz 77\u00a0%, Trujillo 93\u00a0%, Virú sin plan"
    assert len({(losa.x, losa.y) for losa in mapa.losas}) == 4


def test_los_multiples_dejan_fuera_lo_que_no_tiene_plan():
    g = multiples([("Ascope", {7: Plan(4, 1), 8: Plan(4, 4)}), ("Virú", {7: Plan(0, 0)})], ANIO)

    assert [(nombre, m.medida) for nombre, m in g.graficos] == [("Ascope", "5 de 8")]
    assert g.titulo == "Julio quedó por debajo del propio promedio en 1 de 1 provincia"


def test_dos_competencias_ocultas_se_dibujan_igual():
    resultados = leer(None, {1: "Una", 2: "Una"}, region=False)
    g = distribucion(resultados, B3, ambito_texto="UGEL Otuzco")
    uno, dos = (render_to_string("reportes/graficos/par.svg", {"p": par}) for par in g.pares)

    assert uno == dos.replace("dist-2", "dist-1").replace("Competencia 2", "Competencia 1")
    assert "‹5" in uno
    assert "‹5" in dibujar("distribucion", g)


def test_las_porciones_gruesas_llenan_el_ancho():
    cifras = {"base": [40, 65, 0, 0], "ultima": [0, 35, 65, 0], "altos": [0, 65], "fuera": None}
    resultados = leer({"docentes": 8, "competencias": {"2": cifras}}, {2: "Tiempo"}, region=False)
    par = distribucion(resultados, B3, ambito_texto="UGEL Otuzco").pares[0]

    assert [(s.texto, s.ancho) for s in par.base] == [("40", "38.1"), ("65", "61.9")]
    assert sum(float(s.ancho) for s in par.ultima) == pytest.approx(100)


@pytest.mark.parametrize("en_papel", [True, False])
def test_cada_grafico_lleva_titulo_descripcion_y_tabla_y_ningun_estilo(en_papel):
    dibujos = [
        dibujar("meses", grafico_de_meses(POR_MES, ANIO, ambito_texto="región"), en_papel=en_papel),
        dibujar(
            "mapa", mapa_de_provincias([(provincia("1303", "Bolívar"), Plan(4, 3))], ANIO), en_papel=en_papel
        ),
        dibujar("multiples", multiples([("Ascope", POR_MES)], ANIO), en_papel=en_papel),
    ]
    for dibujo in dibujos:
        assert "<title" in dibujo
        assert "<desc" in dibujo
        assert "<table" in dibujo
        assert ("<details" in dibujo) is not en_papel
        for fuera in (" style=", "<style", "viewBox", "<use"):
            assert fuera not in dibujo
