"""Every format and encoding in which the register reaches us gives the same school."""

from decimal import Decimal

import pytest

from escuelas.models import Distrito, Escuela, Provincia, Region, Ugel
from escuelas.services import PadronIlegible, importar_padron

from .padrones import escribir_csv, escribir_dbf, fila, filas

pytestmark = pytest.mark.django_db


def _la_escuela():
    (escuela,) = Escuela.objects.con_territorio()
    return escuela


def _comprobar(escuela):
    assert escuela.nombre == "IE N.° 80274 Señor de los Milagros"
    assert escuela.localidad == "Corlás"
    assert escuela.direccion == "Carretera Contumazá Km 4"
    assert (escuela.ugel.nombre, escuela.distrito.provincia.nombre) == ("Gran Chimú", "Gran Chimú")


@pytest.mark.parametrize("separador", [",", ";", "\t", "|"])
def test_lee_cualquier_separador(tmp_path, separador):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()], separador=separador)

    assert importar_padron(ruta=ruta).nuevas == 1
    _comprobar(_la_escuela())


@pytest.mark.parametrize(
    ("codificacion", "dicho"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 con BOM"),
        ("utf-16", "UTF-16 («Texto Unicode»)"),
        ("utf-16-le", "UTF-16 («Texto Unicode»)"),
        ("cp1252", "Windows (cp1252)"),
        ("cp850", "MS-DOS (CP850)"),
    ],
)
def test_reconoce_la_codificacion(tmp_path, codificacion, dicho):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()], codificacion=codificacion, separador="\t")

    assert importar_padron(ruta=ruta).codificacion == dicho
    _comprobar(_la_escuela())


def test_lee_el_dbf_publicado_en_cp850_con_relleno_y_nul(tmp_path):
    ruta = escribir_dbf(tmp_path / "Padron_web.dbf", [fila()])
    crudo = ruta.read_bytes()
    nombre = "80274 SEÑOR DE LOS MILAGROS".encode("cp850")
    ruta.write_bytes(crudo.replace(nombre + b"  ", nombre + b"\0\0"))

    informe = importar_padron(ruta=ruta)

    assert (informe.formato, informe.unidad, informe.codificacion) == (
        "tabla DBF",
        "registro",
        "MS-DOS (CP850)",
    )
    _comprobar(_la_escuela())


def test_un_dbf_se_reconoce_aunque_se_llame_csv(tmp_path):
    ruta = escribir_dbf(tmp_path / "padron.dbf", [fila()]).rename(tmp_path / "padron.csv")

    assert importar_padron(ruta=ruta).formato == "tabla DBF"


def test_un_dbf_cortado_carga_lo_que_trae_y_lo_dice(tmp_path):
    ruta = escribir_dbf(tmp_path / "p.dbf", filas(4))
    entero = ruta.read_bytes()
    ruta.write_bytes(entero[: len(entero) * 3 // 4])

    informe = importar_padron(ruta=ruta)

    assert 0 < informe.nuevas < 4
    assert "El archivo está cortado" in informe.notas[0]


def test_un_dbf_sin_cabecera_entera_es_un_error(tmp_path):
    ruta = escribir_dbf(tmp_path / "p.dbf", [fila()])
    ruta.write_bytes(ruta.read_bytes()[:100])

    with pytest.raises(PadronIlegible, match="dañado"):
        importar_padron(ruta=ruta)


def test_la_codificacion_forzada_manda(tmp_path):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()], codificacion="cp850")

    importar_padron(ruta=ruta, codificacion="latin-1")

    assert _la_escuela().nombre != "IE N.° 80274 Señor de los Milagros"


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-16"])
def test_forzar_una_codificacion_que_no_es_lo_dice(tmp_path, codificacion):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()], codificacion="cp1252")

    with pytest.raises(PadronIlegible, match="codificación"):
        importar_padron(ruta=ruta, codificacion=codificacion)


def test_una_codificacion_desconocida_nombra_las_que_hay(tmp_path):
    with pytest.raises(PadronIlegible, match="utf-8, utf-16, latin-1, cp1252, cp850"):
        importar_padron(ruta=escribir_csv(tmp_path / "p.csv", [fila()]), codificacion="ebcdic")


@pytest.mark.parametrize("antes", ["sep=,\r\n", "Padrón de II.EE.\n\nCorte: 29/12/2023\n", "\n\n"])
def test_lo_que_haya_antes_de_la_cabecera_no_estorba(tmp_path, antes):
    ruta = escribir_csv(tmp_path / "p.csv", [fila(COD_MOD="12")], antes=antes)
    ruta.write_text(ruta.read_text() + ruta.read_text().splitlines()[-1].replace("12,", "0212035,", 1) + "\n")

    informe = importar_padron(ruta=ruta)

    assert informe.nuevas == 1
    assert informe.errores[0].linea == antes.count("\n") + 2


