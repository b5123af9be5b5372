"""The protocol against the real view: a device with a bad network never loses and never doubles (offline-sync.md §6b).

The device below follows the rules P1 to P9; the network loses requests, cuts answers after COMMIT, repeats and answers
like a captive portal. After it heals, everything that the server can accept is there, once, with the same hash.
"""

from collections import Counter
from math import ceil

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from visitas.models import Revision, Visita

from .envios import enviar, resultados, revision
from .fabricas import contenido_de_visita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos")]
DESTINOS = ("llega", "se_pierde", "se_corta", "portal", "se_repite")
EN_UN_LOTE = 4
FALLAS = Counter()
ACCIONES = st.lists(
    st.one_of(
        st.tuples(st.just("visita"), st.booleans()),
        st.tuples(st.just("corregir"), st.integers(0, 7)),
        st.tuples(st.just("enviar"), st.sampled_from(DESTINOS)),
        st.tuples(st.just("enviar"), st.sampled_from(DESTINOS)),
    ),
    min_size=8,
    max_size=16,
)


class Equipo:
    """The queue of one laptop: revisions in order, each `lista`, `confirmada` or `rechazada`."""

    def __init__(self, cliente, docente):
        self.cliente, self.docente = cliente, docente
        self.cola, self.estados, self.recibos = [], {}, {}

    def anotar(self, contenido, **cambios):
        nueva = revision(contenido, secuencia=len(self.cola) + 1, **cambios)
        self.cola.append(nueva)
        self.estados[nueva["revision"]] = "lista"

    def visita(self, mala):
        hora = f"07:{len(self.cola):02}"
        fin = "06:00" if mala else "12:30"
        self.anotar(contenido_de_visita(docente=self.docente, tipo="X", inicio=hora, fin=fin))

    def corregir(self, cual):
        cabezas = list({r["visita"]: r for r in self.cola}.values())
        if cabezas:
            cabeza = cabezas[cual % len(cabezas)]
            contenido = cabeza["contenido"] | {"analisis": f"Corrección {len(self.cola)}"}
            self.anotar(contenido, visita=cabeza["visita"], base=cabeza["revision"])

    def por_enviar(self):
        """P6 and P7: in order, and not behind an ancestor that was rejected."""
        detenidas = {r["visita"] for r in self.cola if self.estados[r["revision"]] == "rechazada"}
        return [
            r for r in self.cola if self.estados[r["revision"]] == "lista" and r["visita"] not in detenidas
        ][:EN_UN_LOTE]

    def enviar(self, destino):
        lote = self.por_enviar()
        if not lote:
            return
        FALLAS[destino] += 1
        if destino in ("se_pierde", "portal"):
            return
        respuestas = [enviar(self.cliente, *lote) for _ in range(2 if destino == "se_repite" else 1)]
        if destino != "se_corta":
            self.leer(lote, resultados(respuestas[-1]))

    def leer(self, lote, dichas):
        for r in lote:
            dicha = dichas.get(r["revision"], {})
            if dicha.get("hash") == r["hash"] and dicha.get("recibo"):
                self.estados[r["revision"]] = "confirmada"
                self.recibos.setdefault(r["revision"], dicha["recibo"])
                assert self.recibos[r["revision"]] == dicha["recibo"]
            elif dicha.get("estado") == "rechazada":
                self.estados[r["revision"]] = "rechazada"
            else:
                assert dicha.get("estado") == "falta_base", dicha
                assert "rechazada" in (
                    self.estados[o["revision"]] for o in lote if o["visita"] == r["visita"]
                )


def _sanar(equipo):
    """Send until nothing can go; return the rounds."""
    pendientes = sum(e == "lista" for e in equipo.estados.values())
    for vuelta in range(ceil(pendientes / EN_UN_LOTE) + 3):
        if not equipo.por_enviar():
            return vuelta, pendientes
        equipo.enviar("llega")
    raise AssertionError("la cola no se vacía")


def _revisar(equipo):
    guardadas = {str(r.pk): r for r in Revision.objects.all()}
    confirmadas = {k for k, e in equipo.estados.items() if e == "confirmada"}
    de_cola = {r["revision"]: r for r in equipo.cola}

    assert set(guardadas) == confirmadas
    assert all(guardadas[k].huella == de_cola[k]["hash"] for k in confirmadas)
    assert {str(v.pk) for v in Visita.objects.all()} == {de_cola[k]["visita"] for k in confirmadas}
    malas = {r["visita"] for r in equipo.cola if r["contenido"]["fin"] == "06:00"}
    assert confirmadas == {k for k, r in de_cola.items() if r["visita"] not in malas}


def test_con_mala_red_nada_se_pierde_y_nada_se_dobla(cliente_de, ana, rosa):
    FALLAS.clear()

    @settings(max_examples=40)
    @given(acciones=ACCIONES)
    def probar(acciones):
        with transaction.atomic():
            equipo = Equipo(cliente_de(ana), rosa.docente)
            for accion, valor in acciones:
                getattr(equipo, accion)(valor)
            vueltas, pendientes = _sanar(equipo)
            assert vueltas <= ceil(pendientes / EN_UN_LOTE) + 2
            _revisar(equipo)
            transaction.set_rollback(True)

    probar()
    assert all(FALLAS[destino] >= 3 for destino in DESTINOS), FALLAS
