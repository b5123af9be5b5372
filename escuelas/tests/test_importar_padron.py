"""What an import keeps, what it names and what it leaves alone."""

from pathlib import Path

import pytest

from escuelas.models import Distrito, Escuela, Ugel
from escuelas.services import PadronIlegible, importar_padron
from escuelas.services.padron import informe as informes

from .fabricas import crear_distrito, crear_escuela, crear_ugel
from .padrones import FILA, escribir_csv, fila, filas

pytestmark = pytest.mark.django_db
REAL = Path(__file__).resolve().parents[3] / "shared/data/padron_la_libertad_2023_primaria_secundaria.csv"


@pytest.fixture
def importar(tmp_path):
    def _importar(*datos, **opciones):
        return importar_padron(ruta=escribir_csv(tmp_path / "padron.csv", list(datos)), **opciones)

    return _importar


def _cuentas(informe):
    return informe.nuevas, informe.cambian, informe.iguales, informe.con_error


@pytest.mark.skipif(not REAL.exists(), reason="the published file is not beside the project")
def test_el_padron_de_la_libertad_entra_completo_y_dos_veces_no_cambia_nada():
    primera = importar_padron(ruta=REAL)
    antes = list(Escuela.objects.order_by("pk").values())
    segunda = importar_padron(ruta=REAL)

    assert _cuentas(primera) == (3017, 0, 0, 0)
    assert primera.territorio == {"region": 1, "ugel": 15, "provincia": 12, "distrito": 83}
    assert _cuentas(segunda) == (0, 0, 3017, 0)
    assert list(Escuela.objects.order_by("pk").values()) == antes
    assert Ugel.objects.get(codigo="130016").nombre == "03 Trujillo Nor Oeste"
    assert Escuela.objects.filter(nivel="", modalidad="").count() == 3017
    assert Escuela.objects.get(codigo_modular="0267963").nombre == "IE 0267963"


def test_cargar_dos_veces_no_cambia_nada(importar):
    datos = filas(3)
    importar(*datos)
    antes = list(Escuela.objects.order_by("pk").values())

    informe = importar(*datos)

    assert _cuentas(informe) == (0, 0, 3, 0)
    assert informe.territorio_nuevo == {}
    assert list(Escuela.objects.order_by("pk").values()) == antes


def test_un_archivo_mas_largo_que_un_lote_entra_entero(importar):
    assert _cuentas(importar(*filas(1100))) == (1100, 0, 0, 0)
    assert Escuela.objects.count() == 1100


def test_carga_las_filas_buenas_y_nombra_las_malas(importar):
    informe = importar(fila(), fila(COD_MOD="ABC"), fila(COD_MOD="0212043"))

    assert _cuentas(informe) == (2, 0, 0, 1)
    (error,) = informe.errores
    assert (error.linea, error.columna, error.valor) == (3, "COD_MOD", "ABC")
    assert str(error) == "COD_MOD «ABC»: debe tener 7 dígitos. Cópialo otra vez del padrón."


@pytest.mark.parametrize(
    ("columna", "valor", "regla"),
    [
        ("COD_MOD", "267963.0", "la hoja de cálculo lo convirtió en número"),
        ("COD_MOD", "2.68E+05", "la hoja de cálculo lo convirtió en número"),
        ("COD_MOD", "O212035", "lleva una letra donde va un dígito"),
        ("COD_MOD", "026796", "debe tener 7 dígitos"),
        ("COD_MOD", "#REF!", "es un error de la hoja de cálculo"),
        ("COD_MOD", "", "está vacío"),
        ("ANEXO", "12", "debe tener 1 dígito"),
        ("CODOOII", "13012X", "debe tener 6 dígitos"),
        ("CODGEO", "991101", "no es de ningún departamento del INEI"),
        ("CODGEO", "121101", "en el INEI es de Junín, y según D_DPTO la escuela es de La Libertad"),
    ],
)
def test_un_codigo_malo_dice_su_regla(importar, columna, valor, regla):
    informe = importar(fila(COD_MOD="7777777"), fila(**{columna: valor}))

    assert _cuentas(informe) == (1, 0, 0, 1)
    assert regla in informe.errores[0].regla
    assert informe.errores[0].arreglo.endswith(".")