def test_las_columnas_se_reconocen_sin_importar_mayusculas_tildes_ni_sinonimos(tmp_path):
    otras = {
        "COD_MOD": "cod_mod",
        "GESTION": "Gestión",
        "D_PROV": "prov",
        "D_DIST": "DIST",
        "D_DPTO": " dpto ",
    }
    datos = {otras.get(columna, columna): valor for columna, valor in fila().items()}

    importar_padron(ruta=escribir_csv(tmp_path / "p.csv", [datos]))

    escuela = _la_escuela()
    assert (escuela.gestion, escuela.distrito.nombre) == ("1", "Cascas")


def test_los_rotulos_valen_cuando_no_vienen_los_codigos(tmp_path):
    rotulos = {
        "NIV_MOD": None,
        "COD_CAR": None,
        "GESTION": None,
        "AREA_CENSO": None,
        "ESTADO": None,
        "D_NIV_MOD": "Inicial - Cuna-jardín",
        "D_COD_CAR": "Polidocente Multigrado",
        "D_GESTION": "Pública de gestión privada",
        "DAREACENSO": "Urbana",
        "D_ESTADO": "Inactivo",
    }
    importar_padron(ruta=escribir_csv(tmp_path / "p.csv", [fila(**rotulos)]))

    e = _la_escuela()
    assert (e.nivel, e.modalidad, e.gestion, e.area, e.estado) == ("A3", "2", "2", "1", "2")


def test_un_salto_de_linea_entre_comillas_es_parte_del_texto_y_no_corre_las_lineas(tmp_path):
    datos = [fila(DIR_CEN="JIRÓN LIMA 120\nINTERIOR 3"), fila(COD_MOD="9")]

    informe = importar_padron(ruta=escribir_csv(tmp_path / "p.csv", datos))

    assert _la_escuela().direccion == "Jirón Lima 120 Interior 3"
    assert [e.linea for e in informe.errores] == [4]


def test_filas_en_blanco_y_columnas_vacias_al_final_no_cuentan(tmp_path):
    ruta = escribir_csv(tmp_path / "p.csv", [fila()])
    cabecera, dato = ruta.read_text().splitlines()
    ruta.write_text(f"{cabecera},,\r\n\r\n,,,\n{dato},,\r\n")

    informe = importar_padron(ruta=ruta)

    assert (informe.leidas, informe.nuevas) == (1, 1)


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_lo_convertido_dos_veces_se_repara(tmp_path, codec):
    doble = "80274 NIÑO JESÚS".encode().decode(codec)

    importar_padron(ruta=escribir_csv(tmp_path / "p.csv", [fila(CEN_EDU=doble)]))

    assert _la_escuela().nombre == "IE N.° 80274 Niño Jesús"


def test_crea_el_territorio_con_sus_tildes(tmp_path):
    datos = [
        fila(),
        fila(COD_MOD="0212043", CODGEO="130301", D_PROV="BOLIVAR", D_DIST="BOLIVAR", CODOOII="130004", D_DREUGEL="UGEL BOLIVAR"),
        fila(COD_MOD="0212050", CODGEO="130102", D_PROV="TRUJILLO", D_DIST="EL PORVENIR", CODOOII="130014", D_DREUGEL="UGEL 01 - EL PORVENIR"),
    ]  # fmt: skip

    informe = importar_padron(ruta=escribir_csv(tmp_path / "p.csv", datos))

    assert [(r.codigo, r.nombre) for r in Region.objects.all()] == [("13", "La Libertad")]
    assert {(u.codigo, u.nombre) for u in Ugel.objects.all()} == {
        ("130012", "Gran Chimú"),
        ("130004", "Bolívar"),
        ("130014", "01 El Porvenir"),
    }
    assert {p.nombre for p in Provincia.objects.all()} == {"Gran Chimú", "Bolívar", "Trujillo"}
    assert {d.nombre for d in Distrito.objects.all()} == {"Cascas", "Bolívar", "El Porvenir"}
    assert informe.territorio_nuevo == {"region": 1, "ugel": 3, "provincia": 3, "distrito": 3}


def test_las_coordenadas_y_la_altitud_llegan_completas(tmp_path):
    importar_padron(
        ruta=escribir_csv(
            tmp_path / "p.csv", [fila(NLAT_IE="-7,4823456789", NLONG_IE="-78.82", ALTITUD="1278.400000")]
        )
    )

    e = _la_escuela()
    assert (e.latitud, e.longitud, e.altitud) == (Decimal("-7.482346"), Decimal("-78.820000"), 1278)
