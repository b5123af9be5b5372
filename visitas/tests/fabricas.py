"""Rows for tests: the catalogues, a scheduled visit, a finished one."""

from datetime import date

import pytest

from docentes.models import Asignacion
from docentes.tests.fabricas import crear_asignacion
from visitas.models import NivelEducativo, Protocolo, TipoDeVisita, VisitaProgramada
from visitas.services.catalogos import cargar_catalogos


@pytest.fixture
def catalogos(db):
    """School years, protocols and instrument, as the product ships them."""
    cargar_catalogos()


def tipo_de_visita(codigo="A1", nivel=NivelEducativo.PRIMARIA) -> TipoDeVisita:
    return Protocolo.objects.all().vigente_para(nivel).tipos.get(codigo=codigo)


def crear_programada(**cambios) -> VisitaProgramada:
    """A visit planned for 15/10/2026 ("A1" unless told), of a teacher with an assignment. Needs `catalogos`."""
    tipo = cambios.pop("tipo", "A1")
    if "docente" not in cambios:
        cambios["docente"] = crear_asignacion(**_solo(cambios, "acompanante")).docente
    if "acompanante" not in cambios:
        cambios["acompanante"] = Asignacion.objects.filter(docente=cambios["docente"]).first().acompanante
    fecha = cambios.get("fecha", date(2026, 10, 15))
    datos = {
        "tipo": tipo_de_visita(tipo) if isinstance(tipo, str) else tipo,
        "anio": fecha.year,
        "fecha": fecha,
        "fecha_original": fecha,
    }
    return VisitaProgramada.objects.create(**(datos | cambios))


def _solo(campos, *nombres):
    return {n: campos[n] for n in nombres if n in campos}
