from datetime import UTC, date, datetime

import pytest

from reportes.models import Instantanea
from reportes.periodos import leer_periodo
from reportes.resultados import (
    NOTA_OCULTA,
    OCULTA,
    congelar_cerrados,
    instantanea_de,
    resultados_de,
    resultados_para,
)
from reportes.tests.fabricas import crear_grupo, crear_hecha
from visitas.models import NivelObservado, Visita

HOY = date(2026, 11, 24)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]


def bimestre(numero):
    return leer_periodo(f"2026-B{numero}", HOY)


def acompanar(docentes, *, base=2, ultima=3, fecha=date(2026, 5, 8), **cambios):
    """A diagnostic visit in April and one more, with competency 2 (and others in `niveles`) observed in both."""
    for docente in docentes:
        crear_hecha(docente, tipo="D", niveles={2: base})
        crear_hecha(docente, tipo="A1", fecha=fecha, niveles={2: ultima}, **cambios)


def competencia(ambito, numero=2, del_bimestre=1):
    resultados = resultados_de(instantanea_de(bimestre(del_bimestre), HOY), ambito).resultados
    return next(r for r in resultados if r.numero == numero)


def test_un_grupo_suficiente_muestra_sus_porciones_redondeadas():
    grupo = crear_grupo(docentes=8)
    acompanar(grupo[:3], base=1, ultima=2)
    acompanar(grupo[3:], base=2, ultima=3)

    visto = competencia("ugel:130012")

    assert [p.texto for p in visto.base] == ["40", "65", "<5", "<5"]
    assert [p.texto for p in visto.ultima] == ["<5", "40", "65", "<5"]
    assert visto.altos_texto == "<5 a 65\u00a0%"
    assert visto.texto == "<5 a 65\u00a0% en III o IV"
    assert visto.descripcion == (
        "Línea de base: I 40\u00a0%, II 65\u00a0%, III <5\u00a0%, IV <5\u00a0%. "
        "Última: I <5\u00a0%, II 40\u00a0%, III 65\u00a0%, IV <5\u00a0%."
    )


def test_una_cifra_oculta_se_ve_igual_sea_cual_sea_la_razon():
    acompanar(crear_grupo(docentes=4))
    acompanar(crear_grupo(ugel="130007", distrito="130613", docentes=9, escuelas=2))
    acompanar(crear_grupo(ugel="130009", distrito="130801", docentes=9, acompanantes=1))
    acompanar(crear_grupo(ugel="130002", distrito="131201", docentes=9))

    ocultas = [competencia(a) for a in ("ugel:130012", "ugel:130007", "ugel:130009", "ugel:999999")]

    assert ocultas == [ocultas[0]] * 4
    assert (ocultas[0].texto, ocultas[0].altos_texto, ocultas[0].descripcion) == (OCULTA, OCULTA, NOTA_OCULTA)
    assert (ocultas[0].base, ocultas[0].ultima, ocultas[0].fuera_texto) == ((), (), "")
    assert not competencia("ugel:130002").oculto
    assert resultados_de(Instantanea.objects.get(), "ugel:130012").docentes is None


def test_no_observado_no_es_nivel_uno_ni_entra_en_el_porcentaje():
    grupo = crear_grupo(docentes=12)
    for n, docente in enumerate(grupo):
        crear_hecha(docente, tipo="D", niveles={2: 2, 3: 1 if n < 6 else None})
        crear_hecha(docente, tipo="A1", fecha=date(2026, 5, 8), niveles={2: 2, 3: 4})

    dos, tres = competencia("region", 2), competencia("region", 3)

    assert [p.texto for p in tres.base] == [">99", "<1", "<1", "<1"]
    assert (dos.fuera_texto, tres.fuera_texto) == ("", "6")


def test_pocos_fuera_del_porcentaje_no_se_cuentan():
    grupo = crear_grupo(docentes=8)
    for n, docente in enumerate(grupo):
        crear_hecha(docente, tipo="D", niveles={2: 2, 3: 1 if n < 6 else None})
        crear_hecha(docente, tipo="A1", fecha=date(2026, 5, 8), niveles={2: 2, 3: 4})

    assert competencia("ugel:130012", 3).fuera_texto == OCULTA


def test_la_ultima_es_la_ultima_visita_donde_se_observo():
    grupo = crear_grupo(docentes=6)
    acompanar(grupo, base=1, ultima=3, fecha=date(2026, 5, 4))
    for docente in grupo:
        crear_hecha(docente, tipo="A2", fecha=date(2026, 5, 12), niveles={2: None})

    assert competencia("region").ultima[2].texto == ">99"


def test_sin_linea_de_base_no_hay_resultado():
    for docente in crear_grupo(docentes=6):
        crear_hecha(docente, tipo="A1", niveles={2: 2})
        crear_hecha(docente, tipo="A2", fecha=date(2026, 5, 8), niveles={2: 3})

    assert instantanea_de(bimestre(1), HOY) is None


