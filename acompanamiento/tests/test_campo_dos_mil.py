"""A device that sends 2,000 visits in batches over a bad network ends with exactly 2,000 on the server, the same hashes."""

import json
import subprocess
import time
from random import Random
from types import SimpleNamespace

import pytest
from django.conf import settings

from acompanamiento.comun.identidad import nuevo_id
from acompanamiento.herramientas import npm
from docentes.tests.fabricas import crear_asignacion
from visitas.models import Revision, Visita
from visitas.tests.envios import revisiones_de

from .apoderado import PORTAL, PORTAL_JSON, red_entre

pytestmark = [
    pytest.mark.lento,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("catalogos"),
]
PROGRAMA = settings.BASE_DIR / "static/js/tests/simulacion/dos_mil.js"
DOCENTES, VISITAS = 40, 50
FALLAS = ("perder", "cortar", PORTAL, PORTAL_JSON, (503, "application/json", b"{}"))


def _dos_de_cinco(azar):
    return lambda *_: azar.choice(FALLAS) if azar.random() < 0.4 else None


def _de_equipo(enviada, secuencia):
    """A revision as the device keeps it."""
    campos = {"formularioVersion": "formulario_version", "finalizadaEn": "finalizada_en"}
    iguales = {
        nombre: enviada[nombre] for nombre in ("visita", "revision", "base", "formulario", "contenido")
    }
    return iguales | {suyo: enviada[nuestro] for suyo, nuestro in campos.items()} | {"secuencia": secuencia}


def test_dos_mil_visitas_por_una_mala_red_son_exactamente_dos_mil(live_server, cliente_de, ana):
    docentes = [crear_asignacion(acompanante=ana.acompanante).docente for _ in range(DOCENTES)]
    enviadas = [r for docente in docentes for r in revisiones_de(docente, VISITAS)]
    cliente = cliente_de(ana)
    with red_entre(SimpleNamespace(puerto=live_server.thread.port)) as red:
        red.regla = _dos_de_cinco(Random(7))
        pedido = {
            "base": f"{red.url}/visitas/campo/",
            "cookie": f"{settings.SESSION_COOKIE_NAME}={cliente.cookies[settings.SESSION_COOKIE_NAME].value}",
            "usuario": str(ana.pk),
            "dispositivo": str(nuevo_id()),
            "revisiones": [_de_equipo(r, i) for i, r in enumerate(enviadas, start=1)],
        }
        inicio = time.monotonic()
        hecho = subprocess.run(
            [npm.orden_node(), PROGRAMA], input=json.dumps(pedido), capture_output=True, text=True, check=True
        )
        print(
            f"{len(enviadas)} visitas en {time.monotonic() - inicio:.1f} s, {red.numero} pedidos, {dict(red.fallas)}"
        )
        assert min(red.fallas[falla] for falla in ("perder", "cortar", "portal")) >= 5
    dicho = json.loads(hecho.stdout)

    assert dicho["que"] == "listo"
    esperadas = {r["revision"]: r["hash"] for r in enviadas}
    assert dicho["estados"] == {revision: ["confirmada", huella] for revision, huella in esperadas.items()}
    assert {str(pk): huella for pk, huella in Revision.objects.values_list("pk", "huella")} == esperadas
    assert Visita.objects.count() == DOCENTES * VISITAS == 2000
