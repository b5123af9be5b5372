"""The catalogues: complete, well written, and safe to load again."""

from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command

from visitas.models import AnioEscolar, Bimestre, Descriptor, Instrumento, Protocolo, TipoDeVisita
from visitas.services.catalogos import cargar_catalogos
from visitas.tests.fabricas import crear_visita

pytestmark = pytest.mark.usefixtures("sin_catalogos")


def ordenar(capsys) -> str:
    call_command("cargar_catalogos")
    return capsys.readouterr().out


def test_la_primera_carga_dice_lo_que_creo(capsys):
    salida = ordenar(capsys)
    assert "años escolares: 3 creadas, 0 cambiadas" in salida
    assert "protocolos: 3 creadas, 0 cambiadas" in salida
    assert "descriptores: 44 creadas, 0 cambiadas" in salida


def test_la_segunda_carga_no_cambia_nada(capsys):
    cargar_catalogos()
    antes = sorted(Descriptor.objects.values_list("pk", "texto"))
    assert not any(cargar_catalogos())
    assert sorted(Descriptor.objects.values_list("pk", "texto")) == antes
    assert ordenar(capsys) == "Los catálogos ya estaban al día.\n"


def test_un_dato_corregido_en_el_archivo_se_corrige_en_la_base_y_se_dice(capsys):
    cargar_catalogos()
    Protocolo.objects.filter(nivel="secundaria").update(nombre="Otro nombre")
    salida = ordenar(capsys)
    assert "protocolos: 0 creadas, 1 cambiadas" in salida
    assert "cambió: Secundaria, versión 1" in salida
    assert Protocolo.objects.get(nivel="secundaria").nombre == "Secundaria"


def test_cargar_cuesta_pocas_consultas_la_segunda_vez(django_assert_max_num_queries):
    cargar_catalogos()
    with django_assert_max_num_queries(13):
        cargar_catalogos()


@pytest.mark.parametrize(
    ("nivel", "tipos"),
    [
        ("primaria", ["D", "A1", "A2", "A3", "A4", "A5", "A6", "C", "X"]),
        ("inicial", ["D", "A1", "A2", "A3", "A4", "C", "X"]),
        ("secundaria", ["D", "A1", "A2", "A3", "A4", "A5", "C", "X"]),
    ],
)
def test_cada_nivel_tiene_su_protocolo_con_sus_visitas_en_orden(nivel, tipos):
    cargar_catalogos()
    protocolo = Protocolo.objects.all().vigente_para(nivel)
    assert [t.codigo for t in protocolo.tipos.order_by("orden")] == tipos
    con_mes = list(protocolo.tipos.exclude(codigo="X").order_by("orden").values_list("mes", flat=True))
    assert con_mes == sorted(set(con_mes))
    assert "ditable" in protocolo.fuente


def test_primaria_multigrado_pide_lo_que_dice_su_protocolo():
    cargar_catalogos()
    protocolo = Protocolo.objects.get(codigo="pela-primaria-multigrado")
    assert (protocolo.carga_minima, protocolo.carga_maxima, protocolo.carga_de_aviso) == (9, 10, 12)
    assert set(protocolo.tipos.values_list("minutos", flat=True)) == {300}
    cuotas = {c.tipo: (c.cantidad, c.minutos) for c in protocolo.cuotas.all()}
    assert cuotas["microtaller"] == (8, 240)
    assert cuotas["taller"][0] == 2


def test_la_visita_adicional_queda_fuera_del_plan():
    cargar_catalogos()
    adicionales = TipoDeVisita.objects.filter(codigo="X")
    assert adicionales.count() == 3
    assert set(adicionales.values_list("mes", "obligatoria", "clase")) == {(None, False, "adicional")}


def test_cada_dia_de_clases_pertenece_a_un_solo_bimestre():
    cargar_catalogos()
    for anio in AnioEscolar.objects.all():
        bimestres = list(Bimestre.objects.filter(anio=anio).order_by("numero"))
        assert [b.numero for b in bimestres] == [1, 2, 3, 4]
        assert all((b.inicio - a.fin).days == 1 for a, b in pairwise(bimestres))
        assert bimestres[0].inicio <= anio.inicio
        assert anio.fin <= bimestres[-1].fin


def test_el_instrumento_tiene_once_competencias_con_cuatro_descriptores():
    cargar_catalogos()
    instrumento = Instrumento.objects.all().vigente()
    assert instrumento.etiquetas == ["I", "II", "III", "IV"]
    competencias = instrumento.competencias.prefetch_related("descriptores")
    assert [c.numero for c in competencias] == list(range(1, 12))
    assert all([d.nivel for d in c.descriptores.all()] == [1, 2, 3, 4] for c in competencias)


def test_los_descriptores_son_breves_distintos_y_no_juzgan():
    cargar_catalogos()
    textos = list(Descriptor.objects.values_list("texto", flat=True))
    assert len(set(textos)) == 44
    for texto in textos:
        assert 15 <= len(texto.split()) <= 35, texto
        for palabra in ("deficiente", "insuficiente", "incapaz", "malo", "mal ", "falla", "no logra"):
            assert palabra not in texto.lower()


def test_cambiar_el_texto_de_un_instrumento_con_visitas_se_rechaza_y_nada_se_escribe():
    cargar_catalogos()
    crear_visita()
    Descriptor.objects.filter(nivel=1, competencia__numero=1).update(texto="Otro texto")
    with pytest.raises(CommandError, match="crea una nueva"):
        call_command("cargar_catalogos")
    assert Descriptor.objects.get(nivel=1, competencia__numero=1).texto == "Otro texto"


def test_antes_de_la_primera_visita_el_texto_aun_se_puede_corregir():
    cargar_catalogos()
    Descriptor.objects.filter(nivel=1, competencia__numero=1).update(texto="Otro texto")
    call_command("cargar_catalogos")
    assert Descriptor.objects.get(nivel=1, competencia__numero=1).texto != "Otro texto"
