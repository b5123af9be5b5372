"""Real workers that die: nothing lost, nothing doubled (faults F9, F10 and F13 of the design)."""

import json
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from acompanamiento.herramientas.procesos import esperar
from reportes.models import EstadoDeReporte
from reportes.services import barrer
from reportes.tests.pedidos import crear_reporte

# A period that no other test of the live server asks for.
PERIODO = "2025-B2"
ESTADOS = f"""
import json
from reportes.models import Reporte
filas = Reporte.objects.filter(periodo="{PERIODO}", pedido_por=None)
print(json.dumps([list(fila) for fila in filas.values_list("estado", "intentos", "archivo", "ambito")]))
"""


def matar(servidor):
    """kill -9 of the worker and of its children, as a power cut would."""
    os.killpg(servidor.trabajador.pid, signal.SIGKILL)
    servidor.trabajador.wait()
    servidor.trabajador = None


def reportes_de(servidor):
    return json.loads(servidor.manage("shell", "--verbosity", "0", "-c", ESTADOS))


@pytest.mark.navegador
@pytest.mark.lento
def test_matar_al_trabajador_a_medio_camino_no_pierde_ni_repite_ningun_reporte(servidor_vivo):
    carpeta = Path(servidor_vivo.env["DIR_VAR"]) / "reportes"
    antes = set(carpeta.glob("*.pdf"))
    servidor_vivo.detener_trabajador()
    servidor_vivo.manage("generar_reportes", "--periodo", PERIODO)

    def hechos():
        return len(set(carpeta.glob("*.pdf")) - antes)

    servidor_vivo.arrancar_trabajador()
    assert esperar(lambda: hechos() >= 3, 180)
    matar(servidor_vivo)
    servidor_vivo.arrancar_trabajador()
    assert esperar(lambda: hechos() >= 27, 600)
    assert esperar(lambda: all(fila[0] == EstadoDeReporte.LISTO for fila in reportes_de(servidor_vivo)), 60)

    filas = reportes_de(servidor_vivo)
    archivos = [archivo for _, _, archivo, _ in filas]
    assert (len(filas), len(set(archivos)), hechos()) == (27, 27, 27)
    assert sum(intentos for _, intentos, _, _ in filas) <= 28
    assert sorted(ambito for *_, ambito in filas).count("provincia") == 12
    assert list(carpeta.glob("*.part")) == []


@pytest.mark.lento
def test_lo_que_se_pidio_sin_broker_se_hace_en_cuanto_alguien_barre(trabajador, catalogos, territorio):
    """The bell never rang: the row waits, and one sweep is enough."""
    reporte = crear_reporte(avisado_en=timezone.now() - timedelta(minutes=5))

    def listo():
        reporte.refresh_from_db()
        return reporte.estado == EstadoDeReporte.LISTO

    assert barrer() == 1
    assert esperar(listo, 120)
