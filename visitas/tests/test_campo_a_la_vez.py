"""Real COMMITs: the answer comes after them, and eight identical batches at once are all answered and stored once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from docentes.tests.fabricas import crear_asignacion
from visitas.models import Revision, Visita
from visitas.services import sincronizacion

from .envios import enviar, resultados, revision, revisiones_de
from .fabricas import contenido_de_visita

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("catalogos")]
A_LA_VEZ = 8


def _a_la_vez(clientes, hacer):
    """Run hacer(cliente) in a thread each, all leaving together; return what each returned."""
    salida = Barrier(len(clientes))

    def correr(cliente):
        salida.wait(timeout=30)
        try:
            return hacer(cliente)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clientes)) as hilos:
        return list(hilos.map(correr, clientes))


def test_los_recibos_se_leen_despues_del_commit(cliente_de, ana, rosa, monkeypatch):
    abiertas = []
    leer = sincronizacion._con_lo_guardado
    monkeypatch.setattr(
        sincronizacion,
        "_con_lo_guardado",
        lambda hechas: abiertas.append(connection.in_atomic_block) or leer(hechas),
    )

    resultados(enviar(cliente_de(ana), *revisiones_de(rosa.docente, 2)))

    assert abiertas == [False]


@pytest.mark.postgres
def test_ocho_lotes_iguales_a_la_vez_reciben_los_mismos_recibos_y_no_doblan_nada(cliente_de, ana, rosa):
    enviadas = revisiones_de(rosa.docente, 20)

    respuestas = _a_la_vez(
        [cliente_de(ana) for _ in range(A_LA_VEZ)], lambda c: resultados(enviar(c, *enviadas))
    )

    recibos = [{k: r["recibo"] for k, r in dichas.items()} for dichas in respuestas]
    assert all(r == recibos[0] for r in recibos)
    assert len(recibos[0]) == 20
    assert Counter(r["estado"] for dichas in respuestas for r in dichas.values()) == {
        "creada": 20,
        "duplicada": 20 * (A_LA_VEZ - 1),
    }
    assert (Visita.objects.count(), Revision.objects.count()) == (20, 20)


@pytest.mark.postgres
def test_ocho_equipos_que_corrigen_lo_mismo_a_la_vez_conservan_los_ocho_textos(cliente_de, ana, rosa):
    contenido = contenido_de_visita(docente=rosa.docente)
    primera = revision(contenido)
    resultados(enviar(cliente_de(ana), primera))
    otras = [
        revision(
            contenido | {"analisis": f"Del equipo {i}"}, visita=primera["visita"], base=primera["revision"]
        )
        for i in range(A_LA_VEZ)
    ]
    por_cliente = {id(c := cliente_de(ana)): (c, r) for r in otras}

    respuestas = _a_la_vez(
        [c for c, _ in por_cliente.values()], lambda c: resultados(enviar(c, por_cliente[id(c)][1]))
    )

    estados = Counter(r["estado"] for dichas in respuestas for r in dichas.values())
    assert estados == {"enmendada": 1, "conflicto": A_LA_VEZ - 1}
    guardadas = {str(r.pk): r.huella for r in Revision.objects.all()}
    assert guardadas == {r["revision"]: r["hash"] for r in (primera, *otras)}


@pytest.mark.postgres
def test_dos_lotes_con_los_mismos_docentes_en_otro_orden_no_se_traban(cliente_de, ana, rosa):
    """Rows are locked in one order: none waits for the other for ever."""
    docentes = [rosa.docente, *_otros_docentes(ana)]
    lotes = [[r for d in orden for r in revisiones_de(d, 3)] for orden in (docentes, docentes[::-1])]
    clientes = [cliente_de(ana) for _ in lotes]

    respuestas = _a_la_vez(clientes, lambda c: resultados(enviar(c, *lotes[clientes.index(c)])))

    assert {r["estado"] for dichas in respuestas for r in dichas.values()} == {"creada"}
    assert Visita.objects.count() == sum(map(len, lotes))


def _otros_docentes(ana):
    return [crear_asignacion(acompanante=ana.acompanante).docente for _ in range(4)]