def test_el_ubigeo_del_reniec_se_reconoce_sin_el_nombre_del_departamento(importar):
    informe = importar(fila(D_DPTO=None), fila(COD_MOD="0212043", CODGEO="121101", D_DPTO=None))

    assert "RENIEC" in informe.errores[0].arreglo


def test_el_cero_que_perdio_la_hoja_se_repone_y_se_avisa(importar):
    informe = importar(fila(COD_MOD="212035"), fila(COD_MOD="212043"))

    assert set(Escuela.objects.values_list("codigo_modular", flat=True)) == {"0212035", "0212043"}
    aviso = informe.avisos["COD_MOD", "le faltaba el cero inicial"]
    assert (aviso.veces, aviso.primero.linea) == (2, 2)


def test_una_fila_cortada_es_un_error_de_esa_linea(tmp_path):
    ruta = escribir_csv(tmp_path / "p.csv", filas(3))
    lineas = ruta.read_text().splitlines()
    lineas[2] = lineas[2][:40]
    ruta.write_text("\n".join(lineas))

    informe = importar_padron(ruta=ruta)

    assert _cuentas(informe) == (2, 0, 0, 1)
    assert informe.errores[0].linea == 3
    assert f"la cabecera {len(FILA)}" in informe.errores[0].regla


def test_una_escuela_que_cambia_de_ugel_se_reporta_como_cambio(importar):
    importar(fila())

    informe = importar(fila(CODOOII="130007", D_DREUGEL="UGEL OTUZCO"))

    assert _cuentas(informe) == (0, 1, 0, 0)
    (cambio,) = informe.cambios
    assert (cambio.servicio, cambio.campo) == ("0212035-0", "ugel")
    assert (cambio.antes, cambio.despues) == ("UGEL Gran Chimú", "UGEL Otuzco")
    assert Escuela.objects.get().ugel.nombre == "Otuzco"


def test_un_cambio_de_nombre_se_puede_buscar(importar):
    importar(fila())

    importar(fila(CEN_EDU="80275 LA PEÑA"))

    assert Escuela.objects.buscar("80275 pena").exists()
    assert not Escuela.objects.buscar("milagros").exists()


def test_lo_que_el_archivo_no_trae_o_trae_vacio_no_borra_lo_sabido(importar):
    importar(fila())

    informe = importar(fila(CEN_EDU=None, NIV_MOD=None, COD_CAR="", DIR_CEN="", NLAT_IE=""))

    assert _cuentas(informe) == (0, 0, 1, 0)
    assert informe.columnas_ausentes == ["nombre", "nivel"]
    assert Escuela.objects.get().nombre == "IE N.° 80274 Señor de los Milagros"


def test_sin_nombre_ni_nivel_no_se_inventan(importar):
    importar(fila(CEN_EDU=None, NIV_MOD=None, COD_CAR=None))

    escuela = Escuela.objects.get()
    assert (escuela.nombre, escuela.nivel, escuela.modalidad) == ("IE 0212035", "", "")
    assert escuela.busqueda == escuela.texto_de_busqueda()


def test_los_datos_personales_no_entran_y_se_dice(importar):
    informe = importar(fila(EMAIL="canario@ejemplo.pe", PROMOTOR="MARÍA CANARIO"), fila(COD_MOD="mal"))

    assert informe.columnas_descartadas == ["DIRECTOR", "TELEFONO", "EMAIL", "PROMOTOR"]
    guardado = str(list(Escuela.objects.values())).lower() + str(informe).lower()
    assert "canario" not in guardado
    assert "999888777" not in guardado


