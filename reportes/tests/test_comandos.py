"""The commands: what they write, and the sentence for each wrong argument."""

import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reportes import salud, services
from reportes.models import EstadoDeReporte, Reporte
from reportes.tests.pedidos import crear_reporte

pytestmark = pytest.mark.django_db


def correr(*argumentos):
    salida = StringIO()
    call_command(*argumentos, stdout=salida, stderr=salida)
    return salida.getvalue()


def generar(archivo, ambito="ugel", codigo="130012", periodo="2026-B1"):
    return correr(
        "generar_reporte",
        "--ambito",
        ambito,
        "--codigo",
        codigo,
        "--periodo",
        periodo,
        "--salida",
        str(archivo),
    )


@pytest.mark.lento
def test_generar_reporte_escribe_un_pdf(territorio, catalogos, tmp_path):
    assert "páginas" in generar(tmp_path / "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("argumentos", "frase"),
    [
        ({"ambito": "distrito"}, "«distrito» no es un ámbito. Elige ugel o provincia."),
        (
            {"codigo": "130099"},
            "No hay una UGEL con código «130099». Los códigos válidos son: 130012 (UGEL Gran Chimú), 130007",
        ),
        ({"periodo": "2026-B9"}, "El año escolar tiene cuatro bimestres"),
        ({"periodo": "2040"}, "no está en el calendario escolar"),
        ({"periodo": "abril"}, "«abril» no es un periodo"),
    ],
)
def test_un_dato_malo_se_explica_y_no_deja_archivo(territorio, catalogos, tmp_path, argumentos, frase):
    with pytest.raises(CommandError) as error:
        generar(tmp_path / "r.pdf", **argumentos)
    assert frase in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_una_salida_que_no_se_puede_escribir_se_dice(territorio, catalogos, tmp_path, paginas_de_prueba):
    with pytest.raises(CommandError, match="No se puede escribir en"):
        generar(tmp_path / "no" / "existe.pdf")


def test_generar_reportes_pide_uno_por_ugel_y_provincia(territorio, catalogos):
    assert "4 reportes de 2026-B1 pedidos." in correr("generar_reportes", "--periodo", "2026-B1")
    assert sorted(Reporte.objects.values_list("ambito", "codigo")) == [
        ("provincia", "1306"),
        ("provincia", "1311"),
        ("ugel", "130007"),
        ("ugel", "130012"),
    ]


def test_generar_reportes_con_un_periodo_malo_no_pide_ninguno(territorio, catalogos):
    with pytest.raises(CommandError, match="no está en el calendario"):
        correr("generar_reportes", "--periodo", "1999")
    assert not Reporte.objects.exists()


def test_generar_reportes_sin_padron_dice_que_falta(catalogos):
    with pytest.raises(CommandError, match="Carga primero un padrón"):
        correr("generar_reportes", "--periodo", "2026-B1")


def test_generar_reportes_cuenta_y_sale_mal_si_uno_no_se_pudo(
    territorio, catalogos, monkeypatch, carpeta_de_reportes
):
    def a_su_modo(self, ids, limite):
        for pk in ids[1:]:
            Reporte.objects.filter(pk=pk).update(estado=EstadoDeReporte.LISTO, archivo="x.pdf")
        Reporte.objects.filter(pk=ids[0]).update(estado=EstadoDeReporte.FALLIDO, error="El disco está lleno.")

    monkeypatch.setattr("reportes.management.commands.generar_reportes.Command._esperar", a_su_modo)
    salida = StringIO()
    with pytest.raises(CommandError, match="1 reportes no se pudieron preparar"):
        call_command("generar_reportes", "--periodo", "2026-B1", "--esperar", stdout=salida, stderr=salida)
    assert "UGEL Gran Chimú, 2026-B1: El disco está lleno." in salida.getvalue()
    assert "3 listos, 1 no se pudieron" in salida.getvalue()


def test_generar_reportes_no_espera_para_siempre(territorio, catalogos):
    with pytest.raises(CommandError, match="faltan 4 reportes"):
        correr("generar_reportes", "--periodo", "2026-B1", "--esperar", "--limite", "0")


def test_salud_dice_que_no_hay_trabajador_y_sale_mal(carpeta_de_reportes):
    with pytest.raises(CommandError, match="Algo no está bien"):
        correr("salud")


def test_salud_esta_bien_cuando_el_trabajador_da_seniales(carpeta_de_reportes):
    salud.latir()
    salida = correr("salud")
    assert "MAL" not in salida
    assert [linea.split("  ")[1].split(":")[0] for linea in salida.splitlines()] == [
        "base de datos",
        "cola de trabajos",
        "trabajador",
        "reportes en espera",
        "disco",
    ]


def test_salud_nota_el_trabajador_callado_y_el_reporte_que_espera(carpeta_de_reportes):
    salud.latir()
    os.utime(carpeta_de_reportes / ".latido", (0, 0))
    reporte = crear_reporte()
    Reporte.objects.filter(pk=reporte.pk).update(pedido_en="2026-01-01T00:00:00Z")
    mal = [estado.que for estado in salud.revisar() if not estado.bien]
    assert mal == ["trabajador", "reportes en espera"]


def test_salud_nota_el_disco_en_que_no_se_puede_escribir(settings, tmp_path):
    settings.DIR_REPORTES = tmp_path / "no-existe"
    assert "disco" in [estado.que for estado in salud.revisar() if not estado.bien]


def test_la_pagina_de_salud_no_pide_entrar_ni_da_detalles(client, carpeta_de_reportes):
    assert client.get("/salud/").status_code == 503
    salud.latir()
    respuesta = client.get("/salud/")
    assert (respuesta.status_code, respuesta["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert respuesta.content.decode().splitlines()[0] == "base de datos: bien"


def test_el_limpiador_no_toca_el_latido(carpeta_de_reportes):
    salud.latir()
    services.barrer()
    assert (carpeta_de_reportes / ".latido").exists()
