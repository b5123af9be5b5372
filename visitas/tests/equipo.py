"""A laptop for tests: the queue of static/js/campo/cola.js in Python, and a network that lies between it and the view."""

import gzip
import json
from collections import Counter

from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from acompanamiento.comun.canonico import canonico, huella
from visitas.campo.respuesta import MEDIO
from visitas.services import sincronizacion

from .envios import lote, revision
from .fabricas import contenido_de_visita

DETENIDAS = {"rechazada", "en_conflicto", "en_cuarentena"}
EN_UN_LOTE = 3


class Red:
    """Posts batches to the real view and spoils them. `fallas` counts what really happened."""

    def __init__(self, cliente, fallas: Counter, monkeypatch):
        self.cliente, self.fallas, self.monkeypatch = cliente, fallas, monkeypatch
        self.cliente.raise_request_exception = False
        self.tardias = []

    def postear(self, revisiones, *, cliente=None, cortar=0, comprimir=False):
        cuerpo = json.dumps(lote(*revisiones)).encode()
        cuerpo = gzip.compress(cuerpo) if comprimir else cuerpo
        cabeceras = {"HTTP_CONTENT_ENCODING": "gzip"} if comprimir else {}
        return (cliente or self.cliente).post(
            reverse("campo_sync"),
            cuerpo[: len(cuerpo) - cortar],
            content_type="application/json",
            **cabeceras,
        )

    def enviar(self, revisiones, falla):
        """Return the results that the device gets to read, or None when it gets no answer of ours."""
        self.fallas[falla] += 1
        return getattr(self, f"_{falla}")(revisiones)

    def _leer(self, respuesta):
        if respuesta.status_code != 207 or respuesta.headers["Content-Type"] != MEDIO:
            return None
        return respuesta.json()["resultados"]

    def _llega(self, revisiones):
        respuesta = self.postear(revisiones)
        assert respuesta.status_code == 207, respuesta.content
        return self._leer(respuesta)

    def _comprimida(self, revisiones):
        return self._leer(self.postear(revisiones, comprimir=True))

    def _se_pierde(self, revisiones):
        return None

    def _se_corta(self, revisiones):
        """The answer is lost after COMMIT."""
        self._llega(revisiones)

    def _se_repite(self, revisiones):
        """Delivered twice: the second answer holds the same receipts as the first."""
        primera, segunda = self._llega(revisiones), self._llega(revisiones)
        recibos = [
            {r["revision"]: r["recibo"] for r in dichas if "recibo" in r} for dichas in (primera, segunda)
        ]
        assert recibos[0] == recibos[1]
        return segunda

    def _llega_tarde(self, revisiones):
        self.tardias.append(revisiones)

    def _desordenada(self, revisiones):
        return self._llega(revisiones[::-1])

    def _truncada(self, revisiones):
        assert self.postear(revisiones, cortar=20).status_code == 400

    def _gzip_cortado(self, revisiones):
        assert self.postear(revisiones, cortar=12, comprimir=True).status_code == 400

    def _sin_sesion(self, revisiones):
        assert self.postear(revisiones, cliente=Client()).status_code == 401

    def _se_cae(self, revisiones):
        """The server dies after writing and before COMMIT."""

        def morir(*_):
            raise DatabaseError("se fue la luz")

        with self.monkeypatch.context() as parche:
            parche.setattr(sincronizacion, "_anotar_equipo", morir)
            return self._leer(self.postear(revisiones))

    def recibos(self, ids):
        """{revision: hash} of those that the server holds."""
        cuerpo = json.dumps({"revisiones": ids})
        respuesta = self.cliente.post(reverse("campo_recibos"), cuerpo, content_type="application/json")
        return {r["revision"]: r["hash"] for r in respuesta.json()["recibos"]}

    def epoca(self):
        return self.cliente.get(reverse("campo_estado")).json()["epoca"]


FALLAS = tuple(
    nombre.removeprefix("_")
    for nombre in vars(Red)
    if nombre.startswith("_") and nombre not in ("__init__", "_leer") and not nombre.startswith("__")
)


