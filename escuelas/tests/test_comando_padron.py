"""`manage.py importar_padron`: what a person reads, and the exit code that a script reads."""

import io

import pytest
from django.core.management import CommandError, call_command

from escuelas.models import Escuela

from .padrones import escribir_csv, fila, filas

pytestmark = pytest.mark.django_db


@pytest.fixture
def cargar(tmp_path):
    """Return a function: rows and options → (what is said, what is complained of)."""

    def _cargar(datos, *opciones):
        salida, quejas = io.StringIO(), io.StringIO()
        ruta = escribir_csv(tmp_path / "padron.csv", datos)
        call_command("importar_padron", str(ruta), *opciones, stdout=salida, stderr=quejas)
        return salida.getvalue().replace("\u00a0", " "), quejas.getvalue().replace("\u00a0", " ")

    return _cargar


def _cuenta(salida, nombre):
    (linea,) = [linea for linea in salida.splitlines() if linea.strip().startswith(nombre)]
    return linea.split()[-1]


def test_cuenta_nuevas_cambian_iguales_y_con_error(cargar):
    cargar([fila(), fila(COD_MOD="0212043")])

    salida, quejas = cargar(
        [fila(), fila(COD_MOD="0212043", COD_CAR="3"), fila(COD_MOD="0212050"), fila(COD_MOD="x")]
    )

    assert [
        _cuenta(salida, n) for n in ("nuevas", "cambian", "iguales", "con error", "filas leídas")
    ] == list("11114")
    assert "0212043-0  modalidad: «Unidocente multigrado» pasa a «Polidocente completo»" in salida
    assert "línea 5. COD_MOD «x»: debe tener 7 dígitos. Cópialo otra vez del padrón." in quejas


def test_dice_los_datos_personales_que_no_guarda_y_lo_que_falta(cargar):
    salida, _ = cargar([fila(NIV_MOD=None)])

    assert "Datos personales que no se leen ni se guardan: DIRECTOR, TELEFONO." in salida
    assert "El archivo no trae: nivel (queda como desconocido)." in salida
    assert "1 región, 1 UGEL, 1 provincia, 1 distrito" in salida


def test_simular_lo_dice_y_no_guarda(cargar):
    salida, _ = cargar(filas(2), "--simular")

    assert "Simulación: no se guardó nada" in salida
    assert _cuenta(salida, "nuevas") == "2"
    assert Escuela.objects.count() == 0


def test_la_segunda_vez_dice_que_nada_cambio(cargar):
    assert "Guardado" in cargar(filas(2))[0]
    assert "La base ya estaba al día: nada cambió" in cargar(filas(2))[0]


def test_los_errores_se_cortan_donde_se_pide_y_se_dice_cuantos_faltan(cargar):
    _, quejas = cargar([fila(), *[fila(COD_MOD="mal")] * 4], "--errores", "1")

    assert quejas.count("COD_MOD «mal»") == 1
    assert "… y 3 más" in quejas


def test_los_avisos_iguales_se_dicen_una_vez(cargar):
    salida, _ = cargar([fila(COD_MOD="212035"), fila(COD_MOD="212043")])

    assert (
        "2 veces; la primera, línea 2. COD_MOD «212035»: le faltaba el cero inicial. Se leyó como 0212035."
        in salida
    )


def test_cambiar_de_ugel_se_dice_primero(cargar):
    cargar(filas(20))

    salida, _ = cargar(
        [
            *filas(19, COD_CAR="3"),
            fila(COD_MOD="3000019", CODLOCAL="300019", CODOOII="130007", D_DREUGEL="UGEL OTUZCO"),
        ]
    )

    cambios = salida.split("Cambios:")[1].splitlines()
    assert "UGEL: «UGEL Gran Chimú» pasa a «UGEL Otuzco»" in cambios[1]
    assert "… y 5 más" in salida


def test_sale_con_error_cuando_nada_se_pudo_leer(cargar):
    with pytest.raises(CommandError, match="No se pudo usar ninguna de las 1 filas"):
        cargar([fila(COD_MOD="mal")])


def test_sale_con_error_cuando_el_archivo_no_existe():
    with pytest.raises(CommandError, match="no existe"):
        call_command("importar_padron", "/no/hay/nada.csv")


def test_sale_con_error_ante_una_codificacion_desconocida(cargar):
    with pytest.raises(CommandError, match="No conozco la codificación «klingon»"):
        cargar([fila()], "--codificacion", "klingon")
