"""The state machine of offline-sync.md §6, layer b: laptops, a lying network and the real view, in one transaction that
is undone. A backup is a savepoint: to restore it is to go back there, with another epoch."""

from datetime import timedelta
from math import ceil
from random import Random
from types import SimpleNamespace
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from acompanamiento.comun.canonico import huella
from acompanamiento.comun.identidad import nuevo_id
from docentes.models import Asignacion, MotivoDeFin
from docentes.tests.fabricas import crear_docente
from visitas.models import Cuarentena, EstadoDeRevision, Revision, Visita
from visitas.services import nueva_epoca

from .envios import revision
from .equipo import EN_UN_LOTE, FALLAS, Equipo, Red, con_otro_texto
from .fabricas import contenido_de_visita

CLASES = ("buena", "buena", "buena", "mala", "ajena")
SUCESOS = (
    "segundo_equipo",
    "mismo_numero_otro_texto",
    "corregir_negada",
    "base_desconocida",
    "termina_la_asignacion",
    "respaldar",
    "restaurar",
)


class Maquina(RuleBasedStateMachine):
    """`mundo` has cliente (signed in), docente (accompanied by that person), fallas (a Counter) and monkeypatch."""

    mundo: SimpleNamespace

    def __init__(self):
        super().__init__()
        self.bloque = transaction.atomic()
        self.bloque.__enter__()
        self.red = Red(self.mundo.cliente, self.mundo.fallas, self.mundo.monkeypatch)
        self.equipo, self.otro = Equipo(self.red), Equipo(self.red)
        self.tocadas, self.historia, self.respaldo = set(), {}, transaction.savepoint()

    @rule(semilla=st.integers(0, 2**32 - 1))
    def paso(self, semilla):
        """One thing that happens, the rare ones as often as the plain: a draw of Hypothesis would favour some."""
        azar = Random(semilla)
        (que,) = azar.choices(("visita", "corregir", "enviar", "suceso"), (5, 3, 8, 4))
        getattr(self, que)(azar)

    def visita(self, azar):
        clase, docente = azar.choice(CLASES), self.mundo.docente
        self.mundo.fallas[clase] += 1
        destino = crear_docente(escuela=docente.escuela) if clase == "ajena" else docente
        self.equipo.visita(destino, mala=clase == "mala")

    def corregir(self, azar):
        if self.equipo.cola:
            self.equipo.corregir(azar.choice(self.equipo.cabezas()))

    def enviar(self, azar):
        if self.equipo.por_enviar():
            self.equipo.enviar(azar.choice(FALLAS))
        if azar.random() < 0.2 and self._entregar_tarde(azar):
            self.mundo.fallas["entregar_tarde"] += 1

    def suceso(self, azar):
        """Something that the person or the world may do now; what is not possible gives way to the next."""
        for que in azar.sample(SUCESOS, len(SUCESOS)):
            if getattr(self, f"_{que}")(azar):
                self.mundo.fallas[que] += 1
                return

    # --- What may happen: each returns whether it did

    def _corregir_negada(self, azar):
        negadas = _negadas(self.equipo)
        return negadas and self.equipo.corregir_negada(azar.choice(negadas))

    def _entregar_tarde(self, azar):
        tardias = self.red.tardias
        return tardias and self.red.postear(tardias.pop(azar.randrange(len(tardias))))

    def _segundo_equipo(self, azar):
        """Another laptop of the same person amends what this one sent."""
        confirmadas = _confirmadas(self.equipo)
        if not confirmadas:
            return False
        base = azar.choice(confirmadas)
        contenido = base["contenido"] | {"analisis": f"Del otro equipo, {self.otro.hechas}"}
        self.otro.anotar(contenido, visita=base["visita"], base=base["revision"])
        self.tocadas.add(base["visita"])
        self.otro.enviar()
        return True

    def _mismo_numero_otro_texto(self, azar):
        """A copy of the profile in another machine used the same id for other words."""
        listas = self.equipo.por_enviar()
        if not listas:
            return False
        copia = con_otro_texto(azar.choice(listas))
        self.red.postear([copia])
        self.tocadas.add(copia["visita"])
        return True

    def _base_desconocida(self, _):
        contenido = contenido_de_visita(docente=self.mundo.docente, tipo="X")
        suelta = revision(contenido, base=str(nuevo_id()))
        (dicha,) = self.red.postear([suelta]).json()["resultados"]
        assert dicha["estado"] == "falta_base"
        assert not Revision.objects.filter(pk=suelta["revision"]).exists()
        return True

    def _termina_la_asignacion(self, _):
        hace_poco = timezone.localdate() - timedelta(days=10)
        suyas = Asignacion.objects.filter(docente=self.mundo.docente)
        return suyas.update(hasta=hace_poco, motivo_fin=MotivoDeFin.LICENCIA)

    def _respaldar(self, _):
        self.respaldo = transaction.savepoint()
        return True

    def _restaurar(self, _):
        transaction.savepoint_rollback(self.respaldo)
        nueva_epoca()
        self.historia = _aceptadas()
        return True

    # --- What must hold

    @invariant()
    def la_historia_solo_crece(self):
        ahora = _aceptadas()
        assert self.historia.items() <= ahora.items()
        self.historia = ahora

    def teardown(self):
        try:
            for revisiones in self.red.tardias:
                self.red.postear(revisiones)
            _vaciar(self.equipo)
            for cabeza in _negadas(self.equipo):
                self.equipo.corregir_negada(cabeza)
            _vaciar(self.equipo)
            _vaciar(self.otro)
            _revisar_servidor()
            for equipo in (self.equipo, self.otro):
                _revisar_equipo(equipo, self.tocadas, self.mundo.docente)
        finally:
            transaction.set_rollback(True)
            self.bloque.__exit__(None, None, None)