class Equipo:
    """The queue of one laptop. `estados` is {revision: state} and `dichas` the last answer about each; what was finished never leaves `cola`, unless a person
    corrects what was refused (offline-sync.md §3, P1 to P8)."""

    def __init__(self, red: Red):
        self.red, self.epoca = red, red.epoca()
        self.cola, self.estados, self.dichas, self.hechas = [], {}, {}, 0

    def anotar(self, contenido, **cambios):
        self.hechas += 1
        nueva = revision(contenido, secuencia=self.hechas, **cambios)
        self.cola.append(nueva)
        self.estados[nueva["revision"]] = "lista"
        return nueva

    def visita(self, docente, *, mala=False):
        hora = f"{7 + self.hechas // 60:02}:{self.hechas % 60:02}"
        fin = "06:00" if mala else "12:30"
        return self.anotar(contenido_de_visita(docente=docente, tipo="X", inicio=hora, fin=fin))

    def cabezas(self):
        return list({r["visita"]: r for r in self.cola}.values())

    def corregir(self, cabeza):
        contenido = cabeza["contenido"] | {"analisis": f"Corrección {self.hechas}"}
        return self.anotar(contenido, visita=cabeza["visita"], base=cabeza["revision"])

    def corregir_negada(self, cabeza):
        """A person corrects what was refused: one revision in the place of that one and of what came after it."""
        negada = next(r for r in self.cadena(cabeza)[::-1] if self.estados[r["revision"]] == "rechazada")
        sobran = [r for r in self.cadena(cabeza) if r["secuencia"] >= negada["secuencia"]]
        self.cola = [r for r in self.cola if r not in sobran]
        contenido = cabeza["contenido"] | {"fin": "12:30"}
        return self.anotar(contenido, visita=cabeza["visita"], base=negada["base"])

    def cadena(self, r) -> list:
        """The revision and its ancestors on this laptop, the newest first."""
        por_id = {otra["revision"]: otra for otra in self.cola}
        cadena = []
        while r:
            cadena.append(r)
            r = por_id.get(r["base"])
        return cadena

    def que_detiene(self, r):
        estados = [self.estados[una["revision"]] for una in self.cadena(r)]
        return next((e for e in estados if e in DETENIDAS), None)

    def por_enviar(self) -> list:
        listas = [r for r in self.cola if self.estados[r["revision"]] == "lista"]
        return [r for r in listas if not self.que_detiene(r)][:EN_UN_LOTE]

    def enviar(self, falla="llega"):
        self.comprobar_epoca()
        lote = self.por_enviar()
        if lote:
            self.leer(lote, self.red.enviar(lote, falla) or [])

    def leer(self, lote, resultados):
        dichas = {r["revision"]: r for r in resultados}
        for r in lote:
            dicha = dichas.get(r["revision"], {})
            self.dichas[r["revision"]] = dicha
            self.estados[r["revision"]] = _segun_lo_dicho(r, dicha)
            if dicha.get("estado") == "falta_base":
                for antes in self.cadena(r)[1:]:
                    if self.estados[antes["revision"]] == "confirmada":
                        self.estados[antes["revision"]] = "lista"

    def comprobar_epoca(self):
        epoca = self.red.epoca()
        if epoca == self.epoca:
            return
        guardadas = self.red.recibos([r["revision"] for r in self.cola])
        for r in self.cola:
            estado, suya = self.estados[r["revision"]], guardadas.get(r["revision"])
            if estado in ("en_conflicto", "en_cuarentena") or (estado == "confirmada" and suya != r["hash"]):
                self.estados[r["revision"]] = "lista"
        self.epoca = epoca


def _segun_lo_dicho(r, dicha):
    if dicha.get("recibo") and dicha.get("hash") == r["hash"]:
        return "confirmada"
    otros = {"rechazada": "rechazada", "conflicto": "en_conflicto", "sin_asignacion": "en_cuarentena"}
    return otros.get(dicha.get("estado"), "lista")


def con_otro_texto(r) -> dict:
    """The same revision id with other words and their right hash."""
    contenido = r["contenido"] | {"analisis": "Otras palabras, en otro equipo."}
    return r | {"contenido": contenido, "hash": huella(canonico(contenido))}