def test_antes_de_que_cierre_el_plazo_no_hay_instantanea():
    acompanar(crear_grupo(docentes=6))

    assert instantanea_de(bimestre(1), date(2026, 5, 25)) is None
    assert instantanea_de(bimestre(1), date(2026, 5, 26)).periodo == "2026-B1"


def test_la_visita_que_llega_tarde_entra_en_el_bimestre_siguiente():
    grupo = crear_grupo(docentes=6)
    acompanar(grupo, recibida_en=datetime(2026, 5, 26, 6, tzinfo=UTC))

    assert instantanea_de(bimestre(1), HOY) is None
    assert not competencia("region", del_bimestre=2).oculto


def test_congelada_no_se_mueve_aunque_lleguen_mas_visitas():
    grupo = crear_grupo(docentes=12)
    acompanar(grupo[:6])
    antes = instantanea_de(bimestre(1), HOY).resultados
    acompanar(grupo[6:], base=4, ultima=4)

    assert instantanea_de(bimestre(1), HOY).resultados == antes


def test_las_mismas_filas_dan_la_misma_instantanea():
    acompanar(crear_grupo(docentes=9))
    acompanar(crear_grupo(ugel="130007", distrito="130613", docentes=7))
    primera = instantanea_de(bimestre(3), HOY).resultados
    Instantanea.objects.all().delete()

    assert instantanea_de(bimestre(3), HOY).resultados == primera


def test_provincia_menos_ugel_no_deja_a_un_grupo_pequeno():
    acompanar(crear_grupo(docentes=8), base=2, ultima=3)
    acompanar(crear_grupo(ugel="130007", docentes=2), base=1, ultima=1)

    de_ugel, de_provincia = competencia("ugel:130012"), competencia("provincia:1311")

    assert (de_ugel.base, de_ugel.ultima) == (de_provincia.base, de_provincia.ultima)
    assert competencia("ugel:130007").oculto
    assert resultados_de(Instantanea.objects.get(), "region").docentes == 8


def test_este_bimestre_menos_el_anterior_no_deja_a_un_grupo_pequeno():
    grupo = crear_grupo(docentes=9)
    acompanar(grupo[:6], base=2, ultima=3)
    acompanar(grupo[6:], base=1, ultima=1, fecha=date(2026, 6, 10))
    uno, dos = (resultados_de(instantanea_de(bimestre(n), HOY), "ugel:130012") for n in (1, 2))

    assert uno == dos
    assert dos.docentes == 6


def test_corregir_un_nivel_ya_congelado_oculta_lo_que_se_podria_restar():
    grupo = crear_grupo(docentes=6)
    acompanar(grupo)
    instantanea_de(bimestre(1), HOY)
    for docente in grupo:
        crear_hecha(docente, tipo="A2", fecha=date(2026, 6, 10), niveles={2: 4, 5: 2})
    NivelObservado.objects.filter(visita__docente=grupo[0], visita__tipo__codigo="D").update(nivel=1)

    assert competencia("ugel:130012", del_bimestre=2).oculto
    assert not competencia("ugel:130012", del_bimestre=1).oculto


def test_el_ultimo_bimestre_cerrado_es_el_del_anio_en_curso():
    acompanar(crear_grupo(docentes=6))
    cerrado, instantanea = resultados_para(leer_periodo("2026", HOY), HOY)

    assert (cerrado.codigo, instantanea.periodo) == ("2026-B3", "2026-B3")
    assert resultados_para(leer_periodo("2025", HOY), HOY) is None


def test_sin_visitas_no_se_congela_nada():
    assert instantanea_de(bimestre(1), HOY) is None
    assert not Instantanea.objects.exists()


def test_el_hallazgo_cuenta_las_competencias_que_crecieron():
    for docente in crear_grupo(docentes=8):
        crear_hecha(docente, tipo="D", niveles={2: 2, 3: 3})
        crear_hecha(docente, tipo="A1", fecha=date(2026, 5, 8), niveles={2: 3, 3: 3})
    instantanea = instantanea_de(bimestre(1), HOY)

    assert resultados_de(instantanea, "region").hallazgo == (
        "En 1 de las 2 competencias que se muestran creció 5 puntos o más el grupo en III o IV"
    )
    assert resultados_de(instantanea, "ugel:1").hallazgo == "Los niveles por competencia no se muestran"


def test_la_instantanea_no_guarda_a_ningun_docente():
    acompanar(crear_grupo(docentes=6))
    guardado = str(instantanea_de(bimestre(1), HOY).resultados)

    for visita in Visita.objects.all():
        assert str(visita.pk) not in guardado
        assert str(visita.docente_id) not in guardado


def test_cada_noche_se_congelan_los_bimestres_que_ya_cerraron_y_ninguno_mas():
    acompanar(crear_grupo(docentes=6))

    assert congelar_cerrados(date(2026, 5, 25)) == []
    assert congelar_cerrados(date(2026, 5, 26)) == ["2026-B1"]
    assert congelar_cerrados(HOY) == ["2026-B1", "2026-B2", "2026-B3"]
    assert competencia("region") == competencia("region", del_bimestre=1)
