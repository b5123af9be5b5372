import gzip
import io
import json

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from docentes.tests.fabricas import crear_docente
from visitas.campo.mensaje import MAXIMO_DE_BYTES
from visitas.models import Cuarentena, Dispositivo, Revision, Visita
from visitas.services.revision import filas

from .envios import enviar, lote, resultados, revision, revisiones_de
from .fabricas import contenido_de_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]


@pytest.fixture
def equipo(cliente_de, ana, rosa):
    """Ana's signed-in device; Rosa is the teacher whom she accompanies."""
    return cliente_de(ana)


def test_una_visita_enviada_vuelve_con_el_recibo_de_lo_que_el_servidor_guardo(equipo, rosa):
    enviada = revision(contenido_de_visita(docente=rosa.docente))

    respuesta = enviar(equipo, enviada)

    guardada = Revision.objects.get()
    assert respuesta.headers["Content-Type"] == "application/vnd.acompana.sync+json"
    assert resultados(respuesta)[enviada["revision"]] == {
        "revision": enviada["revision"],
        "estado": "creada",
        "hash": enviada["hash"],
        "recibo": str(guardada.recibo),
        "recibido_en": guardada.recibido_en.isoformat().replace("+00:00", "Z"),
    }
    assert (str(Visita.objects.get().pk), guardada.huella) == (enviada["visita"], enviada["hash"])


def test_reenviar_un_lote_entero_da_los_mismos_recibos_y_no_dobla_nada(equipo, rosa):
    enviadas = revisiones_de(rosa.docente, 3)

    primera, segunda = (resultados(enviar(equipo, *enviadas)) for _ in range(2))

    assert [r["estado"] for r in segunda.values()] == ["duplicada"] * 3
    assert {k: v["recibo"] for k, v in primera.items()} == {k: v["recibo"] for k, v in segunda.items()}
    assert (Visita.objects.count(), Revision.objects.count()) == (3, 3)


def test_una_revision_mala_entre_veinte_no_detiene_a_las_demas(equipo, rosa):
    enviadas = revisiones_de(rosa.docente, 20)
    mala = enviadas[7]
    mala["contenido"] |= {"fin": "06:00"}
    mala["hash"] = revision(mala["contenido"])["hash"]

    dichas = resultados(enviar(equipo, *enviadas))

    assert dichas.pop(mala["revision"])["errores"][0]["campo"] == "fin"
    assert {r["estado"] for r in dichas.values()} == {"creada"}
    assert Visita.objects.count() == 19


def test_una_cadena_de_correcciones_llega_en_un_solo_lote(equipo, rosa):
    contenido = contenido_de_visita(docente=rosa.docente)
    primera = revision(contenido)
    segunda = revision(
        contenido | {"fin": "13:00"}, visita=primera["visita"], base=primera["revision"], secuencia=2
    )

    dichas = resultados(enviar(equipo, primera, segunda))

    assert [r["estado"] for r in dichas.values()] == ["creada", "enmendada"]
    assert Visita.objects.get().minutos == 300


def test_una_falla_nuestra_en_una_revision_pide_reintentarla_y_guarda_las_otras(equipo, rosa, monkeypatch):
    enviadas = revisiones_de(rosa.docente, 3)
    medir = filas.calidad

    def fallar_en_la_segunda(visita, contenido):
        if str(visita.cabeza_id) == enviadas[1]["revision"]:
            raise RuntimeError
        return medir(visita, contenido)

    monkeypatch.setattr(filas, "calidad", fallar_en_la_segunda)
    dichas = resultados(enviar(equipo, *enviadas))

    assert [r["estado"] for r in dichas.values()] == ["creada", "reintentar", "creada"]
    assert not Revision.objects.filter(pk=enviadas[1]["revision"]).exists()
    assert Visita.objects.count() == 2


def test_lo_de_quien_nunca_acompano_queda_en_cuarentena_entero_y_una_sola_vez(equipo, ana):
    ajena = crear_docente()
    enviada = revision(contenido_de_visita(docente=ajena))

    for _ in range(2):
        assert resultados(enviar(equipo, enviada))[enviada["revision"]]["estado"] == "sin_asignacion"

    guardada = Cuarentena.objects.get()
    assert json.loads(guardada.texto) == enviada["contenido"]
    assert (guardada.huella, guardada.autor) == (enviada["hash"], ana)
    assert Visita.objects.count() == 0


def test_el_equipo_deja_dicho_cuanto_le_queda_por_enviar(equipo, ana, rosa):
    dispositivo = "01930d3c-0000-7000-8000-000000000001"
    quedan = {"cuantas": 4, "desde": "2026-06-11T08:00:00-05:00"}

    enviar(equipo, *revisiones_de(rosa.docente, 1), dispositivo=dispositivo, quedan=quedan)

    equipo_guardado = Dispositivo.objects.get()
    assert (equipo_guardado.acompanante, equipo_guardado.sin_enviar) == (ana.acompanante, 4)
    assert equipo_guardado.espera_desde.isoformat() == "2026-06-11T13:00:00+00:00"


def test_nadie_escribe_sobre_el_equipo_de_otra_persona(equipo, cliente_de, ana, beto):
    dispositivo = "01930d3c-0000-7000-8000-000000000001"
    enviar(equipo, dispositivo=dispositivo, quedan={"cuantas": 2, "desde": None})

    enviar(cliente_de(beto), dispositivo=dispositivo, quedan={"cuantas": 0, "desde": None})

    assert [(d.acompanante, d.sin_enviar) for d in Dispositivo.objects.all()] == [(ana.acompanante, 2)]


