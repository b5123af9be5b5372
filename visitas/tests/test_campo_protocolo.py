"""The protocol against the real view (offline-sync.md §6, layer b), and each mistake of a server seen by it."""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, Phase
from hypothesis import settings as ajustes_de_hypothesis
from hypothesis.stateful import run_state_machine_as_test

from acompanamiento.comun.identidad import nuevo_id
from visitas.campo import freno
from visitas.contexto import Catalogos
from visitas.models import ContenidoDeRevision, Revision, Visita
from visitas.services import revision, sincronizacion
from visitas.services.revision import Estado, Resultado, decision

from .equipo import FALLAS
from .maquina import SUCESOS, maquina_de

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
EJEMPLOS, PASOS = 30, 25


@pytest.fixture
def correr(cliente_de, ana, rosa, monkeypatch, settings):
    """correr(ejemplos) runs the machine and returns its counters. The same examples each time, so that they are known."""
    settings.CAMPO_ENVIOS_POR_MINUTO = 1_000_000
    monkeypatch.setitem(freno.POR_MINUTO, "recibos", 1_000_000)

    def hacer(ejemplos, fases=(Phase.generate,)):
        fallas = Counter()
        maquina = maquina_de(
            cliente=cliente_de(ana), docente=rosa.docente, fallas=fallas, monkeypatch=monkeypatch
        )
        ajustes = ajustes_de_hypothesis(
            max_examples=ejemplos,
            stateful_step_count=PASOS,
            derandomize=True,
            database=None,
            deadline=None,
            phases=fases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(maquina, settings=ajustes)
        return fallas

    return hacer


def test_con_la_peor_red_nada_se_pierde_nada_se_dobla_y_todo_llega_al_sanar(correr):
    fallas = correr(EJEMPLOS)

    print(dict(fallas))
    assert {
        nombre: fallas[nombre]
        for nombre in (*FALLAS, *SUCESOS, "entregar_tarde", "mala", "ajena")
        if fallas[nombre] < 3
    } == {}


def _decidir_con(monkeypatch, otra):
    """Before deciding, `otra(entrega, terreno)` puts another delivery in its place."""
    decidir = revision.decidir
    monkeypatch.setattr(
        revision, "decidir", lambda e, terreno, nuevas: decidir(otra(e, terreno), terreno, nuevas)
    )


def _sin_unicidad(monkeypatch):
    """What is known already is written again, as one more visit."""

    def otra_vez(entrega, terreno):
        if entrega.revision_id not in terreno.conocidas:
            return entrega
        return replace(entrega, revision_id=nuevo_id(), visita_id=nuevo_id(), base_id=None)

    _decidir_con(monkeypatch, otra_vez)


def _lote_atomico(monkeypatch):
    """One bad item undoes the whole batch."""
    recibir = sincronizacion.recibir_lote

    def todo_o_nada(**datos):
        with transaction.atomic():
            hechas = recibir(**datos)
            if all(r is not None and r.guardada for _, r in hechas):
                return hechas
            transaction.set_rollback(True)
        return [(enviada, None) for enviada, _ in hechas]

    monkeypatch.setattr("visitas.services.recibir_lote", todo_o_nada)


def _confirma_antes_de_guardar(monkeypatch):
    """The answer is made before COMMIT: when that fails, the receipts went out."""

    def recibir(*, autor, lote):
        hechas = []
        try:
            with transaction.atomic():
                entregas = [sincronizacion._leer(autor, lote, r) for r in lote.revisiones]
                resultados = sincronizacion.recibir_revisiones(autor, entregas, Catalogos())
                hechas = list(zip(lote.revisiones, resultados, strict=True))
                sincronizacion._anotar_equipo(autor, lote)
        except DatabaseError:
            pass
        return hechas

    monkeypatch.setattr("visitas.services.recibir_lote", recibir)


def _gana_la_ultima(monkeypatch):
    """A revision on an old base is put on the head."""

    def sobre_la_cabeza(entrega, terreno):
        visita = terreno.visitas.get(entrega.visita_id)
        return replace(entrega, base_id=visita.cabeza_id) if visita else entrega

    _decidir_con(monkeypatch, sobre_la_cabeza)


def _duplicada_sin_mirar_la_huella(monkeypatch):
    monkeypatch.setattr(decision, "_repetida", lambda _, conocida: Resultado(Estado.DUPLICADA, conocida))


def _acepta_base_desconocida(monkeypatch):
    def como_primera(entrega, terreno):
        return entrega if entrega.visita_id in terreno.visitas else replace(entrega, base_id=None)

    _decidir_con(monkeypatch, como_primera)


def _edita_en_su_sitio(monkeypatch):
    """An amendment changes the row of the revision that it amends."""
    guardar = decision._guardar

    def encima(nueva, texto):
        if nueva.base_id is None:
            return guardar(nueva, texto)
        ContenidoDeRevision.objects.filter(pk=nueva.base_id).update(texto=texto)
        Revision.objects.filter(pk=nueva.base_id).update(huella=nueva.huella)
        Visita.objects.filter(pk=nueva.visita_id).update(cabeza=nueva.base_id)
        return Revision.objects.get(pk=nueva.base_id)

    monkeypatch.setattr(decision, "_guardar", encima)


DEFECTOS = (
    _sin_unicidad,
    _lote_atomico,
    _confirma_antes_de_guardar,
    _gana_la_ultima,
    _duplicada_sin_mirar_la_huella,
    _acepta_base_desconocida,
    _edita_en_su_sitio,
)


@pytest.mark.lento
@pytest.mark.una_vez
@pytest.mark.parametrize("plantar", DEFECTOS, ids=lambda d: d.__name__.strip("_"))
def test_la_maquina_ve_cada_defecto_del_servidor(correr, monkeypatch, plantar):
    plantar(monkeypatch)

    with pytest.raises(Exception) as visto:
        correr(EJEMPLOS)
    assert visto.type.__name__ != "Failed"
