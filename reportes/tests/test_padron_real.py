"""The region's real register, when it stands beside the project: both partitions count the same schools."""

from pathlib import Path

import pytest
from django.core.management import call_command

from escuelas.models import Escuela, Provincia, Ugel
from reportes.datos import datos_de_reporte
from reportes.models import Ambito

PADRON = Path(__file__).resolve().parents[3] / "shared/data/padron_la_libertad_2023_primaria_secundaria.csv"
SERVICIOS = 3017

pytestmark = [
    pytest.mark.lento,
    pytest.mark.django_db,
    pytest.mark.skipif(not PADRON.exists(), reason="el padrón real no está junto al proyecto"),
]


def _escuelas_en_reportes(ambito, territorios):
    return [datos_de_reporte(ambito, t.codigo, "2026-B3").escuelas for t in territorios]


def test_los_reportes_de_ugel_y_los_de_provincia_suman_las_mismas_escuelas(catalogos):
    call_command("importar_padron", str(PADRON), verbosity=0)

    por_ugel = _escuelas_en_reportes(Ambito.UGEL, Ugel.objects.all())
    por_provincia = _escuelas_en_reportes(Ambito.PROVINCIA, Provincia.objects.all())

    assert (len(por_ugel), sum(por_ugel)) == (15, SERVICIOS)
    assert (len(por_provincia), sum(por_provincia)) == (12, SERVICIOS)
    assert Escuela.objects.count() == SERVICIOS