def test_otros_niveles_quedan_fuera_de_alcance_y_se_cuentan(importar):
    informe = importar(
        *[fila(COD_MOD=f"100000{i}", NIV_MOD=n) for i, n in enumerate(["A2", "A3", "A5", "B0", "F0"])],
        fila(COD_MOD="1000008", NIV_MOD="L0", CODGEO="malo"),
        fila(COD_MOD="1000009", NIV_MOD="D2"),
    )

    assert _cuentas(informe) == (5, 0, 0, 0)
    assert informe.fuera_de_alcance == {"L0": 1, "D2": 1}


def test_un_servicio_repetido_igual_se_ignora_con_aviso(importar):
    informe = importar(fila(), fila())

    assert (informe.nuevas, informe.repetidas, informe.con_error) == (1, 1, 0)
    assert informe.avisos["COD_MOD + ANEXO", "está repetido con los mismos datos"].primero.linea == 3


def test_un_servicio_repetido_y_distinto_es_un_error_que_nombra_las_dos_lineas(importar):
    informe = importar(fila(), fila(CODOOII="130007", D_DREUGEL="UGEL OTUZCO"))

    assert _cuentas(informe) == (1, 0, 0, 1)
    assert informe.errores[0].linea == 3
    assert "ya vino en línea 2" in informe.errores[0].regla
    assert Escuela.objects.get().ugel.codigo == "130012"


def test_el_mismo_codigo_con_otro_anexo_es_otro_servicio(importar):
    assert importar(fila(), fila(ANEXO="1", NIV_MOD="F0")).nuevas == 2


def test_un_anexo_de_un_distrito_recien_creado_entra_en_otro_lote(importar):
    assert importar(fila(), *filas(600), fila(ANEXO="1")).nuevas == 602


@pytest.mark.parametrize(
    ("cambios", "campo"),
    [
        ({"NLAT_IE": "78.82", "NLONG_IE": "-7.48"}, "latitud"),
        ({"NLAT_IE": "0", "NLONG_IE": "0.0"}, "latitud"),
        ({"NLAT_IE": "siete"}, "latitud"),
        ({"ALTITUD": "127800"}, "altitud"),
    ],
)
def test_un_dato_accesorio_malo_se_deja_de_lado_y_la_escuela_entra(importar, cambios, campo):
    informe = importar(fila(**cambios))

    assert _cuentas(informe) == (1, 0, 0, 0)
    assert getattr(Escuela.objects.get(), campo) is None


def test_un_texto_que_no_cabe_se_avisa(importar):
    informe = importar(fila(DIR_CEN="X" * 32_767, AREA_CENSO="7"))

    assert Escuela.objects.get().direccion == ""
    avisos = [str(aviso.primero) for aviso in informe.avisos.values()]
    assert any("pasa de 200 caracteres" in aviso and len(aviso) < 200 for aviso in avisos)
    assert any("AREA_CENSO «7»" in aviso for aviso in avisos)


def test_un_lugar_nuevo_sin_nombre_es_un_error_y_no_crea_nada(importar):
    informe = importar(fila(), fila(COD_MOD="0212043", CODGEO="131102", CODOOII="130007", D_DIST=""))

    assert "falta el nombre del distrito 131102" in informe.errores[0].regla
    assert not Distrito.objects.filter(codigo="131102").exists()
    assert not Ugel.objects.filter(codigo="130007").exists()


def test_un_lugar_conocido_conserva_su_nombre_y_se_avisa_si_difiere(importar):
    crear_ugel(codigo="130012", nombre="Gran Chimú")
    crear_distrito()

    informe = importar(fila(D_DREUGEL="UGEL ALTO CHICAMA"))

    assert Ugel.objects.get(codigo="130012").nombre == "Gran Chimú"
    assert "«UGEL" not in str(informe.cambios)
    assert "Alto Chicama" in str(next(iter(informe.avisos.values())).primero)


