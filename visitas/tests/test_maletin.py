"""The sealed copy: anybody carries it, only its author's records come out of it, twice is once."""

import base64
import json
import re
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from acompanamiento.herramientas.consola import RAIZ
from acompanamiento.herramientas.npm import orden_node
from visitas.models import Revision, Visita
from visitas.services import custodia

from .envios import revisiones_de

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
PROGRAMA = """
import { cifrar, crear, importarPublica } from "BOVEDA";
import { empaquetar } from "MALETIN";
const { usuario, publica, revisiones } = JSON.parse(process.argv[1]);
const { llave, custodia } = await crear(usuario, "acompana-demo", await importarPublica(publica), { vueltas: 1000 });
const guardadas = [];
for (const r of revisiones) {
  const cifrado = await cifrar(llave, r.contenido, `revisiones/${r.revision}`);
  const { contenido: _, formulario_version: formularioVersion, finalizada_en: finalizadaEn, ...publico } = r;
  guardadas.push({ ...publico, formularioVersion, finalizadaEn, estado: "lista", bytes: 1, cifrado });
}
const persona = { usuario, dispositivo: "01930d3c-0000-7000-8000-000000000009", custodia };
console.log(await empaquetar({ persona, almacen: { revisiones: async () => guardadas } }));
"""


@pytest.fixture
def copia(settings, tmp_path, ana, rosa):
    """The file that Ana's laptop exports, made by its own modules, with three visits to Rosa."""
    settings.ARCHIVO_DE_CUSTODIA = tmp_path / "custodia.pem"
    programa = PROGRAMA
    for nombre in ("boveda", "maletin"):
        programa = programa.replace(nombre.upper(), (RAIZ / f"static/js/campo/{nombre}.js").as_uri())
    datos = {
        "usuario": str(ana.pk),
        "publica": custodia.publica(),
        "revisiones": revisiones_de(rosa.docente, 3),
    }
    orden = [orden_node(), "--input-type=module", "-e", programa, json.dumps(datos)]
    return subprocess.run(orden, capture_output=True, check=True, text=True).stdout


def subir(cliente, texto):
    archivo = SimpleUploadedFile("acompana-ana.json", texto.encode(), "application/json")
    return cliente.post(reverse("maletin"), {"archivo": archivo})


def test_otra_persona_sube_la_copia_sin_leerla_y_dos_veces_no_la_dobla(copia, cliente_de, carmen, ana):
    primera, segunda = (subir(cliente_de(carmen), copia).content.decode() for _ in range(2))

    assert "Registros nuevos" in primera
    assert "Ya estaban en el servidor" in segunda
    assert [v.acompanante.usuario for v in Visita.objects.all()] == [ana] * 3
    assert "Rosa" not in primera
    assert "mismo problema" not in copia


def test_lo_que_tiene_otro_texto_con_su_identificador_no_se_da_por_guardado(copia, cliente_de, carmen, ana):
    subir(cliente_de(carmen), copia)
    Revision.objects.filter(pk=Revision.objects.first().pk).update(huella="sha256:" + "0" * 64)

    pagina = subir(cliente_de(carmen), copia).content.decode()

    assert re.search(r"No se registraron: el servidor tiene otro texto.*?>1<", pagina, re.S)
    assert "las dos están a salvo" not in pagina
    assert "Guarda esta copia." in pagina
    assert re.search(r"Ya estaban en el servidor.*?>2<", pagina, re.S)


@pytest.mark.parametrize("cambio", ["usuario", "custodia", "datos", "cortada"])
def test_una_copia_cambiada_o_cortada_no_deja_nada(copia, cliente_de, ana, beto, cambio):
    datos = json.loads(copia)
    if cambio == "usuario":
        datos["usuario"] = str(beto.pk)
    if cambio == "custodia":
        datos["custodia"] = base64.b64encode(b"x" * 384).decode()
    if cambio == "datos":
        datos["revisiones"][1]["datos"] = datos["revisiones"][0]["datos"]
    texto = copia[:200] if cambio == "cortada" else json.dumps(datos)

    respuesta = subir(cliente_de(ana), texto)

    assert "El archivo no se abre" in respuesta.content.decode()
    assert Visita.objects.count() == 0


def test_un_archivo_que_no_es_una_copia_se_dice(cliente_de, ana):
    assert "no es una copia del cuaderno" in subir(cliente_de(ana), '{"a": 1}').content.decode()
    assert "Elige el archivo" in cliente_de(ana).post(reverse("maletin")).content.decode()


def test_quien_no_es_del_trabajo_de_campo_no_sube_copias(cliente_de, rosa):
    assert cliente_de(rosa).get(reverse("maletin")).status_code == 403