def test_los_recibos_son_solo_los_propios(equipo, cliente_de, beto, rosa):
    enviadas = revisiones_de(rosa.docente, 2)
    dichas = resultados(enviar(equipo, *enviadas))
    pedido = json.dumps({"revisiones": [r["revision"] for r in enviadas]})

    def pedir(cliente):
        return cliente.post(reverse("campo_recibos"), pedido, content_type="application/json").json()[
            "recibos"
        ]

    assert {r["revision"]: r["recibo"] for r in pedir(equipo)} == {k: v["recibo"] for k, v in dichas.items()}
    assert pedir(cliente_de(beto)) == []


def test_el_estado_dice_quien_es_este_servidor_y_de_quien_la_sesion(client, equipo, ana):
    sin_sesion, con_sesion = (c.get(reverse("campo_estado")).json() for c in (client, equipo))

    assert (sin_sesion["servicio"], sin_sesion["usuario"]) == ("acompana", None)
    assert con_sesion["usuario"] == str(ana.pk)
    assert con_sesion["epoca"] == sin_sesion["epoca"]
    assert len(con_sesion["csrf"]) > 30


def test_sin_sesion_responde_401_en_json_y_nunca_redirige(client, rosa):
    respuesta = enviar(client, *revisiones_de(rosa.docente, 1))

    assert (respuesta.status_code, respuesta.json()["codigo"]) == (401, "SIN_SESION")
    assert Visita.objects.count() == 0


def test_quien_no_registra_visitas_recibe_403_en_json(cliente_de, carmen, rosa):
    respuesta = enviar(cliente_de(carmen), *revisiones_de(rosa.docente, 1))

    assert (respuesta.status_code, respuesta.json()["codigo"]) == (403, "NO_ES_TU_TRABAJO")


def test_un_cuerpo_comprimido_se_entiende_igual(equipo, rosa):
    enviada = revisiones_de(rosa.docente, 1)[0]

    assert resultados(enviar(equipo, enviada, comprimido=True))[enviada["revision"]]["estado"] == "creada"


def _mandar(cliente, cuerpo, **cabeceras):
    tipo = cabeceras.pop("tipo", "application/json")
    return cliente.post(reverse("campo_sync"), cuerpo, content_type=tipo, **cabeceras)


@pytest.mark.parametrize("cuantos", [MAXIMO_DE_BYTES + 1, settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1])
def test_un_envio_demasiado_grande_dice_los_limites(equipo, cuantos):
    respuesta = _mandar(equipo, b" " * cuantos)

    assert respuesta.status_code == 413
    assert (respuesta.json()["max_items"], respuesta.json()["max_bytes"]) == (50, MAXIMO_DE_BYTES)


def test_una_bomba_comprimida_no_se_abre(equipo):
    bomba = gzip.compress(b" " * (40 * MAXIMO_DE_BYTES))

    assert len(bomba) < 50_000
    assert _mandar(equipo, bomba, HTTP_CONTENT_ENCODING="gzip").status_code == 413


def test_mas_de_cincuenta_revisiones_se_parten(equipo, rosa):
    assert enviar(equipo, *revisiones_de(rosa.docente, 51)).status_code == 413


@pytest.mark.parametrize(
    ("cuerpo", "extra", "codigo"),
    [
        (b"{", {}, "JSON"),
        (b"\xff\xfe", {}, "JSON"),
        (b"[" * 100_000, {}, "JSON"),
        (b"[]", {}, "FORMA"),
        (b"{}", {"tipo": "text/plain"}, "TIPO"),
        (b"no es gzip", {"HTTP_CONTENT_ENCODING": "gzip"}, "GZIP"),
        (gzip.compress(b"{}", mtime=0)[:-9], {"HTTP_CONTENT_ENCODING": "gzip"}, "GZIP"),
        (b"{}", {"HTTP_CONTENT_ENCODING": "br"}, "CODIFICACION"),
    ],
)
def test_un_cuerpo_que_no_se_entiende_se_dice_con_su_codigo(equipo, cuerpo, extra, codigo):
    respuesta = _mandar(equipo, cuerpo, **extra)

    assert (respuesta.status_code, respuesta.json()["codigo"]) == (400, codigo)


def test_un_cliente_antiguo_se_actualiza_antes_y_no_pierde_nada(equipo, rosa):
    respuesta = enviar(equipo, *revisiones_de(rosa.docente, 1), esquema=0)

    assert (respuesta.status_code, respuesta.json()["min_cliente"]) == (426, 1)
    assert Visita.objects.count() == 0


@pytest.mark.parametrize(
    "cambio",
    [
        {"visita": "x"},
        {"base": 3},
        {"secuencia": -1},
        {"secuencia": True},
        {"finalizada_en": "2026-06-15T12:40:00"},
        {"finalizada_en": "ayer"},
        {"contenido": []},
        {"hash": None},
    ],
)
def test_una_revision_sin_la_forma_del_esquema_rechaza_el_cuerpo_entero(equipo, rosa, cambio):
    enviada = revisiones_de(rosa.docente, 1)[0] | cambio

    respuesta = _mandar(equipo, json.dumps(lote(enviada)))

    assert (respuesta.status_code, respuesta.json()["codigo"]) == (400, "FORMA")
    assert Visita.objects.count() == 0


def test_despues_de_un_respaldo_hay_otra_epoca_y_los_equipos_lo_saben(equipo):
    antes = equipo.get(reverse("campo_estado")).json()["epoca"]

    call_command("nueva_epoca", verbosity=0, stdout=io.StringIO())

    assert equipo.get(reverse("campo_estado")).json()["epoca"] != antes