def maquina_de(**mundo):
    """Return the class of a machine over that world."""
    return type("MaquinaDePrueba", (Maquina,), {"mundo": SimpleNamespace(**mundo)})


def _negadas(equipo):
    return [r for r in equipo.cabezas() if equipo.que_detiene(r) == "rechazada"]


def _confirmadas(equipo):
    return [r for r in equipo.cola if equipo.estados[r["revision"]] == "confirmada"]


def _aceptadas():
    aceptadas = Revision.objects.filter(estado=EstadoDeRevision.ACEPTADA)
    return dict(aceptadas.values_list("pk", "huella"))


def _vaciar(equipo):
    """Send with a healthy network until nothing can go, in ⌈n/batch⌉ + 2 rounds."""
    equipo.comprobar_epoca()
    listas = sum(e == "lista" for e in equipo.estados.values())
    for _ in range(ceil(listas / EN_UN_LOTE) + 2):
        equipo.enviar()
    assert equipo.por_enviar() == [], "la cola no se vacía"


def _revisar_servidor():
    """Each text is what its hash says, each visit one chain whose end is its head."""
    for r in Revision.objects.select_related("contenido"):
        assert huella(r.contenido.texto) == r.huella
    for visita in Visita.objects.prefetch_related("revisiones"):
        por_base = {r.base_id: r.pk for r in visita.revisiones.all() if r.estado == EstadoDeRevision.ACEPTADA}
        cadena, ultima = [], None
        while ultima in por_base:
            ultima = por_base[ultima]
            cadena.append(ultima)
        assert (len(cadena), ultima) == (len(_aceptadas_de(visita)), visita.cabeza_id)


def _aceptadas_de(visita):
    return [r for r in visita.revisiones.all() if r.estado == EstadoDeRevision.ACEPTADA]


def _revisar_equipo(equipo, tocadas, docente):
    """No revision lost and none doubled; who is not confirmed has a reason that the person sees."""
    guardadas = {str(r.pk): r for r in Revision.objects.filter(pk__in=equipo.estados)}
    apartadas = {str(c.pk): c.huella for c in Cuarentena.objects.all()}
    for r in equipo.cola:
        estado, fila = equipo.estados[r["revision"]], guardadas.get(r["revision"])
        if estado == "confirmada":
            assert (fila.huella, fila.estado) == (r["hash"], EstadoDeRevision.ACEPTADA)
            assert fila.base_id == (r["base"] and UUID(r["base"]))
        elif estado == "en_cuarentena":
            assert r["contenido"]["docente"] != str(docente.pk)
            assert apartadas[r["revision"]] == r["hash"]
        elif estado == "en_conflicto":
            assert r["visita"] in tocadas, "conflicto de una sola persona en un solo equipo"
            en_el_servidor = fila.huella if fila else apartadas[r["revision"]]
            assert en_el_servidor != r["hash"] or fila.estado == EstadoDeRevision.RAMA
        else:
            assert (estado, bool(equipo.que_detiene(r))) == ("lista", True), equipo.dichas[r["revision"]]
