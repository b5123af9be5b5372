"""The strip of the year's phases is on every page about one teacher, for her and for who accompanies her, and nowhere else."""

import pytest

from .matriz import MATRIZ
from .mundo import rutas
from .recorrido import cliente
from .test_accesibilidad import NO_SON_PAGINAS

# What a page draws does not depend on the database.
pytestmark = [pytest.mark.lento, pytest.mark.una_vez]
TIRA = "Fases del año"
# What the argument of an address says of whose the page is. A new kind of argument has to be put in one of the two.
DE_UNA_DOCENTE = {
    "borrador",
    "caso",
    "compromiso",
    "docente",
    "programada",
    "rama",
    "reflexion",
    "traspaso",
    "visita",
    "visita_por_compartir",
}
DE_OTRA_COSA = {
    "asesoria",
    "asesoria_borrador",
    "caracterizacion",
    "direccion",
    "ejercicio",
    "ejercicio_cerrado",
    "escuela",
    "fragmento",
    "fragmento_en_borrador",
    "impreso",
    "informe",
    "observacion",
    "plan",
    "rama_de_base",
    "rama_de_sesion",
    "sesion",
    "solicitud",
    "version_de_plan",
    "viaje",
}
# Without an argument: the teacher's own pages, and her pages about everybody or about her account.
SUYAS = {"compromiso_list", "inicio", "plan_mio", "reflexion_crear", "reflexion_list", "traspaso_list"}
DE_TODOS = {
    "cambiar_clave",
    "caracterizacion_list",
    "cuenta",
    "derecho_list",
    "escuela_list",
    "fragmento_crear",
    "fragmento_list",
    "lectura_list",
    "sesion_list",
    "tratamiento",
}


def _paginas(mundo, persona):
    for nombre, fila in MATRIZ.items():
        if fila.metodo == "get" and not fila.json and not fila.publica and nombre not in NO_SON_PAGINAS:
            for objeto, _inquilino, celda, ruta in rutas(mundo, nombre, fila):
                if persona in celda.ok.split():
                    yield nombre, objeto, ruta


def _es_de_una(nombre, objeto, persona):
    if not objeto:
        return persona == "rosa" and nombre in SUYAS
    return objeto in DE_UNA_DOCENTE


@pytest.mark.parametrize("persona", ["ana", "rosa"])
def test_toda_pagina_de_una_docente_lleva_la_tira_de_sus_fases(mundo, persona):
    suyo, mal = cliente(mundo.personas[persona], revienta=True), []
    for nombre, objeto, ruta in _paginas(mundo, persona):
        if objeto:
            assert objeto in DE_UNA_DOCENTE | DE_OTRA_COSA, (
                f"{nombre}: di de quién es una página de «{objeto}»"
            )
        elif persona == "rosa":
            assert nombre in SUYAS | DE_TODOS, f"{nombre}: di si es una página de la docente"
        lleva = TIRA in suyo.get(ruta).content.decode()
        if lleva != _es_de_una(nombre, objeto, persona):
            mal.append(f"{nombre}: {'lleva' if lleva else 'no lleva'} la tira")

    assert mal == []


@pytest.mark.parametrize("persona", ["fidel", "hugo", "carmen", "elena", "ines", "admin"])
def test_nadie_mas_ve_las_fases_de_una_docente(mundo, persona):
    suyo = cliente(mundo.personas[persona], revienta=True)
    assert [n for n, _, ruta in _paginas(mundo, persona) if TIRA in suyo.get(ruta).content.decode()] == []
