"""The chain of a session under two devices and its page: whatever the order, no text is lost, doubled or overwritten."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from visitas.services import registrar_sesion
from visitas.services.cadena import cabeza_de

from .envios import enviar, resultados
from .envios_de_registros import de_sesion
from .fabricas_de_sesiones import crear_grupal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogos"), pytest.mark.lento]
EQUIPOS = ("laptop", "tableta")
ACCIONES = st.lists(
    st.tuples(st.sampled_from([*EQUIPOS, *EQUIPOS, "pagina", "repetir", "traer"]), st.sampled_from(EQUIPOS)),
    min_size=6,
    max_size=14,
)
VISTOS = Counter()


class _Sesion:
    """One session, what each device knows of it, and every text that somebody finished."""

    def __init__(self, cliente, sesion, docente, autor):
        self.cliente, self.sesion, self.docente, self.autor = cliente, sesion, docente, autor
        self.saben = dict.fromkeys(EQUIPOS)
        self.enviadas, self.textos = [], []

    def escribir(self, equipo):
        """Finish on what the device knows, and send; a conflict leaves it as it was."""
        texto = f"Texto {len(self.textos)}"
        enviada = de_sesion(self.sesion, [self.docente], base=self.saben[equipo], acuerdos=texto)
        cabeza = cabeza_de(self.sesion)
        self.enviadas.append(enviada)
        self.textos.append(texto)
        estado = self._enviar(enviada)["estado"]
        VISTOS[estado] += 1
        al_dia = self.saben[equipo] == (str(cabeza.pk) if cabeza else None)
        assert (estado in ("creada", "enmendada")) is al_dia
        if al_dia:
            self.saben[equipo] = enviada["revision"]

    def _enviar(self, enviada):
        return resultados(enviar(self.cliente, enviada))[enviada["revision"]]

    def repetir(self):
        """A lost answer: everything is sent again, and nothing changes."""
        antes = list(self.sesion.revisiones.values_list("pk", "estado", "numero", "recibo"))
        for enviada in self.enviadas:
            VISTOS["repetida"] += 1
            assert self._enviar(enviada)["estado"] in ("duplicada", "conflicto")
        assert list(self.sesion.revisiones.values_list("pk", "estado", "numero", "recibo")) == antes

    def pagina(self):
        texto = f"Texto {len(self.textos)}"
        self.textos.append(texto)
        VISTOS["pagina"] += 1
        cabeza = cabeza_de(self.sesion)
        datos = {"fecha": self.sesion.fecha, "inicio": self.sesion.inicio, "fin": self.sesion.fin}
        registrar_sesion(
            sesion=self.sesion, asistieron=[self.docente], desarrollo="En la página.", acuerdos=texto,
            por=self.autor, base=str(cabeza.pk) if cabeza else "", **datos,
        )  # fmt: skip

    def traer(self, equipo):
        """A new package."""
        cabeza = cabeza_de(self.sesion)
        self.saben[equipo] = str(cabeza.pk) if cabeza else None

    def revisar(self):
        todas = list(self.sesion.revisiones.order_by("numero"))
        aceptadas = [r for r in todas if r.estado == "aceptada"]
        assert sorted(r.contenido["acuerdos"] for r in todas) == sorted(self.textos)
        assert [r.numero for r in aceptadas] == list(range(1, len(aceptadas) + 1))
        assert [r.base_id for r in aceptadas] == [None, *(r.pk for r in aceptadas)][: len(aceptadas)]
        self.sesion.refresh_from_db()
        assert self.sesion.acuerdos == (aceptadas[-1].contenido["acuerdos"] if aceptadas else "")


def test_ningun_texto_se_pierde_ni_se_dobla_ni_se_pisa(cliente_de, ana, rosa):
    VISTOS.clear()

    @settings(max_examples=25)
    @given(acciones=ACCIONES)
    def probar(acciones):
        with transaction.atomic():
            sesion = crear_grupal(
                acompanante=ana.acompanante, invitados=[rosa.docente], fecha=date(2026, 6, 5)
            )
            historia = _Sesion(cliente_de(ana), sesion, rosa.docente, ana)
            for que, equipo in acciones:
                if que in EQUIPOS:
                    historia.escribir(que)
                elif que == "traer":
                    historia.traer(equipo)
                else:
                    getattr(historia, que)()
            historia.revisar()
            transaction.set_rollback(True)

    probar()
    assert all(VISTOS[v] >= 3 for v in ("creada", "enmendada", "conflicto", "repetida", "pagina")), VISTOS