def test_una_escuela_de_demostracion_no_se_convierte_en_real(importar):
    crear_escuela(codigo_modular="0212035", nombre="IE de mentira", es_sintetica=True)

    informe = importar(fila(), fila(COD_MOD="0212043"))

    assert _cuentas(informe) == (1, 0, 0, 1)
    assert Escuela.objects.get(codigo_modular="0212035").nombre == "IE de mentira"


def test_simular_cuenta_lo_mismo_y_no_guarda_nada(importar):
    informe = importar(*filas(3), fila(COD_MOD="x"), simular=True)

    assert _cuentas(informe) == (3, 0, 0, 1)
    assert (Escuela.objects.count(), Ugel.objects.count()) == (0, 0)


def test_si_ninguna_fila_sirve_no_se_guarda_nada(importar):
    with pytest.raises(PadronIlegible, match=r"línea 2\. COD_MOD «uno»"):
        importar(fila(COD_MOD="uno"), fila(COD_MOD="dos"))

    assert Ugel.objects.count() == 0


def test_si_todo_es_de_otro_nivel_lo_dice(importar):
    with pytest.raises(PadronIlegible, match="Educación Básica Regular"):
        importar(fila(NIV_MOD="L0"))


def test_muchos_errores_no_llenan_la_memoria(importar, monkeypatch):
    monkeypatch.setattr(informes, "MAX_DETALLE", 2)

    informe = importar(fila(), *[fila(COD_MOD="mal") for _ in range(5)])

    assert (informe.con_error, len(informe.errores), informe.errores_callados) == (5, 2, 3)


@pytest.mark.parametrize("falta", ["COD_MOD", "ANEXO", "CODGEO", "CODOOII"])
def test_una_columna_que_falta_se_nombra_con_las_que_hay(importar, falta):
    with pytest.raises(PadronIlegible) as error:
        importar(fila(**{falta: None}))

    assert f"Falta la columna {falta} del padrón" in error.value.mensaje
    assert "CEN_EDU, NIV_MOD" in error.value.mensaje


def test_una_columna_repetida_se_nombra(tmp_path):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()])
    ruta.write_text(ruta.read_text().replace("D_DIST", "CODGEO", 1))

    with pytest.raises(PadronIlegible, match="La columna CODGEO aparece dos veces"):
        importar_padron(ruta=ruta)


@pytest.mark.parametrize(
    ("contenido", "dice"),
    [
        (b"", "vacío"),
        (b"\r\n\r\n", "vacío"),
        (b"COD_MOD,ANEXO,CODGEO,CODOOII\r\n", "cabecera y ninguna fila"),
        (b"PK\x03\x04aaaa", "libro de Excel"),
        (b"\xd0\xcf\x11\xe0aaaa", "libro antiguo de Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"una carta cualquiera\n", "Faltan las columnas"),
        (b'COD_MOD,ANEXO,CODGEO,CODOOII\n"' + b"x" * 200_000, "La línea 2 no se puede leer"),
    ],
)
def test_un_archivo_que_no_es_un_padron_dice_que_hacer(tmp_path, contenido, dice):
    ruta = tmp_path / "p.csv"
    ruta.write_bytes(contenido)

    with pytest.raises(PadronIlegible, match=dice):
        importar_padron(ruta=ruta)


def test_una_ruta_que_no_existe_o_es_carpeta_se_dice(tmp_path):
    with pytest.raises(PadronIlegible, match="no existe"):
        importar_padron(ruta=tmp_path / "nada.csv")
    with pytest.raises(PadronIlegible, match="es una carpeta"):
        importar_padron(ruta=tmp_path)


def test_las_consultas_no_crecen_con_las_filas(importar, django_assert_num_queries):
    importar(fila())
    with django_assert_num_queries(7) as una:
        importar(fila())
    importar(*filas(40))
    with django_assert_num_queries(len(una)):
        importar(*filas(40))
