"""The server opens what the browser's own module wrapped, for its person only."""

import base64
import json
import stat
import subprocess

import pytest

from acompanamiento.herramientas.consola import RAIZ
from acompanamiento.herramientas.npm import orden_node
from visitas.services import custodia

ANA = "01930d3c-0000-7000-8000-000000000001"
BETO = "01930d3c-0000-7000-8000-000000000002"
PROGRAMA = """
import { cifrar, crear, importarPublica } from "BOVEDA";
const { llave, custodia } = await crear("ANA", "acompana-demo", await importarPublica("PUBLICA"), { vueltas: 1000 });
const { iv, datos } = await cifrar(llave, { analisis: "La espera bajó en 5.º." }, "revisiones/r1");
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
console.log(JSON.stringify({ custodia: base64(custodia), iv: base64(iv), datos: base64(datos) }));
"""


@pytest.fixture
def archivo(settings, tmp_path):
    settings.ARCHIVO_DE_CUSTODIA = tmp_path / "custodia.pem"
    return settings.ARCHIVO_DE_CUSTODIA


@pytest.fixture
def del_navegador(archivo):
    """What static/js/campo/boveda.js makes with our public key."""
    programa = PROGRAMA.replace("BOVEDA", (RAIZ / "static/js/campo/boveda.js").as_uri())
    programa = programa.replace("ANA", ANA).replace("PUBLICA", custodia.publica())
    hecho = subprocess.run(
        [orden_node(), "--input-type=module", "-e", programa], capture_output=True, check=True, text=True
    )
    return {nombre: base64.b64decode(valor) for nombre, valor in json.loads(hecho.stdout).items()}


def test_el_servidor_abre_lo_que_guardo_el_equipo_de_esa_persona(del_navegador):
    llave = custodia.abrir(ANA, del_navegador["custodia"])
    texto = custodia.descifrar(llave, del_navegador["iv"], del_navegador["datos"], "revisiones/r1")

    assert json.loads(texto) == {"analisis": "La espera bajó en 5.º."}


def test_lo_de_una_persona_no_se_abre_para_otra_ni_en_otro_lugar(del_navegador):
    with pytest.raises(custodia.NoSeAbre):
        custodia.abrir(BETO, del_navegador["custodia"])
    llave = custodia.abrir(ANA, del_navegador["custodia"])
    with pytest.raises(custodia.NoSeAbre):
        custodia.descifrar(llave, del_navegador["iv"], del_navegador["datos"], "revisiones/r2")


def test_la_llave_del_servidor_se_crea_una_vez_y_solo_la_lee_su_dueno(archivo):
    primera = custodia.publica()
    custodia._privada.cache_clear()

    assert custodia.publica() == primera
    assert stat.S_IMODE(archivo.stat().st_mode) == 0o600
    assert [a.name for a in archivo.parent.iterdir()] == ["custodia.pem"]
